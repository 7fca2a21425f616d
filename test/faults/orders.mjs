import { api, placeOrder, signIn } from '../engine/support/api.mjs';

const orError = '... on ErrorResult { errorCode message }';
const password = 'faults-demo-2209';
/** Units in each order: a double effect must find something left to take. */
export const unitsPerOrder = 5;

/** Registers customers and lets each place one order, through the engine's own API. */
export async function placeFirstOrders({ shopApi, customers, from = 0 }) {
  const placed = [];
  for (let index = from; index < from + customers; index += 1) {
    const email = `shopper-${index}@example.test`;
    await api(shopApi)(
      `mutation($input: RegisterCustomerInput!) { registerCustomerAccount(input: $input) { __typename ${orError} } }`,
      { input: { emailAddress: email, password, firstName: 'Shopper', lastName: String(index) } },
    );
    const shop = await signIn(api(shopApi), email, password);
    const { id } = await placeOrder(shop, [['MUG', unitsPerOrder]]);
    placed.push({ email, password, firstOrderId: id });
  }
  return placed;
}

/**
 * Places each customer's order again, `copies` times, row by row: a thousand checkouts would take longer than the proof. Resolves to the
 * customers with the ids of the copies.
 */
export async function copyOrders({ sql, customers, copies }) {
  const columns = new Map();
  for (const table of ['order', 'shipping_line', 'order_line', 'payment', 'stock_movement'])
    columns.set(table, await sql.columns(table));
  const [next] = await sql(
    `SELECT ${[...columns.keys()].map((table) => `(SELECT max(id) FROM "${table}") AS "${table}"`).join(', ')}`,
  );
  const statements = [];
  const filled = customers.map((customer, index) => {
    const { firstOrderId } = customer;
    const at = (table) => `${next[table] + index * copies} + n`;
    const copy = (table, where, changes) => {
      const names = columns.get(table);
      const values = names.map((name) => changes[name] ?? `t."${name}"`);
      statements.push(
        `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
         SELECT ${values.join(', ')} FROM "${table}" t, (${numbers(copies)}) g WHERE ${where}`,
      );
    };
    const ofOrder = `t."orderId" = ${firstOrderId}`;
    const orderId = at('order');
    copy('order', `t.id = ${firstOrderId}`, {
      id: orderId,
      code: `'F${firstOrderId}-' || CAST(n AS TEXT)`,
    });
    statements.push(
      `INSERT INTO order_channels_channel ("orderId", "channelId")
       SELECT ${orderId}, t."channelId" FROM order_channels_channel t, (${numbers(copies)}) g WHERE ${ofOrder}`,
    );
    copy('shipping_line', ofOrder, { id: at('shipping_line'), orderId });
    const lineId = at('order_line');
    copy('order_line', ofOrder, { id: lineId, orderId, shippingLineId: at('shipping_line') });
    copy('payment', ofOrder, {
      ...{ id: at('payment'), orderId },
      transactionId: `t."transactionId" || '-' || CAST(n AS TEXT)`,
    });
    copy(
      'stock_movement',
      `t."orderLineId" IN (SELECT id FROM order_line WHERE "orderId" = ${firstOrderId})`,
      { id: at('stock_movement'), orderLineId: lineId },
    );
    const numbersOf = (table) =>
      Array.from({ length: copies }, (_, n) => String(next[table] + index * copies + n + 1));
    const lineIds = numbersOf('order_line');
    return {
      ...customer,
      orders: numbersOf('order').map((id, n) => ({
        ...{ id, number: `F${firstOrderId}-${n + 1}`, lineId: lineIds[n] },
      })),
    };
  });
  const allocated = customers.length * copies * unitsPerOrder;
  statements.push(
    `UPDATE stock_level SET "stockAllocated" = "stockAllocated" + ${allocated}, "stockOnHand" = "stockOnHand" + ${allocated}
     WHERE "productVariantId" = (SELECT "productVariantId" FROM order_line WHERE "orderId" = ${customers[0].firstOrderId})`,
  );
  if (sql.dialect === 'postgres') {
    for (const table of columns.keys())
      statements.push(
        `SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), (SELECT max(id) FROM "${table}"))`,
      );
  }
  await sql.all(statements);
  return filled;
}

function numbers(count) {
  return `WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${count}) SELECT n FROM counted`;
}
