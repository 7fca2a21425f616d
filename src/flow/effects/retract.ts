import type { Cancellation } from '../../model/cancellation.js';
import { isFinalCancellation } from '../../model/order-rules.js';
import { parseChallenge } from '../../model/parse-challenge.js';
import { present } from '../../model/present.js';
import { isUnsettled, type OperationBase } from '../flow-state.js';
import type { Effect, Runtime } from '../runtime.js';
import { selectOrder } from '../selectors.js';
import { takeOtherTabs, withOrderLock } from './order-lock.js';
import { refreshOrder } from './refresh-order.js';
import { sendTime } from './send-facts.js';
import { sendWrite } from './send-write.js';
import { takeUp } from './take-up.js';

/** The two writes about a request that the shop has: taking it back, and proving who asked for it. */
export function retract(runtime: Runtime): Effect {
  function operationAbout(kind: 'retract' | 'confirm', target: Cancellation): OperationBase {
    const { orderId, id } = target;
    const entry = runtime.outbox.read(orderId);
    const stored = entry?.generation ?? 0;
    // Another tab may have asked, and told nobody yet.
    const asked = entry?.step === 'awaiting-confirmation' ? entry : undefined;
    const current = runtime.state().operations.get(orderId) ?? asked;
    const isWaiting = current?.step === 'awaiting-confirmation';
    const lines =
      target.lines === 'all'
        ? []
        : target.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
    return present({
      ...{ kind, orderId, key: runtime.environment.newKey(), target: id },
      generation: Math.max(stored, current?.generation ?? 0) + 1,
      ...{ attempt: 1, unanswered: 1 },
      ...{ lines, whole: target.lines === 'all', ids: kind === 'confirm' ? [id] : [] },
      before: current?.before ?? { ids: [], canceled: [] },
      sentAt: sendTime(runtime),
      hadNote: false,
      origin: 'action',
      of: kind === 'confirm' || isWaiting ? (current?.of ?? current?.key) : undefined,
    });
  }

  async function send(
    kind: 'retract' | 'confirm',
    target: Cancellation | undefined,
    token = '',
  ): Promise<void> {
    if (!target) return;
    const { orderId } = target;
    const { epoch } = runtime.state();
    const result = await withOrderLock(runtime, orderId, async () => {
      // Whoever is signed in now has asked for nothing.
      if (runtime.state().epoch !== epoch) return;
      const entry = runtime.outbox.read(orderId);
      if (isUnsettled(entry) && entry.step !== 'awaiting-confirmation')
        takeUp(runtime, entry, epoch);
      const operation = operationAbout(kind, target);
      runtime.dispatch({ type: 'begin', operation });
      if (runtime.state().operations.get(orderId)?.key !== operation.key) return;
      await write(operation, target, token);
    });
    if (result === 'busy' && !(await takeOtherTabs(runtime, orderId)))
      await refreshOrder(runtime, orderId);
  }

  function write(operation: OperationBase, target: Cancellation, token: string): Promise<void> {
    const { adapter } = runtime;
    const { orderId, id: cancellationId, idempotencyKey, challenge } = target;
    if (operation.kind === 'retract') {
      const ref = present({ orderId, cancellationId, idempotencyKey });
      return sendWrite(runtime, operation, 'retractCancellation', (call) =>
        adapter.retractCancellation?.(ref, call),
      );
    }
    const proof = present({ orderId, cancellationId, token, challengeId: challenge?.id });
    return sendWrite(runtime, operation, 'confirmCancellation', (call) =>
      adapter.confirmCancellation?.(proof, call),
    );
  }

  async function resendChallenge(orderId: string, target: Cancellation | undefined): Promise<void> {
    const { adapter } = runtime;
    const challengeId = target?.challenge?.id;
    if (challengeId === undefined || !adapter.resendChallenge) return;
    const { epoch, operations } = runtime.state();
    const idempotencyKey = runtime.environment.newKey();
    const outcome = await runtime.call({
      method: 'resendChallenge',
      run: (call) => adapter.resendChallenge?.(challengeId, { ...call, idempotencyKey }),
      parse: parseChallenge,
      limitMs: runtime.limits.writeMs,
    });
    const key = operations.get(orderId)?.key ?? '';
    if (outcome.ok)
      runtime.dispatch({ type: 'challenge-resent', challenge: outcome.value, epoch, orderId, key });
    await refreshOrder(runtime, orderId);
  }

  return (event, _before, state) => {
    if (
      event.type !== 'retract' &&
      event.type !== 'confirm-challenge' &&
      event.type !== 'resend-challenge'
    )
      return;
    const { orderId } = event;
    const entries = selectOrder(state, orderId)?.cancellations ?? [];
    const waiting = entries.find(({ status }) => status === 'awaiting-confirmation');
    if (event.type === 'retract') {
      void send(
        'retract',
        entries.find(
          ({ id, status }) => id === event.cancellationId && !isFinalCancellation(status),
        ),
      );
    } else if (event.type === 'confirm-challenge') {
      if (runtime.adapter.confirmCancellation) void send('confirm', waiting, event.token);
    } else {
      void resendChallenge(orderId, waiting);
    }
  };
}
