import { api, signIn } from './api.mjs';

let keys = 0;

/** A signed-in customer with an adapter of their own, and calls as the flow makes them. */
export async function shopperOf({ engine, createVendureAdapter, person, locale = 'en', fetch }) {
  const shop = person && (await signIn(api(engine.shopApi), person.email, person.password));
  const token = shop ? () => shop.token() : undefined;
  const adapter = createVendureAdapter({
    url: engine.shopApi,
    ...(token && { token }),
    ...(fetch && { fetch }),
  });
  const read = () => ({ signal: AbortSignal.timeout(20_000), locale });
  const write = (idempotencyKey = newKey()) => ({ ...read(), idempotencyKey });
  const byNumber = async (number) => {
    const { items } = await adapter.listOrders({ first: 20, search: number }, read());
    return items.find((order) => order.number === number);
  };
  const request = (orderId, lines = 'all', more = {}, key = undefined) =>
    adapter.requestCancellation(
      { orderId, lines, reasonCode: 'changed-mind', ...more },
      write(key),
    );
  return { adapter, read, write, byNumber, request, shop };
}

export function newKey() {
  keys += 1;
  return `spec-${process.pid}-${keys}-`.padEnd(24, 'k');
}
