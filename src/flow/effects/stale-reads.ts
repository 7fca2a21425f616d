import type { FailureCode } from '../../model/failure.js';
import { isFinalCancellation } from '../../model/order-rules.js';
import { isAwake } from '../environment.js';
import type { FlowEvent } from '../flow-event.js';
import { backoffMs } from '../retry.js';
import type { Runtime } from '../runtime.js';
import { refreshOrder } from './refresh-order.js';

/** What ends for many at once and is told to all of them is not read by all of them at once. */
const closingSpreadMs = 10_000;

/** Reads an order whose news was dropped, or came without it, until that succeeds; `event` is what made it stale. */
export function createStaleReads(runtime: Runtime): (orderId: string, event: FlowEvent) => void {
  const { clock, presence, random } = runtime.environment;
  const retries = new Map<string, { attempt: number; stop: () => void }>();

  /** Not of the shopper before: whoever is signed in now has asked for nothing of theirs. */
  function isStale(orderId: string): boolean {
    return runtime.state().orders.stale.has(orderId);
  }

  function read(orderId: string): void {
    if (!isStale(orderId)) return;
    const retry = retries.get(orderId) ?? { attempt: 0, stop: () => undefined };
    retries.set(orderId, retry);
    retry.stop();
    void refreshOrder(runtime, orderId).then((outcome) => {
      const failure = outcome.ok ? undefined : outcome.failure;
      const over = !isStale(orderId) || isFinal(failure?.code);
      if (over || (!outcome.ok && outcome.aborted)) {
        retries.delete(orderId);
        return;
      }
      retry.attempt += 1;
      const delay = backoffMs(retry.attempt, random(), failure?.retryAfterMs);
      retry.stop = clock.after(delay, () => {
        if (!isPaused(runtime)) read(orderId);
      });
    });
  }

  return (orderId, event) => {
    if (!isClosing(orderId, event)) return read(orderId);
    const stop = clock.after(random() * closingSpreadMs, () => {
      if (isAwake(presence)) read(orderId);
    });
    retries.set(orderId, { attempt: 0, stop });
  };
}

/** A push that ends a request brings no lines and no eligibility: they are read, but not by everybody in the same second. */
function isClosing(orderId: string, event: FlowEvent): boolean {
  return (
    event.type === 'cancellations-read' &&
    event.kind === 'push' &&
    event.cancellations.some(
      (entry) => entry.orderId === orderId && isFinalCancellation(entry.status),
    )
  );
}

/** While nobody looks, or is signed in, nothing is asked by the clock. */
export function isPaused(runtime: Runtime): boolean {
  return !isAwake(runtime.environment.presence) || runtime.state().session === 'signed-out';
}

/** Asking again would get the same answer; a return or a sign-in asks anew. */
export function isFinal(code: FailureCode | undefined): boolean {
  return code === 'not-found' || code === 'forbidden' || code === 'unauthenticated';
}
