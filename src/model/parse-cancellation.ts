import type { Cancellation, CancellationLine, Refund } from './cancellation.js';
import type { Fields, ItemList } from './fields.js';
import { readChallenge } from './parse-challenge.js';
import { readRefund } from './parse-refund.js';
import { readSeller } from './parse-seller.js';
import {
  readAmount,
  readCode,
  readExpectation,
  readId,
  readInstant,
  readInstantOrDay,
  readKey,
  readLabel,
  readText,
  readTrue,
  readUrl,
  word,
} from './parse-value.js';
import { list, needed, object, optional, or, record, unique } from './read-record.js';
import {
  blockCodes,
  cancellationStatuses,
  initiators,
  lineOutcomes,
  remedies,
} from './vocabulary.js';

/** Where they stand in an order, one of another order is left out. */
export function readCancellations(fields: Fields, key: string): ItemList<Cancellation> | undefined {
  const found = fields.list(key, readCancellation);
  return (
    found && {
      items: unique(fields, key, found.items, ({ orderId, id }) => JSON.stringify([orderId, id])),
      lost: found.lost,
    }
  );
}

export function readCancellation(fields: Fields): Cancellation | undefined {
  const found = readFound(fields);
  if (found === undefined) return undefined;
  const { id } = found;
  // A request in progress must not vanish with its id: it becomes what the order shows, which claims nothing about who asked.
  return id === undefined
    ? { ...found, id: `order:${found.orderId}`, inferred: true }
    : { ...found, id };
}

const readStatus = /* @__PURE__ */ word(cancellationStatuses);

const readLine = /* @__PURE__ */ record<CancellationLine, 'lineId' | 'quantity'>(
  { lineId: readId, quantity: readAmount },
  { outcome: /* @__PURE__ */ word(lineOutcomes), message: readText },
);

const readRefundAt = /* @__PURE__ */ or<Refund, Refund>(/* @__PURE__ */ object(readRefund), {
  status: 'unknown',
});

const readFound = /* @__PURE__ */ record<
  Omit<Cancellation, 'id'> & { readonly id?: string },
  'orderId'
>(
  { orderId: readOrderId },
  {
    id: /* @__PURE__ */ or(readId, undefined),
    status: /* @__PURE__ */ or(readStatus, 'unknown'),
    inferred: readTrue,
    initiator: /* @__PURE__ */ word(initiators),
    reference: readLabel,
    idempotencyKey: readKey,
    seller: readSeller,
    // Not known which: neither all of them nor a guess.
    lines: /* @__PURE__ */ or(
      (fields, key) => (fields.get(key) === 'all' ? ('all' as const) : readLines(fields, key)),
      [],
    ),
    reason: /* @__PURE__ */ optional(
      /* @__PURE__ */ record<NonNullable<Cancellation['reason']>>(
        {},
        { code: readCode, label: readText },
      ),
    ),
    note: readText,
    requestedAt: readInstantOrDay,
    updatedAt: readInstant,
    expected: readExpectation,
    retractableUntil: readInstant,
    challenge(fields, key, { status }) {
      if (status === 'awaiting-confirmation') return readChallenge(fields, key);
      if (fields.get(key) !== undefined) fields.report(key, 'contradiction');
      return undefined;
    },
    decline: /* @__PURE__ */ optional(
      /* @__PURE__ */ record<NonNullable<Cancellation['decline']>>(
        {},
        {
          code: /* @__PURE__ */ word(blockCodes),
          message: readText,
          remedy: /* @__PURE__ */ word(remedies),
          url: readUrl,
        },
      ),
    ),
    refund: readRefundAt,
    timeline: /* @__PURE__ */ or(
      /* @__PURE__ */ list(
        /* @__PURE__ */ record<Cancellation['timeline'][number], 'at'>(
          { at: readInstantOrDay },
          { status: readStatus, message: readText },
        ),
      ),
      [],
    ),
    pollAfterMs: readAmount,
  },
);

const readLines = /* @__PURE__ */ list(readLine, (line) => line.lineId);

/** It belongs to the order that it stands in, also where it does not say. */
function readOrderId(fields: Fields, key: string): string | undefined {
  const within = fields.orderId;
  const orderId = needed(fields, key, readId(fields, key)) ?? within;
  if (within !== undefined && orderId !== within) {
    fields.report(key, 'foreign-order');
    return undefined;
  }
  return (fields.orderId = orderId);
}
