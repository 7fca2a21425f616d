import type { RefundDestination } from './cancellation.js';
import type { Money } from './money.js';
import type { ProcessingTime } from './order.js';
import type { Expectation } from './time.js';

/** What would come back. Made by the shop; an adapter never computes one from prices. */
export interface CancellationPreview {
  /** False: the shop calls it an estimate, and so do we. */
  readonly exact: boolean;
  readonly processing?: ProcessingTime;
  readonly refund: PreviewRefund;
  readonly benefits: readonly PreviewBenefit[];
}
export type PreviewRefund =
  | 'unknown'
  | { readonly kind: 'none'; readonly why: 'not-paid' | 'pay-on-delivery' | 'other' }
  | {
      readonly kind: 'amount';
      readonly total: Money;
      /** Signed; they add up to `total`, else a data issue. */
      readonly parts: readonly {
        readonly kind: 'lines' | 'shipping' | 'tax' | 'discount' | 'fee' | 'adjustment' | 'other';
        readonly label?: string;
        readonly amount: Money;
      }[];
      /** Add up to `total` too. Empty: not said. */
      readonly destinations: readonly (RefundDestination & {
        readonly amount?: Money;
        readonly expected?: Expectation;
      })[];
    };
export interface PreviewBenefit {
  readonly kind: 'coupon' | 'points' | 'gift-card' | 'free-gift' | 'promotion';
  readonly label: string;
  readonly points?: number;
  readonly amount?: Money;
  readonly outcome: 'returned' | 'lost' | 'kept' | 'reduced' | 'unknown';
  readonly message?: string;
}
