import type { OrderLookup } from '../../model/capabilities.js';
import type { Eligibility } from '../../model/eligibility.js';
import type { Order, OrderLine } from '../../model/order.js';

/** An order of the in-browser shop: the order as the port hands it over, and the terms that only the shop knows. */
export interface MemoryOrder extends Order {
  readonly lines: readonly MemoryLine[];
  readonly terms?: MemoryTerms;
}

/** A shop knows how much was ordered. */
export interface MemoryLine extends OrderLine {
  readonly quantity: number;
}

/** What the shop goes by when it previews, refunds and decides. All amounts are decimal strings in the order's currency. */
export interface MemoryTerms {
  /** What `getOrder` answers, and what holds while no request is open. Absent: the order's own `eligibility`; for 'ask' the whole order. */
  readonly eligibility?: Eligibility;
  /** Absent: paid. */
  readonly payment?: 'paid' | 'authorized' | 'not-paid' | 'pay-on-delivery';
  /** Comes back when nothing of the order is left. */
  readonly shipping?: string;
  /** On top of the lines' totals, shared by value. Absent: the totals include it. */
  readonly tax?: string;
  readonly discount?: MemoryDiscount;
  readonly freeGift?: MemoryFreeGift;
  readonly points?: { readonly spent?: number; readonly earned?: number };
  /** The part that was paid with a gift card; it is refunded first. */
  readonly giftCard?: { readonly label: string; readonly amount: string };
  /** Kept by the shop, for each request. */
  readonly fee?: string;
  /** Absent: exact. */
  readonly preview?: 'exact' | 'estimate' | 'unknown';
  /** A request is on hold until the code from an e-mail is typed. */
  readonly challenge?: true;
  /** Who placed it: what a guest must say beside the number, and where the codes go. Absent: the shop's `customer`. */
  readonly customer?: OrderLookup;
  /** The list answers this order without its lines. */
  readonly listedWithoutLines?: true;
}

/** Taken off the lines together, shared by value. */
export interface MemoryDiscount {
  readonly label: string;
  readonly amount: string;
  /** The rest of the order keeps its share only while it is worth as much. */
  readonly minimum?: string;
  /** A coupon, which can be used again when the whole order is canceled. */
  readonly coupon?: true;
}

/** A line that costs nothing while the rest is worth `minimum`, and `price` when it is kept below that. */
export interface MemoryFreeGift {
  readonly lineId: string;
  readonly minimum: string;
  readonly price: string;
}
