// The embedded shop behind the REST contract, in this process: tests move its clock and read what really happened.
import { importText } from '../node/bundle.mjs';
import { build } from 'esbuild';
import { root } from '../../scripts/run.mjs';

const statuses = { unauthenticated: 401, 'not-found': 404, 'not-eligible': 409, invalid: 422 };

let kit;
/** The memory adapter and the sample orders, from the sources. */
async function shopKit() {
  kit ??= build({
    stdin: {
      contents: `export { createMemoryAdapter } from './src/adapters/memory/index.js'; export { createSampleOrders } from './src/testing/sample-orders.js';`,
      resolveDir: root,
      loader: 'ts',
    },
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'silent' },
  }).then(({ outputFiles }) => importText(outputFiles[0].text));
  return kit;
}

/** `{ shop, writes, serve }`: `writes` holds each write that was asked for, by address. */
export async function createShopServer({ pictureUrl, ...options }) {
  const { createMemoryAdapter, createSampleOrders } = await shopKit();
  const shop = createMemoryAdapter({
    orders: (now) => createSampleOrders({ now, imageUrl: () => pictureUrl }),
    without: ['watchCancellations'],
    ...options,
  });
  const writes = [];

  async function serve(request, response, path) {
    const { pathname, searchParams: query } = new URL(path, 'http://shop.example');
    const [kind, orderId, part, cancellationId, act] = pathname
      .split('/')
      .filter(Boolean)
      .map(decodeURIComponent);
    const call = {
      signal: new AbortController().signal,
      locale: request.headers['accept-language'] ?? 'en',
      idempotencyKey: request.headers['idempotency-key'] ?? '',
    };
    const after = query.get('after');
    const routes = {
      'GET capabilities': () => shop.describe(call),
      'GET cancellations': async () => {
        const refs = query.getAll('order').map((id) => ({ orderId: id }));
        return { cancellations: await shop.getCancellations(refs, call) };
      },
      'GET orders': () =>
        orderId
          ? shop.getOrder(orderId, call)
          : shop.listOrders({ first: Number(query.get('first')), ...(after && { after }) }, call),
      // None of its own: the built-in answers are shown.
      'GET faq': () => ({ entries: [] }),
      'GET cancellation-reasons': () => shop.listReasons(orderId, call),
      'POST cancellation-preview': (body) => shop.previewCancellation({ ...body, orderId }, call),
      'POST cancellations': (body) => shop.requestCancellation({ ...body, orderId }, call),
      'POST retraction': () => shop.retractCancellation({ orderId, cancellationId }, call),
      'POST withdrawals': (body) => shop.submitWithdrawal(body, call),
    };
    const name = `${request.method} ${act ?? part ?? kind}`;
    if (name === 'POST cancellations' || name === 'POST retraction') writes.push(pathname);
    const answer = (status, body) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(body, withoutHints));
    const run = routes[name];
    if (!run) return answer(404, {});
    try {
      answer(200, await run(await bodyOf(request)));
    } catch ({ code = 'platform', blocks, detail }) {
      answer(statuses[code] ?? 500, { code, blocks, detail });
    }
  }

  /** All requests that the shop has for an order: what really happened. */
  async function effects(orderId) {
    const call = { signal: new AbortController().signal, locale: 'en' };
    return (await shop.getOrder(orderId, call)).cancellations;
  }

  return { shop, writes, serve, effects };
}

/** The tests move the shop's clock, so what it says of when to ask again would not be true. */
function withoutHints(key, value) {
  return key === 'pollAfterMs' ? undefined : value;
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}
