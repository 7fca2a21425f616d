import type { Cancellation } from '../model/cancellation.js';
import type { FlowState, Operation } from './flow-state.js';
import { selectOrder } from './selectors.js';

/** Operations that have taken a step that this tab took or has seen; `known` is what they were before. */
export function operationChanges(
  before: FlowState,
  state: FlowState,
): readonly { readonly operation: Operation; readonly known: Operation | undefined }[] {
  if (before.operations === state.operations) return [];
  return [...state.operations.values()].flatMap((operation) => {
    const known = before.operations.get(operation.orderId);
    if (known === operation) return [];
    // What a tab finds on arrival is no news; nor is the way back from looking.
    const found = !known && operation.origin !== 'action';
    const back = known?.step === 'settling' && operation.step === 'unconfirmed';
    return found || back ? [] : { operation, known };
  });
}

/** Requests of orders in memory that were there before and are not the same now. */
export function requestChanges(
  before: FlowState,
  state: FlowState,
): readonly { readonly entry: Cancellation; readonly known: Cancellation }[] {
  if (before.orders.held === state.orders.held) return [];
  return [...state.orders.held].flatMap(([orderId, { order }]) => {
    const old = selectOrder(before, orderId);
    if (!old || old === order) return [];
    return order.cancellations.flatMap((entry) => {
      const known = old.cancellations.find(({ id }) => id === entry.id);
      return known && known !== entry ? { entry, known } : [];
    });
  });
}
