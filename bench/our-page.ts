import { rarely } from '../src/flow/follow-schedule.js';
import type { Cancellation } from '../src/model/cancellation.js';
import { isFinalCancellation } from '../src/model/order-rules.js';
import type { FollowingPage, PageOptions } from './following.js';
import { cancellationAt } from './policies.js';
import { createRandom } from './random.js';
import { catchUpMs, joinMs, reconnectAfterMs } from './rules.js';
import { isVisible } from './world.js';

/** A page of ours in short: reads, one stream, a timer, and what other tabs have read. */
export function createOurPage({ browser, life, index, shown }: PageOptions): FollowingPage {
  const { time, shopper, policy, rules } = browser;
  const random = createRandom(shopper.seed, index, 7);
  let visible = isVisible(life, time.now);
  /** As last seen; undefined while this page does not know of the request. */
  let known: Cancellation | undefined;
  let reads = 0;
  let isClosing = false;
  let stream: 'none' | 'opening' | 'open' = 'none';
  let stopTimer: () => void = () => undefined;
  let stopStreamTimer: () => void = () => undefined;
  let stopClosing: () => void = () => undefined;

  const now = (): Cancellation => cancellationAt(shopper, time.now, policy.hint);
  const isOpen = (): boolean => known !== undefined && !isFinalCancellation(known.status);

  /** What the page is told; the end is read once more, with the order's lines. */
  function take(cancellation: Cancellation, by: 'order' | 'requests' | 'push'): void {
    const wasOpen = isOpen();
    const first = known === undefined;
    known = cancellation;
    if (isOpen()) {
      if (first) startFollowing();
      return;
    }
    shown();
    browser.isOver = true;
    stopTimer();
    if (wasOpen && by === 'requests') browser.count('order');
    if (wasOpen && by === 'push') stopClosing = time.after(random() * rules.closingSpreadMs, close);
    streamLater(joinMs, () => (stream = 'none'));
  }

  /** Told by push; where nobody looks any more it is left for the return. */
  function close(): void {
    isClosing = !visible;
    if (visible) browser.count('order');
  }

  function startFollowing(): void {
    if (policy.push) streamLater(joinMs, openStream);
    schedule();
  }

  function readOrder(): void {
    browser.count('order');
    take(now(), 'order');
  }

  function readAll(): void {
    stopTimer();
    if (!isOpen() || !visible) return;
    reads += 1;
    browser.count('requests');
    take(now(), 'requests');
    browser.lastRead = { at: time.now, by: index, isOpen: isOpen() };
    schedule();
  }

  function schedule(): void {
    stopTimer();
    if (!visible || !known || !isOpen()) return;
    const delay =
      stream === 'open'
        ? rarely(random())
        : policy.wait({ cancellations: [known], now: time.now, reads, random: random() });
    if (delay !== undefined) stopTimer = time.after(delay, () => poll(delay));
  }

  function poll(interval: number): void {
    const { lastRead } = browser;
    if (!lastRead || lastRead.by === index || time.now - lastRead.at >= interval) return readAll();
    if (lastRead.isOpen === isOpen()) return schedule();
    stopTimer = time.after(random() * catchUpMs, readAll);
  }

  function readOnReturn(): void {
    const { lastRead } = browser;
    const hint = rules.hintHoldsReturns ? (known?.pollAfterMs ?? 0) : 0;
    const age = lastRead?.isOpen ? time.now - lastRead.at : Infinity;
    if (age >= hint) return readAll();
    stopTimer();
    stopTimer = time.after(hint - age, readAll);
  }

  function streamLater(ms: number, run: () => void): void {
    stopStreamTimer();
    stopStreamTimer = time.after(ms, run);
  }

  function openStream(): void {
    stream = 'none';
    if (!visible || !isOpen() || !policy.push) return;
    browser.count('stream');
    stream = shopper.proxied ? 'opening' : 'open';
    if (stream === 'opening') return;
    if (rules.toldWithinMs === 0) readAll();
    take(now(), 'push');
    schedule();
  }

  if (life.opensAt > 0) {
    // The list brings the order; what was stored as followed is asked for beside it.
    const isStored = !browser.isOver;
    if (isStored && rules.readsWatchedOnLoad) browser.count('order');
    take(now(), 'order');
  } else if (index === 0) take(now(), 'requests');
  else if (rules.hiddenTabsRead) readOrder();

  return {
    show() {
      visible = true;
      if (stream === 'none') streamLater(0, openStream);
      else stopStreamTimer();
      if (isClosing) close();
      if (!known) return readOrder();
      if (!isOpen()) return;
      if (!policy.push || rules.streamAwaitedMs === undefined) return readOnReturn();
      if (stream === 'open') return schedule();
      stopTimer();
      stopTimer = time.after(rules.streamAwaitedMs, () => {
        if (stream !== 'open') readAll();
      });
    },
    hide() {
      visible = false;
      streamLater(rules.streamKeptMs, () => (stream = 'none'));
    },
    push() {
      if (stream === 'open') take(now(), 'push');
    },
    drop() {
      if (stream === 'none') return;
      stream = 'none';
      streamLater(reconnectAfterMs.least + random() * reconnectAfterMs.spread, openStream);
      if (rules.readsWhenBroken) readAll();
      else schedule();
    },
    close() {
      stopTimer();
      stopStreamTimer();
      stopClosing();
      visible = false;
    },
  };
}
