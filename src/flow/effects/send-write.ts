import type { CancellationResult } from '../../model/cancellation.js';
import type { Failure, FailureCode } from '../../model/failure.js';
import { parseCancellationResult } from '../../model/parse-result.js';
import { present } from '../../model/present.js';
import type { OperationBase, SentAt } from '../flow-state.js';
import type { Outcome, Runtime } from '../runtime.js';
import type { StorefrontAdapter, WriteCall } from '../storefront-adapter.js';
import { refreshOrder } from './read-order.js';

const definiteCodes: readonly FailureCode[] = [
  ...(['unauthenticated', 'forbidden', 'not-found', 'not-eligible', 'invalid', 'expired'] as const),
  ...(['unsupported', 'rate-limited', 'stale'] as const),
];

/** May be our own success seen from behind: a proxy or a service worker repeated the send. */
const ambiguousBlocks = ['already-canceled', 'cancellation-pending', 'quantity-exceeded'];

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

  async function settle(outcome: Outcome<CancellationResult>): Promise<void> {
    if (outcome.ok) return answered(outcome);
    const { failure, stamp, timedOut } = outcome;
    if (timedOut) return runtime.dispatch({ type: 'timed-out', ...send });
    // A send that was aborted, by us or on the way into the back/forward cache, may have arrived.
    const definite = failure.sent === false || definiteCodes.includes(failure.code);
    if (definite && isAmbiguous(failure)) await refreshOrder(runtime, orderId);
    const { sent: _sent, ...data } = failure;
    runtime.dispatch({ type: 'failed', ...send, failure: data, definite, stamp });
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
      return runtime.dispatch({ type: 'failed', ...send, failure, definite: false, stamp });
    }
    runtime.dispatch({
      type: 'answered',
      ...send,
      result: present({ cancellations, order }),
      stamp,
    });
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

/** When a send leaves, by the clocks that there are. */
export function sendTime(runtime: Runtime): SentAt {
  const { clock } = runtime.environment;
  return present({
    ...{ wall: clock.wall(), monotonic: clock.monotonic() },
    shop: runtime.shopTime(),
  });
}

function isAmbiguous({ code, blocks }: Failure): boolean {
  return (
    code === 'not-eligible' && (blocks ?? []).some((block) => ambiguousBlocks.includes(block.code))
  );
}
