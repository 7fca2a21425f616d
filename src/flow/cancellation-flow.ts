import { createFlow, type CancellationFlow, type CancellationFlowOptions } from './core-flow.js';
import { createHeadlessEnvironment } from './headless-environment.js';
import { intent } from './intent.js';

export type {
  CancellationFlow,
  CancellationFlowOptions,
  FlowNotice,
  Persistence,
} from './core-flow.js';

/** Creates a flow. Calls `describe` and reads what an earlier page left open; orders are loaded when somebody asks. */
export function createCancellationFlow(options: CancellationFlowOptions): CancellationFlow {
  return createFlow({ environment: createHeadlessEnvironment(), ...options }, intent);
}
