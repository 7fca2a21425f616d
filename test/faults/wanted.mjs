import { unitsPerOrder } from './orders.mjs';

/** What each shopper wants: one, some or all units of an order of theirs, over GraphQL or REST. */
export function intentsIn({ customers, count, random, hasRest, most = unitsPerOrder }) {
  const orders = customers.flatMap(({ orders, token }) =>
    orders.map((order) => ({ ...order, token })),
  );
  return orders.slice(0, count).map(({ id, number, lineId, token }, index) => {
    const all = most === unitsPerOrder && random() < 0.2;
    const units = all ? unitsPerOrder : 1 + Math.floor(random() * 2);
    const lines = [{ lineId, quantity: units }];
    return {
      orderId: id,
      number,
      token,
      units,
      lines,
      api: hasRest && index % 2 === 1 ? 'rest' : 'graphql',
    };
  });
}
