import { createTransition } from './create-transition.js';
import { dialogTransition } from './dialog-transition.js';
import { operationTransition } from './operation-transition.js';

/** Every legal move of the flow, and nothing else. Pure and total: an event that does not apply returns the same object. */
export const transition = /* @__PURE__ */ createTransition({
  operation: operationTransition,
  dialog: dialogTransition,
});
