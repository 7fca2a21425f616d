// What every adapter must keep, kept by both adapters on a real engine.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { judgedFetch, loadJudge } from '../../node/openapi.mjs';
import { setPolicy } from './support/api.mjs';
import { bundle } from './support/bundle.mjs';
import { worldsOf } from './support/contract-world.mjs';
import { openShop } from './support/shop.mjs';

const { adapterContract, createRestAdapter, createVendureAdapter } = await bundle();

let shop;
before(async () => {
  shop = await openShop();
  await setPolicy(shop.admin, { grace: 60, handling: 0 });
});
after(() => shop?.close());

/** The suite's cases; its worlds begin with the engine. */
function casesOf(options, cannot) {
  let create;
  return adapterContract({
    create: () => (create ??= worldsOf({ shop, ...options }))(),
    cannot,
    // The engine's feed of changes looks once a second, and this machine has others to serve.
    patienceMs: 10_000,
  });
}

describe('the contract of adapters, by GraphQL', () => {
  const options = {
    adapterFor: ({ token, fetch }) =>
      createVendureAdapter({ url: shop.engine.shopApi, token, fetch }),
    isWrite: (_url, { body }) => body.includes('mutation'),
    failure: () =>
      Response.json({
        errors: [{ message: 'boom', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
        data: null,
      }),
  };
  for (const { name, run } of casesOf(options, ['immediate', 'push', 'switch-off'])) it(name, run);
});

describe('the contract of adapters, by REST', () => {
  const judge = loadJudge('/api/rescind');
  const exchanges = [];
  const options = {
    adapterFor({ token, fetch }) {
      const judged = judgedFetch(judge, fetch);
      exchanges.push(judged.exchanges);
      const endpoint = `${shop.engine.url}/api/rescind`;
      return createRestAdapter({ endpoint, token, fetch: judged.fetch });
    },
    isWrite: (request) => request.headers.has('Idempotency-Key'),
    failure: () =>
      new Response('{"status":500,"code":"platform"}', {
        status: 500,
        headers: { 'Content-Type': 'application/problem+json' },
      }),
  };
  for (const { name, run } of casesOf(options, ['immediate', 'switch-off'])) it(name, run);

  it('has no exchange that is not as docs/openapi.yaml has it', () => {
    const all = exchanges.flat();
    assert.deepEqual(
      all.filter(({ complaints }) => complaints.length > 0),
      [],
    );
    const operations = new Set(all.map(({ operationId }) => operationId));
    assert.deepEqual([...operations].sort(), [
      'describe',
      'getCancellations',
      'getOrder',
      'listOrders',
      'listReasons',
      'previewCancellation',
      'requestCancellation',
      'retractCancellation',
      'watchCancellations',
    ]);
  });
});
