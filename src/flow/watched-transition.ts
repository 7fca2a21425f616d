import type { CancellationRef, Refund } from '../model/cancellation.js';
import type { Order } from '../model/order.js';
import { isFinalCancellation } from '../model/order-rules.js';
import { sameData } from '../model/same-data.js';
import { present } from '../model/present.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState, Operation } from './flow-state.js';

/**
 * Which requests and refunds are followed: all that an order in memory shows as open, and those that the shop took without showing
 * an object for them. An order that is not in memory keeps what was restored for it, until it has been read.
 */
export function watchedTransition(
  state: FlowState,
  before: FlowState,
  event: FlowEvent,
): FlowState {
  if (event.type === 'watch') return withRefs(state, event.orderId, event.refs);
  if (state.orders.held === before.orders.held && state.operations === before.operations)
    return state;
  let next = state;
  for (const [id, held] of state.orders.held) {
    const known = before.orders.held.get(id)?.order === held.order;
    const operation = state.operations.get(id);
    if (known && operation === before.operations.get(id)) continue;
    next = withRefs(next, id, openRefs(held.order, operation));
  }
  return next;
}

function openRefs(order: Order, operation: Operation | undefined): readonly CancellationRef[] {
  const refs: CancellationRef[] = order.cancellations
    .filter(({ status, refund }) => !isFinalCancellation(status) || isOpenRefund(refund))
    .map(({ id, idempotencyKey }) =>
      present({ orderId: order.id, cancellationId: id, idempotencyKey }),
    );
  const withoutObject =
    operation?.step === 'received' &&
    operation.kind === 'request' &&
    operation.evidence === 'order';
  if (withoutObject && refs.length === 0 && order.status !== 'canceled') {
    refs.push({ orderId: order.id, idempotencyKey: operation.key });
  }
  if (refs.length === 0 && order.refunds?.some(isOpenRefund)) refs.push({ orderId: order.id });
  return refs;
}

/** 'unknown' is not followed: the platform does not tell, now or later. */
function isOpenRefund({ status }: Refund): boolean {
  return status === 'expected' || status === 'pending';
}

function withRefs(state: FlowState, orderId: string, refs: readonly CancellationRef[]): FlowState {
  if (sameData(state.watched.get(orderId) ?? [], refs)) return state;
  const watched = new Map(state.watched);
  if (refs.length > 0) watched.set(orderId, refs);
  else watched.delete(orderId);
  return { ...state, watched };
}
