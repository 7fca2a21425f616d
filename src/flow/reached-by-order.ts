import type { Order } from '../model/order.js';
import type { OperationBase } from './flow-state.js';

/** Where the shop has no request objects: each line has at least what it had canceled before, plus ours. */
export function isReachedByOrder(operation: OperationBase, order: Order): boolean {
  if (operation.whole && order.status === 'canceled') return true;
  if (operation.lines.length === 0) return false;
  return operation.lines.every(({ lineId, quantity }) => {
    const line = order.lines.find((entry) => entry.id === lineId);
    const before = operation.before.canceled.find((entry) => entry.lineId === lineId);
    return line?.canceled !== undefined && line.canceled >= (before?.quantity ?? 0) + quantity;
  });
}
