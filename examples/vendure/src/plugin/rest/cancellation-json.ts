import type { RequestView } from '../api/request-view';
import type { RefundState, RequestState } from '../states';
import type { Codec } from './codec';

const statusByState: Readonly<Record<RequestState, string>> = {
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

/** What this code itself reads of what it writes. */
export interface CancellationJson {
  readonly id: string;
  readonly status: string;
}

export const refundStatus = (state: RefundState): string => state.toLowerCase();

/** A request as the contract's `Cancellation`. What is undefined is not written. */
export function cancellationJson(request: RequestView, codec: Codec): CancellationJson {
  const { reasonCode, reasonLabel, decline } = request;
  return {
    id: codec.encode(request.id),
    orderId: codec.encode(request.orderId),
    // The plugin takes requests from nobody else.
    initiator: 'shopper',
    reference: request.code,
    idempotencyKey: request.idempotencyKey,
    status: statusByState[request.state],
    lines: request.lines.map(({ lineId, quantity, outcome, message }) => ({
      lineId: codec.encode(lineId),
      quantity,
      outcome: outcome.toLowerCase(),
      message: message ?? undefined,
    })),
    reason: reasonCode === null ? undefined : { code: reasonCode, label: reasonLabel ?? undefined },
    note: request.note ?? undefined,
    requestedAt: request.requestedAt,
    updatedAt: request.changedAt,
    expected: request.expectedBy === null ? undefined : { latest: request.expectedBy },
    retractableUntil: request.retractableUntil ?? undefined,
    decline: decline === null ? undefined : { ...decline, lineId: undefined },
    refund: refundJson(request.refund, codec),
    timeline: request.timeline.map(({ at, state, message }) => ({
      at,
      status: state === null ? undefined : statusByState[state],
      message: message ?? undefined,
    })),
    pollAfterMs: request.pollAfterMs ?? undefined,
  } as CancellationJson;
}

function refundJson(refund: RequestView['refund'], codec: Codec): object {
  const { amount, currencyCode, expectedText } = refund;
  const status = refundStatus(refund.state);
  if (refund.parts.length === 0) return { status };
  const parts = refund.parts.map((part) => ({
    status: refundStatus(part.state),
    amount: codec.money(part.amount, currencyCode),
    destination: { kind: part.kind, label: part.label },
    at: part.at,
  }));
  const [only] = parts;
  return {
    ...(parts.length === 1 ? { ...only } : { parts }),
    status,
    amount: codec.money(amount, currencyCode),
    expected: status === 'expected' || status === 'pending' ? { text: expectedText } : undefined,
  };
}
