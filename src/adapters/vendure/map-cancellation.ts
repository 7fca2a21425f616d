import type {
  Cancellation,
  CancellationLine,
  CancellationStatus,
  Refund,
  RefundDestination,
  RefundStatus,
} from '../../model/cancellation.js';
import { present } from '../../model/present.js';
import type { VendureRefundPart, VendureRequest } from './answers.js';
import { toBlock } from './map-eligibility.js';
import type { ToMoney } from './map-money.js';

const statusByState: Readonly<Record<string, CancellationStatus>> = {
  REQUESTED: 'requested',
  PROCESSING: 'processing',
  // Off the order, and the money is being handed over: not done before both are.
  REFUNDING: 'processing',
  COMPLETED: 'completed',
  PARTIALLY_COMPLETED: 'partially-completed',
  RETRACTED: 'retracted',
  DECLINED: 'declined',
  FAILED: 'failed',
};

/** The plugin's words for refunds, of requests and others. */
export const refundByState: Readonly<Record<string, RefundStatus>> = {
  NONE: 'none',
  EXPECTED: 'expected',
  PENDING: 'pending',
  ISSUED: 'issued',
  RELEASED: 'released',
  FAILED: 'failed',
};

const outcomeByName: Readonly<Record<string, CancellationLine['outcome']>> = {
  PENDING: 'pending',
  CANCELED: 'canceled',
  DECLINED: 'declined',
};

export function toCancellation(request: VendureRequest, toMoney: ToMoney): Cancellation {
  const { reasonCode, reasonLabel, decline } = request;
  return present({
    id: request.id,
    orderId: request.orderId,
    // The plugin takes requests from nobody else.
    initiator: 'shopper',
    reference: request.code,
    idempotencyKey: request.idempotencyKey,
    status: statusOf(request.state),
    lines: request.lines.map(({ lineId, quantity, outcome, message }) =>
      present({ lineId, quantity, outcome: outcomeByName[outcome], message }),
    ),
    reason:
      reasonCode === null && reasonLabel === null
        ? undefined
        : present({ code: reasonCode, label: reasonLabel }),
    note: request.note,
    requestedAt: request.requestedAt,
    updatedAt: request.changedAt,
    expected: request.expectedBy === null ? undefined : { latest: request.expectedBy },
    retractableUntil: request.retractableUntil,
    decline: decline === null ? undefined : declineOf(decline),
    refund: toRefund(request.refund, toMoney),
    timeline: request.timeline.map(({ at, state, message }) =>
      present({ at, status: state === null ? undefined : statusOf(state), message }),
    ),
    pollAfterMs: request.pollAfterMs,
  } as const);
}

function statusOf(state: string): CancellationStatus {
  return statusByState[state] ?? 'unknown';
}

function declineOf(
  decline: NonNullable<VendureRequest['decline']>,
): NonNullable<Cancellation['decline']> {
  const { code, message, remedy } = toBlock(decline);
  return present({ code, message, remedy });
}

function toRefund(refund: VendureRequest['refund'], toMoney: ToMoney): Refund {
  const { amount, currencyCode, parts, expectedText } = refund;
  const status = refundByState[refund.state] ?? 'unknown';
  if (parts.length === 0) return { status };
  const [only, ...others] = parts.map((part) => toPart(part, currencyCode, toMoney));
  return present({
    status,
    amount: toMoney(amount, currencyCode),
    expected: status === 'expected' || status === 'pending' ? { text: expectedText } : undefined,
    ...(others.length > 0 ? { parts: [...(only ? [only] : []), ...others] } : only),
  });
}

function toPart(
  { state, amount, kind, label, at }: VendureRefundPart,
  currency: string,
  toMoney: ToMoney,
): NonNullable<Refund['parts']>[number] {
  return present({
    status: refundByState[state] ?? 'unknown',
    amount: toMoney(amount, currency),
    destination: { kind: kind as RefundDestination['kind'], label },
    at,
  });
}
