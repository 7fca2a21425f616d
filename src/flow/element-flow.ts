import { createFlow, type CancellationFlow, type CancellationFlowOptions } from './core-flow.js';
import { createTransition } from './create-transition.js';
import type { Environment } from './environment.js';
import type { FlowParts } from './flow-parts.js';
import { createLateParts } from './late-parts.js';
import { openingTransition } from './opening-transition.js';

/** All that can happen while the dialog is not past its opening and no write is known. */
const untilIntent: FlowParts = {
  transition: /* @__PURE__ */ createTransition({
    operation: (state) => state,
    dialog: openingTransition,
  }),
  effects: [],
};

const loadIntent = async (): Promise<FlowParts> => (await import('./intent.js')).intent;

/** The same flow for a page that shows orders first: what acts for the shopper is fetched when it is likely to be wanted. */
export function createElementFlow(
  options: CancellationFlowOptions & { readonly environment: Environment },
  load = loadIntent,
): CancellationFlow {
  return createFlow(options, untilIntent, (host) => createLateParts(host, load));
}
