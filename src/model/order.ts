import type { Cancellation, Refund } from './cancellation.js';
import type { Eligibility } from './eligibility.js';
import type { Money } from './money.js';
import type { CalendarDate, Instant } from './time.js';
import type { WithdrawalRight } from './withdrawal.js';

/** One order as the shopper knows it. Where a shop splits a purchase by seller, each part is an order and `group` joins them. */
export interface Order {
  /**
   * What the adapter needs to read this order again after a reload. Opaque. It is stored, put into attributes and events: it must not
   * by itself grant access. Where the platform's id does (Adobe guest token, Woo order key, Medusa order id), use another id
   * and keep the secret in the adapter's memory.
   */
  readonly id: string;
  /** What the shopper reads on the e-mail, with the shop's own prefix: "#1001". */
  readonly number: string;
  /** A day where the platform's time has no zone. Absent if the platform does not say. */
  readonly placedAt?: Instant | CalendarDate;
  /** From codes and quantities only, never from a translated label. 'unknown' says nothing about `eligibility`. */
  readonly status: OrderStatus;
  /** The platform's own wording, as text, in the language of the call. */
  readonly statusLabel?: string;
  /** What was agreed when the order was placed, taxes and shipping included. Absent where the platform only tells today's figure. */
  readonly total?: Money;
  /** Today's figure, where the platform has one: falls with each canceled line, often to zero. */
  readonly currentTotal?: Money;
  /** May be empty in a list; then `linesComplete` is false and `getOrder` brings them. */
  readonly lines: readonly OrderLine[];
  readonly linesComplete?: false;
  /** 'ask': this read does not tell; shown as a button, and `getOrder` tells when the dialog prepares. `getOrder` never answers 'ask'. */
  readonly eligibility: Eligibility | 'ask';
  /** Newest first. Empty where nothing was asked or nothing is known. */
  readonly cancellations: readonly Cancellation[];
  /** Money that the platform ties to the order and not to one cancellation. Never repeated in `cancellations[].refund`. */
  readonly refunds?: readonly Refund[];
  /** How long this shop takes to decide, in minutes. */
  readonly processing?: ProcessingTime;
  readonly withdrawal?: WithdrawalRight;
  readonly payment?: { readonly label: string };
  /** The purchase that this order is a part of; `label` is what the shopper reads. */
  readonly group?: { readonly id: string; readonly label?: string };
  readonly seller?: Seller;
  readonly links?: OrderLinks;
  readonly updatedAt?: Instant;
  /** Handed back in the request, for shops that refuse a stale one (commercetools `version`, an ETag). */
  readonly revision?: string;
}

export type OrderStatus =
  | 'pending'
  | 'processing'
  | 'on-hold'
  | 'partially-shipped'
  | 'shipped'
  | 'delivered'
  | 'partially-canceled'
  | 'canceled'
  | 'returned'
  | 'payment-failed'
  | 'closed'
  | 'unknown';

export interface ProcessingTime {
  readonly minMinutes?: number;
  readonly maxMinutes?: number;
}

/** Absolute http(s) addresses. `cancel` is the shop's own page, opened by the shopper, never fetched or prefetched. */
export interface OrderLinks {
  readonly details?: string;
  readonly reorder?: string;
  readonly tracking?: string;
  readonly invoice?: string;
  readonly return?: string;
  readonly support?: string;
  readonly policy?: string;
  readonly cancel?: string;
}

export interface OrderLine {
  /** Unique within its order; what a request names. */
  readonly id: string;
  readonly name: string;
  readonly variant?: string;
  readonly sku?: string;
  /** As placed, also after a cancellation. A decimal where `unit` is a measure: 1.35. Absent only where the shop's figure cannot be read: shown as a dash. */
  readonly quantity?: number;
  /** "kg", "m": shown after the quantity. Absent: pieces. */
  readonly unit?: string;
  /** Smallest step of a quantity to cancel. Absent: 1. */
  readonly step?: number;
  /** Of `quantity`, how much is canceled already. Absent: the platform does not tell per line. */
  readonly canceled?: number;
  readonly shipped?: number;
  readonly unitPrice?: Money;
  /** For `quantity`, discounts of the line included. Absent rather than multiplied from floats. */
  readonly total?: Money;
  readonly imageUrl?: string;
  readonly url?: string;
  readonly seller?: Seller;
  /** Lines with the same one are canceled together. */
  readonly bundleId?: string;
  /** BCP 47 of `name`, where it differs from the page's. */
  readonly lang?: string;
}

export interface Seller {
  readonly id: string;
  readonly name: string;
  readonly policyUrl?: string;
  readonly supportUrl?: string;
}

/** `next` is opaque (a cursor, "page:3:20"); it fixes page size, search and filter of the first call. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
  readonly total?: number;
  /** Whose orders these are, opaque, where the shop says: compared with the flow's scope. */
  readonly shopper?: string;
  /** The shop's clock when it answered. Absent: the device's clock is used and no button is hidden because of it. */
  readonly serverTime?: Instant;
}
