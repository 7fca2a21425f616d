import { selectOrder } from '../../flow/selectors.js';
import type { Draft, FlowState, Operation, OperationBase } from '../../flow/flow-state.js';
import type { DraftChange } from '../../flow/flow-event.js';
import type { Cancellation, LineSelection } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import { openQuantity } from '../../model/order-rules.js';
import type { SupportContactDetail } from '../../events.js';
import type { DetailContext } from '../../ui/views/view-context.js';
import type { DialogReceipts } from './dialog-receipts.js';

/** What each step of the dialog is drawn from. */
export interface DialogContext extends DetailContext {
  readonly state: FlowState;
  /** The device's clock, for what it alone measures. */
  readonly wall: number;
  readonly orderId: string;
  readonly order: Order | undefined;
  /** What people read; the id until the order is known. */
  readonly number: string;
  readonly draft: Draft | undefined;
  readonly operation: Operation | undefined;
  readonly settings: DialogSettings;
  readonly form: FormState;
  readonly actions: DialogActions;
}

export interface DialogSettings {
  readonly policyUrl: string | undefined;
  readonly requirePolicy: boolean;
  /** The page has a sentence of its own. */
  readonly hasPolicySlot: boolean;
  readonly shoppingUrl: string | undefined;
  readonly purchasesUrl: string | undefined;
}

export type FieldName = 'lines' | 'reason' | 'note' | 'policy' | 'code';

/** What the shopper has filled in that no draft holds, and what is missing. */
export interface FormState {
  readonly policyAcceptedAt: string | undefined;
  readonly errors: { readonly [Name in FieldName]?: string };
  readonly code: string;
  /** Milliseconds until a control that has to wait may be used; 0: now. */
  readonly waitMs: number;
}

/** What a press leads to. */
export interface DialogActions {
  readonly close: () => void;
  readonly edit: (change: DraftChange) => void;
  readonly accept: (isAccepted: boolean) => void;
  readonly confirm: () => void;
  readonly retryPrepare: () => void;
  /** To the choice, with all that was typed. */
  readonly review: () => void;
  /** The same request again: from `refused`, the draft is looked at once more on the way. */
  readonly sendAgain: () => void;
  readonly startOver: () => void;
  readonly checkNow: () => void;
  readonly lookAgain: () => void;
  readonly retract: (cancellation: Cancellation) => void;
  readonly typeCode: (code: string) => void;
  readonly confirmCode: (event: Event) => void;
  readonly resendCode: () => void;
  readonly signIn: () => void;
  readonly contact: (about: SupportContactDetail['about'], event: Event) => void;
  /** Something on the page takes the statutory withdrawal. */
  readonly canWithdraw: boolean;
  readonly withdraw: (event: Event) => void;
  readonly explain: (faqId: string) => void;
  readonly receipts: DialogReceipts;
  readonly slotChanged: () => void;
}

export interface DialogFrame {
  readonly title: string;
  readonly subtitle?: string;
  readonly body: unknown;
  readonly footerNote?: unknown;
  readonly actions: unknown;
  /** "Close, keep order", where closing keeps it. */
  readonly keeps?: boolean;
  /** Items are chosen: wider, consequences beside them. */
  readonly isWide?: boolean;
  /** The final question, with nothing to choose before it: read out as a whole. */
  readonly isQuestion?: boolean;
}

/** The parts of the state that a step needs; undefined when nothing is shown. */
export function aboutDialog(
  state: FlowState,
):
  | Pick<DialogContext, 'state' | 'orderId' | 'order' | 'number' | 'draft' | 'operation'>
  | undefined {
  const { dialog } = state;
  if (!dialog) return undefined;
  const { orderId } = dialog;
  const order = selectOrder(state, orderId);
  return {
    state,
    orderId,
    order,
    number: order?.number ?? orderId,
    draft: state.drafts.get(orderId),
    operation: state.operations.get(orderId),
  };
}

/** 'all' spelled out: each line with what is still open of it. */
export function chosenLines(lines: Draft['lines'], order: Order): readonly LineSelection[] {
  if (lines !== 'all') return lines;
  return order.lines
    .map((line) => ({ lineId: line.id, quantity: openQuantity(line) ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
}

/** Pieces; what is sold by measure counts as one. */
export function countItems(lines: readonly LineSelection[], order: Order): number {
  return lines.reduce((sum, { lineId, quantity }) => {
    const unit = order.lines.find(({ id }) => id === lineId)?.unit;
    return sum + (unit === undefined ? quantity : 1);
  }, 0);
}

/** "2 × Linen shirt, 1 × Mug". */
export function itemsText(
  lines: OperationBase['lines'],
  order: Order | undefined,
  { format }: Pick<DetailContext, 'format'>,
): string | undefined {
  const named = lines.map(({ lineId, quantity }) => {
    const line = order?.lines.find(({ id }) => id === lineId);
    return `${format.quantity(quantity, line?.unit)} × \u2068${line?.name ?? lineId}\u2069`;
  });
  return named.length > 0 ? format.list(named) : undefined;
}
