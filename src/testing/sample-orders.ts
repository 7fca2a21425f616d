import type { MemoryOrder } from '../adapters/memory/index.js';
import { sampleNow } from './manual-clock.js';
import * as blockedOrders from './samples/blocked-orders.js';
import { sampleShop } from './samples/build.js';
import type { SampleOptions } from './samples/build.js';
import * as canceledOrders from './samples/canceled-orders.js';
import { olderOrders, poundsOrder as pounds } from './samples/older-orders.js';
import * as openOrders from './samples/open-orders.js';
import * as withdrawalOrders from './samples/withdrawal-orders.js';

export type { SampleOptions } from './samples/build.js';

const makers = {
  ...openOrders,
  ...blockedOrders,
  ...canceledOrders,
  ...withdrawalOrders,
  poundsOrder: pounds,
};

export type SampleName = keyof typeof makers;
export type NamedOrders = Readonly<Record<SampleName, MemoryOrder>>;

/** The orders by name, in every state, with dates relative to `now`. Each is a valid `Order` of the model as it stands. */
export function createNamedOrders(options: SampleOptions = {}): NamedOrders {
  const shop = sampleShop({ now: sampleNow, ...options });
  const entries = Object.entries(makers).map(([name, make]) => [name, make(shop)] as const);
  return Object.fromEntries(entries) as Record<SampleName, MemoryOrder>;
}

/** A shopper's whole history at "Kettle & Thread", newest first: the named orders, and older ones up to `count` (default 43). */
export function createSampleOrders(
  options: SampleOptions & { readonly count?: number } = {},
): readonly MemoryOrder[] {
  const { count = 43, ...rest } = options;
  const named = Object.values(createNamedOrders(rest));
  const older = olderOrders(
    sampleShop({ now: sampleNow, ...rest }),
    Math.max(0, count - named.length),
  );
  return [...named, ...older]
    .sort((a, b) => Date.parse(b.placedAt ?? '') - Date.parse(a.placedAt ?? ''))
    .slice(0, count);
}

/**
 * The named orders at `sampleNow`, 23 November 2026, 14:20 in Berlin. Their deadlines hold for that moment: give the adapter a manual clock,
 * or make them anew with `createNamedOrders({ now: Date.now() })`.
 */
export const {
  askOrder,
  authorizedOrder,
  bundleOrder,
  canceledOrder,
  challengeOrder,
  customMadeOrder,
  declinedOrder,
  deliveredOrder,
  digitalOrder,
  longNamesOrder,
  marketplaceOrder,
  onHoldOrder,
  openOrder,
  overdueOrder,
  packedOrder,
  partlyCanceledOrder,
  poundsOrder,
  processingOrder,
  promotionOrder,
  refundFailedOrder,
  refundPendingOrder,
  refundReleasedOrder,
  requestedOrder,
  sellersOrder,
  shippedOrder,
  unpaidOrder,
  weightOrder,
  withdrawalExemptOrder,
  withdrawalExpiredOrder,
  withdrawalNotOwedOrder,
  withdrawalOpenOrder,
  withdrawalUnknownOrder,
  withdrawnOrder,
} = createNamedOrders();
