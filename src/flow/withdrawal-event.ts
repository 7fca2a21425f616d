import type { Failure } from '../model/failure.js';
import type { WithdrawalAcknowledgement, WithdrawalStatement } from '../model/withdrawal.js';
import type { SentStatement, WithdrawalDraft } from './withdrawal-state.js';

/** Null takes a field back. */
export type WithdrawalChange = {
  readonly [Field in keyof WithdrawalDraft]?: WithdrawalDraft[Field] | null;
};

/** What a shopper, or the page around, asks of `withdrawalPart`. No order: one that only the statement names. */
export type WithdrawalShopperEvent =
  | { readonly type: 'open-withdrawal'; readonly orderId?: string }
  | {
      readonly type: 'edit-withdrawal';
      readonly orderId?: string;
      readonly change: WithdrawalChange;
    }
  /** The statement exactly as it was shown. */
  | { readonly type: 'declare-withdrawal'; readonly statement: WithdrawalStatement }
  /** The same statement once more, with its key. */
  | { readonly type: 'resend-withdrawal'; readonly orderId?: string }
  /** Puts it away; what was typed stays. */
  | { readonly type: 'close-withdrawal' }
  /** After an acknowledgement: another declaration. */
  | { readonly type: 'restart-withdrawal'; readonly orderId?: string };

interface AboutSend {
  readonly epoch: number;
  readonly subject: string;
  readonly key: string;
}

export type WithdrawalEffectEvent =
  | { readonly type: 'withdrawal-sent'; readonly subject: string; readonly sent: SentStatement }
  | ({
      readonly type: 'withdrawal-answered';
      readonly acknowledgement: WithdrawalAcknowledgement;
    } & AboutSend)
  | ({
      readonly type: 'withdrawal-failed';
      readonly failure: Failure;
      readonly definite: boolean;
    } & AboutSend);
