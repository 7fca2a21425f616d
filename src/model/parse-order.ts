import type { Refund } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import type { Order, OrderLine, OrderLinks } from './order.js';
import { readCancellations } from './parse-cancellation.js';
import { readEligibility } from './parse-eligibility.js';
import { readLine } from './parse-line.js';
import { readProcessing } from './parse-processing.js';
import { readRefund } from './parse-refund.js';
import { readSeller } from './parse-seller.js';
import {
  readBoolean,
  readForeign,
  readId,
  readInstant,
  readInstantOrDay,
  readKey,
  readLabel,
  readMoney,
  readNumber,
  readUrl,
  shownId,
  word,
} from './parse-value.js';
import { readWithdrawal } from './parse-withdrawal.js';
import { list, needed, object, optional, or, record, unique } from './read-record.js';
import { orderStatuses } from './vocabulary.js';

export interface ParseOrderOptions {
  /** From `getOrder` or `verifyLookup`, which have to say whether the order can be canceled. */
  readonly complete: boolean;
}

export function parseOrder(value: unknown, options: ParseOrderOptions): Parsed<Order> {
  return parseAnswer(
    value,
    object((fields) => readOrder(fields, options)),
  );
}

export function readOrder(fields: Fields, { complete }: ParseOrderOptions): Order | undefined {
  const found = readFound(fields);
  if (found === undefined) return undefined;
  const { lines, allLines } = readLines(fields);
  const eligibility = readEligibility(fields, 'eligibility', { complete, lines, allLines });
  return { ...found, lines, ...(!allLines && { linesComplete: false }), eligibility };
}

type Group = NonNullable<Order['group']>;

const readFound = /* @__PURE__ */ record<
  Omit<Order, 'lines' | 'linesComplete' | 'eligibility'>,
  'id'
>(
  { id: (fields, key) => (fields.orderId = readId(fields, key)) },
  {
    // Some name is needed to tell the orders apart; the id is the only one that is certainly its own.
    number: (fields, key, { id = '' }) =>
      needed(fields, key, readNumber(fields, key)) ?? shownId(id),
    placedAt: readInstantOrDay,
    status: /* @__PURE__ */ or(/* @__PURE__ */ word(orderStatuses), 'unknown'),
    statusLabel: (fields, key, { status }) =>
      readLabel(fields, key) ?? readForeign(fields, 'status', status),
    total: readMoney,
    currentTotal: readMoney,
    cancellations: /* @__PURE__ */ or((fields, key) => readCancellations(fields, key)?.items, []),
    refunds: readRefunds,
    processing: readProcessing,
    withdrawal: readWithdrawal,
    payment: /* @__PURE__ */ object(
      /* @__PURE__ */ record<NonNullable<Order['payment']>, 'label'>({ label: readLabel }, {}),
    ),
    group: /* @__PURE__ */ object(
      /* @__PURE__ */ record<Group, 'id'>({ id: readId }, { label: readNumber }),
    ),
    seller: readSeller,
    links: /* @__PURE__ */ optional(
      /* @__PURE__ */ record<OrderLinks>(
        {},
        {
          details: readUrl,
          reorder: readUrl,
          tracking: readUrl,
          invoice: readUrl,
          return: readUrl,
          support: readUrl,
          policy: readUrl,
          cancel: readUrl,
        },
      ),
    ),
    updatedAt: readInstant,
    revision: readKey,
  },
);

/** A line that is lost, or that cannot be told from another, leaves an order of which only the whole can be asked for. */
function readLines(fields: Fields): {
  readonly lines: readonly OrderLine[];
  readonly allLines: boolean;
} {
  const partial = readBoolean(fields, 'linesComplete');
  const found = needed(fields, 'lines', fields.list('lines', readLine));
  if (found === undefined) return { lines: [], allLines: false };
  const lines = unique(fields, 'lines', found.items, (line) => line.id);
  return {
    lines,
    allLines: partial !== false && !found.lost && lines.length === found.items.length,
  };
}

function readRefunds(fields: Fields, key: string): readonly Refund[] | undefined {
  let nameless = 0;
  // Without an id nothing tells two of them apart: both are shown.
  return list(readRefund, ({ id }) => (id === undefined ? `#${(nameless += 1)}` : `=${id}`))(
    fields,
    key,
  );
}
