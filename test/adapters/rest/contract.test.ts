import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import {
  adapterContract,
  createManualClock,
  createSampleOrders,
} from '../../../src/testing/index.js';
import type { ContractWorld } from '../../../src/testing/index.js';
import { restWorld } from './rest-world.js';

function contractWorld(): Promise<ContractWorld> {
  const shop = createMemoryAdapter({
    orders: (now) => createSampleOrders({ now }),
    clock: createManualClock(),
  });
  return Promise.resolve({
    ...restWorld(shop),
    openOrderId: 'order-1042',
    blockedOrderId: 'order-1039',
  });
}

describe('the REST adapter keeps the contract: it', () => {
  for (const { name, run } of adapterContract({ create: contractWorld })) it(name, run);
});
