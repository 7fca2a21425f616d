import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { bundle, importText } from './bundle.mjs';
import { judgedFetch, loadJudge } from './openapi.mjs';

const docs = new URL('../../docs/', import.meta.url);
const { createRestAdapter } = await bundle(`export * from './src/adapters/rest/index.js';`);
const blocks = [
  ...readFileSync(new URL('rest-backend.md', docs), 'utf8').matchAll(/^```js\n(.*?)^```/gms),
];
const { serve } = await importText(blocks.find(([, code]) => code.includes('function serve'))[1]);

const base = '/api/rescind';
const judge = loadJudge(base);
const call = { signal: new AbortController().signal, locale: 'en' };
const write = { ...call, idempotencyKey: 'key-0123456789abcdef' };

/** What the page leaves to the shop. */
function createShop(shopper = 'ana') {
  const order = (id, allowed) => ({
    id,
    number: `#${id}`,
    status: 'processing',
    lines: [{ id: 'l1', name: 'Mug', quantity: 1 }],
    eligibility: {
      allowed,
      scope: 'order',
      mode: 'request',
      blocks: allowed ? [] : [{ code: 'shipped' }],
    },
    cancellations: [],
  });
  const orders = new Map(
    ['1042', 'a/b'].map((id) => [id, order(id, true)]).concat([['1039', order('1039', false)]]),
  );
  const byKey = new Map();
  return {
    shopperOf: () => shopper,
    list: (_, first, after) => {
      const start = Number(after);
      const more = start + first < orders.size;
      return {
        items: [...orders.values()].slice(start, start + first),
        ...(more && { next: String(start + first) }),
      };
    },
    find: (_, id) => orders.get(id),
    request: (_, orderId, key, { lines }) => {
      const { eligibility, cancellations } = orders.get(orderId);
      if (byKey.has(key)) return { cancellation: byKey.get(key), isNew: false };
      if (!eligibility.allowed) return { blocks: eligibility.blocks };
      const cancellation = {
        id: `C-${key}`,
        orderId,
        idempotencyKey: key,
        status: 'requested',
        lines,
        refund: { status: 'expected' },
        timeline: [],
      };
      byKey.set(key, cancellation);
      cancellations.unshift(cancellation);
      return { cancellation, isNew: true };
    },
  };
}

function world(shop = createShop()) {
  const { fetch, exchanges } = judgedFetch(judge, (request) => serve(request, shop));
  return {
    adapter: createRestAdapter({ endpoint: `https://shop.example${base}`, fetch }),
    exchanges,
  };
}

describe('the backend in docs/rest-backend.md', () => {
  it('lists, reads, cancels and shows what became of it, by the contract', async () => {
    const { adapter, exchanges } = world();
    assert.equal((await adapter.describe(call)).idempotent, true);
    const { items, next } = await adapter.listOrders({ first: 2 }, call);
    assert.equal(items.length, 2);
    assert.deepEqual(
      (await adapter.listOrders({ first: 2, after: next }, call)).items.map(({ id }) => id),
      ['1039'],
    );
    const { cancellations } = await adapter.requestCancellation(
      { orderId: 'a/b', lines: 'all' },
      write,
    );
    assert.deepEqual((await adapter.getOrder('a/b', call)).cancellations, cancellations);
    assert.deepEqual(
      await adapter.getCancellations([{ orderId: 'a/b' }, { orderId: 'x' }], call),
      cancellations,
    );
    assert.deepEqual(
      exchanges.flatMap(({ complaints }) => complaints),
      [],
    );
  });

  it('answers the same key with the same request', async () => {
    const { adapter, exchanges } = world();
    const first = await adapter.requestCancellation({ orderId: '1042', lines: 'all' }, write);
    const second = await adapter.requestCancellation({ orderId: '1042', lines: 'all' }, write);
    assert.deepEqual(second, first);
    assert.deepEqual(
      exchanges.map(({ status }) => status),
      [201, 200],
    );
  });

  it('refuses with codes that the adapter understands', async () => {
    const { adapter, exchanges } = world();
    const refused = adapter.requestCancellation({ orderId: '1039', lines: 'all' }, write);
    await assert.rejects(refused, { code: 'not-eligible', blocks: [{ code: 'shipped' }] });
    await assert.rejects(adapter.getOrder('x', call), { code: 'not-found' });
    await assert.rejects(adapter.listFaq(call), { code: 'unsupported' });
    await assert.rejects(world(createShop('')).adapter.listOrders({ first: 1 }, call), {
      code: 'unauthenticated',
    });
    assert.deepEqual(
      exchanges.slice(0, 2).flatMap(({ complaints }) => complaints),
      [],
    );
  });

  it('takes no write without a key or from a form', async () => {
    const url = `https://shop.example${base}/orders/1042/cancellations`;
    const json = { 'Content-Type': 'application/json' };
    const key = { 'Idempotency-Key': write.idempotencyKey };
    for (const headers of [
      json,
      { ...json, 'Idempotency-Key': 'short' },
      { ...key, 'Content-Type': 'text/plain' },
    ]) {
      const request = new Request(url, { method: 'POST', headers, body: '{"lines":"all"}' });
      assert.equal((await serve(request, createShop())).status, 400);
    }
  });
});
