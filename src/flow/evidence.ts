import type { Cancellation, LineSelection } from '../model/cancellation.js';
import type { Capabilities } from '../model/capabilities.js';
import type { Order } from '../model/order.js';
import { openQuantity } from '../model/order-rules.js';
import type { Stamp } from './flow-event.js';
import type { OperationBase } from './flow-state.js';
import { isReachedByOrder } from './reached-by-order.js';

export interface Evidence {
  /** Recognised by our key, or by an id that an answer to this operation gave. */
  readonly proof: readonly Cancellation[];
  readonly by: 'key' | 'id';
  /**
   * A cancellation that may be ours, or the order's own change. It is enough for "never send twice", not for "your request".
   * The text says which: an id, or '' where the shop has no request objects.
   */
  readonly likely?: string;
}

/** What this order shows of our request. Time of day is never used. */
export function findOurs(operation: OperationBase, order: Order): Evidence {
  const byKey = order.cancellations.filter((entry) => entry.idempotencyKey === operation.key);
  const byId = order.cancellations.filter((entry) => operation.ids.includes(entry.id));
  const proof = byKey.length > 0 ? [...new Set([...byKey, ...byId])] : byId;
  const by = byKey.length > 0 ? 'key' : 'id';
  if (proof.length > 0) return { proof, by };
  const candidates = order.cancellations.filter(
    (entry) => mayBeOurs(operation, entry) && within(entry.lines, operation),
  );
  const candidate = candidates[0];
  if (candidate && covers(candidates, operation)) return { proof, by, likely: candidate.id };
  // Where requests are shown, lines that one of them has canceled say nothing about ours.
  const isShown = order.cancellations.some(({ inferred }) => inferred === undefined);
  const isReached = isShown ? nothingLeft(order) : isReachedByOrder(operation, order);
  if (candidates.length === 0 && isReached) return { proof, by, likely: '' };
  return { proof, by };
}

/** New since the shopper confirmed, a request of the shop's own, and without another one's key. */
export function mayBeOurs(operation: OperationBase, entry: Cancellation): boolean {
  return (
    !operation.before.ids.includes(entry.id) &&
    (entry.idempotencyKey === undefined || entry.idempotencyKey === operation.key) &&
    entry.inferred === undefined
  );
}

/** Whether these together answer for every line that we asked for, declined ones included. */
export function covers(cancellations: readonly Cancellation[], operation: OperationBase): boolean {
  return cancellations.length > 0 && missingLines(cancellations, operation).length === 0;
}

/** Lines of the operation, or parts of them, that no cancellation here answers for. */
export function missingLines(
  cancellations: readonly Cancellation[],
  operation: OperationBase,
): readonly LineSelection[] {
  if (cancellations.some((entry) => entry.lines === 'all')) return [];
  return operation.lines.flatMap(({ lineId, quantity }) => {
    const answered = cancellations
      .flatMap((entry) => (entry.lines === 'all' ? [] : entry.lines))
      .reduce((sum, line) => (line.lineId === lineId ? sum + line.quantity : sum), 0);
    const left = quantity - answered;
    return left > 1e-9 ? [{ lineId, quantity: left }] : [];
  });
}

/** Nothing of the order is left to cancel: whoever did it, the goal is reached. */
export function nothingLeft(order: Order): boolean {
  return (
    order.status === 'canceled' ||
    (order.linesComplete !== false &&
      order.lines.length > 0 &&
      order.lines.every((line) => (openQuantity(line) ?? 1) === 0))
  );
}

/**
 * Whether the read *started* at least `settleAfterMs` after the last send: on the shop's clock where it tells its time, else on the
 * page's monotonic one, never on the wall clock.
 */
export function windowIsOver(
  operation: OperationBase,
  stamp: Stamp,
  capabilities: Capabilities | undefined,
): boolean {
  const { sentAt } = operation;
  const elapsed =
    stamp.shop !== undefined && sentAt.shop !== undefined
      ? stamp.shop - sentAt.shop
      : stamp.started - sentAt.monotonic;
  return elapsed >= settleAfterMs(capabilities);
}

export function settleAfterMs(capabilities: Capabilities | undefined): number {
  return capabilities?.settleAfterMs ?? (capabilities?.idempotent ? 120_000 : 600_000);
}

function within(lines: Cancellation['lines'], operation: OperationBase): boolean {
  if (lines === 'all') return operation.whole;
  return lines.every((line) =>
    operation.lines.some((ours) => ours.lineId === line.lineId && line.quantity <= ours.quantity),
  );
}
