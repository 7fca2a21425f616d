import { bundle } from '../node/bundle.mjs';

/** What is proved, from its sources. */
export const loadLibrary = () =>
  bundle(`
    export { createCancellationFlow } from './src/flow/cancellation-flow.js';
    export { createHeadlessEnvironment } from './src/flow/headless-environment.js';
    export { createRestAdapter } from './src/adapters/rest/index.js';
    export { createVendureAdapter } from './src/adapters/vendure/index.js';
  `);

/** The same adapter of a shop whose window is `settleAfterMs`. */
export function withWindow(adapter, settleAfterMs) {
  return {
    ...adapter,
    describe: async (call) => ({ ...(await adapter.describe(call)), settleAfterMs }),
  };
}

/** The same adapter of a page that does not say which state of the order it has seen: nothing but the key is left to tell a repetition. */
export function withoutRevision(adapter) {
  return {
    ...adapter,
    requestCancellation: (request, call) =>
      adapter.requestCancellation({ ...request, revision: undefined }, call),
  };
}
