import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import { call, complaints, recordingFetch, rejection, servedFetch, writeCall } from './exchange.js';
import { restWorld } from './rest-world.js';
import { createSmallShop } from './small-shop.js';

/** What a shop of another making would answer. */
function broken(more: object): StorefrontAdapter {
  return { ...createSmallShop(), ...more };
}

/** Faults planted in a request or an answer, and what is said of each. */
const planted: Readonly<Record<string, () => readonly [use: Promise<unknown>, says: RegExp]>> = {
  'a request without lines, answered by a shop': () => {
    const { adapter } = restWorld(createSmallShop());
    const draft = { orderId: '1042' } as never;
    return [Promise.resolve(adapter.previewCancellation?.(draft, call())), /^request: .*'lines'/];
  },
  'a misspelt field, answered by a test': () => {
    const { fetch } = recordingFetch(() => Response.json({ cancellations: [] }));
    const adapter = createRestAdapter({ endpoint: '/api', fetch });
    const request = { orderId: '1', lines: 'all', reason: 'mind' } as never;
    return [adapter.requestCancellation(request, writeCall()), /^request: .*additional properties/];
  },
  'a key that is too short': () => {
    const { adapter } = restWorld(createSmallShop());
    const request = { orderId: '1042', lines: 'all' } as const;
    const promise = adapter.requestCancellation(request, writeCall({ idempotencyKey: 'short' }));
    return [rejection(promise), /^Idempotency-Key: /];
  },
  'an address that the contract does not have': () => {
    const { fetch } = recordingFetch(() => Response.json({}));
    return [fetch('/api/order', {}), /is not in the contract/];
  },
  'an order that lacks its number': () => [
    restWorld(broken({ getOrder: async () => ({ id: '1' }) })).adapter.getOrder('1', call()),
    /^answer 200: .*'number'/,
  ],
  'an order read alone that does not tell': () => [
    createSmallShop()
      .getOrder('1042', call())
      .then((order) =>
        restWorld(
          broken({ getOrder: async () => ({ ...order, eligibility: 'ask' }) }),
        ).adapter.getOrder('1042', call()),
      ),
    /^answer 200: .*eligibility must be object/,
  ],
  'a read that may be kept': () => {
    const { fetch } = servedFetch('/api', async () =>
      Response.json({ cancellations: [] }, { headers: { 'Cache-Control': 'max-age=60' } }),
    );
    const adapter = createRestAdapter({ endpoint: '/api', fetch });
    return [
      Promise.resolve(adapter.getCancellations?.([{ orderId: '1' }], call())),
      /^Cache-Control: /,
    ];
  },
  'a code that nobody knows': () => {
    const { fetch } = servedFetch('/api', async () =>
      Response.json(
        { code: 'nope' },
        { status: 409, headers: { 'Content-Type': 'application/problem+json' } },
      ),
    );
    const adapter = createRestAdapter({ endpoint: '/api', fetch });
    return [rejection(adapter.getOrder('1', call())), /^answer 409: .*code/];
  },
  'an event that is no update': () => {
    const { fetch } = servedFetch(
      '/api',
      async () =>
        new Response('data: {"cancellation":{"id":"c"}}\n\n', {
          headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
        }),
    );
    const adapter = createRestAdapter({ endpoint: '/api', fetch });
    const handlers = { open: () => undefined, update: () => undefined };
    const watching = adapter.watchCancellations?.([{ orderId: '1' }], handlers, call());
    return [Promise.resolve(watching), /^event: /];
  },
};

describe('the judge of all that the REST adapter asks and is answered', () => {
  for (const [what, plant] of Object.entries(planted)) {
    it(`finds ${what}`, async () => {
      const [use, says] = plant();
      await use;
      expect((await complaints()).join('\n')).to.match(says);
    });
  }

  it('finds nothing where nothing is wrong', async () => {
    const { adapter, exchanges } = restWorld(createSmallShop());
    await adapter.getOrder('1042', call());
    await adapter.requestCancellation({ orderId: '1042', lines: 'all' }, writeCall());
    expect(exchanges).to.have.length(2);
    expect(await complaints()).to.deep.equal([]);
  });
});
