/** The shop's words for guests, for support and for declarations: on a page of the shop's, and in its mails. */
export interface Words {
  readonly language: string;
  codeMail(facts: CodeFacts): Letter;
  ticketMail(facts: TicketFacts): Letter;
  withdrawalMail(facts: DeclarationFacts): Letter;
  readonly errors: Readonly<Record<string, string>>;
  readonly supportTime: string;
  readonly right: RightWords;
  readonly declaration: DeclarationWords;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

export interface CodeFacts {
  readonly number: string;
  readonly code: string;
  readonly link: string;
  readonly minutes: number;
}

/** Number and message are for who is known to have written them. */
export interface TicketFacts {
  readonly reference: string;
  readonly orderNumber: string | undefined;
  readonly message: string | undefined;
}

export interface DeclarationFacts {
  readonly reference: string;
  /** Date, time and time zone, as they are written. */
  readonly received: string;
  readonly content: readonly (readonly [label: string, value: string])[];
  readonly late: boolean;
}

export interface RightWords {
  readonly notBegun: string;
  readonly exempt: Readonly<Record<string, string>>;
  readonly otherwiseExempt: string;
}

export interface DeclarationWords {
  /** What is declared, where the page did not bring words of its own. */
  readonly statement: string;
  readonly title: string;
  readonly check: string;
  /** The second button: these words alone, as the law has them. */
  readonly confirm: string;
  readonly goOn: string;
  readonly received: string;
  readonly keep: string;
  readonly mailed: (address: string) => string;
  readonly late: string;
  readonly missing: string;
  readonly labels: {
    readonly name: string;
    readonly contract: string;
    readonly contact: string;
    readonly scope: string;
    readonly everything: string;
    readonly statement: string;
    readonly reference: string;
    readonly receivedAt: string;
  };
}
