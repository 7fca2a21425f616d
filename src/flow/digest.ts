import type { Cancellation } from '../model/cancellation.js';
import type { FlowState } from './flow-state.js';
import { selectOrder } from './selectors.js';

/** Requests that are watched and in memory. */
export function watchedCancellations(state: FlowState): readonly Cancellation[] {
  return [...state.watched].flatMap(([orderId, refs]) =>
    (selectOrder(state, orderId)?.cancellations ?? []).filter(({ id }) =>
      refs.some(({ cancellationId }) => cancellationId === id),
    ),
  );
}

/** Equal where two tabs show the same of what is watched; a number, so that storage tells nothing more. FNV-1a, 32 bits. */
export function digestOf(state: FlowState): string {
  const seen = watchedCancellations(state)
    .map(({ id, status, refund }) => JSON.stringify([id, status, refund.status, refund.updatedAt]))
    .sort();
  const orders = [...state.watched.keys()].sort();
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify([orders, seen]))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
