import type { Failure } from '../model/failure.js';
import type { SupportMessage, SupportReceipt } from '../model/support.js';

/** What a message is about. In a draft an empty text means: taken away by the shopper. */
export interface SupportContext {
  readonly orderId?: string;
  /** What the shopper reads: "#1001". */
  readonly orderNumber?: string;
  readonly lineId?: string;
  readonly cancellationId?: string;
  readonly about?: NonNullable<SupportMessage['about']>;
}

/** What was typed or chosen; what is missing is shown as it is known otherwise. */
export interface SupportDraft extends SupportContext {
  readonly message?: string;
  readonly email?: string;
}

/** One message, and its key: the same for each attempt. */
export interface SentMessage {
  readonly key: string;
  readonly message: SupportMessage;
  /** A send of the key has left nobody knows where to: no refusal afterwards shows that it did not arrive. */
  readonly unanswered: boolean;
}

/** What `<support-request>` shows. Kept in memory only. */
export interface SupportSlice {
  readonly draft: SupportDraft;
  /** A new object each time something on the page leads to the form: it comes into sight. */
  readonly wanted?: SupportContext;
  readonly view: SupportView;
}

export type SupportView =
  /** `failure`: what was sent was turned away, for certain. */
  | {
      readonly step: 'writing';
      readonly sent?: SentMessage;
      readonly failure?: Failure;
      /** The device's time from which on the shop may be asked again. */
      readonly retryAt?: number;
    }
  | { readonly step: 'sending'; readonly sent: SentMessage }
  /** Sent, and nobody knows whether it arrived. */
  | {
      readonly step: 'unconfirmed';
      readonly sent: SentMessage;
      readonly failure: Failure;
      readonly retryAt?: number;
    }
  | { readonly step: 'received'; readonly sent: SentMessage; readonly receipt: SupportReceipt };
