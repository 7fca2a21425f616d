import { parseOrder } from '../../model/parse-order.js';
import type { Order } from '../../model/order.js';
import type { Outcome, Runtime } from '../runtime.js';

/** One complete read of an order, as an outcome; another order's data is a failure, whatever it says. */
export async function readOrder(
  runtime: Runtime,
  orderId: string,
  signal?: AbortSignal,
): Promise<Outcome<Order>> {
  return runtime.call({
    method: 'getOrder',
    run: (call) => runtime.adapter.getOrder(orderId, call),
    parse: (value) => {
      const parsed = parseOrder(value, { complete: true });
      if (parsed.value === undefined || parsed.value.id === orderId) return parsed;
      const issue = { path: 'id', problem: 'foreign-order' as const, orderId };
      return { value: undefined, issues: [...parsed.issues, issue] };
    },
    ...(signal && { signal }),
  });
}
