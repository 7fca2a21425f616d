import type { Cancellation } from '../model/cancellation.js';
import type { Order, OrderLine } from '../model/order.js';
import { isFinalCancellation } from '../model/order-rules.js';
import { sameData } from '../model/same-data.js';
import { isLater } from '../model/time-text.js';
import { instantMs } from '../model/time.js';
import type { ReadKind, Stamp } from './flow-event.js';
import type { HeldOrder } from './flow-state.js';

export interface Merged {
  readonly held: HeldOrder;
  /** The order itself was taken over; only then may a read show that something is not there. */
  readonly applied: boolean;
  /** Something in it was dropped though it differs from what is shown: the order has to be read again. */
  readonly stale: boolean;
}

type Source = ReadKind | 'answer';

/**
 * Older news never overwrites newer. Where both sides say when they changed, that alone decides; else an answer of a call that
 * started before the last acceptance is not applied, because overlapping calls cannot be ordered. Request and refund are compared apart.
 */
export function mergeOrder(
  current: HeldOrder | undefined,
  incoming: Order,
  source: Source,
  stamp: Stamp,
): Merged {
  const complete = source === 'order' || (source !== 'list' && !incoming.linesComplete);
  if (!current) {
    const cancellationsAt = new Map(incoming.cancellations.map(({ id }) => [id, stamp.at]));
    const held = { order: incoming, complete, at: stamp.at, cancellationsAt };
    return { held, applied: true, stale: false };
  }
  const known = current.order;
  const applied =
    !isUndatedPush(source, incoming.updatedAt) &&
    isNewer(known.updatedAt, incoming.updatedAt, current.at, stamp);
  const requests = mergeCancellations(current, incoming.cancellations, source, stamp);
  const base = applied ? withKnownDetails(known, incoming) : known;
  const order = keepIdentity(known, { ...base, cancellations: requests.cancellations });
  return {
    held: {
      order,
      complete: applied ? complete || (current.complete && base !== incoming) : current.complete,
      at: applied ? stamp.at : current.at,
      cancellationsAt: requests.at,
    },
    applied,
    stale:
      requests.stale ||
      (applied
        ? isInPieces(known, order)
        : !sameData(withoutRequests(known), withoutRequests(withKnownDetails(known, incoming)))),
  };
}

/**
 * A request has just ended, and the lines do not show it: a shop that answers field by field may have read them before, and what is over
 * is followed no more.
 */
function isInPieces(known: Order, next: Order): boolean {
  const before = new Map(known.cancellations.map(({ id, status }) => [id, status]));
  return (
    next.linesComplete !== false &&
    next.cancellations.some(
      (entry) =>
        before.get(entry.id) !== entry.status &&
        next.lines.some((line) => {
          const wanted = canceledOf(entry, line);
          return (line.canceled ?? wanted) < wanted;
        }),
    )
  );
}

/** How much of a line a request has canceled, as far as it says. */
function canceledOf({ status, lines }: Cancellation, { id, quantity = 0 }: OrderLine): number {
  const all = status === 'completed';
  if (lines === 'all') return all ? quantity : 0;
  const own = lines.find(({ lineId }) => lineId === id);
  return own && (own.outcome ? own.outcome === 'canceled' : all) ? own.quantity : 0;
}

/** Cancellations that came without their order: a push, a read of named requests, a write's answer. */
export function mergeIntoOrder(
  current: HeldOrder,
  incoming: readonly Cancellation[],
  source: Source,
  stamp: Stamp,
): Merged {
  const requests = mergeCancellations(current, incoming, source, stamp);
  const order = keepIdentity(current.order, {
    ...current.order,
    cancellations: requests.cancellations,
  });
  return {
    held: { ...current, order, cancellationsAt: requests.at },
    applied: false,
    stale: requests.stale,
  };
}

function mergeCancellations(
  current: HeldOrder,
  incoming: readonly Cancellation[],
  source: Source,
  stamp: Stamp,
): { cancellations: readonly Cancellation[]; at: ReadonlyMap<string, number>; stale: boolean } {
  const merged = new Map(current.order.cancellations.map((entry) => [entry.id, entry]));
  const at = new Map(current.cancellationsAt);
  const added: Cancellation[] = [];
  let stale = false;
  for (const entry of incoming) {
    const known = merged.get(entry.id);
    if (!known) {
      added.push(entry);
      at.set(entry.id, stamp.at);
      continue;
    }
    const next = mergeCancellation(known, entry, at.get(entry.id) ?? 0, source, stamp);
    if (next === known) stale ||= !sameData(known, entry);
    else at.set(entry.id, stamp.at);
    merged.set(entry.id, next);
  }
  return { cancellations: [...added, ...merged.values()], at, stale };
}

function mergeCancellation(
  known: Cancellation,
  incoming: Cancellation,
  at: number,
  source: Source,
  stamp: Stamp,
): Cancellation {
  const newer =
    !isUndatedPush(source, incoming.updatedAt) &&
    isNewer(known.updatedAt, incoming.updatedAt, at, stamp) &&
    !goesBack(known, incoming);
  const refundDated =
    known.refund.updatedAt !== undefined && incoming.refund.updatedAt !== undefined;
  const refundNewer = refundDated
    ? isNewer(known.refund.updatedAt, incoming.refund.updatedAt, at, stamp)
    : newer;
  const request = newer ? incoming : known;
  const refund = refundNewer ? incoming.refund : known.refund;
  const next = refund === request.refund ? request : { ...request, refund };
  return sameData(known, next) ? known : next;
}

/** What is over stays over, unless the shop dates its change of mind. */
function goesBack(known: Cancellation, incoming: Cancellation): boolean {
  if (!isFinalCancellation(known.status) || incoming.status === known.status) return false;
  return !isLater(incoming.updatedAt, known.updatedAt);
}

function isNewer(
  known: string | undefined,
  incoming: string | undefined,
  at: number,
  stamp: Stamp,
): boolean {
  if (known !== undefined && incoming !== undefined && instantMs(known) !== instantMs(incoming))
    return instantMs(incoming) > instantMs(known);
  return stamp.startedAt >= at;
}

/** A push that does not say when it changed may be late: it is a signal to read. */
function isUndatedPush(source: Source, updatedAt: string | undefined): boolean {
  return source === 'push' && updatedAt === undefined;
}

/** A list row may be poorer than what a full read brought; what it leaves out is kept while nothing speaks against it. */
function withKnownDetails(known: Order, incoming: Order): Order {
  const keepLines = incoming.linesComplete === false && known.linesComplete !== false;
  const keepEligibility =
    incoming.eligibility === 'ask' &&
    known.eligibility !== 'ask' &&
    incoming.status === known.status &&
    incoming.revision === known.revision;
  if (!keepLines && !keepEligibility) return incoming;
  const { linesComplete, ...rest } = incoming;
  return {
    ...rest,
    ...(keepLines ? { lines: known.lines } : linesComplete === false && { linesComplete }),
    ...(keepEligibility && { eligibility: known.eligibility }),
  };
}

function withoutRequests(order: Order): Order {
  return { ...order, cancellations: [] };
}

/** Unchanged data keeps its identity, so that unchanged rows are not drawn again. */
function keepIdentity(known: Order, next: Order): Order {
  return sameData(known, next) ? known : next;
}
