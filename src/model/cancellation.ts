import type { BlockCode, Remedy } from './eligibility.js';
import type { Money } from './money.js';
import type { Order, Seller } from './order.js';
import type { CalendarDate, Expectation, Instant } from './time.js';

/** Why, to choose from. */
export interface Reason {
  /** What the shop takes back, opaque, at most 256 characters. Where the shop has only texts (Adobe Commerce, Salesforce) it is the text. */
  readonly code: string;
  readonly label: string;
  /** The shop records this one when none is chosen. Said so; never preselected. */
  readonly fallback?: true;
}
export interface ReasonChoice {
  readonly reasons: readonly Reason[];
  /** Whether one of `reasons` must be chosen. False when `reasons` is empty. */
  readonly required: boolean;
  /** The shopper's own words. 'required' with no reasons: the note is the reason (VTEX). */
  readonly note: 'none' | 'optional' | 'required';
  /** Characters. Absent: 1000. */
  readonly noteMaxLength?: number;
}

export interface LineSelection {
  readonly lineId: string;
  readonly quantity: number;
}

/** What the shopper puts together in the dialog. */
export interface CancellationDraft {
  readonly orderId: string;
  /** 'all' when everything still open is chosen: then a whole-order platform can take it. */
  readonly lines: readonly LineSelection[] | 'all';
  readonly reasonCode?: string;
  readonly note?: string;
}
/** What is sent. Its key is in the call. */
export interface CancellationRequest extends CancellationDraft {
  /** The order's `revision` when the shopper confirmed. */
  readonly revision?: string;
  /** When the shopper ticked the policy (`require-policy`), by the device's clock. Most platforms have no place for it. */
  readonly policyAcceptedAt?: Instant;
}
/** Names a request for a read. Any of the two below may be missing after a lost answer. */
export interface CancellationRef {
  readonly orderId: string;
  readonly cancellationId?: string;
  readonly idempotencyKey?: string;
}

export interface Cancellation {
  /** The platform's; else `order:{orderId}` with `inferred`: the same at every read. */
  readonly id: string;
  readonly orderId: string;
  /** There is no request object: worked out from the order's state. It may be the shop's doing and says nothing about who or when. */
  readonly inferred?: true;
  /** Who asked for it, where the platform tells. Absent: not said, and the copy does not say "you". */
  readonly initiator?: 'shopper' | 'shop' | 'system';
  /** What the shopper may quote: "C-1042-1". */
  readonly reference?: string;
  readonly idempotencyKey?: string;
  readonly seller?: Seller;
  readonly status: CancellationStatus;
  readonly lines: readonly CancellationLine[] | 'all';
  readonly reason?: { readonly code?: string; readonly label?: string };
  readonly note?: string;
  readonly requestedAt?: Instant | CalendarDate;
  readonly updatedAt?: Instant;
  readonly expected?: Expectation;
  readonly retractableUntil?: Instant;
  /** With status 'awaiting-confirmation'. */
  readonly challenge?: Challenge;
  readonly decline?: {
    readonly code?: BlockCode;
    readonly message?: string;
    readonly remedy?: Remedy;
    readonly url?: string;
  };
  /** 'unknown' where the platform ties refunds to the order only: see `Order.refunds`. */
  readonly refund: Refund;
  /** Oldest first. Empty where the platform keeps none. */
  readonly timeline: readonly {
    readonly at: Instant | CalendarDate;
    readonly status?: CancellationStatus;
    readonly message?: string;
  }[];
  /** Milliseconds until asking again is worth it. */
  readonly pollAfterMs?: number;
}
export type CancellationStatus =
  | 'awaiting-confirmation'
  | 'requested'
  | 'processing'
  | 'completed'
  | 'partially-completed'
  | 'declined'
  | 'retracted'
  | 'failed'
  | 'unknown';
export interface CancellationLine extends LineSelection {
  readonly outcome?: 'pending' | 'canceled' | 'declined';
  readonly message?: string;
}

/** Money on its way back. A second story beside the cancellation. */
export interface Refund {
  readonly id?: string;
  /** The least settled of `parts`, where there are some. */
  readonly status: RefundStatus;
  /** May stand beside 'unknown': an amount is booked and nobody says whether it has left (Adobe Commerce credit memo). */
  readonly amount?: Money;
  readonly destination?: RefundDestination;
  /** One per destination, when they move apart: gift card issued, card pending. Add up to `amount`. */
  readonly parts?: readonly {
    readonly status: RefundStatus;
    readonly amount?: Money;
    readonly destination?: RefundDestination;
    readonly at?: Instant | CalendarDate;
  }[];
  readonly expected?: Expectation;
  /** When it was issued or released. */
  readonly at?: Instant | CalendarDate;
  readonly updatedAt?: Instant;
}
/**
 * none: nothing was paid. expected: will follow. pending: handed to the payment provider, not confirmed. issued: the provider confirmed that it
 * is sent (not that the bank has booked it). released: an authorization was given up, nothing was charged. failed. unknown: the platform does not tell.
 */
export type RefundStatus =
  'none' | 'expected' | 'pending' | 'issued' | 'released' | 'failed' | 'unknown';
export interface RefundDestination {
  readonly kind: 'refund' | 'release' | 'store-credit' | 'gift-card';
  readonly label?: string;
}

/** A proof that the shop asks for before it goes on. Durations, because neither the platform nor the adapter gives a point in time. */
export interface Challenge {
  readonly id: string;
  /** 'code': typed here. 'link': the shopper opens a message, and the page it leads to calls `confirmCancellation`. */
  readonly kind: 'code' | 'link';
  readonly channel: 'email' | 'sms' | 'other';
  /** Masked by the shop: "a…@example.com". Absent where saying it would tell that the order exists. */
  readonly sentTo?: string;
  readonly codeLength?: number;
  readonly validForMs?: number;
  /** No new one before this has passed (Salesforce: 15 minutes). Absent: at once. */
  readonly resendAfterMs?: number;
}

/** What the shop took. An empty list: it took the request and has no object for it; the order is read to see what becomes of it. */
export interface CancellationResult {
  /** Newest of this request, one per seller where the shop splits it. */
  readonly cancellations: readonly Cancellation[];
  /** The order after the request, if the answer had it. */
  readonly order?: Order;
}
