import type { Refund } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import type { Order, OrderLine, OrderLinks, ProcessingTime } from './order.js';
import { readCancellations } from './parse-cancellation.js';
import { readEligibility } from './parse-eligibility.js';
import { readLine } from './parse-line.js';
import { readRefund } from './parse-refund.js';
import { readSeller } from './parse-seller.js';
import { needed, orAbsent, readAmount, readId, readInstant, readInstantOrDay, readMoney, readNumber, readOpaque, readText, readUrl, readWord, shownId, textLimits, unique } from './parse-value.js';
import { readWithdrawal } from './parse-withdrawal.js';
import { present } from './present.js';
import { orderStatuses } from './vocabulary.js';

export interface ParseOrderOptions {
  /** From `getOrder` or `verifyLookup`, which have to say whether the order can be canceled. */
  readonly complete: boolean;
}

export function parseOrder(value: unknown, options: ParseOrderOptions): Parsed<Order> {
  return parseAnswer(value, root => readOrderAt(root, '', options));
}

export function readOrderAt(parent: Fields, key: string, options: ParseOrderOptions): Order | undefined {
  const fields = parent.object(key);
  return fields && readOrder(fields, options);
}

export function readOrder(fields: Fields, { complete }: ParseOrderOptions): Order | undefined {
  const id = needed(fields, 'id', readId(fields, 'id'));
  if (id === undefined) return undefined;
  fields.orderId = id;
  const status = needed(fields, 'status', readWord(fields, 'status', orderStatuses));
  const { lines, allLines } = readLines(fields);
  return present({
    id,
    // Some name is needed to tell the orders apart; the id is the only one that is certainly its own.
    number: needed(fields, 'number', readNumber(fields, 'number')) ?? shownId(id),
    placedAt: readInstantOrDay(fields, 'placedAt'),
    status: status ?? 'unknown',
    statusLabel: readText(fields, 'statusLabel', textLimits.label) ?? (status === undefined ? readText(fields, 'status', textLimits.label) : undefined),
    total: readMoney(fields, 'total'),
    currentTotal: readMoney(fields, 'currentTotal'),
    lines,
    linesComplete: allLines ? undefined : false,
    eligibility: readEligibility(fields, { complete, lines, allLines }),
    cancellations: needed(fields, 'cancellations', readCancellations(fields, 'cancellations', id))?.items ?? [],
    refunds: readRefunds(fields),
    processing: readProcessing(fields, 'processing'),
    withdrawal: readWithdrawal(fields, 'withdrawal'),
    payment: readPayment(fields),
    group: readGroup(fields),
    seller: readSeller(fields, 'seller'),
    links: readLinks(fields),
    updatedAt: readInstant(fields, 'updatedAt'),
    revision: readOpaque(fields, 'revision', textLimits.id),
  });
}

export function readProcessing(parent: Fields, key: string): ProcessingTime | undefined {
  const fields = parent.object(key);
  if (fields === undefined) return undefined;
  const minMinutes = readAmount(fields, 'minMinutes');
  const maxMinutes = readAmount(fields, 'maxMinutes');
  if (minMinutes !== undefined && maxMinutes !== undefined && minMinutes > maxMinutes) {
    fields.report('maxMinutes', 'contradiction');
    return undefined;
  }
  return orAbsent(present({ minMinutes, maxMinutes }));
}

/** A line that is lost, or that cannot be told from another, leaves an order of which only the whole can be asked for. */
function readLines(fields: Fields): { readonly lines: readonly OrderLine[]; readonly allLines: boolean } {
  const partial = fields.get('linesComplete');
  if (partial !== undefined && typeof partial !== 'boolean') fields.report('linesComplete', 'malformed');
  const list = needed(fields, 'lines', fields.list('lines', readLine));
  if (list === undefined) return { lines: [], allLines: false };
  const lines = unique(fields, 'lines', list.items, line => line.id);
  return { lines, allLines: partial !== false && !list.lost && lines.length === list.items.length };
}

function readRefunds(fields: Fields): readonly Refund[] | undefined {
  const refunds = fields.list('refunds', readRefund)?.items;
  // Without an id nothing tells two of them apart: both are shown.
  return refunds && unique(fields, 'refunds', refunds.map((refund, index) => ({ refund, index })), ({ refund, index }) => refund.id === undefined ? `#${index}` : `=${refund.id}`)
    .map(({ refund }) => refund);
}

function readPayment(fields: Fields): Order['payment'] {
  const payment = fields.object('payment');
  const label = payment && needed(payment, 'label', readText(payment, 'label', textLimits.label));
  return label === undefined ? undefined : { label };
}

function readGroup(fields: Fields): Order['group'] {
  const group = fields.object('group');
  const id = group && needed(group, 'id', readId(group, 'id'));
  return group === undefined || id === undefined ? undefined : present({ id, label: readNumber(group, 'label') });
}

function readLinks(fields: Fields): OrderLinks | undefined {
  const links = fields.object('links');
  if (links === undefined) return undefined;
  return orAbsent(present({
    details: readUrl(links, 'details'),
    reorder: readUrl(links, 'reorder'),
    tracking: readUrl(links, 'tracking'),
    invoice: readUrl(links, 'invoice'),
    return: readUrl(links, 'return'),
    support: readUrl(links, 'support'),
    policy: readUrl(links, 'policy'),
    cancel: readUrl(links, 'cancel'),
  }));
}
