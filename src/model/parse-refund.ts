import type { Refund, RefundDestination } from './cancellation.js';
import type { Fields } from './fields.js';
import { equalMoney, sumMoney } from './money-rules.js';
import type { Money } from './money.js';
import { isFinalRefund } from './order-rules.js';
import { needed, readExpectation, readId, readInstant, readInstantOrDay, readMoney, readText, readWord, textLimits } from './parse-value.js';
import { present } from './present.js';
import { refundKinds, refundStatuses } from './vocabulary.js';

type RefundPart = NonNullable<Refund['parts']>[number];

export function readRefund(fields: Fields): Refund {
  const amount = readMoney(fields, 'amount');
  const parts = fields.list('parts', readPart)?.items;
  return present({
    id: readId(fields, 'id'),
    status: settledStatus(fields, readStatus(fields), parts),
    amount,
    destination: readDestinationAt(fields, 'destination'),
    parts: addingUp(fields, 'parts', parts, amount),
    expected: readExpectation(fields, 'expected'),
    at: readInstantOrDay(fields, 'at'),
    updatedAt: readInstant(fields, 'updatedAt'),
  });
}

/** The parts as long as they add up to the total; an amount that is not told cannot be checked. */
export function addingUp<Part extends { readonly amount?: Money }>(
  fields: Fields, key: string, parts: readonly Part[] | undefined, total: Money | undefined,
): readonly Part[] | undefined {
  const amounts = parts?.flatMap(({ amount }) => amount ?? []);
  if (parts === undefined || parts.length === 0 || total === undefined || amounts?.length !== parts.length) return parts;
  const sum = sumMoney(amounts);
  if (sum !== undefined && equalMoney(sum, total)) return parts;
  fields.report(key, 'contradiction');
  return undefined;
}

export function readDestination(fields: Fields): RefundDestination | undefined {
  const kind = needed(fields, 'kind', readWord(fields, 'kind', refundKinds));
  return kind && present({ kind, label: readText(fields, 'label', textLimits.label) });
}

function readDestinationAt(fields: Fields, key: string): RefundDestination | undefined {
  const destination = fields.object(key);
  return destination && readDestination(destination);
}

function readStatus(fields: Fields): Refund['status'] {
  return needed(fields, 'status', readWord(fields, 'status', refundStatuses)) ?? 'unknown';
}

function readPart(fields: Fields): RefundPart {
  return present({
    status: readStatus(fields),
    amount: readMoney(fields, 'amount'),
    destination: readDestinationAt(fields, 'destination'),
    at: readInstantOrDay(fields, 'at'),
  });
}

/** A refund is not settled while a part of it is not: then the open part speaks for it. */
function settledStatus(fields: Fields, status: Refund['status'], parts: readonly RefundPart[] | undefined): Refund['status'] {
  const open = parts?.find(part => !isFinalRefund(part.status)) ?? parts?.find(part => part.status === 'failed');
  if (open === undefined || !isFinalRefund(status) || status === 'failed') return status;
  fields.report('status', 'contradiction');
  return open.status;
}
