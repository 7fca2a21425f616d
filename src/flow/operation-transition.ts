import type { Failure } from '../model/failure.js';
import { sameData } from '../model/same-data.js';
import { windowIsOver } from './evidence.js';
import type { FlowEvent, ReadKind, Stamp } from './flow-event.js';
import {
  baseOf,
  isUnsettled,
  settledness,
  type FlowState,
  type Operation,
  type OperationBase,
} from './flow-state.js';
import { asRequest, settleByAnswer, settleByRead, unconfirmed } from './settle-rules.js';

/** Writes and their outcome: the specification's operation table. */
export function operationTransition(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'begin':
      return begin(state, event.operation);
    case 'entry':
      return takeEntry(state, event.operation);
    case 'orders-loaded':
      return event.page.items.reduce(
        (next, { id }) => settleOrder(next, id, 'list', event.stamp),
        state,
      );
    case 'order-read':
      return settleOrder(state, event.order.id, event.kind, event.stamp);
    case 'cancellations-read':
      return [...new Set(event.cancellations.map(({ orderId }) => orderId))].reduce(
        (next, id) => settleOrder(next, id, event.kind, event.stamp),
        state,
      );
    default: {
      const orderId = 'orderId' in event ? event.orderId : undefined;
      const operation = orderId === undefined ? undefined : state.operations.get(orderId);
      if (!operation || ('key' in event && event.key !== operation.key)) return state;
      return withOperation(state, operation, operationAfter(state, operation, event));
    }
  }
}

/** What an event that is about this operation makes of it; undefined: it is gone. */
export function operationAfter(
  state: FlowState,
  operation: Operation,
  event: FlowEvent,
): Operation | undefined {
  switch (event.type) {
    case 'answered':
      return event.attempt > operation.attempt
        ? operation
        : settleByAnswer(operation, event.result, state.orders.held.get(operation.orderId)?.order);
    case 'failed':
      return event.attempt > operation.attempt
        ? operation
        : afterFailure(operation, event.failure, event.definite, event.attempt);
    case 'timed-out':
      return operation.step === 'sending' && event.attempt === operation.attempt
        ? unconfirmed(operation)
        : operation;
    case 'resent':
      return operation.step === 'not-received' && event.attempt === operation.attempt + 1
        ? {
            ...withoutRefusal(operation),
            step: 'sending',
            attempt: event.attempt,
            unanswered: operation.unanswered + 1,
            sentAt: event.sentAt,
            origin: 'action',
          }
        : operation;
    case 'settle-started':
      return operation.step === 'unconfirmed'
        ? { ...baseOf(operation), step: 'settling' }
        : operation;
    case 'settle-failed':
      if (operation.step !== 'settling' && operation.step !== 'unconfirmed') return operation;
      return windowIsOver(operation, event.stamp, state.capabilities)
        ? { ...unconfirmed(operation), cannotCheck: true }
        : unconfirmed(operation);
    case 'challenge-resent':
      return operation.step === 'awaiting-confirmation'
        ? { ...baseOf(operation), step: 'awaiting-confirmation' }
        : operation;
    case 'expired':
      return isUnsettled(operation) && operation.step !== 'sending' ? undefined : operation;
    case 'put-away':
      return operation.step === 'received' ||
        operation.step === 'refused' ||
        operation.step === 'not-received'
        ? undefined
        : operation;
    default:
      return operation;
  }
}

function begin(state: FlowState, base: OperationBase): FlowState {
  const current = state.operations.get(base.orderId);
  // A request that waits for a code can be confirmed, and taken back; a second request has to wait.
  const target = state.orders.held
    .get(base.orderId)
    ?.order.cancellations.find(({ id }) => id === base.target);
  const goesOn =
    current?.step === 'awaiting-confirmation' && target?.status === 'awaiting-confirmation';
  if (isUnsettled(current) && !goesOn) return state;
  return withOperation(state, current, { ...base, step: 'sending' }, base.orderId);
}

/** A definite failure counts for that send only; the operation is refused when every send of the key was answered definitely. */
function afterFailure(
  operation: Operation,
  failure: Failure,
  definite: boolean,
  attempt: number,
): Operation {
  const { step } = operation;
  if (step !== 'sending' && step !== 'unconfirmed' && step !== 'settling') return operation;
  if (!definite) {
    return step === 'sending' && attempt === operation.attempt ? unconfirmed(operation) : operation;
  }
  const unanswered = operation.unanswered - 1;
  if (unanswered > 0) {
    // Sent again it would be answered alike: what the last send was told decides what is offered once nothing is open.
    const isLastRequest = operation.kind === 'request' && attempt === operation.attempt;
    const more = { unanswered, ...(isLastRequest && { refusal: failure }) };
    return step === 'sending' ? { ...unconfirmed(operation), ...more } : { ...operation, ...more };
  }
  const base = { ...withoutRefusal(operation), unanswered: 0 };
  // The code can still be typed: what the refused write was about waits for it.
  const isAboutCode = operation.kind === 'confirm' || operation.of !== undefined;
  const waits = isAboutCode && failure.code !== 'expired';
  return waits
    ? { ...asRequest(base), step: 'awaiting-confirmation', failure }
    : { ...base, step: 'refused', failure };
}

function withoutRefusal(operation: Operation): OperationBase {
  const { refusal: _refusal, ...base } = baseOf(operation);
  return base;
}

/** An entry is replaced by the same or a higher generation and attempt only, and a settled step never by an unsettled one. */
function takeEntry(state: FlowState, entry: Operation): FlowState {
  const current = state.operations.get(entry.orderId);
  const incoming: Operation =
    entry.step === 'sending' || entry.step === 'settling' ? unconfirmed(entry) : entry;
  if (!current) {
    const silent = entry.step === 'refused';
    return silent ? state : withOperation(state, current, incoming, entry.orderId);
  }
  if (current.key === entry.key) {
    const ahead =
      entry.attempt > current.attempt ||
      (entry.attempt === current.attempt && settledness(entry) > settledness(current));
    if (ahead) return withOperation(state, current, { ...incoming, origin: 'other-tab' });
    // An answer that another tab had names what is ours.
    const ids = [...new Set([...current.ids, ...entry.ids])];
    return ids.length > current.ids.length
      ? withOperation(state, current, { ...current, ids })
      : state;
  }
  const replaces = entry.generation > current.generation && !isUnsettled(current);
  return replaces ? withOperation(state, current, incoming) : state;
}

function settleOrder(state: FlowState, orderId: string, kind: ReadKind, stamp: Stamp): FlowState {
  const operation = state.operations.get(orderId);
  const held = state.orders.held.get(orderId);
  if (!operation || !held) return state;
  const complete = (kind === 'order' || kind === 'list') && held.at === stamp.at;
  const next = settleByRead(operation, held.order, {
    complete,
    afterSend: stamp.started >= operation.sentAt.monotonic,
    over: complete && windowIsOver(operation, stamp, state.capabilities),
    showsRequests: state.capabilities?.evidence === 'request',
  });
  return withOperation(state, operation, next);
}

function withOperation(
  state: FlowState,
  current: Operation | undefined,
  next: Operation | undefined,
  orderId = current?.orderId ?? '',
): FlowState {
  // What a read finds again is no news: a new object would be stored, told to other tabs, and read by them once more.
  if (sameData(next, current)) return state;
  const operations = new Map(state.operations);
  if (next) operations.set(orderId, next);
  else operations.delete(orderId);
  // What is put together anew is another intent than the one that has arrived after all.
  const isInHand = state.dialog?.orderId === orderId && state.dialog.step !== 'following';
  if (next?.step !== 'received' || isInHand || !state.drafts.has(orderId))
    return { ...state, operations };
  const drafts = new Map(state.drafts);
  drafts.delete(orderId);
  return { ...state, operations, drafts };
}
