import type { CancellationRef, LineSelection, ReasonChoice } from '../model/cancellation.js';
import type { Capabilities } from '../model/capabilities.js';
import type { Block } from '../model/eligibility.js';
import type { Failure } from '../model/failure.js';
import type { Order, OrderStatus } from '../model/order.js';
import type { CancellationPreview } from '../model/preview.js';
import type { FaqEntry } from '../model/support.js';
import type { Announcement } from './announcements.js';
import type { LookupSlice } from './lookup-state.js';
import type { SupportSlice } from './support-state.js';
import type { WithdrawalSlice } from './withdrawal-state.js';

/** All that the elements show. Maps, not objects, because an order's id may be any string, `__proto__` included. */
export interface FlowState {
  /** Raised by each change of shopper; what an older epoch brings is dropped. */
  readonly epoch: number;
  /** Names the shopper, opaque. Empty: not said. */
  readonly scope: string;
  readonly locale: string;
  readonly session: 'unknown' | 'signed-in' | 'signed-out';
  /** The flow's counter at the last sign-in: a 401 of an older call says nothing. */
  readonly signedInAt: number;
  readonly connection: 'online' | 'offline';
  /** Undefined until `describe` has answered, or was found to be missing. */
  readonly capabilities?: Capabilities;
  readonly orders: OrdersSlice;
  /** What is on screen, at most one. */
  readonly dialog: Dialog | null;
  /** Kept in memory only; survive closing, refusal and sign-in. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Draft ids and check tokens are never used twice: what comes back for an old one is ignored. */
  readonly lastDraftId: number;
  /** Writes and their outcome, at most one per order; they outlive the dialog. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Open requests and refunds that are followed. */
  readonly watched: ReadonlyMap<string, readonly CancellationRef[]>;
  readonly faq: Loadable<readonly FaqEntry[]>;
  /** The FAQ entry that a block pointed at last. */
  readonly openEntry?: { readonly id: string; readonly orderId?: string };
  /** The order that the shopper last selected or submitted. */
  readonly selectedOrderId?: string;
  /** The shopper's last selection, a new object each time: choosing the same order again counts. */
  readonly selection?: { readonly orderId: string };
  /** The dialog is likely to be wanted soon: its view may be fetched. */
  readonly warmed: boolean;
  /** Shop's clock minus the device's, in milliseconds, where the shop tells its time. */
  readonly clockOffset?: number;
  readonly announcement?: Announcement;
  /** Undefined until `lookupPart` has something to hold. */
  readonly lookup?: LookupSlice;
  /** Undefined until `supportPart` has something to hold. */
  readonly support?: SupportSlice;
  /** Undefined until `withdrawalPart` has something to hold. */
  readonly withdrawal?: WithdrawalSlice;
}

export type Loadable<Value> =
  | { readonly step: 'off' }
  /** `last` is what was shown before, to be shown as outdated. */
  | { readonly step: 'loading'; readonly last?: Value }
  | { readonly step: 'ready'; readonly value: Value }
  | { readonly step: 'failed'; readonly failure: Failure };

export interface OrdersSlice {
  readonly step: 'idle' | 'loading' | 'loading-more' | 'ready' | 'failed' | 'more-failed';
  readonly failure?: Failure;
  readonly query: OrdersQuery;
  /** In the shop's order. */
  readonly listed: readonly string[];
  readonly next?: string;
  readonly total?: number;
  /** Every order in memory, listed or read alone. */
  readonly held: ReadonlyMap<string, HeldOrder>;
  /** Must be read again before a cancel button is offered. */
  readonly stale: ReadonlySet<string>;
  /** Asked for by id, not in memory, and why they could not be read. */
  readonly unread?: ReadonlyMap<string, Failure>;
}

export interface OrdersQuery {
  /** Raised by each new question; a page for an older one is dropped. */
  readonly id: number;
  readonly first: number;
  readonly search?: string;
  readonly status?: OrderStatus;
}

export interface HeldOrder {
  readonly order: Order;
  /** `getOrder` or a complete push brought it, not only a list. */
  readonly complete: boolean;
  /** The flow's counter when it was accepted. */
  readonly at: number;
  readonly cancellationsAt: ReadonlyMap<string, number>;
}

/** What the shopper puts together. */
export interface Draft {
  readonly id: number;
  readonly orderId: string;
  readonly lines: readonly LineSelection[] | 'all';
  readonly reasonCode?: string;
  readonly note?: string;
}

interface Review {
  readonly orderId: string;
  readonly draftId: number;
  readonly reasons: Loadable<ReasonChoice>;
  readonly preview: Loadable<CancellationPreview>;
  /** The stored entry's signature when this review's read started; a changed one means another look. */
  readonly signature: string;
}

export type Dialog =
  | ({ readonly step: 'preparing'; readonly failure?: Failure } & Review)
  | { readonly step: 'blocked'; readonly orderId: string; readonly blocks: readonly Block[] }
  | ({ readonly step: 'reviewing'; readonly notice?: ReviewNotice } & Review)
  /** The shop's own check and the lock; a dismissal until `begin` sends nothing. */
  | ({ readonly step: 'checking'; readonly token: number } & Review)
  | { readonly step: 'following'; readonly orderId: string; readonly cancellationId?: string };

export type ReviewNotice = 'order-changed' | 'stopped' | 'offline' | 'signed-out';

export interface OperationBase {
  readonly kind: 'request' | 'retract' | 'confirm';
  readonly orderId: string;
  readonly key: string;
  /** A confirmation's request, by its key. */
  readonly of?: string;
  /** The cancellation that a retraction or confirmation is about. */
  readonly target?: string;
  /** Raised by each new intent for this order. */
  readonly generation: number;
  /** 1 for the first send of the key. */
  readonly attempt: number;
  /** Sends of the key that nothing definite came back for. */
  readonly unanswered: number;
  /** Always spelled out, also for the whole order. */
  readonly lines: readonly LineSelection[];
  readonly whole: boolean;
  readonly before: Before;
  /** Cancellations that an answer to this operation named; proof, unlike a likely one. */
  readonly ids: readonly string[];
  readonly sentAt: SentAt;
  readonly reasonCode?: string;
  readonly revision?: string;
  readonly hadNote: boolean;
  /** What the shop answered to the last send, for certain, while an earlier one of the same key is open. */
  readonly refusal?: Failure;
  readonly origin: 'action' | 'other-tab' | 'restored';
}

/** What the order was when the shopper confirmed. */
export interface Before {
  readonly ids: readonly string[];
  /** Canceled quantity per line id. */
  readonly canceled: readonly LineSelection[];
}

export interface SentAt {
  /** The device's clock: to show, and for time to live. */
  readonly wall: number;
  /** The page's monotonic clock; counted anew from the moment of restoring after a reload. */
  readonly monotonic: number;
  /** The shop's own, where it tells. */
  readonly shop?: number;
}

export type Operation = OperationBase &
  (
    | { readonly step: 'sending' | 'settling' | 'not-received' }
    | { readonly step: 'unconfirmed'; readonly likely?: string; readonly cannotCheck?: true }
    | {
        readonly step: 'awaiting-confirmation';
        readonly failure?: Failure;
        readonly notReceived?: true;
      }
    | {
        readonly step: 'received';
        readonly evidence: 'key' | 'id' | 'order';
        /** Lines that no request of the shop's covers. */
        readonly missing?: readonly LineSelection[];
      }
    | { readonly step: 'refused'; readonly failure: Failure }
  );

export type OperationStep = Operation['step'];

type UnsettledOperation = Operation & {
  readonly step: 'sending' | 'unconfirmed' | 'settling' | 'awaiting-confirmation';
};

/** Steps in which a send is still open; no second intent for the order before they end. */
export function isUnsettled(operation: Operation | undefined): operation is UnsettledOperation {
  return (
    operation !== undefined &&
    (operation.step === 'sending' ||
      operation.step === 'unconfirmed' ||
      operation.step === 'settling' ||
      operation.step === 'awaiting-confirmation')
  );
}

/**
 * How much is known of a key's outcome; with the same attempt, less never replaces more. A request that was not received may still
 * arrive, one that only the order speaks of may turn out to wait for a code, and what the shop has said stays.
 */
export function settledness(operation: Operation): number {
  switch (operation.step) {
    case 'not-received':
      return 1;
    case 'received':
      return operation.evidence === 'order' ? 2 : 4;
    case 'awaiting-confirmation':
      return 3;
    case 'refused':
      return 4;
    default:
      return 0;
  }
}

type KeysOfAny<Union> = Union extends unknown ? keyof Union : never;
/** What belongs to a step, and not to the operation. */
type StepField = Exclude<KeysOfAny<Operation>, keyof OperationBase>;

/** The operation without what belongs to its step. */
export function baseOf(operation: OperationBase | Operation): OperationBase {
  const { step, likely, cannotCheck, failure, notReceived, evidence, missing, ...base } =
    operation as OperationBase & Partial<Record<StepField, unknown>>;
  // A field of a step that is not named above does not compile: it would be stored.
  return base satisfies Record<Exclude<keyof typeof base, keyof OperationBase>, never>;
}

export function initialState(options: {
  readonly scope: string;
  readonly locale: string;
  readonly online: boolean;
  readonly pageSize: number;
}): FlowState {
  return {
    epoch: 1,
    scope: options.scope,
    locale: options.locale,
    session: 'unknown',
    signedInAt: 0,
    connection: options.online ? 'online' : 'offline',
    orders: {
      step: 'idle',
      query: { id: 0, first: options.pageSize },
      listed: [],
      held: new Map(),
      stale: new Set(),
    },
    dialog: null,
    drafts: new Map(),
    lastDraftId: 0,
    operations: new Map(),
    watched: new Map(),
    faq: { step: 'off' },
    warmed: false,
  };
}
