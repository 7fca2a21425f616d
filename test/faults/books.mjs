/** What the engine's tables say, by SQL and from another process; the same statements for SQLite and PostgreSQL. */
export async function readBooks(sql) {
  const [requests, lines, cancellations, refunds, quantities, orders] = [
    await sql(
      'SELECT id, "orderId", "idempotencyKey", state, "refundTotal" FROM cancellation_request',
    ),
    await sql('SELECT "requestId", "orderLineId", quantity FROM cancellation_request_line'),
    await sql(`SELECT "orderId" FROM history_entry WHERE type = 'ORDER_CANCELLATION'`),
    await sql(
      'SELECT r.id, r.state, r.total, p."orderId" FROM refund r JOIN payment p ON p.id = r."paymentId"',
    ),
    await sql('SELECT id, "orderId", quantity, "orderPlacedQuantity" FROM order_line'),
    await sql('SELECT id, state FROM "order"'),
  ];
  const books = new Map(
    orders.map(({ id, state }) => [
      String(id),
      { state, requests: [], entries: 0, refunds: [], lines: [], canceledUnits: 0 },
    ]),
  );
  const of = (id) => books.get(String(id));
  const linesOf = Map.groupBy ? Map.groupBy(lines, ({ requestId }) => requestId) : groupBy(lines);
  for (const { id, orderId, idempotencyKey, state, refundTotal } of requests)
    of(orderId).requests.push({
      ...{ id: String(id), key: idempotencyKey, state, refundTotal },
      lines: (linesOf.get(id) ?? []).map(({ orderLineId, quantity }) => [
        String(orderLineId),
        quantity,
      ]),
    });
  for (const { orderId } of cancellations) of(orderId).entries += 1;
  for (const { orderId, state, total } of refunds) of(orderId).refunds.push({ state, total });
  for (const { id, orderId, quantity, orderPlacedQuantity } of quantities) {
    const book = of(orderId);
    if (!book) continue;
    book.lines.push([String(id), orderPlacedQuantity - quantity]);
    book.canceledUnits += orderPlacedQuantity - quantity;
  }
  return books;
}

function groupBy(lines) {
  const groups = new Map();
  for (const line of lines)
    groups.set(line.requestId, [...(groups.get(line.requestId) ?? []), line]);
  return groups;
}

const statuses = {
  REQUESTED: 'requested',
  PROCESSING: 'processing',
  REFUNDING: 'processing',
  COMPLETED: 'completed',
  PARTIALLY_COMPLETED: 'partially-completed',
  DECLINED: 'declined',
  FAILED: 'failed',
  RETRACTED: 'retracted',
};

/** The engine has no state of its own for an order of which a part was canceled. */
function statusOf({ state, canceledUnits }) {
  if (state === 'Cancelled') return 'canceled';
  return canceledUnits > 0 ? 'partially-canceled' : 'processing';
}

/** How often the intent took effect: requests that the engine made of it, and what each of them really did. */
export function effectsOf(book) {
  return book.requests.filter(({ state }) => state !== 'RETRACTED').length;
}

/** Whether the effect is one and whole: one request, one entry, one refund of what was promised, and the units that were chosen. */
export function faultsOfEffect(book, { units }) {
  const [request, ...others] = book.requests;
  const paidBack = book.refunds.filter(({ state }) => state === 'Settled');
  const total = paidBack.reduce((sum, refund) => sum + refund.total, 0);
  return [
    !request && 'no request',
    others.length > 0 && `${others.length + 1} requests`,
    request && request.state !== 'COMPLETED' && `request is ${request.state}`,
    book.entries !== 1 && `canceled ${book.entries} times`,
    book.canceledUnits !== units && `${book.canceledUnits} units canceled, ${units} wanted`,
    book.refunds.length !== 1 && `${book.refunds.length} refunds`,
    request &&
      total !== request.refundTotal &&
      `${total} refunded, ${request.refundTotal} promised`,
  ].filter(Boolean);
}

/** Where what a page shows at the end is not what the books say. */
export function mismatchesOf(view, book) {
  if (!view) return ['the page has no such order'];
  const shown = {
    status: view.status,
    canceled: sorted(view.canceled),
    cancellations: sorted(view.cancellations),
  };
  const isPaid = book.refunds.every(({ state }) => state === 'Settled');
  const booked = {
    status: statusOf(book),
    canceled: sorted(book.lines),
    cancellations: sorted(
      book.requests.map(({ id, key, state, refundTotal, lines }) => ({
        ...{ id, key, status: statuses[state], lines },
        refund: [isPaid ? 'issued' : 'pending', (refundTotal / 100).toFixed(2)],
      })),
    ),
  };
  return Object.keys(booked).flatMap((name) => {
    const [page, engine] = [JSON.stringify(shown[name]), JSON.stringify(booked[name])];
    return page === engine ? [] : [`${name}: page ${page}, engine ${engine}`];
  });
}

/** Claims made on the way that were not true: a refusal of what the engine has under that key. */
export function liesOf({ refused }, book) {
  return [...refused]
    .filter(([key]) => book.requests.some((request) => request.key === key))
    .map(([key, code]) => `said "refused" (${code}) of ${key}, which the engine has`);
}

function sorted(items) {
  return [...items].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
