import type { Cancellation, CancellationLine, Refund } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { readChallengeAt } from './parse-challenge.js';
import { readRefund } from './parse-refund.js';
import { readSeller } from './parse-seller.js';
import { needed, orAbsent, readAmount, readExpectation, readId, readInstant, readInstantOrDay, readOpaque, readText, readUrl, readWord, textLimits, unique } from './parse-value.js';
import { present } from './present.js';
import { blockCodes, cancellationStatuses, initiators, lineOutcomes, remedies } from './vocabulary.js';

/** The answer of `getCancellations`. */
export function parseCancellations(value: unknown): Parsed<readonly Cancellation[]> {
  return parseAnswer(value, root => readCancellations(root, '')?.items);
}

/** `orderId`: the order that they stand in. One of another order is left out. */
export function readCancellations(
  fields: Fields, key: string, orderId?: string,
): { readonly items: readonly Cancellation[]; readonly lost: boolean } | undefined {
  const list = fields.list(key, item => readCancellation(item, orderId));
  return list && { items: unique(fields, key, list.items, ({ orderId: order, id }) => JSON.stringify([order, id])), lost: list.lost };
}

export function readCancellation(fields: Fields, within?: string): Cancellation | undefined {
  const orderId = needed(fields, 'orderId', readId(fields, 'orderId')) ?? within;
  if (orderId === undefined) return undefined;
  if (within !== undefined && orderId !== within) {
    fields.report('orderId', 'foreign-order');
    return undefined;
  }
  fields.orderId = orderId;
  const id = needed(fields, 'id', readId(fields, 'id'));
  const status = needed(fields, 'status', readWord(fields, 'status', cancellationStatuses)) ?? 'unknown';
  return present({
    // A request in progress must not vanish with its id: it becomes what the order shows, which claims nothing about who asked.
    id: id ?? `order:${orderId}`,
    orderId,
    inferred: readTrue(fields, 'inferred') ?? (id === undefined ? true : undefined),
    initiator: readWord(fields, 'initiator', initiators),
    reference: readText(fields, 'reference', textLimits.label),
    idempotencyKey: readOpaque(fields, 'idempotencyKey', textLimits.id),
    seller: readSeller(fields, 'seller'),
    status,
    lines: readLines(fields),
    reason: readReason(fields),
    note: readText(fields, 'note'),
    requestedAt: readInstantOrDay(fields, 'requestedAt'),
    updatedAt: readInstant(fields, 'updatedAt'),
    expected: readExpectation(fields, 'expected'),
    retractableUntil: readInstant(fields, 'retractableUntil'),
    challenge: status === 'awaiting-confirmation' ? readChallengeAt(fields, 'challenge') : unexpected(fields, 'challenge'),
    decline: readDecline(fields),
    refund: readRefundAt(fields),
    timeline: readTimeline(fields),
    pollAfterMs: readAmount(fields, 'pollAfterMs'),
  });
}

/** Flags that are either set or not there. */
export function readTrue(fields: Fields, key: string): true | undefined {
  const value = fields.get(key);
  if (value === true) return true;
  if (value !== undefined && value !== false) fields.report(key, 'malformed');
  return undefined;
}

function unexpected(fields: Fields, key: string): undefined {
  if (fields.get(key) !== undefined) fields.report(key, 'contradiction');
}

function readLines(fields: Fields): readonly CancellationLine[] | 'all' {
  if (fields.get('lines') === 'all') return 'all';
  const list = needed(fields, 'lines', fields.list('lines', readLine));
  // Not known which: neither all of them nor a guess.
  return list === undefined ? [] : unique(fields, 'lines', list.items, line => line.lineId);
}

function readLine(fields: Fields): CancellationLine | undefined {
  const lineId = needed(fields, 'lineId', readId(fields, 'lineId'));
  const quantity = needed(fields, 'quantity', readAmount(fields, 'quantity'));
  if (lineId === undefined || quantity === undefined) return undefined;
  return present({ lineId, quantity, outcome: readWord(fields, 'outcome', lineOutcomes), message: readText(fields, 'message') });
}

function readReason(fields: Fields): Cancellation['reason'] {
  const reason = fields.object('reason');
  return reason && orAbsent(present({ code: readOpaque(reason, 'code', textLimits.label), label: readText(reason, 'label') }));
}

function readDecline(fields: Fields): Cancellation['decline'] {
  const decline = fields.object('decline');
  if (decline === undefined) return undefined;
  return orAbsent(present({
    code: readWord(decline, 'code', blockCodes),
    message: readText(decline, 'message'),
    remedy: readWord(decline, 'remedy', remedies),
    url: readUrl(decline, 'url'),
  }));
}

function readRefundAt(fields: Fields): Refund {
  const refund = needed(fields, 'refund', fields.object('refund'));
  return refund === undefined ? { status: 'unknown' } : readRefund(refund);
}

function readTimeline(fields: Fields): Cancellation['timeline'] {
  const list = needed(fields, 'timeline', fields.list('timeline', (entry) => {
    const at = needed(entry, 'at', readInstantOrDay(entry, 'at'));
    return at === undefined ? undefined : present({ at, status: readWord(entry, 'status', cancellationStatuses), message: readText(entry, 'message') });
  }));
  return list?.items ?? [];
}
