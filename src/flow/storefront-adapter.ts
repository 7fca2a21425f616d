import type {
  Cancellation,
  CancellationDraft,
  CancellationRef,
  CancellationRequest,
  CancellationResult,
  Challenge,
  ReasonChoice,
} from '../model/cancellation.js';
import type { Capabilities, OrderLookup } from '../model/capabilities.js';
import type { Block } from '../model/eligibility.js';
import type { Failure, FailureCode } from '../model/failure.js';
import type { Order, OrderStatus, Page } from '../model/order.js';
import type { CancellationPreview } from '../model/preview.js';
import type { FaqEntry, SupportMessage, SupportReceipt } from '../model/support.js';
import type { WithdrawalAcknowledgement, WithdrawalStatement } from '../model/withdrawal.js';

/** The port: all that an embedding team implements. Each method settles or rejects with `AdapterError`, and stops when `signal` aborts. */
export interface StorefrontAdapter {
  /** Newest first. */
  listOrders(query: OrderQuery, call: Call): Promise<Page<Order>>;
  /** Complete: all lines, and an eligibility that is not 'ask'. Foreign and missing alike: 'not-found'. */
  getOrder(orderId: string, call: Call): Promise<Order>;
  /**
   * Asks once. Resolves when the shop has it, also if its answer has no body (then an empty list).
   * A read that fails after an accepted write does not reject: the write is what counts.
   */
  requestCancellation(request: CancellationRequest, call: WriteCall): Promise<CancellationResult>;

  describe?(call: Call): Promise<Capabilities>;
  listReasons?(orderId: string, call: Call): Promise<ReasonChoice>;
  previewCancellation?(draft: CancellationDraft, call: Call): Promise<CancellationPreview>;
  /** One read for all. A ref that the shop does not know is left out. Default: `getOrder` once per order. */
  getCancellations?(refs: readonly CancellationRef[], call: Call): Promise<readonly Cancellation[]>;
  /** One call for all. Resolves when the shop ends it, rejects on failure, ends on `call.signal`. */
  watchCancellations?(
    refs: readonly CancellationRef[],
    on: WatchHandlers,
    call: Call,
  ): Promise<void>;
  retractCancellation?(ref: CancellationRef, call: WriteCall): Promise<CancellationResult>;
  confirmCancellation?(proof: CancellationProof, call: WriteCall): Promise<CancellationResult>;
  /** Guests. Where a code is sent, the answer is always a challenge, whether the order exists or not. */
  findOrder?(lookup: OrderLookup, call: Call): Promise<LookupResult>;
  verifyLookup?(answer: ChallengeAnswer, call: Call): Promise<Order>;
  /** Another code or link for the same challenge. Absent: the lookup or the request is repeated. */
  resendChallenge?(challengeId: string, call: WriteCall): Promise<Challenge>;
  submitWithdrawal?(
    statement: WithdrawalStatement,
    call: WriteCall,
  ): Promise<WithdrawalAcknowledgement>;
  contactSupport?(message: SupportMessage, call: WriteCall): Promise<SupportReceipt>;
  listFaq?(call: Call): Promise<readonly FaqEntry[]>;
}

export interface OrderQuery {
  /** How many; the platform may give fewer. */
  readonly first: number;
  /** `next` of the page before; `first`, `search` and `status` are then as they were. */
  readonly after?: string;
  readonly search?: string;
  readonly status?: OrderStatus;
}
export interface Call {
  readonly signal: AbortSignal;
  /** BCP 47: the language that texts should come in. */
  readonly locale: string;
}
export interface WriteCall extends Call {
  /** The same for each attempt of one intent; 16 to 64 characters of A–Z, a–z, 0–9, "-" and "_". */
  readonly idempotencyKey: string;
}
/** `open` after each connect and reconnect: the flow then reads all refs once. */
export interface WatchHandlers {
  readonly open: () => void;
  readonly update: (update: CancellationUpdate) => void;
}
export type CancellationUpdate =
  { readonly cancellation: Cancellation } | { readonly order: Order };
export type LookupResult = { readonly order: Order } | { readonly challenge: Challenge };
/** A typed code with its challenge, or what a link in a message carried. */
export interface CancellationProof {
  readonly orderId?: string;
  readonly cancellationId?: string;
  readonly challengeId?: string;
  readonly token: string;
}
export interface ChallengeAnswer {
  readonly challengeId: string;
  readonly code: string;
}

/** The only error that an adapter throws on purpose. `message` is for logs; `detail` is for the shopper. */
export class AdapterError extends Error implements Failure {
  override readonly name = 'AdapterError';
  readonly code: FailureCode;
  /** False only when it is certain that nothing left the device. */
  declare readonly sent?: boolean;
  declare readonly detail?: string;
  declare readonly blocks?: readonly Block[];
  declare readonly field?: string;
  declare readonly retryAfterMs?: number;
  declare readonly platformCode?: string;
  declare readonly url?: string;
  constructor(code: FailureCode, more: AdapterErrorOptions = {}) {
    super(more.message ?? code, more.cause === undefined ? undefined : { cause: more.cause });
    const { message: _message, cause: _cause, ...facts } = more;
    this.code = code;
    Object.assign(this, facts);
  }
}
export interface AdapterErrorOptions extends Omit<Failure, 'code'> {
  readonly sent?: boolean;
  readonly message?: string;
  readonly cause?: unknown;
}
