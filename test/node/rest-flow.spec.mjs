// The whole flow on the REST adapter, over a real connection to a shop of its own.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { bundle } from './bundle.mjs';
import { overHttp, serveHttp } from './http-shop.mjs';
import { judgedFetch, loadJudge } from './openapi.mjs';

const base = '/api/rescind';
const judge = loadJudge(base);
const {
  createCancellationFlow,
  createManualClock,
  createMemoryAdapter,
  createRestAdapter,
  createRestHandler,
  createSampleOrders,
} = await bundle(`
  export { createCancellationFlow } from './src/flow/cancellation-flow.js';
  export { createMemoryAdapter } from './src/adapters/memory/index.js';
  export { createRestAdapter } from './src/adapters/rest/index.js';
  export { createManualClock, createSampleOrders } from './src/testing/index.js';
  export { createRestHandler } from './test/adapters/rest/rest-handler.js';
`);

describe('the flow on the REST adapter', () => {
  let shop;
  let server;
  let flow;
  let judged;
  /** What the server does with a request before the shop sees it, or after. */
  let meddle;
  /** The addresses of the streams that are open. */
  let streams;
  let token;

  beforeEach(async () => {
    [meddle, streams, token] = [() => undefined, [], 'old'];
    shop = createMemoryAdapter({
      orders: (now) => createSampleOrders({ now }),
      clock: createManualClock(),
    });
    const handle = createRestHandler({
      base,
      shopFor: ({ headers }) =>
        headers.get('authorization') === `Bearer ${token}` ? shop : undefined,
    });
    const serve = overHttp(handle);
    server = await serveHttp(async (request, response) => {
      if (request.url.includes('cancellation-events')) {
        streams.push(request.url);
        response.once('close', () => streams.splice(streams.indexOf(request.url), 1));
      }
      if (await meddle(request, response, serve)) return;
      await serve(request, response);
    });
    judged = judgedFetch(judge, (request) => fetch(request));
  });
  afterEach(async () => {
    flow.dispose();
    await until(() => streams.length === 0);
    await server.close();
    assert.deepEqual(
      judged.exchanges.flatMap(({ complaints }) => complaints),
      [],
    );
  });

  const start = (options = { token: 'old' }) => {
    const adapter = createRestAdapter({
      ...options,
      endpoint: `${server.url}${base}`,
      fetch: judged.fetch,
    });
    flow = createCancellationFlow({ adapter });
    flow.send({ type: 'load-orders' });
    return reaches(({ orders }) => orders.step === 'ready');
  };
  const reaches = (done) =>
    new Promise((resolve) => {
      if (done(flow.state)) return resolve();
      const stop = flow.subscribe((state) => {
        if (!done(state)) return;
        stop();
        resolve();
      });
    });
  const operationIs = (orderId, step) =>
    reaches(({ operations }) => operations.get(orderId)?.step === step);
  const statusIs = (orderId, status) =>
    reaches(({ orders }) => orders.held.get(orderId)?.order.cancellations[0]?.status === status);
  async function cancel(orderId) {
    flow.send({ type: 'open', orderId });
    await reaches(({ dialog }) => dialog?.step === 'reviewing');
    flow.send({ type: 'confirm' });
  }
  const made = async (orderId) =>
    (await shop.getOrder(orderId, { signal: new AbortController().signal, locale: 'en' }))
      .cancellations.length;
  const asked = (name) => judged.exchanges.filter(({ operationId }) => operationId === name);

  it('follows two requests on one stream, and hears of both without asking', async () => {
    await start();
    const [first, second] = openOrders();
    await cancel(first);
    await operationIs(first, 'received');
    flow.send({ type: 'dismiss' });
    await cancel(second);
    await operationIs(second, 'received');
    await until(
      () => streams.length === 1 && streams[0].includes(first) && streams[0].includes(second),
    );
    shop.advance(86_400_000);
    await Promise.all([statusIs(first, 'completed'), statusIs(second, 'completed')]);
    assert.ok(streams.length <= 1);
  });

  it('finds its request by the key where the answer is lost, and makes no second', async () => {
    await start();
    const [orderId] = openOrders();
    meddle = async (request, response, serve) => {
      if (request.method !== 'POST' || !request.url.endsWith('/cancellations')) return false;
      meddle = () => false;
      // The shop gets it, and its answer gets lost.
      const lost = {
        once: () => undefined,
        writeHead: () => undefined,
        flushHeaders: () => undefined,
        write: () => undefined,
        end: () => response.destroy(),
      };
      await serve(request, lost);
      return true;
    };
    await cancel(orderId);
    await operationIs(orderId, 'unconfirmed');
    flow.send({ type: 'check-now', orderId });
    await operationIs(orderId, 'received');
    assert.equal(await made(orderId), 1);
    assert.equal(asked('requestCancellation').length, 1);
  });

  it('sends the same once more with a fresh token, and nobody notices', async () => {
    await start({ token: ({ refresh }) => (refresh ? token : 'old') });
    const [orderId] = openOrders();
    flow.send({ type: 'open', orderId });
    await reaches(({ dialog }) => dialog?.step === 'reviewing');
    token = 'new';
    flow.send({ type: 'confirm' });
    await operationIs(orderId, 'received');
    assert.equal(flow.state.session, 'signed-in');
    assert.deepEqual(
      asked('requestCancellation').map(({ status }) => status),
      [401, 201],
    );
    assert.equal(await made(orderId), 1);
  });

  it('is signed out where the stream says so', async () => {
    await start();
    const [orderId] = openOrders();
    meddle = ({ url }) => {
      if (url.includes('cancellation-events')) token = 'another';
      return false;
    };
    await cancel(orderId);
    await reaches(({ session }) => session === 'signed-out');
    assert.equal(asked('watchCancellations').at(-1)?.status, 401);
  });

  function openOrders() {
    const ids = flow.state.orders.listed.filter((id) => {
      const { eligibility, cancellations } = flow.state.orders.held.get(id).order;
      return eligibility.allowed && eligibility.mode === 'request' && cancellations.length === 0;
    });
    assert.ok(ids.length >= 2, `${ids.length} orders to cancel`);
    return ids;
  }
});

async function until(done) {
  const end = performance.now() + 10_000;
  while (!done()) {
    if (performance.now() > end) throw new Error(`Waited in vain for ${done}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
