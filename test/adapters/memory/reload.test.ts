import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type {
  MemoryAdapter,
  MemoryAdapterOptions,
  MemoryStorage,
} from '../../../src/adapters/memory/index.js';
import { createManualClock, createSampleOrders } from '../../../src/testing/index.js';
import { call, writeCall } from './memory-world.js';

class Shelf implements MemoryStorage {
  readonly kept = new Map<string, string>();

  getItem(name: string): string | null {
    return this.kept.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    this.kept.set(name, value);
  }
}

const clock = createManualClock();
const shelf = new Shelf();

function open(options: MemoryAdapterOptions = {}): MemoryAdapter {
  return createMemoryAdapter({
    orders: (now) => createSampleOrders({ now }),
    clock,
    storage: shelf,
    ...options,
  });
}

describe('the memory adapter after a reload', () => {
  beforeEach(() => {
    shelf.kept.clear();
  });

  it('goes on where it was, as if the time had passed in it', async () => {
    await open().requestCancellation(
      { orderId: 'order-1042', lines: 'all' },
      writeCall('kept-over-a-reload'),
    );
    await clock.advance(15_000);
    const [processing] = (await open().getOrder('order-1042', call)).cancellations;
    expect([processing?.status, processing?.idempotencyKey]).to.deep.equal([
      'processing',
      'kept-over-a-reload',
    ]);
    await clock.advance(60_000);
    expect((await open().getOrder('order-1042', call)).status).to.equal('canceled');
  });

  it('still knows the keys, what was taken back, and how far its clock was moved', async () => {
    const before = open();
    await before.requestCancellation(
      { orderId: 'order-1042', lines: 'all' },
      writeCall('known-after-a-reload'),
    );
    await before.retractCancellation?.(
      { orderId: 'order-1038', cancellationId: 'order-1038:c1' },
      writeCall(),
    );
    before.advance(60_000);
    const after = open();
    const again = await after.requestCancellation(
      { orderId: 'order-1042', lines: 'all' },
      writeCall('known-after-a-reload'),
    );
    expect(again.cancellations.map((one) => one.status)).to.deep.equal(['completed']);
    expect((await after.getOrder('order-1038', call)).cancellations[0]?.status).to.equal(
      'retracted',
    );
  });

  it('shows the same dates', async () => {
    const { placedAt } = await open().getOrder('order-1042', call);
    await clock.advance(3_600_000);
    expect((await open().getOrder('order-1042', call)).placedAt).to.equal(placedAt);
  });

  it('is as on the first day after a reset, and when what is kept is too old or unreadable', async () => {
    const shop = open();
    await shop.requestCancellation({ orderId: 'order-1042', lines: 'all' }, writeCall());
    shop.reset();
    expect((await shop.getOrder('order-1042', call)).cancellations).to.deep.equal([]);
    await shop.requestCancellation({ orderId: 'order-1042', lines: 'all' }, writeCall());
    await clock.advance(2000);
    expect(
      (await open({ storageLifeMs: 1000 }).getOrder('order-1042', call)).cancellations,
    ).to.deep.equal([]);
    for (const broken of ['', '{', '7', '{"version":1}', '{"version":0}']) {
      shelf.kept.set('rescind-memory-shop', broken);
      expect((await open().getOrder('order-1042', call)).cancellations, broken).to.deep.equal([]);
    }
  });

  it("does not write the shopper's own words into the storage", async () => {
    const shop = open();
    await shop.requestCancellation(
      { orderId: 'order-1042', lines: 'all', note: 'my private words' },
      writeCall(),
    );
    await shop.contactSupport?.(
      { message: 'more private words', email: 'maria@example.com' },
      writeCall(),
    );
    expect((await shop.getOrder('order-1042', call)).cancellations[0]?.note).to.equal(
      'my private words',
    );
    expect([...shelf.kept.values()].join())
      .to.include('order-1042')
      .and.not.match(/private|maria/);
  });

  it('works without a storage that lets nothing in', async () => {
    const blocked: MemoryStorage = {
      getItem() {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem() {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    const shop = open({ storage: blocked });
    await shop.requestCancellation({ orderId: 'order-1042', lines: 'all' }, writeCall());
    expect((await shop.getOrder('order-1042', call)).cancellations).to.have.length(1);
  });
});
