import type { CancellationRequest, LineSelection } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import { openQuantity } from '../../model/order-rules.js';
import { selectableLines } from '../../model/selection-rules.js';
import { present } from '../../model/present.js';
import type { Dialog, Draft, FlowState, OperationBase } from '../flow-state.js';
import type { Effect, Runtime } from '../runtime.js';
import { canResend, selectDraft, selectOrder } from '../selectors.js';
import { holdsUp, signatureOf, takeOtherTabs, withOrderLock } from './order-lock.js';
import { refreshOrder } from './refresh-order.js';
import { sendTime } from './send-facts.js';
import { sendWrite } from './send-write.js';
import { takeUp } from './take-up.js';

type Checking = Extract<Dialog, { step: 'checking' }>;
interface Confirmation {
  readonly check?: () => Promise<boolean>;
  readonly policyAcceptedAt?: string;
}

/** From the shopper's confirmation to the send: the page's check, the lock, the entry read again, the key, the entry written, the call. */
export function submit(runtime: Runtime): Effect {
  /** What a re-send needs and storage must not hold. */
  const sent = new Map<string, CancellationRequest>();

  async function confirm(
    dialog: Checking,
    draft: Draft,
    confirmation: Confirmation,
  ): Promise<void> {
    const { token, orderId } = dialog;
    const ok = await passes(draft, confirmation.check);
    runtime.dispatch({ type: 'checked', token, ok });
    if (!ok || !isStillChecking(token)) return;
    const result = await withOrderLock(runtime, orderId, async () => {
      const entry = runtime.outbox.read(orderId);
      if (entry && holdsUp(entry)) {
        takeUp(runtime, entry);
        return runtime.dispatch({ type: 'lock-busy', token });
      }
      if (signatureOf(entry) !== dialog.signature) return outdated(token, orderId);
      if (!isStillChecking(token)) return;
      await send(draft, entry?.generation ?? 0, confirmation.policyAcceptedAt);
    });
    if (result === 'busy') await meet(token, orderId);
  }

  async function meet(token: number, orderId: string): Promise<void> {
    if (await takeOtherTabs(runtime, orderId)) runtime.dispatch({ type: 'lock-busy', token });
    else outdated(token, orderId);
  }

  /** One more look, one more click: the next confirmation is held against the entry of this read. */
  function outdated(token: number, orderId: string): void {
    runtime.dispatch({ type: 'outdated', token });
    const signature = signatureOf(runtime.outbox.read(orderId));
    void refreshOrder(runtime, orderId).then(({ ok, stamp }) => {
      if (ok) runtime.dispatch({ type: 'prepared', orderId, draftId: token, signature, stamp });
    });
  }

  async function passes(draft: Draft, check: Confirmation['check']): Promise<boolean> {
    const { beforeRequest, environment, limits } = runtime;
    const { orderId, lines, reasonCode } = draft;
    const request = present({ orderId, lines, reasonCode });
    const asked = [check, beforeRequest && (() => beforeRequest(request))];
    const answers = asked.map(async (ask) => (ask ? (await ask()) !== false : true));
    let stop: (() => void) | undefined;
    const late = new Promise<boolean>((resolve) => {
      stop = environment.clock.after(limits.checkMs, () => resolve(false));
    });
    const all = Promise.all(answers).then(
      (oks) => oks.every(Boolean),
      () => false,
    );
    const ok = await Promise.race([all, late]);
    stop?.();
    return ok;
  }

  function isStillChecking(token: number): boolean {
    const { dialog } = runtime.state();
    return dialog?.step === 'checking' && dialog.token === token && !runtime.signal.aborted;
  }

  async function send(
    draft: Draft,
    generation: number,
    policyAcceptedAt: string | undefined,
  ): Promise<void> {
    const state = runtime.state();
    const order = selectOrder(state, draft.orderId);
    if (!order) return;
    const operation: OperationBase = present({
      ...{ kind: 'request', orderId: order.id, key: runtime.environment.newKey() },
      ...{ generation: generation + 1, attempt: 1, unanswered: 1 },
      lines: draft.lines === 'all' ? everythingOpen(order) : draft.lines,
      whole: draft.lines === 'all',
      before: beforeOf(order),
      ids: [],
      sentAt: sendTime(runtime),
      hadNote: Boolean(draft.note),
      origin: 'action',
      reasonCode: draft.reasonCode,
      revision: order.revision,
    });
    const request: CancellationRequest = present({
      ...requestOf(operation),
      note: draft.note || undefined,
      policyAcceptedAt,
    });
    sent.set(operation.key, request);
    runtime.outbox.write({ ...operation, step: 'sending' });
    runtime.dispatch({ type: 'begin', operation });
    await sendWrite(runtime, operation, 'requestCancellation', (call) =>
      runtime.adapter.requestCancellation(request, call),
    );
  }

  /** The shopper asks to send the same request again. One look first where a repeated key could make a second one. */
  async function resend(state: FlowState, orderId: string): Promise<void> {
    const operation = state.operations.get(orderId);
    const { wall } = runtime.environment.clock;
    if (operation?.kind !== 'request' || !canResend(state, operation, wall())) return;
    const request = sent.get(operation.key) ?? requestOf(operation);
    if (!state.capabilities?.idempotent) {
      const outcome = await refreshOrder(runtime, orderId);
      if (!outcome.ok || runtime.state().operations.get(orderId)?.step !== 'not-received') return;
    }
    await withOrderLock(runtime, orderId, async () => {
      const entry = runtime.outbox.read(orderId);
      // Another tab may have sent it, or found it, meanwhile.
      if (entry && signatureOf(entry) !== signatureOf(operation)) {
        return takeUp(runtime, entry);
      }
      const { epoch } = runtime.state();
      const attempt = operation.attempt + 1;
      runtime.dispatch({
        type: 'resent',
        epoch,
        orderId,
        key: operation.key,
        attempt,
        sentAt: sendTime(runtime),
      });
      const next = runtime.state().operations.get(orderId);
      if (next?.step !== 'sending') return;
      await sendWrite(runtime, next, 'requestCancellation', (call) =>
        runtime.adapter.requestCancellation(request, call),
      );
    });
  }

  return (event, before, state) => {
    if (
      event.type === 'confirm' &&
      state.dialog?.step === 'checking' &&
      before.dialog?.step === 'reviewing'
    ) {
      const draft = selectDraft(state);
      if (draft) void confirm(state.dialog, draft, event);
    }
    if (event.type === 'resend') void resend(state, event.orderId);
    if (event.type === 'scope-changed') sent.clear();
  };
}

function everythingOpen(order: Order): readonly LineSelection[] {
  // What an earlier request holds is not canceled yet, and not to be had any more.
  const allowed = selectableLines(order).map(({ line, max }) => ({
    lineId: line.id,
    quantity: max,
  }));
  const open = order.lines.map((line) => ({ lineId: line.id, quantity: openQuantity(line) ?? 0 }));
  return (allowed.length > 0 ? allowed : open).filter(({ quantity }) => quantity > 0);
}

function beforeOf(order: Order): OperationBase['before'] {
  return {
    ids: order.cancellations.map(({ id }) => id),
    canceled: order.lines.flatMap(({ id, canceled }) =>
      canceled === undefined ? [] : { lineId: id, quantity: canceled },
    ),
  };
}

function requestOf({
  orderId,
  whole,
  lines,
  reasonCode,
  revision,
}: OperationBase): CancellationRequest {
  return present({ orderId, lines: whole ? 'all' : lines, reasonCode, revision });
}
