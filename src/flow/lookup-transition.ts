import { present } from '../model/present.js';
import type { OrderLookup } from '../model/capabilities.js';
import type { FailureCode } from '../model/failure.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState, OrdersSlice } from './flow-state.js';
import type { LookupSlice, LookupView } from './lookup-state.js';

const nothing: LookupSlice = { turn: 0, opened: [], view: { step: 'asking' } };

/** A guest's way in. `before` is the state in which the event arrived. */
export function lookupTransition(
  state: FlowState,
  event: FlowEvent,
  before: FlowState = state,
): FlowState {
  const known = state.lookup ?? nothing;
  const lookup = nextSlice(known, event);
  if (lookup !== known && event.type === 'lookup-found')
    return withOpened({ ...state, lookup }, event.orderId);
  return keepOpened(lookup === known ? state : { ...state, lookup }, event, before);
}

function nextSlice(slice: LookupSlice, event: FlowEvent): LookupSlice {
  const { view } = slice;
  switch (event.type) {
    case 'look-up':
      return view.step === 'asking'
        ? ask({ ...slice, asked: event.lookup }, { step: 'sending' })
        : slice;
    case 'answer-lookup':
      return view.step === 'challenged'
        ? ask(slice, { ...withoutRejection(view), step: 'verifying' })
        : slice;
    case 'resend-lookup':
      return view.step === 'challenged'
        ? ask(slice, { ...withoutRejection(view), step: 'resending' })
        : slice;
    case 'open-proof':
      return view.step === 'proving' || view.step === 'verifying' || view.step === 'sending'
        ? slice
        : ask(slice, { step: 'proving', proof: event.proof });
    case 'restart-lookup':
      return restart(slice);
    case 'lookup-challenged': {
      if (event.turn !== slice.turn) return slice;
      const { challenge, at } = event;
      const wait = challenge.resendAfterMs;
      const resendAt = wait === undefined ? undefined : at + wait;
      const resent = view.step === 'resending' || undefined;
      return { ...slice, view: present({ step: 'challenged', challenge, resendAt, resent }) };
    }
    case 'lookup-failed':
      return event.turn === slice.turn ? { ...slice, view: afterFailure(view, event) } : slice;
    case 'lookup-found': {
      if (event.turn !== slice.turn) return slice;
      const { orderId, confirmed } = event;
      const opened = orderId === undefined ? slice.opened : withFirst(slice.opened, orderId);
      const spent = 'proof' in view ? view.proof.token : slice.spent;
      return present({
        ...slice,
        opened,
        spent,
        view: present({ step: 'found', orderId, confirmed }),
      });
    }
    default:
      return slice;
  }
}

function ask(slice: LookupSlice, view: LookupView): LookupSlice {
  return { ...slice, turn: slice.turn + 1, view };
}

/** What was typed is kept, but after an order was found its number: the next one has another. */
function restart(slice: LookupSlice): LookupSlice {
  const { view, asked, spent, ...rest } = slice;
  return ask(
    present({
      ...rest,
      asked: view.step === 'found' ? withoutNumber(asked) : asked,
      // Whoever goes on without the link is not led back to it.
      spent: 'proof' in view ? view.proof.token : spent,
      view,
    }),
    { step: 'asking' },
  );
}

function withoutNumber(asked: OrderLookup = {}): OrderLookup {
  const { number: _number, ...rest } = asked;
  return rest;
}

type Challenged = Extract<LookupView, { challenge: unknown }>;

function withoutRejection(view: Challenged): Omit<Challenged, 'step'> {
  const { failure: _failure, retryAt: _retryAt, resent: _resent, ...rest } = view;
  return rest;
}

function afterFailure(
  view: LookupView,
  { failure, at, unconfirmed }: Extract<FlowEvent, { type: 'lookup-failed' }>,
): LookupView {
  const { retryAfterMs } = failure;
  const rejected = present({
    failure,
    retryAt: retryAfterMs === undefined ? undefined : at + retryAfterMs,
  });
  switch (view.step) {
    case 'sending':
      return { step: 'asking', ...rejected };
    case 'verifying':
    case 'resending':
      return { ...view, step: 'challenged', ...rejected };
    case 'proving':
      return present({ step: 'unproven', proof: view.proof, ...rejected, unconfirmed });
    default:
      return view;
  }
}

function withFirst(ids: readonly string[], id: string): readonly string[] {
  return [id, ...ids.filter((one) => one !== id)];
}

/** Listed, selected, and there to be seen, whatever the list has come to. */
function withOpened(state: FlowState, orderId: string | undefined): FlowState {
  if (orderId === undefined) return state;
  const { orders } = state;
  const listed = orders.listed.includes(orderId) ? orders.listed : [orderId, ...orders.listed];
  return { ...state, selectedOrderId: orderId, orders: withRows(orders, listed) };
}

function withRows(orders: OrdersSlice, listed: readonly string[]): OrdersSlice {
  const { failure: _failure, ...rest } = orders;
  return orders.step === 'failed' || orders.step === 'idle'
    ? { ...rest, step: 'ready', listed }
    : { ...orders, listed };
}

/** A shop lists nothing for somebody who has no account. */
const noList: readonly FailureCode[] = ['unauthenticated', 'forbidden', 'unsupported'];

/** What the shop's list does not know stays in it; a refused list is no sign-out of somebody who was never signed in. */
function keepOpened(state: FlowState, event: FlowEvent, before: FlowState): FlowState {
  const opened = state.lookup?.opened ?? [];
  const { orders } = state;
  if (opened.length === 0 || orders === before.orders) return state;
  if (event.type === 'orders-loaded') {
    if (orders.query.search !== undefined || orders.query.status !== undefined) return state;
    const more = opened.filter((id) => !orders.listed.includes(id));
    const listed = [...more, ...orders.listed];
    return more.length === 0
      ? state
      : { ...state, orders: withRows({ ...orders, listed }, listed) };
  }
  const isRefused = event.type === 'orders-failed' && noList.includes(event.failure.code);
  const isGuest = orders.listed.every((id) => opened.includes(id));
  if (!isRefused || !isGuest) return state;
  const { announcement, ...rest } = state;
  const said = announcement?.kind === 'signed-out' ? before.announcement : announcement;
  return {
    ...rest,
    ...(said && { announcement: said }),
    session: before.session,
    orders: withRows({ ...orders, step: 'failed' }, opened),
  };
}
