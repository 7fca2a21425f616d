import { minorOf } from './amounts.js';
import { canceledAt, acceptedLines, isOpenStatus, statusOf } from './progress.js';
import {
  addQuantities,
  openSeeds,
  quantitiesOf,
  seedLines,
  seededQuantities,
} from './quantities.js';
import type { Quantities } from './quantities.js';
import { currencyOf, settle } from './settlement.js';
import type { MemoryOrder } from './memory-order.js';
import type { Settlement } from './settlement.js';
import type { MemoryRequest, OrderFile } from './shop-state.js';

/** What one request brings back, in minor units, given what came back before it. */
export interface Quote {
  readonly before: Settlement;
  readonly after: Settlement;
  /** Before the fee; with all earlier ones never more than was paid. */
  readonly gross: number;
  /** What makes the differences of the parts add up to `gross` when less is owed than was already given back. */
  readonly correction: number;
  readonly fee: number;
  readonly net: number;
  /** Of `net`, what goes back to the gift card. */
  readonly toGiftCard: number;
}

interface Running {
  readonly canceled: Quantities;
  readonly refunded: number;
}

/** Undefined where the shop has no prices. */
export function quote(order: MemoryOrder, running: Running, lines: Quantities): Quote | undefined {
  const before = settle(order, running.canceled);
  const after = settle(order, addQuantities(running.canceled, lines));
  if (!before || !after) return undefined;
  const currency = currencyOf(order);
  const units = (amount = '0'): number => minorOf(amount, currency);
  const gross = Math.max(0, after.total - running.refunded);
  const fee = Math.min(gross, units(order.terms?.fee));
  const giftCardLeft = Math.max(0, units(order.terms?.giftCard?.amount) - running.refunded);
  return {
    before,
    after,
    gross,
    correction: gross - (after.total - before.total),
    fee,
    net: gross - fee,
    toGiftCard: Math.min(giftCardLeft, gross - fee),
  };
}

/** What each request brought back, or is expected to: the decided ones in the order of the decisions, then the open ones as they came. */
export function quotesOf(file: OrderFile, now: number): ReadonlyMap<string, Quote> {
  return walk(file, now).quotes;
}

/** What a request for these lines would bring back if it were made now. */
export function quoteNext(file: OrderFile, now: number, lines: Quantities): Quote | undefined {
  return quote(file.order, walk(file, now).running, lines);
}

function walk(
  file: OrderFile,
  now: number,
): { readonly quotes: ReadonlyMap<string, Quote>; readonly running: Running } {
  const decided = file.requests
    .flatMap((request) => {
      const at = canceledAt(request, now);
      return at === undefined ? [] : [{ request, at }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ request }) => ({ request, lines: quantitiesOf(acceptedLines(request)) }));
  const open = file.requests
    .filter((request) => isOpenStatus(statusOf(request, now)))
    .map((request) => ({ request, lines: quantitiesOf(request.lines) }));
  const quotes = new Map<string, Quote>();
  let running = startingPoint(file);
  for (const { request, lines } of [...decided, ...open] satisfies readonly {
    request: MemoryRequest;
    lines: Quantities;
  }[]) {
    const next = quote(file.order, running, lines);
    if (next) quotes.set(request.id, next);
    running = {
      canceled: addQuantities(running.canceled, lines),
      refunded: running.refunded + (next?.gross ?? 0),
    };
  }
  return { quotes, running };
}

/** What was canceled, or is being canceled, before the shop was started. */
function startingPoint(file: OrderFile): Running {
  const seeds = openSeeds(file).map((seed) => quantitiesOf(seedLines(file.order, seed)));
  const canceled = addQuantities(seededQuantities(file.order), ...seeds);
  return { canceled, refunded: Math.max(0, settle(file.order, canceled)?.total ?? 0) };
}
