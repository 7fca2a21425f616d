import type { BlockCode } from './eligibility.js';
import type { Expectation, Instant } from './time.js';

export interface SupportMessage {
  readonly orderId?: string;
  readonly orderNumber?: string;
  /** The one of the order's lines that it is about. */
  readonly lineId?: string;
  readonly cancellationId?: string;
  /** What the shopper was stuck on. */
  readonly about?:
    BlockCode | 'cancellation' | 'refund' | 'declined' | 'unconfirmed' | 'withdrawal' | 'other';
  readonly message: string;
  /** Asked only when nobody is signed in. */
  readonly email?: string;
}
export interface SupportReceipt {
  readonly reference?: string;
  readonly receivedAt?: Instant;
  readonly expected?: Expectation;
  readonly url?: string;
}
export interface FaqEntry {
  /** What `Block.faqId` points at; also the fragment in the page. */
  readonly id: string;
  readonly question: string;
  /** Plain text; a blank line parts paragraphs. */
  readonly answer: string;
  /** Blocks that this entry explains. */
  readonly about?: readonly BlockCode[];
  readonly url?: string;
}
