import { createMemoryAdapter } from 'rescind/adapters/memory';
import { createSampleOrders } from 'rescind/testing';

const shop = createMemoryAdapter({ orders: (now) => createSampleOrders({ now }) });
const statuses = { unauthenticated: 401, 'not-found': 404, 'not-eligible': 409, invalid: 422 };

/** Serves a shop that is in memory, by the REST contract: a middleware for `/api/rescind`. */
export async function serveShop(request, response) {
  const { pathname, searchParams: query } = new URL(request.url, 'http://shop.example');
  const [kind, orderId, part, cancellationId, act] = pathname
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  const call = {
    signal: new AbortController().signal,
    locale: request.headers['accept-language'] ?? 'en',
    idempotencyKey: request.headers['idempotency-key'] ?? '',
  };
  const routes = {
    'GET capabilities': () => shop.describe(call),
    'GET cancellations': async () => ({
      cancellations: await shop.getCancellations(
        query.getAll('order').map((id) => ({ orderId: id })),
        call,
      ),
    }),
    'GET orders': () =>
      orderId ? shop.getOrder(orderId, call) : shop.listOrders(pageOf(query), call),
    'GET cancellation-reasons': () => shop.listReasons(orderId, call),
    'POST cancellation-preview': (body) => shop.previewCancellation({ ...body, orderId }, call),
    'POST cancellations': (body) => shop.requestCancellation({ ...body, orderId }, call),
    'POST retraction': () => shop.retractCancellation({ orderId, cancellationId }, call),
  };
  const serve = routes[`${request.method} ${act ?? part ?? kind}`];
  const answer = (status, body) =>
    response
      .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(JSON.stringify(body));
  if (!serve) return answer(404, {});
  try {
    answer(200, await serve(await bodyOf(request)));
  } catch (failure) {
    const { code = 'platform', blocks, detail } = failure;
    answer(statuses[code] ?? 500, { code, blocks, detail });
  }
}

function pageOf(query) {
  const after = query.get('after');
  return { first: Number(query.get('first')), ...(after && { after }) };
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}
