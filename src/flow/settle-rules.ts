import type { Cancellation, CancellationResult } from '../model/cancellation.js';
import type { Failure } from '../model/failure.js';
import type { Order } from '../model/order.js';
import { present } from '../model/present.js';
import { covers, findOurs, missingLines, nothingLeft } from './evidence.js';
import { baseOf, type Operation, type OperationBase } from './flow-state.js';

/** What is known about a read, beside the order that it brought. */
export interface ReadFacts {
  /** A read of the whole order that was taken over; nothing less can show that something is not there. */
  readonly complete: boolean;
  readonly afterSend: boolean;
  readonly over: boolean;
  readonly showsRequests: boolean;
}

const tooLate: Failure = { code: 'not-eligible', blocks: [{ code: 'already-canceled' }] };

/** The operation after a read of its order. */
export function settleByRead(operation: Operation, order: Order, read: ReadFacts): Operation {
  switch (operation.kind) {
    case 'request':
      return settleRequest(operation, order, read);
    case 'retract':
      return settleRetraction(operation, targetOf(operation, order), read);
    case 'confirm':
      return settleConfirmation(operation, targetOf(operation, order), read);
  }
}

/** The operation after an answer to one of its own sends, however late. */
export function settleByAnswer(
  operation: Operation,
  result: CancellationResult,
  order: Order | undefined,
): Operation {
  const { cancellations } = result;
  if (operation.kind !== 'request') {
    const target = cancellations.find(({ id }) => id === operation.target);
    const read = { complete: false, afterSend: true, over: false, showsRequests: true };
    const settled =
      operation.kind === 'retract'
        ? settleRetraction(operation, target, read)
        : settleConfirmation(operation, target, read);
    return settled.step === 'sending' ? unconfirmed(settled) : settled;
  }
  if (operation.step === 'received' && operation.evidence !== 'order') return operation;
  if (operation.step === 'awaiting-confirmation' && cancellations.every(isWaiting))
    return operation;
  const answered: OperationBase = {
    ...baseOf(operation),
    unanswered: 0,
    ids: [...new Set([...operation.ids, ...cancellations.map(({ id }) => id)])],
  };
  if (cancellations.length === 0) {
    return { ...answered, step: 'received', evidence: 'order' };
  }
  const known = order ? findOurs(answered, order).proof : cancellations;
  if (covers(known, answered)) return received(answered, known, 'id');
  if (operation.step === 'settling') return { ...answered, step: 'settling' };
  if (operation.step === 'received') return { ...answered, step: 'received', evidence: 'order' };
  return present({ ...answered, step: 'unconfirmed', likely: cancellations[0]?.id });
}

function settleRequest(operation: Operation, order: Order, read: ReadFacts): Operation {
  const { step } = operation;
  const { proof, by, likely } = findOurs(operation, order);
  if (proof.length > 0) return settleByProof(operation, proof, by, read);
  if (step === 'sending' || step === 'awaiting-confirmation') return operation;
  if (likely !== undefined && read.afterSend) {
    const byOrder: Operation = { ...baseOf(operation), step: 'received', evidence: 'order' };
    if (step === 'not-received') return byOrder;
    if (step !== 'unconfirmed' && step !== 'settling') return operation;
    if (read.over || nothingLeft(order)) return byOrder;
    return { ...baseOf(operation), step: 'unconfirmed', likely };
  }
  if (step !== 'unconfirmed' && step !== 'settling') return operation;
  if (read.over && read.showsRequests) return { ...baseOf(operation), step: 'not-received' };
  if (read.over) return { ...unconfirmed(operation), cannotCheck: true };
  return step === 'settling' ? unconfirmed(operation) : operation;
}

function settleByProof(
  operation: Operation,
  proof: readonly Cancellation[],
  by: 'key' | 'id',
  read: ReadFacts,
): Operation {
  const { step } = operation;
  if (step === 'awaiting-confirmation') {
    return proof.every(isWaiting) ? operation : received(operation, proof, by);
  }
  if (step === 'received') {
    return operation.evidence === 'order' && covers(proof, operation)
      ? received(operation, proof, by)
      : operation;
  }
  if (covers(proof, operation)) return received(operation, proof, by);
  if (step === 'sending') return operation;
  if (read.over || step === 'not-received' || step === 'refused') {
    return {
      ...baseOf(operation),
      step: 'received',
      evidence: by,
      missing: missingLines(proof, operation),
    };
  }
  const likely = proof[0]?.id ?? '';
  return { ...baseOf(operation), step: 'unconfirmed', likely };
}

function settleRetraction(
  operation: Operation,
  target: Cancellation | undefined,
  read: ReadFacts,
): Operation {
  // What was not received may still arrive, and then the request is not with the shop any more.
  const isLate = operation.step === 'not-received';
  if (!isOpen(operation) && !isLate) return operation;
  switch (target?.status) {
    case 'retracted':
      return { ...baseOf(operation), step: 'received', evidence: 'id' };
    case 'completed':
    case 'partially-completed':
    case 'declined':
    case 'failed':
      return { ...baseOf(operation), step: 'refused', failure: tooLate };
    default:
      return isLate
        ? operation
        : unsettledAfter(operation, read, { ...baseOf(operation), step: 'not-received' });
  }
}

/** The request that a confirmation is about, or a retraction of what waits for a code: it is what goes on. */
export function asRequest(operation: OperationBase): OperationBase {
  const { of = operation.key, target: id, ...base } = baseOf(operation);
  const ids = id === undefined ? base.ids : [...new Set([...base.ids, id])];
  return { ...base, kind: 'request', key: of, ids };
}

function settleConfirmation(
  operation: Operation,
  target: Cancellation | undefined,
  read: ReadFacts,
): Operation {
  if (!isOpen(operation)) return operation;
  const request = asRequest(operation);
  if (target?.status === 'declined')
    return { ...request, step: 'refused', failure: { code: 'expired' } };
  if (target && target.status !== 'awaiting-confirmation')
    return { ...request, step: 'received', evidence: 'id' };
  return unsettledAfter(operation, read, {
    ...request,
    step: 'awaiting-confirmation',
    notReceived: true,
  });
}

function unsettledAfter(operation: Operation, read: ReadFacts, atTheEnd: Operation): Operation {
  if (operation.step === 'sending') return operation;
  if (read.over) return atTheEnd;
  return operation.step === 'settling' ? unconfirmed(operation) : operation;
}

function received(
  operation: OperationBase,
  ours: readonly Cancellation[],
  by: 'key' | 'id',
): Operation {
  const base = {
    ...baseOf(operation),
    unanswered: 0,
    ids: [...new Set([...operation.ids, ...ours.map(({ id }) => id)])],
  };
  return ours.some(isWaiting)
    ? { ...base, step: 'awaiting-confirmation' }
    : { ...base, step: 'received', evidence: by };
}

export function unconfirmed(
  operation: OperationBase,
): Operation & { readonly step: 'unconfirmed' } {
  return { ...baseOf(operation), step: 'unconfirmed' };
}

function isWaiting({ status }: Cancellation): boolean {
  return status === 'awaiting-confirmation';
}

function isOpen({ step }: Operation): boolean {
  return step === 'sending' || step === 'unconfirmed' || step === 'settling';
}

function targetOf(operation: Operation, order: Order): Cancellation | undefined {
  return order.cancellations.find(({ id }) => id === operation.target);
}
