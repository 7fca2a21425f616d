import type { Failure } from '../model/failure.js';
import type { SupportMessage, SupportReceipt } from '../model/support.js';
import type { SentMessage, SupportContext, SupportDraft } from './support-state.js';

/** What a shopper, or the page around, asks of `supportPart`. */
export type SupportShopperEvent =
  /** Something on the page leads to the form, with what it is about. What was typed stays. */
  | ({ readonly type: 'open-support' } & SupportContext)
  | { readonly type: 'edit-support'; readonly change: SupportDraft }
  /** The message exactly as it was shown. */
  | { readonly type: 'send-support'; readonly message: SupportMessage }
  /** The same message once more, with its key. */
  | { readonly type: 'resend-support' }
  /** After an answer: another message. */
  | { readonly type: 'restart-support' };

interface AboutSend {
  readonly epoch: number;
  readonly key: string;
}

export type SupportEffectEvent =
  | { readonly type: 'support-sent'; readonly sent: SentMessage }
  | ({ readonly type: 'support-answered'; readonly receipt: SupportReceipt } & AboutSend)
  | ({
      readonly type: 'support-failed';
      readonly failure: Failure;
      readonly definite: boolean;
      /** The device's time. */
      readonly at: number;
    } & AboutSend);
