import type { Order } from '../../model/order.js';
import type { Outcome, Runtime } from '../runtime.js';
import { readOrder } from './read-order.js';

/** Reads an order and tells the flow what came of it. */
export async function refreshOrder(runtime: Runtime, orderId: string): Promise<Outcome<Order>> {
  const outcome = await readOrder(runtime, orderId);
  if (outcome.ok) {
    runtime.dispatch({
      type: 'order-read',
      order: outcome.value,
      kind: 'order',
      stamp: outcome.stamp,
    });
  } else if (!outcome.aborted) {
    runtime.dispatch({
      type: 'read-failed',
      orderId,
      failure: outcome.failure,
      stamp: outcome.stamp,
    });
  }
  return outcome;
}
