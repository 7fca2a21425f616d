import type { Cancellation } from '../src/model/cancellation.js';
import { isFinalCancellation } from '../src/model/order-rules.js';
import type { FollowingPage, PageOptions } from './following.js';
import { cancellationAt } from './policies.js';
import { createRandom } from './random.js';
import { isVisible, minute, second } from './world.js';

/** Browsers let a page that was hidden for so long run its timers once a minute. */
const throttledAfterMs = 5 * minute;
const reconnectMs = 3 * second;

/** A page that follows as pages usually do: each tab by itself, on its own timer. Charitable: no read beside the ones named. */
export function createOtherPage({ browser, life, index, shown }: PageOptions): FollowingPage {
  const { time, shopper, policy } = browser;
  const { whileHidden = false, onReturn = false } = policy;
  const random = createRandom(shopper.seed, index, 11);
  let visible = isVisible(life, time.now);
  let hiddenSince = time.now;
  let reads = 0;
  let isOpen = true;
  let stop: () => void = () => undefined;

  const now = (): Cancellation => cancellationAt(shopper, time.now, policy.hint);

  function take(cancellation: Cancellation): void {
    isOpen = !isFinalCancellation(cancellation.status);
    if (isOpen) return;
    shown();
    stop();
  }

  function read(): void {
    if (!isOpen) return;
    reads += 1;
    browser.count('requests');
    take(now());
    schedule();
  }

  function schedule(): void {
    stop();
    if (!isOpen || !(visible || whileHidden)) return;
    const wait = policy.wait({
      ...{ cancellations: [now()], now: time.now, reads, random: random() },
    });
    if (wait === undefined) return;
    const isThrottled = !visible && time.now - hiddenSince >= throttledAfterMs;
    stop = time.after(isThrottled ? Math.max(minute, wait) : wait, read);
  }

  function openStream(): void {
    if (!isOpen) return;
    browser.count('stream');
    if (!shopper.proxied) take(now());
  }

  take(now());
  if (policy.push) openStream();
  schedule();

  return {
    show() {
      visible = true;
      if (!isOpen) return;
      if (onReturn) read();
      else if (!whileHidden) schedule();
    },
    hide() {
      visible = false;
      hiddenSince = time.now;
      if (!whileHidden) stop();
    },
    push() {
      if (policy.push && !shopper.proxied) take(now());
    },
    drop() {
      if (policy.push) time.after(reconnectMs, openStream);
    },
    close() {
      stop();
      isOpen = false;
    },
  };
}
