import type { nothing, TemplateResult } from 'lit';
import type { SupportContactDetail } from '../../events.js';
import type { ShopperEvent } from '../../flow/flow-event.js';
import type { CancellationFlow } from '../../flow/core-flow.js';
import type { FlowState, Operation } from '../../flow/flow-state.js';
import type { Cancellation, LineSelection } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import type { WithdrawalWindow } from '../../ui/windows.js';
import type { ViewContext } from '../../ui/views/view-context.js';
import type * as Extras from './list-extras.js';

/** One order, and all that its row is drawn from: two of equal values are drawn alike. */
export interface OrderView extends ViewContext {
  readonly order: Order;
  readonly state: FlowState;
  readonly flow: CancellationFlow;
  readonly operation: Operation | undefined;
  /** The list has newer news than it can show: it is being read again. */
  readonly isStale: boolean;
  readonly isOffline: boolean;
  /** Somebody asked for the dialog, and there is none on the page. */
  readonly isWithoutDialog: boolean;
  /** Elsewhere on the page something shows receipts, or answers questions. */
  readonly showsReceipts: boolean;
  readonly showsAnswers: boolean;
  /** The element on the page that takes the statutory withdrawal. */
  readonly withdrawal: WithdrawalWindow | undefined;
  /** What draws an order of several sellers, if it could be fetched; on its way, their story waits. */
  readonly extras:
    Pick<typeof Extras, 'orderSellers' | 'withdrawalEntry'> | 'loading' | 'failed' | undefined;
  /** Of the list's own heading. */
  readonly level: number;
  readonly on: OrderHandlers;
}

/** What presses in a row lead to. The same object for all rows, for as long as the list is there. */
export interface OrderHandlers {
  readonly send: (event: ShopperEvent) => void;
  readonly warm: () => void;
  /** Asks the page, then opens the dialog. */
  readonly review: (order: Order, trigger: Event, lines?: readonly LineSelection[]) => void;
  /** Opens the dialog on what is under way. */
  readonly open: (order: Order, trigger: Event) => void;
  readonly retract: (order: Order, cancellation: Cancellation) => void;
  readonly select: (order: Order) => void;
  readonly contact: (
    order: Order,
    trigger: Event,
    more: Pick<SupportContactDetail, 'about' | 'cancellationId'>,
  ) => void;
  readonly signIn: (order: Order, trigger: Event) => void;
}

export type Drawn = TemplateResult | typeof nothing;
