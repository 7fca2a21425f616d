import type { Parsed } from './data-issue.js';
import { isArray, parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import type { Order, Page } from './order.js';
import { readOrder } from './parse-order.js';
import { readInstant, readOpaque, readWhole } from './parse-value.js';
import { object, record } from './read-record.js';
import { isLater } from './time-text.js';

/** The answer of `listOrders`. An order that cannot be read is left out and reported; the others stay. */
export function parsePage(value: unknown): Parsed<Page<Order>> {
  return parseAnswer(value, (root, key) => {
    if (!isArray(value)) return readPage(root, key);
    // A bare list is a page without a next one.
    root.report(key, 'repaired');
    return { items: readOrders(root, key) ?? [] };
  });
}

const readPage = /* @__PURE__ */ object(
  /* @__PURE__ */ record<Page<Order>, 'items'>(
    { items: readOrders },
    {
      next: readOpaque,
      total: readWhole,
      shopper: readOpaque,
      serverTime: readInstant,
    },
  ),
);

interface Found {
  readonly order: Order;
  readonly ownId: boolean;
}

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
