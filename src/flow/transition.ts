import { announce } from './announcements.js';
import { dialogTransition } from './dialog-transition.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState } from './flow-state.js';
import { operationTransition } from './operation-transition.js';
import { ordersTransition } from './orders-transition.js';
import { sessionTransition } from './session-transition.js';
import { watchedTransition } from './watched-transition.js';

/**
 * Every legal move of the flow, and nothing else. Pure and total: an event that does not apply returns the same object.
 * Each part looks at what the part before it has made of the event: an order is merged before an operation is settled by it.
 */
export function transition(state: FlowState, event: FlowEvent): FlowState {
  if (isOfAnotherEpoch(state, event)) return state;
  let next = sessionTransition(state, event);
  next = ordersTransition(next, event);
  next = operationTransition(next, event);
  next = dialogTransition(next, event, state);
  next = watchedTransition(next, state, event);
  return announce(state, next, event);
}

function isOfAnotherEpoch(state: FlowState, event: FlowEvent): boolean {
  if ('stamp' in event) return event.stamp.epoch !== state.epoch;
  return 'epoch' in event && event.epoch !== state.epoch;
}
