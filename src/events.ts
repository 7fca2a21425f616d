import type { CancellationFact } from './flow/facts.js';
import type { LineSelection } from './model/cancellation.js';
import type { DataIssue } from './model/data-issue.js';
import type { BlockCode } from './model/eligibility.js';
import type { Failure } from './model/failure.js';
import type {
  WithdrawalAcknowledgedDetail,
  WithdrawalFactDetail,
} from './flow/withdrawal-state.js';

/** An order that an event is about. */
export interface OrderDetail {
  readonly orderId: string;
  /** What the shopper reads: "#1001". */
  readonly orderNumber?: string;
}

/** What a shopper is about to ask the shop for. Never a note. */
export interface CancellationRequestDetail extends OrderDetail {
  readonly lines: readonly LineSelection[] | 'all';
  readonly reasonCode?: string;
}

export interface RetractionRequestDetail extends OrderDetail {
  readonly cancellationId: string;
}

/** What the shopper was stuck on. */
export interface SupportContactDetail {
  readonly orderId?: string;
  readonly orderNumber?: string;
  readonly lineId?: string;
  readonly cancellationId?: string;
  readonly about?:
    BlockCode | 'cancellation' | 'refund' | 'declined' | 'unconfirmed' | 'withdrawal' | 'other';
}

export interface OrdersLoadedDetail {
  /** Orders in the list now, all pages together. */
  readonly count: number;
  readonly total?: number;
}

export interface AdapterFailureDetail {
  /** The adapter's method: "getOrder". */
  readonly method: string;
  readonly failure: Failure;
  /** For logs; never shown. */
  readonly message?: string;
}

/**
 * Every public event and its detail: the only list. Names ending in `-request` are cancelable questions before something happens,
 * the others facts after. All bubble and are composed.
 */
export interface RescindEventMap {
  'orders-loaded': CustomEvent<OrdersLoadedDetail>;
  'order-selected': CustomEvent<OrderDetail>;
  'cancellation-review-request': CustomEvent<OrderDetail>;
  'cancellation-reviewed': CustomEvent<OrderDetail>;
  'cancellation-request': CancellationRequestEvent;
  'cancellation-dismissed': CustomEvent<OrderDetail>;
  'cancellation-submitted': CustomEvent<CancellationFact>;
  'cancellation-received': CustomEvent<CancellationFact>;
  'cancellation-updated': CustomEvent<CancellationFact>;
  'cancellation-completed': CustomEvent<CancellationFact>;
  'cancellation-declined': CustomEvent<CancellationFact>;
  'cancellation-failed': CustomEvent<CancellationFact>;
  'cancellation-unconfirmed': CustomEvent<CancellationFact>;
  'cancellation-retracted': CustomEvent<CancellationFact>;
  'cancellation-refund-updated': CustomEvent<CancellationFact>;
  'retraction-request': CustomEvent<RetractionRequestDetail>;
  'sign-in-request': CustomEvent<Partial<OrderDetail>>;
  'support-contact-request': CustomEvent<SupportContactDetail>;
  'withdrawal-request': CustomEvent<Partial<OrderDetail>>;
  'withdrawal-submitted': CustomEvent<WithdrawalFactDetail>;
  'withdrawal-acknowledged': CustomEvent<WithdrawalAcknowledgedDetail>;
  'data-issue': CustomEvent<DataIssue>;
  'adapter-failure': CustomEvent<AdapterFailureDetail>;
}

/**
 * Asks the page before a request is sent. `preventDefault()` keeps the order. `waitUntil(promise)` holds the request until the promise
 * settles: `false`, a rejection, or 10 seconds without an answer stop it and say so. It may be called only while the event is dispatched.
 */
export interface CancellationRequestEvent extends CustomEvent<CancellationRequestDetail> {
  waitUntil(check: Promise<unknown>): void;
}

declare global {
  // Typed listeners on every element: the events bubble.
  interface HTMLElementEventMap extends RescindEventMap {}
}
