import type { LineSelection } from './cancellation.js';
import type { CalendarDate, Instant } from './time.js';

/** What the shop says about the statutory right for one order. Absent on the order: not said, so the control is shown. */
export interface WithdrawalRight {
  /** 'no' only when the shop says so; the only value that hides the control. */
  readonly applies: 'yes' | 'no' | 'unknown';
  /** From the shop, never computed. */
  readonly until?: Instant | CalendarDate;
  readonly partial: boolean;
  readonly message?: string;
  /** What the shop says is not covered. It never hides the control: who sees it differently can declare all the same. */
  readonly exemptions?: readonly WithdrawalExemption[];
  /** What was declared before, newest first. */
  readonly acknowledgements?: readonly WithdrawalAcknowledgement[];
}
/** Something that the right does not cover, as the shop says. */
export interface WithdrawalExemption {
  /** Absent: the whole order. */
  readonly lineId?: string;
  /**
   * Which exception of the law: 'custom-made', 'perishable', 'sealed-hygiene', 'sealed-media', 'digital', 'service-performed',
   * 'dated-service', 'mixed', 'price-fluctuation', 'periodical', 'auction', 'urgent-repair', or the shop's own code.
   */
  readonly code: string;
  /** The shop's own words, in the language of the call. */
  readonly message?: string;
}
/** The declaration. Only these fields are asked; a reason never. */
export interface WithdrawalStatement {
  /** Given when it starts from a listed order. */
  readonly orderId?: string;
  /** What identifies the contract, as the consumer typed or saw it. */
  readonly contract: string;
  readonly name: string;
  /** Where the acknowledgement goes. */
  readonly contact: { readonly kind: 'email' | 'phone' | 'other'; readonly value: string };
  /** 'all' by default. Text where there is no order to choose lines from. */
  readonly scope: 'all' | { readonly lines: readonly LineSelection[] } | { readonly text: string };
  /** The words shown to the consumer, as confirmed. */
  readonly statement: string;
}
/** Proof of receipt, to print and keep. */
export interface WithdrawalAcknowledgement {
  readonly id: string;
  readonly reference?: string;
  /** By the shop's clock. */
  readonly receivedAt: Instant;
  /** IANA name that the receipt prints: "Europe/Bucharest". */
  readonly timeZone: string;
  /** After the period, as the shop says. It is received all the same. */
  readonly late?: true;
  /** The content as received. */
  readonly statement: WithdrawalStatement;
  /** Whether the durable copy has been sent, and where (masked). */
  readonly sentTo?: string;
  readonly documentUrl?: string;
}
