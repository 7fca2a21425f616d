import type { Cancellation } from '../model/cancellation.js';
import type { Order } from '../model/order.js';
import { isFinalCancellation } from '../model/order-rules.js';
import { present } from '../model/present.js';
import type { FlowEvent, ReadKind, Stamp } from './flow-event.js';
import type { FlowState, HeldOrder, OrdersSlice } from './flow-state.js';
import { mergeIntoOrder, mergeOrder, type Merged } from './merge.js';
import { isForeign } from './session-transition.js';

type Source = ReadKind | 'answer';

/** The list, its pages, and every order in memory. */
export function ordersTransition(state: FlowState, event: FlowEvent): FlowState {
  const orders = nextOrders(state, event);
  return orders === state.orders ? state : { ...state, orders };
}

function nextOrders(state: FlowState, event: FlowEvent): OrdersSlice {
  const { orders } = state;
  switch (event.type) {
    case 'load-orders': {
      const { type, first = orders.query.first, ...question } = event;
      const same =
        question.search === orders.query.search && question.status === orders.query.status;
      return loading(orders, { id: orders.query.id + 1, first, ...question }, same);
    }
    case 'session-started':
    case 'refresh':
      if (event.type === 'refresh' && event.orderId !== undefined)
        return markStale(withoutFailed(orders, event.orderId), event.orderId);
      return loading(orders, { ...orders.query, id: orders.query.id + 1 }, true);
    case 'load-more':
      return orders.next !== undefined && (orders.step === 'ready' || orders.step === 'more-failed')
        ? { ...withoutFailure(orders), step: 'loading-more' }
        : orders;
    case 'orders-loaded':
      if (event.query !== orders.query.id || isForeign(state, event.page.shopper)) return orders;
      return withPage(orders, event);
    case 'orders-failed':
      if (orders.step !== 'loading' && orders.step !== 'loading-more') return orders;
      return {
        ...orders,
        step: orders.step === 'loading' ? 'failed' : 'more-failed',
        failure: event.failure,
      };
    case 'read-failed':
      return event.orderId === undefined || orders.held.has(event.orderId)
        ? orders
        : { ...orders, unread: new Map(orders.unread).set(event.orderId, event.failure) };
    case 'order-read':
      return rewrite(orders, (draft) => takeOrder(draft, event.order, event.kind, event.stamp));
    case 'cancellations-read':
      return rewrite(orders, (draft) => {
        for (const entry of event.cancellations)
          takeCancellation(draft, entry, event.kind, event.stamp);
      });
    case 'answered': {
      if (!state.operations.has(event.orderId)) return orders;
      const { order, cancellations } = event.result;
      return rewrite(orders, (draft) => {
        for (const entry of cancellations.toReversed())
          takeCancellation(draft, entry, 'answer', event.stamp);
        if (order) takeOrder(draft, order, 'answer', event.stamp);
        else draft.stale.add(event.orderId);
      });
    }
    default:
      return orders;
  }
}

function loading(orders: OrdersSlice, query: OrdersSlice['query'], keepRows: boolean): OrdersSlice {
  const listed = keepRows ? orders.listed : [];
  return withPlace(orders, { step: 'loading', query, listed });
}

interface Place extends Pick<OrdersSlice, 'step' | 'listed'> {
  readonly query?: OrdersSlice['query'];
  readonly next?: string | undefined;
  readonly total?: number | undefined;
}

/** Another place in the list: what was said of the place before goes. */
function withPlace(orders: OrdersSlice, place: Place): OrdersSlice {
  return present({ ...orders, failure: undefined, next: undefined, total: undefined, ...place });
}

function withoutFailure({ failure: _failure, ...rest }: OrdersSlice): OrdersSlice {
  return rest;
}

function withPage(
  orders: OrdersSlice,
  { page, append, stamp }: Extract<FlowEvent, { type: 'orders-loaded' }>,
): OrdersSlice {
  const { items, next, total } = page;
  const taken = rewrite(orders, (draft) => {
    for (const order of items) takeOrder(draft, order, 'list', stamp);
  });
  const ids = items.map(({ id }) => id);
  const listed = append ? [...new Set([...orders.listed, ...ids])] : ids;
  return withPlace(taken, { step: 'ready', listed, next, total });
}

interface SliceDraft {
  readonly held: Map<string, HeldOrder>;
  readonly stale: Set<string>;
}

function rewrite(orders: OrdersSlice, write: (draft: SliceDraft) => void): OrdersSlice {
  const draft = { held: new Map(orders.held), stale: new Set(orders.stale) };
  write(draft);
  const next: OrdersSlice = { ...orders, ...draft };
  // What could not be read before can be: it is asked for by the clock again.
  return [...(orders.unread?.keys() ?? [])].reduce(
    (kept, id) => (draft.held.has(id) ? withoutFailed(kept, id) : kept),
    next,
  );
}

function takeOrder(draft: SliceDraft, order: Order, source: Source, stamp: Stamp): void {
  take(draft, order.id, mergeOrder(draft.held.get(order.id), order, source, stamp));
}

function takeCancellation(
  draft: SliceDraft,
  entry: Cancellation,
  source: Source,
  stamp: Stamp,
): void {
  const held = draft.held.get(entry.orderId);
  if (!held) return;
  const known = held.order.cancellations.find(({ id }) => id === entry.id);
  take(draft, entry.orderId, mergeIntoOrder(held, [entry], source, stamp));
  // Lines and eligibility change with it, and this news does not carry them.
  if (isFinalCancellation(entry.status) && known?.status !== entry.status)
    draft.stale.add(entry.orderId);
}

function take(draft: SliceDraft, id: string, merged: Merged): void {
  draft.held.set(id, merged.held);
  if (merged.stale) draft.stale.add(id);
  else if (merged.applied) draft.stale.delete(id);
}

function markStale(orders: OrdersSlice, orderId: string): OrdersSlice {
  if (orders.stale.has(orderId)) return orders;
  return { ...orders, stale: new Set(orders.stale).add(orderId) };
}

/** It is asked for again. */
function withoutFailed(orders: OrdersSlice, orderId: string): OrdersSlice {
  if (!orders.unread?.has(orderId)) return orders;
  const unread = new Map(orders.unread);
  unread.delete(orderId);
  return { ...orders, unread };
}
