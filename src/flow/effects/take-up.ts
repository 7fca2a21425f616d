import type { Operation } from '../flow-state.js';
import type { Runtime } from '../runtime.js';

/** What another tab has asked for is this page's too, and what it speaks of may be missing here. */
export function takeUp(
  runtime: Runtime,
  operation: Operation,
  epoch = runtime.state().epoch,
): void {
  runtime.dispatch({ type: 'entry', operation, epoch });
  runtime.dispatch({ type: 'refresh', orderId: operation.orderId });
}
