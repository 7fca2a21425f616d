import { isAwake } from '../environment.js';
import { nextSettleMs } from '../follow-schedule.js';
import { isUnsettled, type FlowState, type Operation } from '../flow-state.js';
import { entryLifeMs } from '../outbox.js';
import type { Effect, Runtime } from '../runtime.js';
import { readOrder } from './read-order.js';

interface Watch {
  readonly key: string;
  reads: number;
  /** What the shop asked to wait in its last failure. */
  waitMs: number;
  stop: () => void;
}

/** Looks again after a lost answer: at 5, 15 and 45 seconds, then at the following pace, at once on return and when asked. */
export function settle(runtime: Runtime): Effect {
  const watches = new Map<string, Watch>();
  const { clock, presence, random } = runtime.environment;

  async function look(orderId: string, key: string): Promise<void> {
    // What is dispatched inside an event waits its turn.
    await Promise.resolve();
    const watch = watches.get(orderId);
    watch?.stop();
    if (watch) watch.reads += 1;
    runtime.dispatch({ type: 'settle-started', orderId, key });
    if (runtime.state().operations.get(orderId)?.step !== 'settling') return;
    const outcome = await readOrder(runtime, orderId);
    const { stamp } = outcome;
    if (watch) watch.waitMs = (!outcome.ok && outcome.failure.retryAfterMs) || 0;
    if (outcome.ok)
      runtime.dispatch({ type: 'order-read', order: outcome.value, kind: 'order', stamp });
    else if (!outcome.aborted)
      runtime.dispatch({ type: 'settle-failed', orderId, key, failure: outcome.failure, stamp });
    forgetExpired(orderId, key);
  }

  function forgetExpired(orderId: string, key: string): void {
    const operation = runtime.state().operations.get(orderId);
    if (!isUnsettled(operation) || operation.key !== key) return;
    if (clock.wall() - operation.sentAt.wall > entryLifeMs)
      runtime.dispatch({ type: 'expired', orderId, key });
  }

  function schedule(operation: Operation): void {
    const { orderId, key, origin } = operation;
    const known = watches.get(orderId);
    const watch = known?.key === key ? known : { key, reads: 0, waitMs: 0, stop: () => undefined };
    watch.stop();
    const restored = origin === 'restored' && watch.reads === 0;
    const delay = restored ? 0 : Math.max(watch.waitMs, nextSettleMs(watch.reads, random()));
    watch.stop = clock.after(delay, () => {
      if (isAwake(presence)) void look(orderId, key);
    });
    watches.set(orderId, watch);
  }

  function lookAtAll(state: FlowState): void {
    for (const { orderId, key, step } of state.operations.values()) {
      if (step === 'unconfirmed' || step === 'not-received') void lookOnReturn(orderId, key, step);
    }
  }

  async function lookOnReturn(
    orderId: string,
    key: string,
    step: Operation['step'],
  ): Promise<void> {
    if (step === 'unconfirmed') return look(orderId, key);
    const outcome = await readOrder(runtime, orderId);
    if (outcome.ok)
      runtime.dispatch({
        type: 'order-read',
        order: outcome.value,
        kind: 'order',
        stamp: outcome.stamp,
      });
  }

  return (event, before, state) => {
    if (event.type === 'check-now') {
      const operation = state.operations.get(event.orderId);
      if (operation?.step === 'unconfirmed') void look(event.orderId, operation.key);
    }
    if (event.type === 'returned' || event.type === 'session-started') lookAtAll(state);
    if (before.operations === state.operations) return;
    for (const operation of state.operations.values()) {
      const known = before.operations.get(operation.orderId);
      if (operation.step === 'unconfirmed' && known !== operation) schedule(operation);
    }
    for (const [orderId, watch] of watches) {
      const operation = state.operations.get(orderId);
      const open = operation?.step === 'unconfirmed' || operation?.step === 'settling';
      if (open && operation.key === watch.key) continue;
      watch.stop();
      watches.delete(orderId);
    }
  };
}
