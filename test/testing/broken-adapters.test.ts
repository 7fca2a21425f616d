import { expect } from '@open-wc/testing';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import { adapterContract } from '../../src/testing/index.js';
import type { ContractWorld } from '../../src/testing/index.js';
import { contractWorld } from '../adapters/memory/memory-world.js';

/** The names of the cases that an adapter fails. */
async function failures(create: () => Promise<ContractWorld>): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { name, run } of adapterContract({ create })) {
    await run().catch(() => failed.push(name));
  }
  return failed;
}

/** The memory adapter with some methods of its own. */
function broken(
  change: (sound: StorefrontAdapter, world: ContractWorld) => Partial<StorefrontAdapter>,
): () => Promise<ContractWorld> {
  return async () => {
    const world = await contractWorld();
    return { ...world, adapter: { ...world.adapter, ...change(world.adapter, world) } };
  };
}

describe('adapterContract()', () => {
  it('fails nothing of a sound adapter', async () => {
    expect(await failures(() => contractWorld())).to.deep.equal([]);
  });

  it('finds an adapter that makes up a key of its own for each send', async () => {
    let sends = 0;
    const create = broken((sound) => ({
      requestCancellation: (request, call) =>
        sound.requestCancellation(request, {
          ...call,
          idempotencyKey: `own-key-${String((sends += 1))}`,
        }),
    }));
    expect(await failures(create)).to.deep.equal([
      'recognises a request by its key',
      'makes one request of two sends with the same key, where it says so',
    ]);
  });

  it("finds an adapter that reads the order after the write and passes the read's failure on", async () => {
    const create = broken((sound) => ({
      async requestCancellation(request, call) {
        const result = await sound.requestCancellation(request, call);
        return { ...result, order: await sound.getOrder(request.orderId, call) };
      },
    }));
    expect(await failures(create)).to.deep.equal([
      'resolves an accepted request though no read after it gets through',
    ]);
  });

  it('finds an adapter that answers getOrder with a row of its list', async () => {
    const create = broken((sound) => ({
      async getOrder(orderId, call) {
        const page = await sound.listOrders({ first: 100 }, call);
        const found = page.items.find((order) => order.id === orderId);
        if (!found) throw new AdapterError('not-found');
        return found;
      },
    }));
    expect(await failures(create)).to.deep.equal([
      'reads each listed order complete, and says whether it can be canceled',
    ]);
  });

  it('finds an adapter that does not hand the signal on', async () => {
    const { signal } = new AbortController();
    const create = broken((sound) => ({
      listOrders: (query, call) => sound.listOrders(query, { ...call, signal }),
      getOrder: (orderId, call) => sound.getOrder(orderId, { ...call, signal }),
      requestCancellation: (request, call) =>
        sound.requestCancellation(request, { ...call, signal }),
    }));
    expect(await failures(create)).to.deep.equal([
      'rejects an aborted call at once',
      'sends nothing when a write is aborted before it begins',
    ]);
  });

  it('finds an adapter that says "invalid" for whatever the shop refused', async () => {
    const create = broken((sound) => ({
      requestCancellation: (request, call) =>
        sound
          .requestCancellation(request, call)
          .catch(() => Promise.reject(new AdapterError('invalid'))),
    }));
    expect(await failures(create)).to.deep.equal([
      'answers not-found for an order that is not there',
      'refuses a blocked order for certain, says why and changes nothing',
      'sends nothing when a write is aborted before it begins',
      'answers unauthenticated when nobody is signed in',
    ]);
  });

  it('finds an adapter whose pages overlap', async () => {
    const create = broken((sound) => ({
      async listOrders(query, call) {
        const page = await sound.listOrders(query, call);
        const [first] = (await sound.listOrders({ first: 1 }, call)).items;
        return query.after === undefined || !first
          ? page
          : { ...page, items: [first, ...page.items] };
      },
    }));
    expect(await failures(create)).to.deep.equal([
      'pages by cursor without repeating or losing an order, and ends',
    ]);
  });

  it('finds an adapter that promises what it has no method for', async () => {
    const create = broken((sound) => ({
      async describe(call) {
        const said = await sound.describe?.(call);
        if (!said) throw new AdapterError('unsupported');
        return { ...said, withdrawal: true };
      },
    }));
    expect(await failures(create)).to.deep.equal(['describes what its methods can do']);
  });
});
