import type { Runtime } from '../runtime.js';

const claimWaitMs = 100;

/** One send per order across tabs. Where there are no Web Locks, or none for this page, a claim is written and read back a little later. */
export async function withOrderLock(
  runtime: Runtime,
  orderId: string,
  work: () => Promise<void>,
): Promise<void | 'busy'> {
  // Never inside the event that asked for it: what is dispatched there waits its turn.
  await Promise.resolve();
  const { locks } = runtime.environment;
  if (locks) {
    let isHeld = false;
    try {
      return await locks.ifAvailable(`rescind:${runtime.state().scope}:${orderId}`, () => {
        isHeld = true;
        return work();
      });
    } catch (error) {
      // A sandboxed frame, or blocked storage: the browser has locks and refuses them.
      if (isHeld) throw error;
    }
  }
  const claim = runtime.environment.newKey();
  if (!runtime.outbox.claim(orderId, claim)) return work();
  await new Promise<void>((resolve) => void runtime.environment.clock.after(claimWaitMs, resolve));
  return runtime.outbox.claimed(orderId) === claim ? work() : 'busy';
}
