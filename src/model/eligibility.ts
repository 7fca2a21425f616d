import type { Instant } from './time.js';

/** Whether the shop would take a request now. Advice: the shop decides when asked. */
export interface Eligibility {
  readonly allowed: boolean;
  /** What may be chosen. From the platform's write operation, never from per-line figures. */
  readonly scope: 'order' | 'lines' | 'quantities';
  /**
   * 'immediate' only where an accepted request is always carried out at once (Adobe Commerce, Woo).
   * 'request' in every other case, mixed and doubtful ones included: it may be completed at once, and nothing was promised.
   */
  readonly mode: 'immediate' | 'request';
  readonly until?: Instant;
  /** Why not. Not empty when `allowed` is false; 'unknown' where the platform only says no. */
  readonly blocks: readonly Block[];
  /** Only with scope 'lines' or 'quantities'. A line not named: its whole open quantity. */
  readonly lines?: readonly LineEligibility[];
}
export interface LineEligibility {
  readonly lineId: string;
  readonly max: number;
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly code: BlockCode;
  readonly lineId?: string;
  /** The shop's own words, in the language of the call. */
  readonly message?: string;
  readonly platformCode?: string;
  readonly remedy?: Remedy;
  readonly url?: string;
  readonly faqId?: string;
}
export type BlockCode =
  | 'shipped'
  | 'delivered'
  | 'in-fulfillment'
  | 'already-canceled'
  | 'cancellation-pending'
  | 'window-expired'
  | 'promotional'
  | 'final-sale'
  | 'custom-made'
  | 'digital'
  | 'payment-pending'
  | 'invoiced'
  | 'on-hold'
  | 'seller-policy'
  | 'quantity-exceeded'
  | 'disabled'
  | 'not-owner'
  | 'unknown';
export type Remedy =
  'contact-support' | 'return' | 'refuse-delivery' | 'wait' | 'sign-in' | 'withdraw' | 'none';
