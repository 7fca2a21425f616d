import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgedFetch, loadJudge } from '../../node/openapi.mjs';
import { worldsOf } from './contract-world.mjs';

/** What the engine does not do, or these worlds do not arrange. */
const without = ['challenged-orders'];

/**
 * What every adapter must keep, by GraphQL and by REST. `shop()` is the running shop, where requests can be taken back for the time of a
 * case at least; `modules` is what `bundle` gives.
 */
export function contractOnEngine(
  shop,
  { adapterContract, createRestAdapter, createVendureAdapter },
) {
  /** The suite's cases; its worlds begin with the engine. */
  function casesOf(options, cannot) {
    let create;
    return adapterContract({
      create: () => (create ??= worldsOf({ shop: shop(), ...options }))(),
      cannot,
      // The engine's feed of changes looks once a second, and this machine has others to serve.
      patienceMs: 10_000,
    });
  }

  describe('the contract of adapters, by GraphQL', () => {
    const options = {
      adapterFor: ({ token, fetch }) =>
        createVendureAdapter({ url: shop().engine.shopApi, token, fetch }),
      isWrite: (_url, { body }) => body.includes('mutation'),
      failure: () =>
        Response.json({
          errors: [{ message: 'boom', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
          data: null,
        }),
    };
    for (const { name, run } of casesOf(options, ['immediate', 'push', 'switch-off', ...without]))
      it(name, run);
  });

  describe('the contract of adapters, by REST', () => {
    const judge = loadJudge('/api/rescind');
    const exchanges = [];
    const options = {
      adapterFor({ token, fetch }) {
        const judged = judgedFetch(judge, fetch);
        exchanges.push(judged.exchanges);
        const endpoint = `${shop().engine.url}/api/rescind`;
        return createRestAdapter({ endpoint, token, fetch: judged.fetch });
      },
      isWrite: (request) => request.headers.has('Idempotency-Key'),
      failure: () =>
        new Response('{"status":500,"code":"platform"}', {
          status: 500,
          headers: { 'Content-Type': 'application/problem+json' },
        }),
    };
    for (const { name, run } of casesOf(options, ['immediate', 'switch-off', ...without]))
      it(name, run);

    it('has no exchange that is not as docs/openapi.yaml has it', () => {
      const all = exchanges.flat();
      assert.deepEqual(
        all.filter(({ complaints }) => complaints.length > 0),
        [],
      );
      const operations = new Set(all.map(({ operationId }) => operationId));
      assert.deepEqual([...operations].sort(), [
        'contactSupport',
        'describe',
        'findOrder',
        'getCancellations',
        'getOrder',
        'listOrders',
        'listReasons',
        'previewCancellation',
        'requestCancellation',
        'resendChallenge',
        'retractCancellation',
        'submitWithdrawal',
        'verifyLookup',
        'watchCancellations',
      ]);
    });
  });
}
