import type { Parsed } from './data-issue.js';
import { isArray, parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import type { Order, Page } from './order.js';
import { readOrder } from './parse-order.js';
import { needed, readAmount, readInstant, readOpaque } from './parse-value.js';
import { present } from './present.js';
import { isLater } from './time-text.js';

/** The answer of `listOrders`. An order that cannot be read is left out and reported; the others stay. */
export function parsePage(value: unknown): Parsed<Page<Order>> {
  return parseAnswer(value, (root) => {
    // A bare list is a page without a next one.
    if (isArray(value)) {
      root.report('', 'repaired');
      return { items: readOrders(root, '') ?? [] };
    }
    const fields = root.object('');
    const items = fields && needed(fields, 'items', readOrders(fields, 'items'));
    if (fields === undefined || items === undefined) return undefined;
    return present({
      items,
      next: readOpaque(fields, 'next'),
      total: readAmount(fields, 'total', 'whole'),
      shopper: readOpaque(fields, 'shopper'),
      serverTime: readInstant(fields, 'serverTime'),
    });
  });
}

interface Found { readonly order: Order; readonly ownId: boolean }

function readOrders(fields: Fields, key: string): readonly Order[] | undefined {
  const found = fields.list<Found>(key, (item) => {
    const order = readOrder(item, { complete: false });
    return order && { order, ownId: item.get('id') === order.id };
  })?.items;
  if (found === undefined) return undefined;
  const byId = new Map<string, Found>();
  for (const one of found) {
    const before = byId.get(one.order.id);
    if (before !== undefined) fields.report(key, 'duplicate-id');
    if (before === undefined || replaces(one, before)) byId.set(one.order.id, one);
  }
  return Array.from(byId.values(), ({ order }) => order);
}

/** The newer one. But an id that only became this one by cleaning must not speak for the order that really has it. */
function replaces(later: Found, before: Found): boolean {
  if (later.ownId !== before.ownId) return later.ownId;
  return isLater(later.order.updatedAt, before.order.updatedAt);
}
