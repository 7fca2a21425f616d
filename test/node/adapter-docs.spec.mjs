// The adapter in docs/writing-an-adapter.md, as it stands there, under the suite that the page tells to run.
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { bundle } from './bundle.mjs';
import { fences, readPage } from './docs/pages.mjs';

const code = fences(readPage('docs/writing-an-adapter.md'))
  .find((block) => block.code.includes('createMyShopAdapter'))
  .code.replaceAll(`from 'rescind'`, `from './src/index.js'`);
const { createMyShopAdapter, adapterContract } = await bundle(
  `${code}\nexport { adapterContract } from './src/testing/index.js';`,
);
const call = { signal: new AbortController().signal, locale: 'en' };

/** The invented shop, behind `fetch`. */
function createShop() {
  const row = (id, title, cents) => ({ id, title, pieces: 1, cents });
  const purchases = [
    ['k-3', 1042, 'NEW', '2026-11-22T09:00:00Z', [row(1, 'Mug', 1160), row(2, 'Gift', null)]],
    ['k-2', 1039, 'SENT', '2026-11-20T09:00:00Z', [row(3, 'Lamp', 4990)]],
    ['k-1', 1038, 'VOID', '2026-11-19T09:00:00Z', [row(4, 'Pen', 150)]],
    ['k-0', 1037, 'PACKING', '2026-11-18T09:00:00Z', [row(5, 'Pen', 150)]],
  ].map(([key, no, state, when, rows]) => ({
    ...{ key, no, state, when, rows, currency: 'EUR' },
    cents: rows.reduce((sum, { cents }) => sum + (cents ?? 0), 0),
  }));
  const shop = { signedIn: true, lost: false, broken: false, voids: 0, purchases, fetch: serve };
  const answer = (status, body) =>
    new Response(body === undefined ? null : JSON.stringify(body), { status });

  async function serve(address, { method = 'GET', signal }) {
    await new Promise(setImmediate);
    signal.throwIfAborted();
    const { pathname, searchParams } = new URL(address);
    if (shop.lost && method === 'GET') throw new TypeError('fetch failed');
    if (!shop.signedIn) return answer(401);
    if (method === 'POST') {
      shop.voids += 1;
      if (shop.broken) return answer(500);
    }
    const [, , key, action] = pathname.split('/');
    if (!key) {
      const start = Number(searchParams.get('page'));
      const end = start + Number(searchParams.get('size'));
      const nextPage = end < purchases.length ? String(end) : undefined;
      return answer(200, { purchases: purchases.slice(start, end), nextPage });
    }
    const purchase = purchases.find((candidate) => candidate.key === key);
    if (!purchase) return answer(404);
    if (!action) return answer(200, purchase);
    if (purchase.state !== 'NEW') return answer(423);
    purchase.state = 'VOID_ASKED';
    return answer(202);
  }
  return shop;
}

let shop;
const { fetch } = globalThis;
after(() => (globalThis.fetch = fetch));
beforeEach(() => {
  shop = createShop();
  globalThis.fetch = (address, init) => shop.fetch(address, init);
});

async function create() {
  return {
    adapter: createMyShopAdapter('https://shop.example'),
    ...{ openOrderId: 'k-3', blockedOrderId: 'k-2' },
    signOut: () => void (shop.signedIn = false),
    failReads: () => void (shop.lost = true),
    restoreReads: () => void (shop.lost = false),
    foreignOrderId: 'k-of-somebody-else',
    breakWrites: () => void (shop.broken = true),
    writes: () => shop.voids,
  };
}

describe('the adapter in docs/writing-an-adapter.md keeps the contract: it', () => {
  // A shop without any of these, as the page says of it.
  const cannot = [
    ...['describe', 'idempotent', 'requests', 'immediate', 'preview', 'retract', 'push'],
    ...['several-at-once', 'switch-off'],
    ...['lookup', 'guests', 'codes', 'resend', 'challenged-orders', 'support', 'withdrawal'],
  ];
  for (const { name, run } of adapterContract({ create, cannot })) it(name, run);
});

describe('the adapter in docs/writing-an-adapter.md', () => {
  it('shows amounts, and leaves out what the shop does not know', async () => {
    const order = await createMyShopAdapter('https://shop.example').getOrder('k-3', call);
    assert.deepEqual(order.total, { amount: '11.60', currency: 'EUR' });
    assert.deepEqual(
      order.lines.map(({ total }) => total?.amount),
      ['11.60', undefined],
    );
    assert.ok(!('total' in order.lines[1]));
  });

  it('says why an order cannot be canceled', async () => {
    const adapter = createMyShopAdapter('https://shop.example');
    const reason = async (id) => (await adapter.getOrder(id, call)).eligibility.blocks[0]?.code;
    assert.deepEqual(await Promise.all(['k-3', 'k-2', 'k-1', 'k-0'].map(reason)), [
      undefined,
      'shipped',
      'already-canceled',
      'in-fulfillment',
    ]);
  });
});
