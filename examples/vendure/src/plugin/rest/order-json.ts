import type { Asset, Order, OrderLine, ProductVariant } from '@vendure/core';
import type { OrderView } from '../api/order-view';
import type { CancellationPluginOptions } from '../options';
import { copyEntity } from '../services/copy-entity';
import type { OrderSnapshot } from '../services/snapshot.service';
import type { RightView } from '../withdrawals/withdrawal-rights';
import { rightJson } from './acknowledgement-json';
import { type CancellationJson, cancellationJson, refundStatus } from './cancellation-json';
import type { Codec } from './codec';

/** What a line shows of its product, in the customer's language. */
export interface LineFacts {
  readonly variant: ProductVariant;
  readonly picture: Asset | null;
}

export interface OrderJsonInput {
  readonly snapshot: OrderSnapshot;
  readonly view: OrderView;
  readonly facts: ReadonlyMap<string, LineFacts>;
  readonly right: RightView | undefined;
  readonly codec: Codec;
  readonly pictureUrl: (identifier: string) => string;
  readonly describePayment: CancellationPluginOptions['describePayment'];
}

/** What this code itself reads of what it writes. */
export interface OrderJson {
  readonly id: string;
  readonly cancellations: readonly CancellationJson[];
}

/** Vendure's order states. A shop that adds its own gets 'unknown', and its eligibility still decides. */
const statusByState: Readonly<Record<string, string>> = {
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

/** What the list can be narrowed to. */
export const filterableStatuses = [...new Set(Object.values(statusByState))];

export function statesOf(status: string): string[] {
  return Object.keys(statusByState).filter((state) => statusByState[state] === status);
}

/**
 * An order as the contract has it. `updatedAt` is left out on purpose: the engine writes it with whole seconds and for its own changes
 * only, so that of two reads within one second it would call the newer one old.
 */
export function orderJson(input: OrderJsonInput): OrderJson {
  const { snapshot, view, right, codec, describePayment } = input;
  const { order } = snapshot;
  const money = (units: number): object => codec.money(units, order.currencyCode);
  const lines = order.lines.map((line) => lineJson(line, input));
  const isPartlyCanceled = lines.some(({ canceled }) => canceled > 0);
  const status = statusByState[view.state] ?? 'unknown';
  const labels = order.payments.map((payment) => describePayment(payment).label);
  const { eligibility, otherRefunds } = view;
  return {
    id: codec.encode(order.id),
    number: order.code,
    placedAt: order.orderPlacedAt,
    status: status === 'processing' && isPartlyCanceled ? 'partially-canceled' : status,
    total: money(view.placedTotalWithTax),
    currentTotal: money(view.totalWithTax),
    lines,
    eligibility: eligibilityJson(eligibility),
    cancellations: cancellationsJson(view, order, codec),
    refunds:
      otherRefunds.length === 0
        ? undefined
        : otherRefunds.map(({ id, state, amount, label, at }) => ({
            id: codec.encode(id),
            status: refundStatus(state),
            amount: money(amount),
            destination: { kind: 'refund', label },
            at: state === 'ISSUED' ? at : undefined,
          })),
    processing: { minMinutes: eligibility.minMinutes, maxMinutes: eligibility.maxMinutes },
    withdrawal: right && rightJson(right, codec),
    payment: labels.length > 0 ? { label: labels.join(' + ') } : undefined,
    revision: view.revision,
  } as OrderJson;
}

/** Newest first. An order that the shop has canceled of its own accord says so as well. */
export function cancellationsJson(
  { state, requests }: OrderView,
  { id }: Order,
  codec: Codec,
): readonly CancellationJson[] {
  const cancellations = requests.map((request) => cancellationJson(request, codec));
  const explained = cancellations.some(({ status }) => /completed|processing/.test(status));
  if (state !== 'Cancelled' || explained) return cancellations;
  const orderId = codec.encode(id);
  const byShop = {
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

function eligibilityJson(eligibility: OrderView['eligibility']): object {
  const { allowed, scope, blocks, lines, until } = eligibility;
  return {
    allowed,
    scope,
    // The shop's worker decides, even when it does so at once.
    mode: 'request',
    until: allowed ? until : undefined,
    blocks,
    lines: scope === 'quantities' ? lines : undefined,
  };
}

function lineJson(
  line: OrderLine,
  { snapshot, view, facts, codec, pictureUrl }: OrderJsonInput,
): { readonly canceled: number } {
  const { currencyCode } = snapshot.order;
  const money = (units: number): object => codec.money(units, currencyCode);
  const now = view.quantities.find(({ lineId }) => lineId === line.id);
  const left = now?.quantity ?? line.quantity;
  // A line that the shop added later was never placed.
  const quantity = Math.max(line.orderPlacedQuantity, left);
  const { variant, picture } = facts.get(String(line.id)) ?? {};
  const options = variant?.options ?? [];
  const placed = copyEntity(line, { quantity: line.orderPlacedQuantity });
  return {
    id: codec.encode(line.id),
    name: variant?.product.name || variant?.name || line.productVariant.sku,
    variant: options.length > 0 ? options.map(({ name }) => name).join(', ') : undefined,
    sku: line.productVariant.sku,
    quantity,
    canceled: quantity - left,
    shipped: now?.shipped,
    unitPrice: money(line.unitPriceWithTax),
    total: money(placed.discountedLinePriceWithTax),
    imageUrl: picture ? pictureUrl(picture.preview) : undefined,
  } as { readonly canceled: number };
}
