import { announce } from './announcements.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState } from './flow-state.js';
import { ordersTransition } from './orders-transition.js';
import { sessionTransition } from './session-transition.js';
import { watchedTransition } from './watched-transition.js';

export type Transition = (state: FlowState, event: FlowEvent) => FlowState;

export interface IntentTransitions {
  readonly operation: Transition;
  /** `before` is the state in which the event arrived. */
  readonly dialog: (state: FlowState, event: FlowEvent, before: FlowState) => FlowState;
}

/** Each part looks at what the part before it has made of the event: an order is merged before an operation is settled by it. */
export function createTransition({ operation, dialog }: IntentTransitions): Transition {
  return (state, event) => {
    if (isOfAnotherEpoch(state, event)) return state;
    let next = sessionTransition(state, event);
    next = ordersTransition(next, event);
    next = operation(next, event);
    next = dialog(next, event, state);
    next = watchedTransition(next, state, event);
    return announce(state, next, event);
  };
}

/** What a call of an earlier shopper brings. */
export function isOfAnotherEpoch(state: FlowState, event: FlowEvent): boolean {
  if ('stamp' in event) return event.stamp.epoch !== state.epoch;
  return 'epoch' in event && event.epoch !== state.epoch;
}
