import type { Cancellation } from '../model/cancellation.js';
import { isFinalCancellation } from '../model/order-rules.js';
import { instantMs } from '../model/time.js';

export interface ScheduleInput {
  /** What is followed, as last seen. */
  readonly cancellations: readonly Cancellation[];
  /** Milliseconds since 1970 by the shop's clock, else the device's. */
  readonly now: number;
  /** How many reads were made since the last change. */
  readonly reads: number;
  /** In [0, 1). */
  readonly random: number;
  /** A request that the shop took without showing one: its order is read until the lines have changed. */
  readonly withoutObject?: boolean;
  /** A request that was not received may still arrive: that is rare. */
  readonly lost?: boolean;
  /** Reads in a row that failed. */
  readonly failures?: number;
  /** The shop's hint in its last failure. */
  readonly retryAfterMs?: number;
}

const quietStartMs = 60_000;
const steadyMs = 30_000;
/** What failed once is asked for again soon, then ever more rarely. */
const failedMs = 2000;
const mostMs = 300_000;
/** Beside push, for a refund on return, and for what was not received. */
export const rarelyMs = 600_000;

/**
 * When to ask again, in milliseconds; undefined where only a refund is open: that is read on return.
 * The shop's hint counts first; else a share of what is left until it expects to be done; else a jittered constant after a quiet
 * start. Never a quick exponential start: it spends its requests while nothing can have happened.
 */
export function nextReadMs(input: ScheduleInput): number | undefined {
  const { cancellations, now, reads, random, failures = 0, retryAfterMs } = input;
  if (retryAfterMs !== undefined) return retryAfterMs * (1 + 0.2 * random);
  const open = cancellations.filter(({ status }) => !isFinalCancellation(status));
  if (open.length === 0 && !input.withoutObject) {
    if (input.lost) return rarely(random);
    if (cancellations.length > 0) return undefined;
  }
  if (failures > 0) return Math.min(mostMs, failedMs * 2 ** failures) * (0.5 + random / 2);
  const hints = open.flatMap(({ pollAfterMs }) => pollAfterMs ?? []);
  if (hints.length > 0) return Math.max(1000, Math.min(...hints)) * (1 + 0.2 * random);
  const lefts = open.flatMap(({ expected }) => {
    const left = expected?.latest?.includes('T') ? instantMs(expected.latest) - now : 0;
    return left > 0 ? [left] : [];
  });
  if (lefts.length > 0) {
    return Math.min(60_000, Math.max(5000, Math.min(...lefts) / 4)) * (1 + 0.2 * random);
  }
  return reads === 0 ? quietStartMs * (1 + random / 2) : steadyMs * (0.5 + random);
}

/** Re-reads after a lost answer: soon, then rarely. */
export function nextSettleMs(reads: number, random: number): number {
  const first = [5000, 15_000, 45_000][reads];
  return first ?? steadyMs * (0.5 + random);
}

/** Spread, so that pages that were opened together do not come back together. */
export function rarely(random: number): number {
  return rarelyMs * (1 + 0.2 * random);
}
