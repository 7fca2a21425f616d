import type { Transition } from './create-transition.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState } from './flow-state.js';
import type { Effect, Runtime } from './runtime.js';

/** What a flow can do beyond showing orders. */
export interface FlowParts {
  readonly transition: Transition;
  readonly effects: readonly ((runtime: Runtime) => Effect)[];
}

/** What an element that few pages have brings into its flow: nobody else's page pays for it. See `CancellationFlow.use`. */
export interface FlowPart {
  /** Sees each event after the flow's own transitions. `before` is the state in which it arrived. */
  readonly transition: (state: FlowState, event: FlowEvent, before: FlowState) => FlowState;
  readonly effect: (runtime: Runtime) => Effect;
}

export interface FlowHost {
  readonly runtime: Runtime;
  /** Puts more parts into the flow; answers with their effects. */
  readonly take: (parts: FlowParts) => readonly Effect[];
}

export interface LateParts {
  /** Whether the event has to wait for the parts. They are fetched where it needs them. */
  holds(event: FlowEvent): boolean;
  /** Takes down what the parts have missed. */
  saw(event: FlowEvent, before: FlowState, state: FlowState): void;
}
