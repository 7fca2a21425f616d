import type { Cancellation, CancellationLine, LineSelection } from '../../model/cancellation.js';
import { exactQuantity } from './amounts.js';
import type { MemoryLine, MemoryOrder } from './memory-order.js';
import { acceptedLines, canceledAt, isOpenStatus, statusOf } from './progress.js';
import type { OrderFile } from './shop-state.js';

/** How much of each line, by line id. */
export type Quantities = ReadonlyMap<string, number>;

export function addQuantities(
  ...lists: readonly Iterable<readonly [string, number]>[]
): Quantities {
  const sum = new Map<string, number>();
  for (const list of lists)
    for (const [lineId, quantity] of list)
      sum.set(lineId, exactQuantity((sum.get(lineId) ?? 0) + quantity));
  return sum;
}

export function quantitiesOf(lines: readonly LineSelection[]): Quantities {
  return addQuantities(lines.map((line) => [line.lineId, line.quantity] as const));
}

/** Canceled before the shop was started. */
export function seededQuantities(order: MemoryOrder): Quantities {
  return new Map(order.lines.map((line) => [line.id, line.canceled ?? 0]));
}

export function canceledQuantities(file: OrderFile, now: number): Quantities {
  const done = file.requests.filter((request) => canceledAt(request, now) !== undefined);
  return addQuantities(
    seededQuantities(file.order),
    ...done.map((request) => quantitiesOf(acceptedLines(request))),
  );
}

/** Asked for and not decided: nobody can ask for it again. */
export function heldQuantities(file: OrderFile, now: number): Quantities {
  const asked = file.requests.filter((request) => isOpenStatus(statusOf(request, now)));
  const seeded = openSeeds(file).map((seed) => quantitiesOf(seedLines(file.order, seed)));
  return addQuantities(...asked.map((request) => quantitiesOf(request.lines)), ...seeded);
}

/** What is neither canceled, nor asked for, nor on its way. */
export function openQuantity(line: MemoryLine, canceled: Quantities, held: Quantities): number {
  const gone = (line.shipped ?? 0) + (canceled.get(line.id) ?? 0) + (held.get(line.id) ?? 0);
  return Math.max(0, exactQuantity(line.quantity - gone));
}

/** Requests that the order came with, still undecided. */
export function openSeeds(file: OrderFile): readonly Cancellation[] {
  return file.order.cancellations.filter(
    (seed) => isOpenStatus(seed.status) && !file.takenBack.has(seed.id),
  );
}

export function seedLines(order: MemoryOrder, seed: Cancellation): readonly CancellationLine[] {
  if (seed.lines !== 'all') return seed.lines;
  return order.lines.map((line) => ({
    lineId: line.id,
    quantity: exactQuantity(line.quantity - (line.canceled ?? 0)),
  }));
}
