import type { Runtime } from '../runtime.js';

const claimWaitMs = 100;

/** One send per order across tabs. Without Web Locks a claim is written and read back a little later. */
export async function withOrderLock(
  runtime: Runtime,
  orderId: string,
  work: () => Promise<void>,
): Promise<void | 'busy'> {
  // Never inside the event that asked for it: what is dispatched there waits its turn.
  await Promise.resolve();
  const { locks } = runtime.environment;
  if (locks) return locks.ifAvailable(`rescind:${runtime.state().scope}:${orderId}`, work);
  const claim = runtime.environment.newKey();
  if (!runtime.outbox.claim(orderId, claim)) return work();
  await new Promise<void>((resolve) => void runtime.environment.clock.after(claimWaitMs, resolve));
  return runtime.outbox.claimed(orderId) === claim ? work() : 'busy';
}
