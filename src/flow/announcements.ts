import type { Cancellation } from '../model/cancellation.js';
import { present } from '../model/present.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState } from './flow-state.js';
import { selectOrder } from './selectors.js';
import { operationChanges, requestChanges } from './state-changes.js';

/** What is said aloud, as data; the words are the messages'. An equal `id` was already said. */
export interface Announcement {
  readonly id: number;
  readonly kind: AnnouncementKind;
  readonly orderNumber?: string;
  readonly count?: number;
}

export type AnnouncementKind =
  | 'orders-loaded'
  | 'orders-failed'
  | 'parts-failed'
  | 'sending'
  | 'received'
  | 'awaiting-confirmation'
  | 'unconfirmed'
  | 'not-received'
  | 'refused'
  | 'order-changed'
  | 'stopped'
  | 'offline'
  | 'online'
  | 'signed-out'
  | 'processing'
  | 'completed'
  | 'partially-completed'
  | 'declined'
  | 'failed'
  | 'retracted'
  | 'refund-issued'
  | 'refund-failed';

type Said = Omit<Announcement, 'id'>;

/** Decided in one place, so that one change with all elements on the page is said once. */
export function announce(before: FlowState, state: FlowState, event: FlowEvent): FlowState {
  if (event.type === 'parts-failed') return withSaid(before, state, { kind: event.type });
  if (before === state) return state;
  const said =
    aboutOperations(before, state) ??
    aboutRequests(before, state) ??
    aboutDialog(before, state) ??
    aboutSession(before, state) ??
    aboutList(before, state, event);
  return said ? withSaid(before, state, said) : state;
}

function withSaid({ announcement }: FlowState, state: FlowState, said: Said): FlowState {
  return { ...state, announcement: { ...said, id: (announcement?.id ?? 0) + 1 } };
}

function aboutOperations(before: FlowState, state: FlowState): Said | undefined {
  for (const { operation, known } of operationChanges(before, state)) {
    const { kind, step, orderId, ids } = operation;
    if (step === 'settling' || (known?.step === step && known.kind === kind)) continue;
    const about = withNumber(state, orderId);
    if (step !== 'received') return { kind: step, ...about };
    const outcome = selectOrder(state, orderId)?.cancellations.find(({ id }) => ids.includes(id));
    const ended = outcome && outcomeKind(outcome);
    return { kind: ended ?? (kind === 'retract' ? 'retracted' : 'received'), ...about };
  }
  return undefined;
}

function aboutRequests(before: FlowState, state: FlowState): Said | undefined {
  for (const { entry, known } of requestChanges(before, state)) {
    const status = known.status === entry.status ? undefined : outcomeKind(entry);
    const refund = known.refund.status === entry.refund.status ? undefined : refundKind(entry);
    const kind = status ?? refund;
    if (kind) return { kind, ...withNumber(state, entry.orderId) };
  }
  return undefined;
}

function aboutDialog(before: FlowState, state: FlowState): Said | undefined {
  const { dialog } = state;
  if (dialog?.step !== 'reviewing' || !dialog.notice) return undefined;
  const known = before.dialog?.step === 'reviewing' ? before.dialog.notice : undefined;
  return known === dialog.notice
    ? undefined
    : { kind: dialog.notice, ...withNumber(state, dialog.orderId) };
}

function aboutSession(before: FlowState, state: FlowState): Said | undefined {
  if (before.connection !== state.connection) return { kind: state.connection };
  if (before.session === 'signed-in' && state.session === 'signed-out')
    return { kind: 'signed-out' };
  return undefined;
}

function aboutList(before: FlowState, state: FlowState, event: FlowEvent): Said | undefined {
  if (event.type === 'orders-failed' && before.orders !== state.orders)
    return { kind: 'orders-failed' };
  const asked = before.orders.step === 'loading-more' || before.orders.query.id > 1;
  if (event.type !== 'orders-loaded' || !asked || before.orders.listed === state.orders.listed)
    return undefined;
  return { kind: 'orders-loaded', count: state.orders.listed.length };
}

function outcomeKind({ status }: Cancellation): AnnouncementKind | undefined {
  switch (status) {
    case 'requested':
    case 'unknown':
    case 'awaiting-confirmation':
      return undefined;
    default:
      return status;
  }
}

function refundKind({ refund }: Cancellation): AnnouncementKind | undefined {
  return refund.status === 'issued' || refund.status === 'failed'
    ? `refund-${refund.status}`
    : undefined;
}

function withNumber(state: FlowState, orderId: string): { readonly orderNumber?: string } {
  return present({ orderNumber: selectOrder(state, orderId)?.number });
}
