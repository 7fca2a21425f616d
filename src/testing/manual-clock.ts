import type { MemoryClock } from '../adapters/memory/index.js';

/** A clock that stands still until it is moved. It fits the memory adapter's and the flow's environment. */
export interface ManualClock extends MemoryClock {
  wall(): number;
  monotonic(): number;
  /**
   * Moves on, and runs what is due in its order. Promises settle between two callbacks, so that what a callback starts (another read,
   * another timer) takes part.
   */
  advance(ms: number): Promise<void>;
  /** Lets promises that are already on their way settle; no time passes. */
  settle(): Promise<void>;
  /** How many callbacks wait: none may be left when a flow is disposed. */
  readonly waiting: number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Default: 23 November 2026, 14:20 in Berlin, the moment of the sample orders. */
export const sampleNow = Date.parse('2026-11-23T14:20:00+01:00');

// Deep enough for any chain of awaits in the flow and an adapter.
const turns = 50;

export function createManualClock(options: { readonly now?: number } = {}): ManualClock {
  const start = options.now ?? sampleNow;
  let now = start;
  const timers = new Set<Timer>();

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
  };
  const nextDue = (until: number): Timer | undefined =>
    [...timers]
      .filter((timer) => timer.at <= until)
      .reduce<Timer | undefined>(
        (first, timer) => (first && first.at <= timer.at ? first : timer),
        undefined,
      );

  return {
    now: () => now,
    wall: () => now,
    monotonic: () => now - start,
    after(ms, callback) {
      const timer = { at: now + Math.max(0, ms), callback };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.callback();
        await settle();
      }
      now = until;
    },
    settle,
    get waiting() {
      return timers.size;
    },
  };
}
