import type { ID, Order } from '@vendure/core';
import type { CancellationRequest } from '../entities/cancellation-request.entity';
import type { CancellationRequestEvent } from '../entities/cancellation-request-event.entity';
import type { CancellationPluginOptions } from '../options';
import { block } from '../services/eligibility';
import { refundOf, type RefundView } from '../services/refund-view';
import {
  type Block,
  type BlockCode,
  type LineOutcome,
  openStates,
  type RequestState,
} from '../states';
import { type ReasonCode, textsFor } from '../texts';

/** A request as the Shop API shows it to its customer. */
export interface RequestView {
  readonly __typename: 'CancellationRequest';
  readonly id: ID;
  readonly orderId: ID;
  readonly code: string;
  readonly state: RequestState;
  readonly idempotencyKey: string;
  readonly requestedAt: Date;
  readonly changedAt: Date;
  readonly retractableUntil: Date | null;
  readonly expectedBy: Date | null;
  readonly reasonCode: string | null;
  readonly reasonLabel: string | null;
  readonly note: string | null;
  readonly everything: boolean;
  readonly lines: readonly {
    readonly lineId: ID;
    readonly quantity: number;
    readonly outcome: LineOutcome;
    readonly message: string | null;
  }[];
  readonly refund: RefundView & {
    readonly currencyCode: string;
    readonly expectedText: string;
  };
  readonly decline: Block | null;
  readonly timeline: readonly {
    readonly at: Date;
    readonly state: RequestState | null;
    readonly message: string | null;
  }[];
  readonly pollAfterMs: number | null;
}

export interface RequestViewInput {
  readonly request: CancellationRequest;
  readonly order: Order;
  readonly options: CancellationPluginOptions;
  readonly languageCode: string;
}

const soonestPollMs = 1000;
const latestPollMs = 30_000;

export function requestView({
  request,
  order,
  options,
  languageCode,
}: RequestViewInput): RequestView {
  const texts = textsFor(languageCode);
  const refund = refundOf(request, order, options.describePayment);
  const isOpen = openStates.includes(request.state);
  const message = (code: string | null): string | null =>
    code === null ? null : block(code as BlockCode, languageCode).message;
  return {
    __typename: 'CancellationRequest',
    id: request.id,
    orderId: request.orderId,
    code: request.code,
    state: request.state,
    idempotencyKey: request.idempotencyKey,
    requestedAt: request.requestedAt,
    changedAt: request.changedAt,
    retractableUntil: request.state === 'REQUESTED' ? request.retractableUntil : null,
    expectedBy: isOpen ? request.expectedBy : null,
    reasonCode: request.reasonCode,
    reasonLabel:
      request.reasonCode === null ? null : texts.reasons[request.reasonCode as ReasonCode],
    note: request.note,
    everything: request.everything,
    lines: request.lines.map(({ orderLineId, quantity, outcome, declineCode }) => ({
      lineId: orderLineId,
      quantity,
      outcome,
      message: message(declineCode),
    })),
    refund: {
      ...refund,
      currencyCode: order.currencyCode,
      expectedText: texts.refundTime,
    },
    decline:
      request.declineCode === null ? null : block(request.declineCode as BlockCode, languageCode),
    timeline: [...request.events]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((event) => timelineEntry(event, languageCode)),
    pollAfterMs: isOpen
      ? Math.min(latestPollMs, Math.max(soonestPollMs, request.dueAt.getTime() - Date.now() + 250))
      : refund.state === 'PENDING'
        ? latestPollMs
        : null,
  };
}

function timelineEntry(
  { at, state, refundState }: CancellationRequestEvent,
  languageCode: string,
): RequestView['timeline'][number] {
  return {
    at,
    state,
    message: refundState === null ? null : (textsFor(languageCode).refunds[refundState] ?? null),
  };
}
