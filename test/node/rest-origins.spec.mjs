// The REST adapter in a browser, with the shop's backend on another origin: what the page may send, and what it may see.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../../scripts/browser.mjs';
import { bundle } from './bundle.mjs';
import { overHttp, serveHttp } from './http-shop.mjs';

const base = '/api/rescind';
const date = 'Mon, 23 Nov 2026 07:40:00 GMT';
const { createRestHandler, createSmallShop } = await bundle(`
  export { createRestHandler } from './test/adapters/rest/rest-handler.js';
  export { createSmallShop } from './test/adapters/rest/small-shop.js';
`);

/** As docs/rest-backend.md has it. */
const allowed =
  'Accept-Language, Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-CSRF-Token';
const exposed = 'Date, Retry-After';

describe('a backend on another origin', () => {
  let page;
  let browser;
  let site;
  let backend;
  /** What the backend lets the page do, and what it was asked. */
  let rules;
  let asked;

  before(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { createRestAdapter } from './src/adapters/rest/index.js';
          Object.assign(globalThis, { createRestAdapter });
        `,
        resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
        loader: 'ts',
      },
      bundle: true,
      format: 'esm',
      write: false,
    });
    site = await serveHttp((request, response) => {
      const isScript = request.url === '/page.js';
      response.writeHead(200, {
        'Content-Type': isScript ? 'text/javascript' : 'text/html',
        'Set-Cookie': 'CSRF=from-cookie; Path=/',
      });
      response.end(
        isScript
          ? outputFiles[0].text
          : '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
      );
    });
    const shop = createSmallShop();
    const handle = createRestHandler({ base, shopFor: () => shop });
    const cors = (request) => ({
      'Access-Control-Allow-Origin': site.url,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Headers': rules.allowed,
      ...(rules.exposed && { 'Access-Control-Expose-Headers': rules.exposed }),
      Date: date,
      'Set-Cookie': 'session=1; Path=/',
      ...(request.url.includes('busy') && { 'Retry-After': '90' }),
    });
    const serve = overHttp(handle, cors);
    backend = await serveHttp((request, response) => {
      asked.push(request);
      if (request.method === 'OPTIONS') return response.writeHead(204, cors(request)).end();
      if (request.url.includes('busy')) return response.writeHead(503, cors(request)).end();
      if (request.url.includes('moved'))
        return response.writeHead(302, { ...cors(request), Location: `${base}/faq` }).end();
      // The small shop's own pages say what time it is.
      if (request.url.includes('bare'))
        return response.writeHead(200, cors(request)).end('{"items":[]}');
      return serve(request, response);
    });
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => 'createRestAdapter' in globalThis);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await backend?.close();
  });

  /** Runs `use(adapter, call, write)` in the page; answers what it resolves to, or the facts of what it rejects with. */
  function inPage(use, options = {}) {
    const endpoint = `${backend.url}${base}`;
    return page.evaluate(
      async (source, given) => {
        const adapter = globalThis.createRestAdapter(given);
        const call = { signal: AbortSignal.timeout(10_000), locale: 'ro' };
        const write = { ...call, idempotencyKey: 'key-0123456789abcdef' };
        try {
          return await new Function(`return ${source}`)()(adapter, call, write);
        } catch (error) {
          return { ...error, code: error.code };
        }
      },
      String(use),
      { endpoint, ...options },
    );
  }
  function given(more = {}) {
    asked = [];
    rules = { allowed, exposed, ...more };
  }
  const list = (adapter, call) => adapter.listOrders({ first: 1 }, call);
  const ask = (adapter, _, write) =>
    adapter.requestCancellation({ orderId: '1042', lines: 'all' }, write);

  it('is read and written to with the headers that the contract names', async () => {
    given();
    const options = { token: 't', csrf: { token: 'c' } };
    assert.equal((await inPage(list, options)).items.length, 1);
    assert.equal((await inPage(ask, options)).cancellations.length, 1);
    const { headers } = asked.find(({ method }) => method === 'POST');
    assert.equal(headers.authorization, 'Bearer t');
    assert.equal(headers['x-csrf-token'], 'c');
    assert.equal(headers['idempotency-key'], 'key-0123456789abcdef');
  });

  it('tells its clock and its wait only where it exposes them', async () => {
    const clock = (adapter, call) => adapter.listOrders({ first: 1, search: 'bare' }, call);
    const busy = (adapter, call) => adapter.getOrder('busy', call);
    given();
    assert.deepEqual(await inPage(clock), { items: [], serverTime: '2026-11-23T07:40:00.000Z' });
    assert.equal((await inPage(busy)).retryAfterMs, 90_000);
    given({ exposed: '' });
    assert.deepEqual(await inPage(clock), { items: [] });
    const hidden = await inPage(busy);
    assert.equal(hidden.code, 'platform');
    assert.equal(hidden.retryAfterMs, undefined);
  });

  it('is not reached by a write whose headers it does not allow, and the page cannot tell', async () => {
    given({ allowed: 'Content-Type' });
    const failure = await inPage(ask);
    assert.equal(failure.code, 'network');
    assert.equal(failure.sent, undefined);
    assert.deepEqual(
      asked.map(({ method }) => method),
      ['OPTIONS'],
    );
  });

  it('gets cookies only where it is told to', async () => {
    given();
    await inPage(list);
    await inPage(list, { credentials: 'include' });
    await inPage(list, { credentials: 'include' });
    const cookies = asked
      .filter(({ method }) => method === 'GET')
      .map(({ headers }) => headers.cookie ?? '');
    assert.doesNotMatch(cookies[0], /session=1/);
    assert.match(cookies[2], /session=1/);
  });

  it('gets a token from a cookie of the page', async () => {
    given();
    await inPage(ask, { csrf: { cookie: 'CSRF' } });
    const { headers } = asked.find(({ method }) => method === 'POST');
    assert.equal(headers['x-csrf-token'], 'from-cookie');
  });

  it('pushes, and takes a stream up where it was', async () => {
    given();
    const watch = async (adapter, call) => {
      const seen = [];
      const on = { open: () => seen.push('open'), update: () => seen.push('update') };
      await adapter.watchCancellations([{ orderId: '1042' }], on, call);
      await adapter.watchCancellations([{ orderId: '1042' }], on, call);
      return seen;
    };
    const seen = await inPage(watch, { token: 't' });
    assert.equal(seen.filter((what) => what === 'open').length, 2);
    assert.ok(seen.filter((what) => what === 'update').length >= 2);
    const streams = asked.filter(({ method, url }) => method === 'GET' && url.includes('events'));
    assert.equal(streams.length, 2);
    assert.equal(streams[0].headers['last-event-id'], undefined);
    assert.match(streams[1].headers['last-event-id'], /^\d+$/);
  });

  it('sends the page nowhere else', async () => {
    given();
    const moved = await inPage((adapter, call) => adapter.getOrder('moved', call));
    assert.equal(moved.code, 'platform');
    assert.equal(asked.filter(({ url }) => url.endsWith('/faq')).length, 0);
  });
});
