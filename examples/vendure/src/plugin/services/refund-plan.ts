import type { ID, Order, Payment } from '@vendure/core';
import type { CancellationPluginOptions, PaymentKind } from '../options';

export interface RefundShare {
  readonly paymentId: ID;
  readonly kind: PaymentKind | 'release';
  readonly label: string;
  readonly amount: number;
}

export interface RefundPlan {
  readonly total: number;
  readonly shares: readonly RefundShare[];
}

/** Which payment gives back how much: in the order in which they were made, none more than is left of it. */
export function planRefund(
  order: Order,
  amount: number,
  describe: CancellationPluginOptions['describePayment'],
): RefundPlan {
  const share = (
    payment: Payment,
    part: number,
    kind: RefundShare['kind'] = describe(payment).kind,
  ): RefundShare => ({ paymentId: payment.id, kind, label: describe(payment).label, amount: part });
  const authorized = order.payments.filter(({ state }) => state === 'Authorized');
  if (authorized.length > 0)
    return plan(authorized.map((payment) => share(payment, payment.amount, 'release')));
  let outstanding = amount;
  const shares = order.payments
    .filter(({ state }) => state === 'Settled')
    .map((payment) => {
      const part = Math.min(outstanding, refundable(payment));
      outstanding -= part;
      return share(payment, part);
    });
  return plan(shares.filter((entry) => entry.amount > 0));
}

function plan(shares: readonly RefundShare[]): RefundPlan {
  return { total: shares.reduce((sum, entry) => sum + entry.amount, 0), shares };
}

/** As Vendure counts it: a failed refund has not used anything up. */
function refundable(payment: Payment): number {
  return payment.refunds
    .filter(({ state }) => state !== 'Failed')
    .reduce((left, refund) => left - refund.total, payment.amount);
}
