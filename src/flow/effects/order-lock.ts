import { isUnsettled, type Operation } from '../flow-state.js';
import type { Entry } from '../outbox.js';
import type { Runtime } from '../runtime.js';
import { takeUp } from './take-up.js';

const claimWaitMs = 100;
const entryTries = 5;
const entryWaitMs = 50;

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

/** No second intent for the order before this one has ended, or its end was put away. */
export function holdsUp(entry: Entry): boolean {
  return isUnsettled(entry) || (entry.step === 'not-received' && !entry.putAway);
}

/** Another tab sends for this order at this moment: its entry tells, soon. True where it was found. */
export async function takeOtherTabs(runtime: Runtime, orderId: string): Promise<boolean> {
  const { epoch } = runtime.state();
  for (let tries = 0; tries < entryTries; tries += 1) {
    const operation = runtime.outbox.read(orderId);
    if (operation && isUnsettled(operation)) {
      takeUp(runtime, operation, epoch);
      return true;
    }
    await new Promise<void>((done) => void runtime.environment.clock.after(entryWaitMs, done));
  }
  return false;
}

/** Changes whenever another tab, or this one, has gone a step further with the order. */
export function signatureOf(operation: Operation | undefined): string {
  if (!operation) return '';
  const { generation, key, attempt, step } = operation;
  return `${generation}:${key}:${attempt}:${step}`;
}
