import type { WithdrawalChange } from '../../flow/withdrawal-event.js';
import type { WithdrawalAcknowledgement } from '../../model/withdrawal.js';
import type { CopyController } from '../../ui/copy-controller.js';

/** What presses in the views lead to. */
export interface WithdrawalHandlers {
  readonly open: (event: Event) => void;
  readonly close: () => void;
  readonly edit: (change: WithdrawalChange) => void;
  /** Another way than by e-mail. */
  readonly chooseContact: () => void;
  readonly confirm: () => void;
  readonly resend: () => void;
  /** Back to the statement, to change it. */
  readonly change: () => void;
  readonly restart: () => void;
  readonly print: (acknowledgement: WithdrawalAcknowledgement) => void;
  readonly download: (acknowledgement: WithdrawalAcknowledgement) => void;
  readonly toggleReceipt: (id: string) => void;
  readonly textOf: (acknowledgement: WithdrawalAcknowledgement) => string;
  readonly contact: (event: Event) => void;
}

/** What the element itself remembers of its views. */
export interface ViewMemory {
  /** Confirming was tried: what is missing is said. */
  readonly isTried: boolean;
  /** The receipt that is unfolded. */
  readonly receiptId: string | undefined;
  readonly headingLevel: number;
  readonly contactHref: string | undefined;
  readonly modelFormHref: string | undefined;
  /** The shop takes statements here. */
  readonly canDeclare: boolean;
  readonly copies: CopyController;
}
