import type { Cancellation, Refund } from '../../model/cancellation.js';
import type { Money } from '../../model/money.js';
import type { Order, OrderLine, OrderStatus } from '../../model/order.js';
import { present } from '../../model/present.js';
import type {
  VendureLine,
  VendureOrder,
  VendureOrderCancellation,
  VendurePayment,
  VendureQuantity,
} from './answers.js';
import { refundByState, toCancellation } from './map-cancellation.js';
import { toEligibility } from './map-eligibility.js';
import type { ToMoney } from './map-money.js';
import { toRight } from './map-withdrawal.js';

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
 * Undefined for a cart, and for an order that is not this customer's. `updatedAt` is left out on purpose: the engine writes it with whole
 * seconds and for its own changes only, so that of two reads within one second it would call the newer one old.
 */
export function toOrder(order: VendureOrder, toMoney: ToMoney): Order | undefined {
  const { id, currencyCode, cancellation } = order;
  if (cancellation === null) return undefined;
  const { eligibility, quantities, otherRefunds } = cancellation;
  const money = (units: number): Money | undefined => toMoney(units, currencyCode);
  const lines = order.lines.map((line) => {
    const now = quantities.find(({ lineId }) => lineId === line.id);
    return toLine(line, now, money);
  });
  const labels = order.payments?.map(labelOf) ?? [];
  return present({
    id,
    number: order.code,
    placedAt: order.orderPlacedAt,
    status: statusOf(cancellation.state, lines),
    total: money(cancellation.placedTotalWithTax),
    currentTotal: money(cancellation.totalWithTax),
    lines,
    eligibility: toEligibility(eligibility),
    cancellations: cancellationsOf(id, cancellation, toMoney),
    refunds:
      otherRefunds.length > 0 ? otherRefunds.map((refund) => toRefund(refund, money)) : undefined,
    processing: { minMinutes: eligibility.minMinutes, maxMinutes: eligibility.maxMinutes },
    withdrawal: order.withdrawal ? toRight(order.withdrawal) : undefined,
    payment: labels.length > 0 ? { label: labels.join(' + ') } : undefined,
    revision: cancellation.revision,
  });
}

function statusOf(state: string, lines: readonly OrderLine[]): OrderStatus {
  const status = statusByState[state] ?? 'unknown';
  const isPartlyCanceled = lines.some(({ canceled = 0 }) => canceled > 0);
  return status === 'processing' && isPartlyCanceled ? 'partially-canceled' : status;
}

function toLine(
  line: VendureLine,
  now: VendureQuantity | undefined,
  money: (units: number) => Money | undefined,
): OrderLine {
  const { sku, name, options, product } = line.productVariant;
  // A line that the shop added later was never placed.
  const quantity = Math.max(line.orderPlacedQuantity, now?.quantity ?? 0);
  return present({
    id: line.id,
    name: product.name || name,
    variant: options.length > 0 ? options.map((option) => option.name).join(', ') : undefined,
    sku,
    quantity,
    canceled: now && quantity - now.quantity,
    shipped: now?.shipped,
    unitPrice: money(line.unitPriceWithTax),
    total: money(line.placedLinePriceWithTax),
    imageUrl: line.featuredAsset?.preview,
  });
}

function cancellationsOf(
  orderId: string,
  { state, requests }: VendureOrderCancellation,
  toMoney: ToMoney,
): readonly Cancellation[] {
  const cancellations = requests.map((request) => toCancellation(request, toMoney));
  const explained = cancellations.some(({ status }) => /completed|processing/.test(status));
  if (state !== 'Cancelled' || explained) return cancellations;
  const byShop: Cancellation = {
    id: `order:${orderId}`,
    orderId,
    inferred: true,
    status: 'completed',
    lines: 'all',
    refund: { status: 'unknown' },
    timeline: [],
  };
  return [byShop, ...cancellations];
}

function toRefund(
  { id, state, amount, label, at }: VendureOrderCancellation['otherRefunds'][number],
  money: (units: number) => Money | undefined,
): Refund {
  const status = refundByState[state] ?? 'unknown';
  return present({
    id,
    status,
    amount: money(amount),
    destination: { kind: 'refund', label } as const,
    at: status === 'issued' ? at : undefined,
  });
}

function labelOf({ method, metadata }: VendurePayment): string {
  const label = metadata?.public?.label;
  return typeof label === 'string' ? label : method;
}
