import type { CancellationResult } from '../../model/cancellation.js';
import type { Failure } from '../../model/failure.js';
import { parseCancellationResult } from '../../model/parse-result.js';
import { present } from '../../model/present.js';
import type { FlowEvent } from '../flow-event.js';
import type { OperationBase } from '../flow-state.js';
import { findOurs, mayBeOurs } from '../evidence.js';
import { operationAfter } from '../operation-transition.js';
import { selectOrder } from '../selectors.js';
import type { Outcome, Runtime } from '../runtime.js';
import type { StorefrontAdapter, WriteCall } from '../storefront-adapter.js';
import { refreshOrder } from './refresh-order.js';
import { isDefinite } from './send-facts.js';

/** What a shop says of a send that a proxy or a service worker has repeated. */
const ambiguousBlocks = ['already-canceled', 'cancellation-pending', 'quantity-exceeded'];

type SendEvent = Extract<FlowEvent, { type: 'answered' | 'failed' | 'timed-out' }>;
type WriteMethod = 'requestCancellation' | 'retractCancellation' | 'confirmCancellation';

/** Sends one write and tells the flow what came of it: an answer, a failure with how sure it is, or that its time is over. */
export async function sendWrite(
  runtime: Runtime,
  operation: OperationBase,
  method: WriteMethod & keyof StorefrontAdapter,
  run: (call: WriteCall) => unknown,
): Promise<void> {
  const { orderId, key, attempt } = operation;
  const send = { epoch: runtime.state().epoch, orderId, key, attempt };
  const { outbox } = runtime;

  /** Whoever is signed in now, the entry of who sent it learns what came of it. */
  function tell(event: SendEvent): void {
    if (runtime.state().epoch === send.epoch) return runtime.dispatch(event);
    const entry = outbox.read(orderId);
    if (entry?.key !== key) return;
    const next = operationAfter(runtime.state(), entry, event);
    if (next && next !== entry) outbox.write(next);
  }

  async function settle(outcome: Outcome<CancellationResult>): Promise<void> {
    if (outcome.ok) return answered(outcome);
    const { failure, stamp, timedOut } = outcome;
    if (timedOut) return tell({ type: 'timed-out', ...send });
    // A send that was aborted, by us or on the way into the back/forward cache, may have arrived.
    const definite =
      isDefinite(failure) && !(isAmbiguous(failure) && (await speaksOfOurs(failure)));
    const { sent: _sent, ...data } = failure;
    tell({ type: 'failed', ...send, failure: data, definite, stamp });
  }

  /** The refusal may be our own success seen from behind: one look at the order tells, where it can be had. */
  async function speaksOfOurs(failure: Failure): Promise<boolean> {
    const { ok } = await refreshOrder(runtime, orderId);
    const order = selectOrder(runtime.state(), orderId);
    if (!ok || !order) return true;
    // A request that waits where requests are not shown: no look can tell whose it is.
    const showsRequests = runtime.state().capabilities?.evidence === 'request';
    if (!showsRequests && hasBlock(failure, ['cancellation-pending'])) return true;
    if (operation.kind !== 'request') return false;
    // One seller's part may be there before the other one's.
    const isNew = order.cancellations.some((entry) => mayBeOurs(operation, entry));
    return isNew || findOurs(operation, order).likely !== undefined;
  }

  function answered({ value, stamp }: Extract<Outcome<CancellationResult>, { ok: true }>): void {
    const cancellations = value.cancellations.filter((entry) => entry.orderId === orderId);
    const order = value.order?.id === orderId ? value.order : undefined;
    const foreign =
      value.cancellations.length - cancellations.length + (value.order && !order ? 1 : 0);
    if (foreign > 0) {
      runtime.report({
        type: 'data-issue',
        issue: { path: 'cancellations', problem: 'foreign-order', orderId },
      });
    }
    if (foreign > 0 && cancellations.length === 0 && !order) {
      const failure: Failure = { code: 'unknown-outcome' };
      return tell({ type: 'failed', ...send, failure, definite: false, stamp });
    }
    tell({ type: 'answered', ...send, result: present({ cancellations, order }), stamp });
  }

  const outcome = await runtime.call({
    method,
    run: (call) => run({ ...call, idempotencyKey: key }),
    parse: parseCancellationResult,
    limitMs: runtime.limits.writeMs,
    late: (answer) => void settle(answer),
  });
  await settle(outcome);
}

function isAmbiguous(failure: Failure): boolean {
  // The first delivery of a repeated send has raised the revision that the second one names.
  return (
    failure.code === 'stale' ||
    (failure.code === 'not-eligible' && hasBlock(failure, ambiguousBlocks))
  );
}

function hasBlock({ blocks = [] }: Failure, codes: readonly string[]): boolean {
  return blocks.some(({ code }) => codes.includes(code));
}
