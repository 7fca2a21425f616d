import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { adapterContract } from '../../../src/testing/index.js';
import type { ContractWorld } from '../../../src/testing/index.js';
import { hookedShop } from '../hooked-shop.js';
import { call } from './exchange.js';
import { restWorld } from './rest-world.js';

function contractWorld(): Promise<ContractWorld> {
  const { shop, hooks } = hookedShop();
  return Promise.resolve({
    ...hooks,
    // The shop itself ends the session: it still serves guests.
    adapter: restWorld(shop).adapter,
    openOrderId: 'order-1042',
    blockedOrderId: 'order-1039',
  });
}

describe('the REST adapter keeps the contract: it', () => {
  for (const { name, run } of adapterContract({ create: contractWorld, cannot: ['immediate'] }))
    it(name, run);

  // Else none of the cases above was held against docs/openapi.yaml.
  it('exchanges requests and answers that are judged', async () => {
    const { adapter, exchanges } = restWorld(createMemoryAdapter());
    await adapter.listOrders({ first: 2 }, call());
    expect(exchanges.map(({ operationId }) => operationId)).to.deep.equal(['listOrders']);
  });
});
