import type { Cancellation, Refund, RefundStatus } from '../../model/cancellation.js';
import type { Order, OrderLine, OrderStatus } from '../../model/order.js';
import { present } from '../../model/present.js';
import type { VendureLine, VendureOrder, VendurePayment } from './answers.js';
import { toCancellation } from './map-cancellation.js';
import { toEligibility } from './map-eligibility.js';
import type { ToMoney } from './map-money.js';

/** Vendure's order states: codes of the default process. A shop that adds its own gets 'unknown', and its eligibility still decides. */
const statusByState: Readonly<Record<string, OrderStatus>> = {
  PaymentAuthorized: 'pending',
  PaymentSettled: 'processing',
  PartiallyShipped: 'partially-shipped',
  Shipped: 'shipped',
  PartiallyDelivered: 'partially-shipped',
  Delivered: 'delivered',
  Cancelled: 'canceled',
  Modifying: 'on-hold',
  ArrangingAdditionalPayment: 'on-hold',
};

export const filterableStatuses: readonly OrderStatus[] = [
  'pending',
  'processing',
  'on-hold',
  'partially-shipped',
  'shipped',
  'delivered',
  'canceled',
];

export function statesOf(status: OrderStatus): readonly string[] {
  return Object.keys(statusByState).filter((state) => statusByState[state] === status);
}

/**
 * `updatedAt` is left out on purpose: the engine writes it with whole seconds and for its own changes only, so that of two reads within
 * one second it would call the newer one old.
 */
export function toOrder(order: VendureOrder, toMoney: ToMoney): Order {
  const { id, currencyCode, cancellationEligibility: eligibility } = order;
  const money = (units: number): ReturnType<ToMoney> => toMoney(units, currencyCode);
  const lines = order.lines.map((line) => {
    const shipped = order.shippedQuantities.find(({ lineId }) => lineId === line.id);
    return toLine(line, shipped?.quantity, money);
  });
  const payments = order.payments ?? [];
  const cancellations = cancellationsOf(order, toMoney);
  const refunds = refundsBesideRequests(order, payments, money);
  return present({
    id,
    number: order.code,
    placedAt: order.orderPlacedAt,
    status: statusOf(order.state, lines),
    total: money(order.placedTotalWithTax),
    currentTotal: money(order.totalWithTax),
    lines,
    eligibility: toEligibility(eligibility),
    cancellations,
    refunds: refunds.length > 0 ? refunds : undefined,
    processing: { minMinutes: eligibility.minMinutes, maxMinutes: eligibility.maxMinutes },
    payment: payments.length > 0 ? { label: payments.map(labelOf).join(' + ') } : undefined,
    revision: order.cancellationRevision,
  });
}

function statusOf(state: string, lines: readonly OrderLine[]): OrderStatus {
  const status = statusByState[state] ?? 'unknown';
  const isPartlyCanceled = lines.some(({ canceled = 0 }) => canceled > 0);
  return status === 'processing' && isPartlyCanceled ? 'partially-canceled' : status;
}

function toLine(
  line: VendureLine,
  shipped: number | undefined,
  money: (units: number) => ReturnType<ToMoney>,
): OrderLine {
  const { sku, name, options, product } = line.productVariant;
  // A line that the shop added later was never placed.
  const quantity = Math.max(line.orderPlacedQuantity, line.quantity);
  return present({
    id: line.id,
    name: product.name || name,
    variant: options.length > 0 ? options.map((option) => option.name).join(', ') : undefined,
    sku,
    quantity,
    canceled: quantity - line.quantity,
    shipped,
    unitPrice: money(line.unitPriceWithTax),
    total: money(line.placedLinePriceWithTax),
    imageUrl: line.featuredAsset?.preview,
  });
}

function cancellationsOf(order: VendureOrder, toMoney: ToMoney): readonly Cancellation[] {
  const requests = order.cancellationRequests.map((request) => toCancellation(request, toMoney));
  const explained = requests.some(({ status }) => /completed|processing/.test(status));
  if (order.state !== 'Cancelled' || explained) return requests;
  const byShop: Cancellation = {
    id: `order:${order.id}`,
    orderId: order.id,
    inferred: true,
    status: 'completed',
    lines: 'all',
    refund: { status: 'unknown' },
    timeline: [],
  };
  return [byShop, ...requests];
}

const refundByState: Readonly<Record<string, RefundStatus>> = {
  Pending: 'pending',
  Settled: 'issued',
  Failed: 'failed',
};

/** Money that the shop gave back of its own accord; what belongs to a request stands there. */
function refundsBesideRequests(
  order: VendureOrder,
  payments: readonly VendurePayment[],
  money: (units: number) => ReturnType<ToMoney>,
): readonly Refund[] {
  const ofRequests = new Set(order.cancellationRequests.flatMap(({ refund }) => refund.refundIds));
  return payments.flatMap((payment) =>
    payment.refunds
      .filter(({ id }) => !ofRequests.has(id))
      .map(({ id, state, total, updatedAt }) => {
        const status = refundByState[state] ?? 'unknown';
        return present({
          id,
          status,
          amount: money(total),
          destination: { kind: 'refund', label: labelOf(payment) } as const,
          at: status === 'issued' ? updatedAt : undefined,
          updatedAt,
        });
      }),
  );
}

function labelOf({ method, metadata }: VendurePayment): string {
  const label = metadata?.public?.label;
  return typeof label === 'string' ? label : method;
}
