import type { Challenge } from '../model/cancellation.js';
import type { OrderLookup } from '../model/capabilities.js';
import type { Failure } from '../model/failure.js';
import type { CancellationProof } from './storefront-adapter.js';

/** What a guest asks of `lookupPart`. */
export type LookupShopperEvent =
  | { readonly type: 'look-up'; readonly lookup: OrderLookup }
  | { readonly type: 'answer-lookup'; readonly code: string }
  /** Another code or link, please. */
  | { readonly type: 'resend-lookup' }
  /** Back to the form, from wherever; what is under way counts no more. */
  | { readonly type: 'restart-lookup' }
  /** What a link carried, after the shopper has pressed for it. */
  | { readonly type: 'open-proof'; readonly proof: CancellationProof };

/** Names one question. */
export interface LookupTurn {
  readonly epoch: number;
  readonly turn: number;
}

/** `at`: the device's time. */
export type LookupEffectEvent =
  | ({
      readonly type: 'lookup-challenged';
      readonly challenge: Challenge;
      readonly at: number;
    } & LookupTurn)
  | ({
      readonly type: 'lookup-failed';
      readonly failure: Failure;
      readonly at: number;
      /** A write may have arrived all the same. */
      readonly unconfirmed?: true;
    } & LookupTurn)
  | ({
      readonly type: 'lookup-found';
      readonly orderId?: string;
      readonly confirmed?: true;
    } & LookupTurn);
