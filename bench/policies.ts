import { nextReadMs } from '../src/flow/follow-schedule.js';
import type { Cancellation } from '../src/model/cancellation.js';
import { minute, second, type Shopper } from './world.js';

/** What the shop tells beside the state: nothing, when to ask again, or when it expects to be done. */
export type Hint = 'none' | 'tight' | 'lazy' | 'expected';

export interface Moment {
  /** What is followed, as this page saw it last; empty where it has not been read yet. */
  readonly cancellations: readonly Cancellation[];
  readonly now: number;
  /** Reads since the page began to follow. */
  readonly reads: number;
  readonly random: number;
}

export interface Policy {
  readonly name: string;
  readonly hint: Hint;
  /** Until the next read; undefined: no timer. */
  readonly wait: (moment: Moment) => number | undefined;
  /** The rules of our flow around the schedule: nothing while hidden, a read on return, tabs that share when they read, closing re-read. */
  readonly ours: boolean;
  readonly push: boolean;
  /** Of the others: asks while hidden, at the pace that browsers allow. */
  readonly whileHidden?: boolean;
  readonly onReturn?: boolean;
}

/** Moments are milliseconds since the request; the schedule compares instants. */
export const epochMs = Date.parse('2026-11-23T10:00:00Z');

const schedule = (moment: Moment): number | undefined =>
  nextReadMs({ ...moment, now: epochMs + moment.now });
const ours = { ours: true, push: false, wait: schedule } as const;
const other = { ours: false, push: false, hint: 'none' } as const;

export const policies: readonly Policy[] = [
  // Who gets no stream through follows by the hint.
  { ...ours, name: 'ours, push', hint: 'tight', push: true },
  { ...ours, name: 'ours, pollAfterMs (tight)', hint: 'tight' },
  { ...ours, name: 'ours, pollAfterMs (lazy)', hint: 'lazy' },
  { ...ours, name: 'ours, expected', hint: 'expected' },
  { ...ours, name: 'ours, no hint', hint: 'none' },
  {
    ...other,
    name: 'stream per tab, kept while hidden',
    push: true,
    wait: () => undefined,
    whileHidden: true,
  },
  { ...other, name: 'every 5 s, every tab', wait: () => 5 * second, whileHidden: true },
  { ...other, name: 'every 5 s, paused when hidden', wait: () => 5 * second, onReturn: true },
  { ...other, name: 'every 30 s, every tab', wait: () => 30 * second, whileHidden: true },
  {
    ...other,
    name: '30 s ±50 %, paused when hidden',
    wait: ({ random }) => 30 * second * (0.5 + random),
    onReturn: true,
  },
  {
    ...other,
    name: 'exponential 2→60 s ±50 %, every tab',
    wait: exponentialStart,
    whileHidden: true,
  },
  {
    ...other,
    name: 'exponential 2→60 s ±50 %, paused when hidden',
    wait: exponentialStart,
    onReturn: true,
  },
  {
    ...other,
    name: 'a quarter of its age, 10–120 s, paused when hidden',
    wait: ({ now, random }) =>
      Math.min(120 * second, Math.max(10 * second, now / 4)) * (0.5 + random),
    onReturn: true,
  },
];

function exponentialStart({ reads, random }: Moment): number {
  return Math.min(60 * second, 2 * second * 2 ** reads) * (0.5 + random);
}

const openSince = instant(0);

/** The request as the shop shows it at a moment. */
export function cancellationAt(
  { doneAt, expectedAt }: Pick<Shopper, 'doneAt' | 'expectedAt'>,
  now: number,
  hint: Hint,
): Cancellation {
  const done = now >= doneAt;
  return {
    id: 'c1',
    orderId: 'o1',
    status: done ? 'completed' : 'requested',
    lines: 'all',
    requestedAt: openSince,
    updatedAt: done ? instant(doneAt) : openSince,
    refund: { status: done ? 'issued' : 'none' },
    timeline: [],
    ...(hint === 'expected' && { expected: { latest: instant(expectedAt) } }),
    ...((hint === 'tight' || hint === 'lazy') && {
      pollAfterMs: pollAfterMs(expectedAt, now, hint),
    }),
  };
}

function instant(moment: number): string {
  return new Date(epochMs + moment).toISOString();
}

/** A shop that knows its own pace: a share of what is left, and once that is over, of what it took so far. */
function pollAfterMs(expectedAt: number, now: number, hint: 'tight' | 'lazy'): number {
  const left = expectedAt - now;
  const [share, overdue, most] =
    hint === 'tight' ? [1 / 4, 0.03, minute] : [1 / 2, 0.05, 5 * minute];
  return Math.round(Math.min(most, Math.max(5 * second, left > 0 ? left * share : now * overdue)));
}
