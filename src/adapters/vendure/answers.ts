import type { Instant } from '../../model/time.js';

/** What the documents bring, as the engine's schema promises it. The flow's parsers check what becomes of it. */

export interface VendureBlock {
  readonly code: string;
  readonly lineId: string | null;
  readonly message: string;
  readonly remedy: string | null;
}

export interface VendureEligibility {
  readonly allowed: boolean;
  readonly scope: string;
  readonly until: Instant;
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly blocks: readonly VendureBlock[];
  readonly lines: readonly {
    readonly lineId: string;
    readonly max: number;
    readonly blocks: readonly VendureBlock[];
  }[];
}

export interface VendureRefundPart {
  readonly state: string;
  readonly amount: number;
  readonly kind: string;
  readonly label: string;
  readonly at: Instant | null;
}

export interface VendureRequest {
  readonly id: string;
  readonly orderId: string;
  readonly code: string;
  readonly state: string;
  readonly idempotencyKey: string;
  readonly requestedAt: Instant;
  readonly changedAt: Instant;
  readonly retractableUntil: Instant | null;
  readonly expectedBy: Instant | null;
  readonly reasonCode: string | null;
  readonly reasonLabel: string | null;
  readonly note: string | null;
  readonly pollAfterMs: number | null;
  readonly lines: readonly {
    readonly lineId: string;
    readonly quantity: number;
    readonly outcome: string;
    readonly message: string | null;
  }[];
  readonly refund: {
    readonly state: string;
    readonly amount: number;
    readonly currencyCode: string;
    readonly expectedText: string;
    readonly parts: readonly VendureRefundPart[];
  };
  readonly decline: VendureBlock | null;
  readonly timeline: readonly {
    readonly at: Instant;
    readonly state: string | null;
    readonly message: string | null;
  }[];
  /** Only in the answer of a write. */
  readonly order?: VendureOrder | null;
}

export interface VendureLine {
  readonly id: string;
  readonly orderPlacedQuantity: number;
  readonly unitPriceWithTax: number;
  readonly placedLinePriceWithTax: number;
  readonly productVariant: {
    readonly sku: string;
    readonly name: string;
    readonly options: readonly { readonly name: string }[];
    readonly product: { readonly name: string };
  };
  readonly featuredAsset: { readonly preview: string } | null;
}

export interface VendurePayment {
  readonly method: string;
  /** The Shop API shows `public` alone. */
  readonly metadata: { readonly public?: { readonly label?: unknown } } | null;
}

export interface VendureOrder {
  readonly id: string;
  readonly code: string;
  /** Null: still a cart. */
  readonly orderPlacedAt: Instant | null;
  readonly currencyCode: string;
  readonly lines: readonly VendureLine[];
  readonly payments: readonly VendurePayment[] | null;
  /** Null: a cart, or somebody else's. */
  readonly cancellation: VendureOrderCancellation | null;
  readonly withdrawal: VendureRight | null;
}

export interface VendureOrders {
  readonly totalItems: number;
  readonly items: readonly VendureOrder[];
}

export interface VendureRight {
  readonly applies: string;
  readonly until: Instant | null;
  readonly partial: boolean;
  readonly message: string | null;
  readonly exemptions: readonly {
    readonly lineId: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly acknowledgements: readonly VendureAcknowledgement[];
}

export interface VendureAcknowledgement {
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly timeZone: string;
  readonly late: boolean;
  readonly sentTo: string | null;
  readonly statement: {
    readonly orderId: string | null;
    readonly contract: string;
    readonly name: string;
    readonly contact: { readonly kind: string; readonly value: string };
    readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] | null;
    readonly scopeText: string | null;
    readonly statement: string;
  };
}

export interface VendureChallenge {
  readonly id: string;
  readonly kind: string;
  readonly channel: string;
  readonly sentTo: string;
  readonly codeLength: number;
  readonly validForMs: number;
  readonly resendAfterMs: number;
}

export interface VendureReceipt {
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly expectedText: string;
}

/** As of one moment. */
export interface VendureOrderCancellation {
  readonly state: string;
  readonly revision: string;
  readonly totalWithTax: number;
  readonly placedTotalWithTax: number;
  readonly quantities: readonly VendureQuantity[];
  readonly eligibility: VendureEligibility;
  readonly requests: readonly VendureRequest[];
  readonly otherRefunds: readonly {
    readonly id: string;
    readonly state: string;
    readonly amount: number;
    readonly label: string;
    readonly at: Instant;
  }[];
}

export interface VendureQuantity {
  readonly lineId: string;
  /** What is left. */
  readonly quantity: number;
  readonly shipped: number;
}

/** What a union holds instead of what was asked for. */
export interface VendureRefusal {
  readonly __typename: string;
  readonly errorCode: string;
  readonly message: string;
  readonly blocks?: readonly VendureBlock[];
  readonly field?: string;
  readonly retryAfterSeconds?: number;
}

export interface VendureQuote {
  readonly exact: boolean;
  readonly currencyCode: string;
  readonly total: number;
  readonly items: number;
  readonly discount: number;
  readonly shipping: number;
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly expectedText: string;
  readonly destinations: readonly {
    readonly kind: string;
    readonly label: string;
    readonly amount: number;
  }[];
  readonly coupons: readonly {
    readonly code: string;
    readonly returned: boolean;
    readonly message: string;
  }[];
}

export type Named<Name extends string, T> = T & { readonly __typename: Name };

export function isRefusal<T extends { readonly __typename: string }>(
  answer: T | VendureRefusal,
): answer is VendureRefusal {
  return 'errorCode' in answer;
}
