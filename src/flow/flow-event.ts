import type {
  Cancellation,
  CancellationRef,
  CancellationResult,
  Challenge,
  LineSelection,
  ReasonChoice,
} from '../model/cancellation.js';
import type { Capabilities } from '../model/capabilities.js';
import type { Failure } from '../model/failure.js';
import type { Order, OrderStatus, Page } from '../model/order.js';
import type { CancellationPreview } from '../model/preview.js';
import type { FaqEntry } from '../model/support.js';
import type { Operation, OperationBase, SentAt } from './flow-state.js';
import type { LookupEffectEvent, LookupShopperEvent } from './lookup-event.js';
import type { SupportEffectEvent, SupportShopperEvent } from './support-event.js';
import type { WithdrawalEffectEvent, WithdrawalShopperEvent } from './withdrawal-event.js';

/** What a shopper, an element or the page around asks for. */
export type ShopperEvent =
  | LookupShopperEvent
  | SupportShopperEvent
  | WithdrawalShopperEvent
  | {
      readonly type: 'load-orders';
      readonly first?: number;
      readonly search?: string;
      readonly status?: OrderStatus;
    }
  | { readonly type: 'load-more' }
  /** Reads one order again, or the first page. */
  | { readonly type: 'refresh'; readonly orderId?: string }
  | { readonly type: 'select-order'; readonly orderId: string }
  /** The dialog is likely to be wanted soon. */
  | { readonly type: 'warm' }
  | { readonly type: 'open'; readonly orderId: string; readonly lines?: readonly LineSelection[] }
  | { readonly type: 'dismiss' }
  | { readonly type: 'retry-prepare' }
  | { readonly type: 'edit'; readonly change: DraftChange }
  /** `check` is the page's own: false or a rejection stops it. */
  | {
      readonly type: 'confirm';
      readonly check?: () => Promise<boolean>;
      readonly policyAcceptedAt?: string;
    }
  | { readonly type: 'check-now'; readonly orderId: string }
  | { readonly type: 'resend'; readonly orderId: string }
  | { readonly type: 'put-away'; readonly orderId: string }
  | { readonly type: 'retract'; readonly orderId: string; readonly cancellationId: string }
  | { readonly type: 'confirm-challenge'; readonly orderId: string; readonly token: string }
  | { readonly type: 'resend-challenge'; readonly orderId: string }
  | { readonly type: 'load-faq' }
  | { readonly type: 'show-entry'; readonly id: string; readonly orderId?: string }
  /** The page says that somebody signed in, or that it does not know any more: everything is read again. */
  | { readonly type: 'signed-in' }
  | { readonly type: 'locale-changed'; readonly locale: string };

/** Null takes a field back. */
export interface DraftChange {
  readonly lines?: readonly LineSelection[] | 'all';
  readonly reasonCode?: string | null;
  readonly note?: string | null;
}

/** When a call began and when its answer was taken, on the flow's one counter; and by the clocks. */
export interface Stamp {
  readonly epoch: number;
  readonly startedAt: number;
  readonly at: number;
  /** Monotonic milliseconds when the call began. */
  readonly started: number;
  /** The shop's clock when the call began, in milliseconds since 1970; where it tells its time. */
  readonly shop?: number;
  /** The shop's clock minus the device's, to show times by. */
  readonly offset?: number;
}

/** Names one send. */
export interface SendId {
  readonly epoch: number;
  readonly orderId: string;
  readonly key: string;
  readonly attempt: number;
}

/** How a read came about: only a complete read of the order can show that something is not there. */
export type ReadKind = 'order' | 'list' | 'refs' | 'push';

/** What effects bring back. */
export type EffectEvent =
  | LookupEffectEvent
  | SupportEffectEvent
  | WithdrawalEffectEvent
  /** What the shopper asked for needs code that could not be fetched; nothing was done. */
  | { readonly type: 'parts-failed' }
  | { readonly type: 'described'; readonly capabilities: Capabilities; readonly epoch: number }
  | {
      readonly type: 'orders-loaded';
      readonly page: Page<Order>;
      readonly append: boolean;
      readonly query: number;
      readonly stamp: Stamp;
    }
  | { readonly type: 'orders-failed'; readonly failure: Failure; readonly stamp: Stamp }
  | {
      readonly type: 'order-read';
      readonly order: Order;
      readonly kind: ReadKind;
      readonly stamp: Stamp;
    }
  | {
      readonly type: 'cancellations-read';
      readonly cancellations: readonly Cancellation[];
      readonly kind: 'refs' | 'push';
      readonly stamp: Stamp;
    }
  | {
      readonly type: 'read-failed';
      readonly orderId?: string;
      readonly failure: Failure;
      readonly stamp: Stamp;
    }
  | {
      readonly type: 'prepared';
      readonly orderId: string;
      readonly draftId: number;
      readonly signature: string;
      readonly stamp: Stamp;
    }
  | {
      readonly type: 'prepare-failed';
      readonly draftId: number;
      readonly failure: Failure;
      readonly stamp: Stamp;
    }
  | { readonly type: 'reasons-loading' | 'preview-loading'; readonly draftId: number }
  | { readonly type: 'reasons-loaded'; readonly draftId: number; readonly reasons: ReasonChoice }
  | {
      readonly type: 'reasons-failed' | 'preview-failed';
      readonly draftId: number;
      readonly failure: Failure;
    }
  | { readonly type: 'previewed'; readonly draftId: number; readonly preview: CancellationPreview }
  | { readonly type: 'checked'; readonly token: number; readonly ok: boolean }
  | { readonly type: 'lock-busy' | 'outdated'; readonly token: number }
  | { readonly type: 'begin'; readonly operation: OperationBase }
  /** The key of a request that was not received is sent again. */
  | ({ readonly type: 'resent'; readonly sentAt: SentAt } & SendId)
  | ({
      readonly type: 'answered';
      readonly result: CancellationResult;
      readonly stamp: Stamp;
    } & SendId)
  | ({
      readonly type: 'failed';
      readonly failure: Failure;
      readonly definite: boolean;
      readonly stamp: Stamp;
    } & SendId)
  | ({ readonly type: 'timed-out' } & SendId)
  | ({ readonly type: 'challenge-resent'; readonly challenge: Challenge } & Omit<SendId, 'attempt'>)
  | { readonly type: 'settle-started'; readonly orderId: string; readonly key: string }
  | {
      readonly type: 'settle-failed';
      readonly orderId: string;
      readonly key: string;
      readonly failure: Failure;
      readonly stamp: Stamp;
    }
  | { readonly type: 'expired'; readonly orderId: string; readonly key: string }
  /** A stored entry: of this tab before a reload, or of another tab. */
  | { readonly type: 'entry'; readonly operation: Operation; readonly epoch: number }
  | { readonly type: 'watch'; readonly orderId: string; readonly refs: readonly CancellationRef[] }
  | { readonly type: 'faq-loading' }
  | { readonly type: 'faq-loaded'; readonly entries: readonly FaqEntry[] }
  | { readonly type: 'faq-failed'; readonly failure: Failure }
  | { readonly type: 'connection-changed'; readonly online: boolean }
  /** A sign-in, with the flow's counter: a 401 of an older call says nothing. */
  | { readonly type: 'session-started'; readonly at: number }
  /** Somebody looks again, or the network is back: what is open is read at once. */
  | { readonly type: 'returned' }
  | { readonly type: 'scope-changed'; readonly scope: string };

export type FlowEvent = ShopperEvent | EffectEvent;
export type FlowEventType = FlowEvent['type'];
