import type { CancellationRef, Refund } from '../model/cancellation.js';
import type { Order } from '../model/order.js';
import { isFinalCancellation } from '../model/order-rules.js';
import { sameData } from '../model/same-data.js';
import { present } from '../model/present.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState, Operation } from './flow-state.js';
import { isReachedByOrder } from './reached-by-order.js';

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
    const refs = openRefs(held.order, operation);
    const lost = lostKeys(held.order, operation, state.watched.get(id) ?? []);
    next = withRefs(next, id, [...refs, ...lost]);
  }
  return next;
}

function openRefs(order: Order, operation: Operation | undefined): readonly CancellationRef[] {
  const refs: CancellationRef[] = order.cancellations
    .filter(({ status, refund }) => !isFinalCancellation(status) || isOpenRefund(refund))
    .map(({ id, idempotencyKey }) =>
      present({ orderId: order.id, cancellationId: id, idempotencyKey }),
    );
  if (operation && refs.length === 0 && isWithoutObject(operation, order))
    refs.push({ orderId: order.id, idempotencyKey: operation.key });
  if (refs.length === 0 && order.refunds?.some(isOpenRefund)) refs.push({ orderId: order.id });
  return refs;
}

/** The shop took it and shows no request: the lines tell when it is done. */
function isWithoutObject(operation: Operation, order: Order): boolean {
  return (
    operation.step === 'received' &&
    operation.kind === 'request' &&
    operation.evidence === 'order' &&
    order.status !== 'canceled' &&
    !isReachedByOrder(operation, order)
  );
}

/** A request that was not received may still arrive, also when its end was put away and another was begun. */
function lostKeys(
  order: Order,
  operation: Operation | undefined,
  known: readonly CancellationRef[],
): readonly CancellationRef[] {
  const isOver = (key: string | undefined): boolean =>
    order.status === 'canceled' ||
    order.cancellations.some(({ idempotencyKey }) => idempotencyKey === key) ||
    (operation?.key === key && operation?.step !== 'not-received');
  const kept = known.filter((ref) => isKeyAlone(ref) && !isOver(ref.idempotencyKey));
  if (operation?.step !== 'not-received' || operation.kind !== 'request') return kept;
  const { key } = operation;
  if (isOver(key) || kept.some(({ idempotencyKey }) => idempotencyKey === key)) return kept;
  return [...kept, { orderId: order.id, idempotencyKey: key }];
}

/** Named by its key only: no request of the shop's is known for it. */
export function isKeyAlone({ cancellationId, idempotencyKey }: CancellationRef): boolean {
  return cancellationId === undefined && idempotencyKey !== undefined;
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
