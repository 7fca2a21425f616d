import { idsAreEqual, type Order, type Payment, type Refund } from '@vendure/core';
import type { CancellationRequest } from '../entities/cancellation-request.entity';
import type { CancellationPluginOptions } from '../options';
import type { RefundState } from '../states';
import { planRefund, type RefundShare } from './refund-plan';

export interface RefundPart {
  readonly state: RefundState;
  readonly amount: number;
  readonly kind: RefundShare['kind'];
  readonly label: string;
  readonly at?: Date;
}

export interface RefundView {
  readonly state: RefundState;
  readonly amount: number;
  readonly parts: readonly RefundPart[];
}

/** The money's story, read from Vendure's own payments and refunds: nothing about it is kept twice. */
export function refundOf(
  request: CancellationRequest,
  order: Order,
  describe: CancellationPluginOptions['describePayment'],
): RefundView {
  switch (request.state) {
    case 'REQUESTED':
    case 'PROCESSING':
    case 'REFUNDING':
      return view(
        planRefund(order, request.refundTotal, describe).shares.map(({ amount, kind, label }) => ({
          state: 'EXPECTED',
          amount,
          kind,
          label,
        })),
      );
    case 'COMPLETED':
    case 'PARTIALLY_COMPLETED':
      return view(order.payments.flatMap((payment) => partsOf(payment, request, describe)));
    default:
      return view([]);
  }
}

export function refundStateOf(state: Refund['state']): RefundState {
  return state === 'Settled' ? 'ISSUED' : state === 'Failed' ? 'FAILED' : 'PENDING';
}

function partsOf(
  payment: Payment,
  request: CancellationRequest,
  describe: CancellationPluginOptions['describePayment'],
): readonly RefundPart[] {
  const { kind, label } = describe(payment);
  const released: readonly RefundPart[] = request.releasedPaymentIds.some((id) =>
    idsAreEqual(id, payment.id),
  )
    ? [{ state: 'RELEASED', amount: payment.amount, kind: 'release', label, at: payment.updatedAt }]
    : [];
  const refunds = payment.refunds
    .filter((refund) => request.refundIds.some((id) => idsAreEqual(id, refund.id)))
    .map((refund): RefundPart => {
      const state = refundStateOf(refund.state);
      return {
        state,
        amount: refund.total,
        kind,
        label,
        ...(state === 'ISSUED' && { at: refund.updatedAt }),
      };
    });
  return [...released, ...refunds];
}

const leastSettledFirst: readonly RefundState[] = [
  'FAILED',
  'PENDING',
  'EXPECTED',
  'ISSUED',
  'RELEASED',
];

function view(parts: readonly RefundPart[]): RefundView {
  const state =
    leastSettledFirst.find((candidate) => parts.some((part) => part.state === candidate)) ?? 'NONE';
  return { state, amount: parts.reduce((sum, part) => sum + part.amount, 0), parts };
}
