import type { Shopper } from './world.js';

/** What is asked: a whole order, the requests that are followed, or a stream of them. */
export type Purpose = 'order' | 'requests' | 'stream';

/**
 * What following one cancellation cost, and when its pages showed the change. The page's own list and the request to cancel itself are not
 * counted: they are made without following too.
 */
export interface Outcome {
  readonly shopper: Shopper;
  readonly requests: number;
  /** When each page first showed the end, in the order of `shopper.pages`; Infinity: never. */
  readonly shownAt: readonly number[];
  readonly purposes: ReadonlyMap<Purpose, number>;
}

export interface Figures {
  readonly requests: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  /** Seconds that somebody who looked at the moment of the change went on seeing the old state. */
  readonly delay: { readonly mean: number; readonly median: number; readonly p95: number };
  /** The same for all who look at the moment of the change or later. */
  readonly staleSeconds: number;
  readonly purposes: { readonly [Name in Purpose]?: number };
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const counts = outcomes.map(({ requests }) => requests);
  const live = outcomes.filter(({ shopper }) => looksAt(shopper)).map(staleMs);
  const later = outcomes.filter(({ shopper }) => looksAfter(shopper)).map(staleMs);
  const purposes: { [Name in Purpose]?: number } = {};
  for (const outcome of outcomes)
    for (const [name, count] of outcome.purposes)
      purposes[name] = (purposes[name] ?? 0) + count / outcomes.length;
  return {
    requests: mean(counts),
    ...{ median: quantile(counts, 0.5), p95: quantile(counts, 0.95), p99: quantile(counts, 0.99) },
    delay: {
      mean: mean(live) / 1000,
      median: quantile(live, 0.5) / 1000,
      p95: quantile(live, 0.95) / 1000,
    },
    staleSeconds: mean(later) / 1000,
    purposes,
  };
}

/** How long somebody looked at a page that showed the old state although the shop was done. */
function staleMs({ shopper: { doneAt, pages }, shownAt }: Outcome): number {
  return pages.reduce((sum, { visible }, index) => {
    const shown = shownAt[index] ?? Infinity;
    return visible.reduce(
      (part, { from, to }) => part + Math.max(0, Math.min(to, shown) - Math.max(from, doneAt)),
      sum,
    );
  }, 0);
}

/** Somebody looks at the moment of the change. */
export function looksAt({ pages, doneAt }: Shopper): boolean {
  return pages.some(({ visible }) => visible.some(({ from, to }) => from <= doneAt && doneAt < to));
}

export function looksAfter({ pages, doneAt }: Shopper): boolean {
  return pages.some(({ visible }) => visible.some(({ to }) => doneAt < to));
}

export function hasOpenPage({ pages, doneAt }: Shopper): boolean {
  return pages.some(({ opensAt, closesAt }) => opensAt <= doneAt && doneAt < closesAt);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
