import type { Challenge } from '../model/cancellation.js';
import type { OrderLookup } from '../model/capabilities.js';
import type { Failure } from '../model/failure.js';
import type { CancellationProof } from './storefront-adapter.js';

/** What `<order-lookup>` shows: a guest's way to an order. Kept in memory only. */
export interface LookupSlice {
  /** Raised by each question: what comes back for an earlier one is dropped. */
  readonly turn: number;
  /** What was typed last, to be shown again. */
  readonly asked?: OrderLookup;
  /** Orders that were opened here, newest first: they stay listed when the shop lists none for a guest. */
  readonly opened: readonly string[];
  /** The token of the last link that has done its work: it is not offered again. */
  readonly spent?: string;
  readonly view: LookupView;
}

/** What the shop said no to, and the device's time from which on it may be asked again. */
interface Rejected {
  readonly failure?: Failure;
  readonly retryAt?: number;
}

interface Challenged extends Rejected {
  readonly challenge: Challenge;
  /** The device's time from which on the shop sends another one. */
  readonly resendAt?: number;
  /** Another one was sent. */
  readonly resent?: true;
}

export type LookupView =
  | ({ readonly step: 'asking' } & Rejected)
  | { readonly step: 'sending' }
  /** The same for everybody: whether there is such an order is not said. */
  | ({ readonly step: 'challenged' } & Challenged)
  | ({ readonly step: 'verifying' | 'resending' } & Challenged)
  | { readonly step: 'proving'; readonly proof: CancellationProof }
  /** `unconfirmed`: a confirmation was sent, and nobody knows whether it arrived. */
  | ({
      readonly step: 'unproven';
      readonly proof: CancellationProof;
      readonly unconfirmed?: true;
    } & Rejected)
  /** `confirmed`: by a link, a cancellation. Without an id its order could not be read. */
  | { readonly step: 'found'; readonly orderId?: string; readonly confirmed?: true };

/** What a link carried is about a request to cancel, and not about opening an order. */
export function isConfirmation({ orderId, cancellationId }: CancellationProof): boolean {
  return orderId !== undefined || cancellationId !== undefined;
}
