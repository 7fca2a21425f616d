import type { Failure } from '../model/failure.js';
import { present } from '../model/present.js';
import type { FlowEvent, Stamp } from './flow-event.js';
import { initialState, type FlowState } from './flow-state.js';

/** Who is there, whether the network is, what the shop can do, and the little that belongs to no order. */
export function sessionTransition(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'described': {
      const { shopper } = event.capabilities;
      const foreign = isForeign(state, shopper);
      return {
        ...state,
        capabilities: event.capabilities,
        session: foreign ? 'signed-out' : state.session,
      };
    }
    case 'orders-loaded':
      if (isForeign(state, event.page.shopper)) return withSession(state, 'signed-out');
      return withClock(withSession(state, 'signed-in'), event.stamp);
    case 'order-read':
    case 'answered':
      return withClock(withSession(state, 'signed-in'), event.stamp);
    case 'cancellations-read':
      return withClock(state, event.stamp);
    case 'orders-failed':
    case 'read-failed':
    case 'prepare-failed':
    case 'settle-failed':
      return afterFailure(state, event.failure, event.stamp);
    case 'failed':
      return withoutRetraction(afterFailure(state, event.failure, event.stamp), event);
    case 'session-started':
      return { ...state, session: 'unknown', signedInAt: event.at };
    case 'connection-changed': {
      const connection = event.online ? 'online' : 'offline';
      return state.connection === connection ? state : { ...state, connection };
    }
    case 'scope-changed':
      return {
        ...initialState({
          scope: event.scope,
          locale: state.locale,
          online: state.connection === 'online',
          pageSize: state.orders.query.first,
        }),
        epoch: state.epoch + 1,
        warmed: state.warmed,
        lastDraftId: state.lastDraftId,
      };
    case 'locale-changed':
      return state.locale === event.locale ? state : { ...state, locale: event.locale };
    case 'warm':
      return state.warmed ? state : { ...state, warmed: true };
    case 'select-order':
      return {
        ...state,
        selectedOrderId: event.orderId,
        selection: { orderId: event.orderId },
      };
    case 'begin':
      return { ...state, selectedOrderId: event.operation.orderId };
    case 'show-entry':
      return {
        ...state,
        openEntry: present({ id: event.id, orderId: event.orderId }),
      };
    case 'faq-loading':
      return { ...state, faq: { step: 'loading' } };
    case 'faq-loaded':
      return { ...state, faq: { step: 'ready', value: event.entries } };
    case 'faq-failed':
      return { ...state, faq: { step: 'failed', failure: event.failure } };
    default:
      return state;
  }
}

/** A 401 of a call that left before the last sign-in says nothing about the session now. */
function afterFailure(state: FlowState, failure: Failure, stamp: Stamp): FlowState {
  if (failure.code !== 'unauthenticated' || stamp.startedAt < state.signedInAt) return state;
  return withSession(state, 'signed-out');
}

/** A shop that turns out not to know retractions offers none for the rest of the session. */
function withoutRetraction(
  state: FlowState,
  { orderId, failure }: Extract<FlowEvent, { type: 'failed' }>,
): FlowState {
  const { capabilities } = state;
  const off = failure.code === 'unsupported' && state.operations.get(orderId)?.kind === 'retract';
  return off && capabilities
    ? { ...state, capabilities: { ...capabilities, retract: false } }
    : state;
}

function withSession(state: FlowState, session: FlowState['session']): FlowState {
  return state.session === session ? state : { ...state, session };
}

/** The difference is kept to the second: a jittering network must not redraw every deadline. */
function withClock(state: FlowState, stamp: Stamp): FlowState {
  if (stamp.offset === undefined) return state;
  const clockOffset = Math.round(stamp.offset / 1000) * 1000;
  return state.clockOffset !== undefined && Math.abs(state.clockOffset - clockOffset) < 5000
    ? state
    : { ...state, clockOffset };
}

export function isForeign(state: FlowState, shopper: string | undefined): boolean {
  return shopper !== undefined && state.scope !== '' && shopper !== state.scope;
}
