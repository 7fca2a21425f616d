import type { LineSelection } from '../model/cancellation.js';
import type { Failure } from '../model/failure.js';
import type { WithdrawalAcknowledgement, WithdrawalStatement } from '../model/withdrawal.js';
import type { Instant } from '../model/time.js';
import type { SentAt } from './flow-state.js';

/** What `<contract-withdrawal>` shows: declarations under the statutory right. Kept in memory only. */
export interface WithdrawalSlice {
  /** The declaration on screen: a new object each time somebody asks for it. */
  readonly open?: { readonly subject: string };
  /** By order; `''` where no order was named. */
  readonly declarations: ReadonlyMap<string, WithdrawalDeclaration>;
  /** What the shop has acknowledged on this page, newest first. */
  readonly received: readonly WithdrawalAcknowledgement[];
}

/** What was typed or chosen; what is missing is shown as it is known otherwise. */
export interface WithdrawalDraft {
  readonly name?: string;
  readonly contract?: string;
  readonly contact?: string;
  readonly contactKind?: WithdrawalStatement['contact']['kind'];
  readonly lines?: readonly LineSelection[] | 'all';
  /** Which part, in words, where there is no order to choose lines from. */
  readonly part?: string;
}

/** One statement, and its key: the same for each attempt. */
export interface SentStatement {
  readonly key: string;
  readonly statement: WithdrawalStatement;
  /** Of its first attempt. */
  readonly at: SentAt;
  /** A send of the key has left nobody knows where to: no refusal afterwards shows that it did not arrive. */
  readonly unanswered: boolean;
}

interface DeclarationBase {
  readonly draft: WithdrawalDraft;
  readonly sent?: SentStatement;
  /** The first attempt of all, also where the statement was changed afterwards. */
  readonly firstAt?: SentAt;
}

export type WithdrawalDeclaration =
  /** `failure`: what was sent was turned away, for certain. */
  | (DeclarationBase & { readonly step: 'stating'; readonly failure?: Failure })
  | (DeclarationBase & { readonly step: 'sending'; readonly sent: SentStatement })
  /** Sent, and nobody knows whether it arrived. */
  | (DeclarationBase & {
      readonly step: 'unconfirmed';
      readonly sent: SentStatement;
      readonly failure: Failure;
    })
  | (DeclarationBase & {
      readonly step: 'acknowledged';
      readonly acknowledgement: WithdrawalAcknowledgement;
    });

/** For the page's own scripts. Never a name, an address or the statement. */
export interface WithdrawalFactDetail {
  readonly orderId?: string;
  /** What the shopper reads: "#1001". Absent while the order is not in memory. */
  readonly orderNumber?: string;
}
export interface WithdrawalAcknowledgedDetail extends WithdrawalFactDetail {
  readonly reference?: string;
  /** By the shop's clock. */
  readonly receivedAt: Instant;
  readonly late?: true;
}

export type WithdrawalFact =
  | { readonly type: 'withdrawal-submitted'; readonly detail: WithdrawalFactDetail }
  | { readonly type: 'withdrawal-acknowledged'; readonly detail: WithdrawalAcknowledgedDetail };
