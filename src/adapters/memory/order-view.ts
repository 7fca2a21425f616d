import type { Money } from '../../model/money.js';
import type { Order, OrderStatus } from '../../model/order.js';
import { present } from '../../model/present.js';
import { minorOf, moneyOf } from './amounts.js';
import { cancellationsOf } from './cancellation-view.js';
import { eligibilityOf } from './eligibility.js';
import { quotesOf } from './ledger.js';
import type { Quote } from './ledger.js';
import { canceledAt } from './progress.js';
import { canceledQuantities } from './quantities.js';
import type { OrderFile } from './shop-state.js';
import { rightOf } from './withdrawal.js';
import type { Words } from './words.js';

export interface OrderContext {
  readonly now: number;
  readonly words: Words;
  readonly immediate: boolean;
  /** Of the acknowledgements. */
  readonly timeZone: string;
  /** Where codes go, masked. */
  readonly sentTo: string;
}

/** The order as the shop tells of it at this moment; complete, as `getOrder` answers. */
export function orderOf(file: OrderFile, context: OrderContext): Order {
  const { immediate, now, timeZone } = context;
  const { statusLabel, terms: _terms, ...order } = file.order;
  const status = statusOf(file, now);
  const canceled = canceledQuantities(file, now);
  const quotes = quotesOf(file, now);
  const changed = file.requests.length > 0 || file.takenBack.size > 0;
  return present({
    ...order,
    status,
    // The label that the order came with speaks of the status it came with.
    statusLabel: status === order.status ? statusLabel : undefined,
    currentTotal: currentTotal(file, quotes, now) ?? order.currentTotal,
    lines: changed
      ? order.lines.map((line) => ({ ...line, canceled: canceled.get(line.id) ?? 0 }))
      : order.lines,
    eligibility: eligibilityOf(file, now, immediate),
    cancellations: cancellationsOf(file, quotes, context),
    withdrawal: rightOf(order, file.withdrawals, timeZone),
    revision: revisionOf(file, now),
  });
}

/** A row of the list: the same, but for what this order keeps to itself until it is read alone. */
export function listedOrderOf(file: OrderFile, context: OrderContext): Order {
  const order = orderOf(file, context);
  const asked: Order =
    file.order.eligibility === 'ask' && file.requests.length === 0
      ? { ...order, eligibility: 'ask' }
      : order;
  return file.order.terms?.listedWithoutLines
    ? { ...asked, lines: [], linesComplete: false }
    : asked;
}

/** Changes with every request and with every decision, so that a stale review is noticed. */
export function revisionOf(file: OrderFile, now: number): string {
  const settled = file.requests.filter(
    (request) => request.retractedAt !== undefined || canceledAt(request, now) !== undefined,
  );
  return `${file.order.revision ?? '1'}.${String(file.requests.length + file.takenBack.size)}.${String(settled.length)}`;
}

function statusOf(file: OrderFile, now: number): OrderStatus {
  const canceled = canceledQuantities(file, now);
  const gone = file.requests.some((request) => canceledAt(request, now) !== undefined);
  if (!gone) return file.order.status;
  return file.order.lines.every((line) => (canceled.get(line.id) ?? 0) >= line.quantity)
    ? 'canceled'
    : 'partially-canceled';
}

function currentTotal(
  file: OrderFile,
  quotes: ReadonlyMap<string, Quote>,
  now: number,
): Money | undefined {
  const { currentTotal: seeded, total } = file.order;
  const from = seeded ?? total;
  const done = file.requests.filter((request) => canceledAt(request, now) !== undefined);
  if (!from || done.length === 0) return undefined;
  const gone = done.reduce((sum, request) => sum + (quotes.get(request.id)?.gross ?? 0), 0);
  return moneyOf(Math.max(0, minorOf(from.amount, from.currency) - gone), from.currency);
}
