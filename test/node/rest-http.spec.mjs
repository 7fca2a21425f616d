// The REST adapter on a real connection: what breaks there does not break as a Response of a test does.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { bundle } from './bundle.mjs';
import { overHttp, serveHttp } from './http-shop.mjs';
import { judgedFetch, loadJudge } from './openapi.mjs';

const base = '/api/rescind';
const { adapterContract, createRestAdapter, createRestHandler, hookedShop } = await bundle(`
  export { createRestAdapter } from './src/adapters/rest/index.js';
  export { adapterContract } from './src/testing/index.js';
  export { hookedShop } from './test/adapters/hooked-shop.js';
  export { createRestHandler } from './test/adapters/rest/rest-handler.js';
`);

const call = () => ({ signal: new AbortController().signal, locale: 'en' });
const write = () => ({ ...call(), idempotencyKey: 'key-0123456789abcdef' });
const ask = (adapter) => adapter.requestCancellation({ orderId: '1', lines: 'all' }, write());
const nothing = { open() {}, update() {} };

/** What a read and a write make of the same server. */
async function outcomes(answer) {
  const server = await serveHttp(answer);
  const adapter = createRestAdapter({ endpoint: server.url });
  try {
    return {
      read: await adapter.getOrder('1', call()).catch((error) => error),
      write: await ask(adapter).catch((error) => error),
    };
  } finally {
    await server.close();
  }
}
const json = { 'Content-Type': 'application/json' };
const whole = '{"cancellations":[{"id":"c"}],"id":"1"}';

describe('the REST adapter on a connection that breaks', () => {
  const unconfirmed = (error, code) => {
    assert.equal(error.code, code);
    assert.equal(error.sent, undefined);
  };

  it('cannot tell what became of a request whose connection is reset', async () => {
    const { read, write } = await outcomes((request) => request.socket.destroy());
    assert.equal(read.code, 'network');
    unconfirmed(write, 'network');
  });

  it('cannot tell what became of one that nobody listens to', async () => {
    const server = await serveHttp(() => undefined);
    await server.close();
    const adapter = createRestAdapter({ endpoint: server.url });
    await assert.rejects(adapter.getOrder('1', call()), { code: 'network' });
    unconfirmed(await ask(adapter).catch((error) => error), 'network');
  });

  for (const [what, headers] of [
    ['of a promised length', { 'Content-Length': '100' }],
    ['in chunks', {}],
  ]) {
    it(`knows that a 201 which breaks off ${what} is one`, async () => {
      const { read, write } = await outcomes((request, response) => {
        response.writeHead(201, { ...json, ...headers });
        response.write(whole.slice(0, 20), () => response.destroy());
      });
      assert.equal(read.code, 'network');
      assert.deepEqual(write, { cancellations: [] });
    });
  }

  it('takes half a sign-in page for no answer', async () => {
    const { write } = await outcomes((request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '100' });
      response.write('<!doctype html>', () => response.destroy());
    });
    unconfirmed(write, 'unknown-outcome');
  });

  it('follows no redirect, with a body or without', async () => {
    const asked = [];
    const { read, write } = await outcomes((request, response) => {
      asked.push(request.url);
      response.writeHead(asked.length === 1 ? 302 : 307, { Location: '/elsewhere' }).end();
    });
    assert.equal(read.code, 'platform');
    unconfirmed(write, 'platform');
    assert.deepEqual(asked, ['/orders/1', '/orders/1/cancellations']);
  });

  it('tells a 5xx of what stands in front from the shop’s', async () => {
    for (const status of [500, 502, 503, 504]) {
      const { read, write } = await outcomes((request, response) => {
        response.writeHead(status, { ...json, 'Retry-After': '7' }).end('{"code":"not-eligible"}');
      });
      assert.equal(read.retryAfterMs, 7000);
      unconfirmed(write, 'platform');
    }
  });

  it('decodes characters that arrive in parts', async () => {
    const bytes = Buffer.from('{"id":"1","number":"ț😀"}');
    const { read } = await outcomes(async (request, response) => {
      response.writeHead(200, json);
      for (const byte of bytes) await new Promise((done) => response.write(Buffer.of(byte), done));
      response.end();
    });
    assert.equal(read.number, 'ț😀');
  });
});

describe('the stream of the REST adapter on a connection', () => {
  const stream = { 'Content-Type': 'text/event-stream' };

  it('closes the connection when the caller goes', async () => {
    let closed;
    const server = await serveHttp((request, response) => {
      closed = once(response, 'close');
      response.writeHead(200, stream).flushHeaders();
    });
    const controller = new AbortController();
    const adapter = createRestAdapter({ endpoint: server.url });
    const opened = { ...nothing, open: () => controller.abort() };
    const watching = { ...call(), signal: controller.signal };
    await adapter.watchCancellations([{ orderId: '1' }], opened, watching);
    await closed;
    await server.close();
  });

  it('closes it when the shop is silent', async () => {
    let closed;
    const server = await serveHttp((request, response) => {
      closed = once(response, 'close');
      response.writeHead(200, stream).flushHeaders();
    });
    const adapter = createRestAdapter({ endpoint: server.url, silenceMs: 50 });
    await assert.rejects(adapter.watchCancellations([{ orderId: '1' }], nothing, call()), {
      code: 'timeout',
    });
    await closed;
    await server.close();
  });

  it('reads events that arrive byte by byte', async () => {
    const update = { order: { id: '1', number: 'ț😀' } };
    const bytes = Buffer.from(`: alive\r\n\r\nid: 1\r\ndata: ${JSON.stringify(update)}\r\n\r\n`);
    const server = await serveHttp(async (request, response) => {
      response.writeHead(200, stream);
      for (const byte of bytes) await new Promise((done) => response.write(Buffer.of(byte), done));
      response.end();
    });
    const adapter = createRestAdapter({ endpoint: server.url });
    const seen = [];
    const on = { open: () => seen.push('open'), update: (news) => seen.push(news) };
    await adapter.watchCancellations([{ orderId: '1' }], on, call());
    assert.deepEqual(seen, ['open', update]);
    await server.close();
  });

  it('says that the network failed where the server is killed', async () => {
    const server = await serveHttp((request, response) => {
      response.writeHead(200, stream);
      response.write('data: {}\n\n', () => response.destroy());
    });
    const adapter = createRestAdapter({ endpoint: server.url });
    await assert.rejects(adapter.watchCancellations([{ orderId: '1' }], nothing, call()), {
      code: 'network',
    });
    await server.close();
  });
});

describe('the REST adapter keeps the contract of the port over HTTP: it', () => {
  let server;
  let shop;
  before(async () => {
    const handle = createRestHandler({ base, shopFor: () => shop });
    server = await serveHttp(overHttp(handle));
  });
  after(() => server.close());

  const judge = loadJudge(base);
  const exchanges = [];
  async function create() {
    const hooked = hookedShop();
    shop = hooked.shop;
    const judged = judgedFetch(judge, (request) => fetch(request));
    exchanges.push(judged.exchanges);
    return {
      ...hooked.hooks,
      adapter: createRestAdapter({ endpoint: `${server.url}${base}`, fetch: judged.fetch }),
      openOrderId: 'order-1042',
      blockedOrderId: 'order-1039',
    };
  }

  for (const { name, run } of adapterContract({ create, cannot: ['immediate'] })) it(name, run);

  it('asks and is answered by docs/openapi.yaml in all of it', () => {
    assert.ok(exchanges.flat().length > 100, `${exchanges.flat().length} exchanges`);
    assert.deepEqual(
      exchanges.flat().flatMap(({ complaints }) => complaints),
      [],
    );
  });
});
