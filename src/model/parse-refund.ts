import type { Refund, RefundDestination } from './cancellation.js';
import type { Fields } from './fields.js';
import { equalMoney, sumMoney } from './money-rules.js';
import type { Money } from './money.js';
import { isFinalRefund } from './order-rules.js';
import {
  readExpectation,
  readId,
  readInstant,
  readInstantOrDay,
  readLabel,
  readMoney,
  word,
} from './parse-value.js';
import { list, object, or, record } from './read-record.js';
import { refundKinds, refundStatuses } from './vocabulary.js';

type RefundPart = NonNullable<Refund['parts']>[number];

export const readDestination = /* @__PURE__ */ record<RefundDestination, 'kind'>(
  { kind: /* @__PURE__ */ word(refundKinds) },
  { label: readLabel },
);
const readDestinationAt = /* @__PURE__ */ object(readDestination);
const readStatus = /* @__PURE__ */ or(/* @__PURE__ */ word(refundStatuses), 'unknown' as const);

const readParts = /* @__PURE__ */ list(
  /* @__PURE__ */ record<RefundPart>(
    {},
    {
      status: readStatus,
      amount: readMoney,
      destination: readDestinationAt,
      at: readInstantOrDay,
    },
  ),
);

const readStated = /* @__PURE__ */ record<Refund>(
  {},
  {
    id: readId,
    status: readStatus,
    amount: readMoney,
    destination: readDestinationAt,
    parts: readParts,
    expected: readExpectation,
    at: readInstantOrDay,
    updatedAt: readInstant,
  },
);

export function readRefund(fields: Fields): Refund {
  const { parts, ...rest } = readStated(fields);
  const status = settledStatus(fields, rest.status, parts);
  const sound = addingUp(fields, 'parts', parts, rest.amount);
  return { ...rest, status, ...(sound && { parts: sound }) };
}

/** The parts as long as they add up to the total; an amount that is not told cannot be checked. */
export function addingUp<Part extends { readonly amount?: Money }>(
  fields: Fields,
  key: string,
  parts: readonly Part[] | undefined,
  total: Money | undefined,
): readonly Part[] | undefined {
  const amounts = parts?.flatMap(({ amount }) => amount ?? []);
  if (!amounts?.length || total === undefined || amounts.length !== parts?.length) return parts;
  const sum = sumMoney(amounts);
  if (sum !== undefined && equalMoney(sum, total)) return parts;
  fields.report(key, 'contradiction');
  return undefined;
}

/** A refund is not settled while a part of it is not: then the open part speaks for it. */
function settledStatus(
  fields: Fields,
  status: Refund['status'],
  parts: readonly RefundPart[] | undefined,
): Refund['status'] {
  const open =
    parts?.find((part) => !isFinalRefund(part.status)) ??
    parts?.find((part) => part.status === 'failed');
  if (open === undefined || !isFinalRefund(status) || status === 'failed') return status;
  fields.report('status', 'contradiction');
  return open.status;
}
