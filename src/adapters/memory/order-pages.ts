import type { Order, Page } from '../../model/order.js';
import { present } from '../../model/present.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import type { OrderQuery } from '../../flow/storefront-adapter.js';

/** What a cursor carries: the size, the search and the filter of the first page, and the last order that was shown. */
type Cursor = readonly [first: number, search: string, status: string, lastId: string];

/** One page, newest first. A new order on top moves no row into the next page, for the cursor names an order and no offset. */
export function pageOf(orders: readonly Order[], query: OrderQuery): Page<Order> {
  const cursor = query.after === undefined ? undefined : readCursor(query.after);
  const [first, search, status, lastId] = cursor ?? [
    query.first,
    query.search ?? '',
    query.status ?? '',
    undefined,
  ];
  const found = orders.filter((order) => matches(order, search.trim().toLowerCase(), status));
  const start = lastId === undefined ? 0 : found.findIndex((order) => order.id === lastId) + 1;
  const items = found.slice(start, start + Math.max(1, Math.floor(first)));
  const last = items.at(-1);
  const more = last !== undefined && start + items.length < found.length;
  return present({
    items,
    total: found.length,
    next: more ? JSON.stringify([first, search, status, last.id]) : undefined,
  });
}

export function newestFirst<T extends { readonly placedAt?: string }>(
  orders: readonly T[],
): readonly T[] {
  return [...orders].sort((a, b) => placedAt(b) - placedAt(a));
}

/** Undated orders come last, as they were given. */
function placedAt(order: { readonly placedAt?: string }): number {
  return order.placedAt === undefined ? 0 : Date.parse(order.placedAt) || 0;
}

function matches(order: Order, search: string, status: string): boolean {
  if (status !== '' && order.status !== status) return false;
  const texts = [
    order.number,
    ...order.lines.flatMap((line) => [line.name, line.variant ?? '', line.sku ?? '']),
  ];
  return texts.some((text) => text.toLowerCase().includes(search));
}

function readCursor(text: string): Cursor {
  try {
    const cursor = JSON.parse(text) as unknown;
    if (
      Array.isArray(cursor) &&
      cursor.length === 4 &&
      typeof cursor[0] === 'number' &&
      cursor.slice(1).every((part) => typeof part === 'string')
    ) {
      return cursor as unknown as Cursor;
    }
  } catch {
    // Said below.
  }
  throw new AdapterError('invalid', { message: `not a cursor of this shop: ${text}` });
}
