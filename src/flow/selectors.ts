import type { Cancellation } from '../model/cancellation.js';
import type { Block } from '../model/eligibility.js';
import type { Order } from '../model/order.js';
import type { Failure, FailureCode } from '../model/failure.js';
import { isFinalCancellation } from '../model/order-rules.js';
import { instantMs } from '../model/time.js';
import { isUnsettled, type Draft, type FlowState, type Operation } from './flow-state.js';

/** The questions that views ask. Each returns a primitive or an object that is in the state, so identity tells a change. */
export function selectOrder(state: FlowState, orderId: string): Order | undefined {
  return state.orders.held.get(orderId)?.order;
}

export function selectDraft(state: FlowState): Draft | undefined {
  const { dialog } = state;
  return dialog ? state.drafts.get(dialog.orderId) : undefined;
}

/** A button to cancel is offered: the shop allows it or wants to be asked, nothing is under way, and nothing newer is known to exist. */
export function canOpen(state: FlowState, order: Order): boolean {
  if (state.orders.stale.has(order.id) || isUnsettled(state.operations.get(order.id))) return false;
  return order.eligibility === 'ask' || order.eligibility.allowed;
}

/** Why not; empty when it can be, or when it is not known. */
export function selectBlocks(order: Order): readonly Block[] {
  return order.eligibility === 'ask' || order.eligibility.allowed ? [] : order.eligibility.blocks;
}

/** The request that the row and the dialog tell about: the newest open one, else the newest. */
export function currentCancellation(order: Order): Cancellation | undefined {
  return (
    order.cancellations.find(({ status }) => !isFinalCancellation(status)) ?? order.cancellations[0]
  );
}

/** The requests that belong to an operation, one per seller; else the current one. */
export function cancellationsOf(
  order: Order,
  operation: Operation | undefined,
): readonly Cancellation[] {
  const ours = operation
    ? order.cancellations.filter(
        ({ id, idempotencyKey }) => operation.ids.includes(id) || idempotencyKey === operation.key,
      )
    : [];
  const current = currentCancellation(order);
  return ours.length > 0 ? ours : current ? [current] : [];
}

/** A request may be taken back. Without the shop's clock its deadline hides nothing: the shop decides. */
export function canRetract(state: FlowState, cancellation: Cancellation, now: number): boolean {
  const { status, retractableUntil } = cancellation;
  if (!state.capabilities?.retract || cancellation.inferred) return false;
  if (status !== 'requested' && status !== 'awaiting-confirmation') return false;
  if (isUnsettled(state.operations.get(cancellation.orderId)) && status !== 'awaiting-confirmation')
    return false;
  if (retractableUntil === undefined) return true;
  return state.clockOffset === undefined || now < instantMs(retractableUntil);
}

/** What a shop says of when it is asked, not of what. */
const passing: readonly FailureCode[] = ['unauthenticated', 'rate-limited'];

/**
 * Whether the same key may be sent again after `not-received`: only where the shop shows requests or ignores a repeated key, while it
 * still knows the key, has not turned this very request down, and while nothing that the shopper wrote has been forgotten by a reload.
 * `wall`: the device's clock in milliseconds.
 */
export function canResend(state: FlowState, operation: Operation, wall: number): boolean {
  if (operation.step !== 'not-received' || refusalOf(operation)) return false;
  const { capabilities } = state;
  if (!capabilities?.idempotent && capabilities?.evidence !== 'request') return false;
  if (operation.hadNote && !state.drafts.get(operation.orderId)?.note) return false;
  return wall - operation.sentAt.wall < (capabilities.keyLifeMs ?? 86_400_000);
}

/**
 * Why the shop did not take the request, for certain: refused, or not received, after the same request had been turned down when it was
 * sent once more. Sent again it would be turned down again; only another one can go on.
 */
export function refusalOf(operation: Operation): Failure | undefined {
  if (operation.step === 'refused') return operation.failure;
  const { step, refusal } = operation;
  return step === 'not-received' && refusal && !passing.includes(refusal.code)
    ? refusal
    : undefined;
}

/**
 * The order that `<cancellation-status>` tells about when it names none: last selected or submitted, else the one that it showed if
 * that is over now, so that the end of a story is seen, else the newest open request's.
 */
export function selectStatusOrderId(state: FlowState, shown?: string): string | undefined {
  const { selectedOrderId } = state;
  if (selectedOrderId !== undefined && hasStory(state, selectedOrderId)) return selectedOrderId;
  if (shown !== undefined && hasStory(state, shown) && !isOpen(state, shown)) return shown;
  // What an earlier page left open is not listed before somebody asks for the list.
  const known = [...state.orders.listed, ...state.orders.held.keys(), ...state.operations.keys()];
  return known.find((id) => isOpen(state, id));
}

function isOpen(state: FlowState, orderId: string): boolean {
  const order = selectOrder(state, orderId);
  const isRequested = order?.cancellations.some(({ status }) => !isFinalCancellation(status));
  return isUnsettled(state.operations.get(orderId)) || isRequested === true;
}

function hasStory(state: FlowState, orderId: string): boolean {
  return (
    state.operations.has(orderId) || (selectOrder(state, orderId)?.cancellations.length ?? 0) > 0
  );
}
