/** REQUESTED → PROCESSING → REFUNDING → COMPLETED | PARTIALLY_COMPLETED; out of it: RETRACTED, DECLINED, FAILED. */
export type RequestState =
  | 'REQUESTED'
  | 'PROCESSING'
  | 'REFUNDING'
  | 'COMPLETED'
  | 'PARTIALLY_COMPLETED'
  | 'RETRACTED'
  | 'DECLINED'
  | 'FAILED';

/** The shop still has work with these. */
export const openStates: readonly RequestState[] = ['REQUESTED', 'PROCESSING', 'REFUNDING'];

/** The quantities of these are promised and not yet taken off the order. */
export const holdingStates: readonly RequestState[] = ['REQUESTED', 'PROCESSING'];

export type LineOutcome = 'PENDING' | 'CANCELED' | 'DECLINED';

/** The money's own story. */
export type RefundState = 'NONE' | 'EXPECTED' | 'PENDING' | 'ISSUED' | 'RELEASED' | 'FAILED';

export type BlockCode =
  | 'shipped'
  | 'delivered'
  | 'in-fulfillment'
  | 'already-canceled'
  | 'cancellation-pending'
  | 'window-expired'
  | 'final-sale'
  | 'custom-made'
  | 'digital'
  | 'on-hold'
  | 'quantity-exceeded'
  | 'not-owner'
  | 'unknown';

export interface Block {
  readonly code: BlockCode;
  readonly lineId?: string;
  readonly message: string;
  readonly remedy?: 'contact-support' | 'return' | 'refuse-delivery' | 'wait' | 'sign-in' | 'none';
}
