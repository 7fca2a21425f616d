import type { Clock } from './environment.js';

/** The shop's clock, as far as its answers tell. */
export interface ShopClock {
  /** Milliseconds since 1970. Not known before an answer has told it, nor after the device has slept or its clock was set. */
  now(): number | undefined;
  /** `started`: when the call left whose answer tells `time`. */
  learn(time: number, started: Reading): void;
}

export interface Reading {
  readonly wall: number;
  readonly monotonic: number;
}

export function reading(clock: Clock): Reading {
  return { wall: clock.wall(), monotonic: clock.monotonic() };
}

/** Two clocks of one device never run apart by this much. */
const toleranceMs = 5000;

export function createShopClock(clock: Clock): ShopClock {
  let known: (Reading & { readonly time: number }) | undefined;
  return {
    learn(time, started) {
      known = { ...started, time };
    },
    /**
     * Never early: what was sent at a time that is told too early would look old, and be given up while it may still arrive. An answer
     * may have been long on its way, so it counts from when its call left; and in a sleep the monotonic clock may have stood still.
     */
    now() {
      if (!known) return undefined;
      const passed = clock.monotonic() - known.monotonic;
      const byWall = clock.wall() - known.wall;
      return Math.abs(byWall - passed) > toleranceMs
        ? undefined
        : known.time + Math.max(passed, byWall);
    },
  };
}
