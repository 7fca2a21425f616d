import { AdapterError } from '../../flow/storefront-adapter.js';
import type { OrderQuery } from '../../flow/storefront-adapter.js';
import type { VendureOrder } from './answers.js';
import { statesOf } from './map-order.js';

/** As many as the Shop API gives at once. */
const most = 100;

/** Where the next page begins: how many to skip among the orders that were there when the first page was read. */
interface Position {
  readonly skip: number;
  /** Not after this one: an order placed in between would shift all others. */
  readonly before?: string;
}

export function listOptions({ first, after, search, status }: OrderQuery): object {
  const { skip, before } = positionOf(after);
  const number = search?.trim().replace(/^#/, '');
  return {
    skip,
    take: Math.min(first, most),
    sort: { orderPlacedAt: 'DESC', id: 'DESC' },
    filter: {
      // Else the cart is listed.
      active: { eq: false },
      ...(before !== undefined && { orderPlacedAt: { before } }),
      ...(number && { code: { contains: number } }),
      ...(status !== undefined && { state: { in: statesOf(status) } }),
    },
  };
}

export function nextPage(
  { after }: OrderQuery,
  items: readonly VendureOrder[],
  total: number,
): string | undefined {
  const position = positionOf(after);
  const skip = position.skip + items.length;
  if (items.length === 0 || skip >= total) return undefined;
  return `${String(skip)}~${position.before ?? justAfter(items[0])}`;
}

function justAfter(newest: VendureOrder | undefined): string {
  const placed = Date.parse(newest?.orderPlacedAt ?? '');
  return Number.isNaN(placed) ? '' : new Date(placed + 1).toISOString();
}

function positionOf(after: string | undefined): Position {
  if (after === undefined) return { skip: 0 };
  const [skip = '', before = ''] = after.split('~');
  if (!/^\d+$/.test(skip))
    throw new AdapterError('invalid', { message: 'Not a cursor of this adapter', sent: false });
  return { skip: Number(skip), ...(before && { before }) };
}
