import { expect } from '@open-wc/testing';
import { challengeCode, createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type {
  MemoryAdapter,
  MemoryAdapterOptions,
  MemoryStorage,
} from '../../../src/adapters/memory/index.js';
import type { WithdrawalStatement } from '../../../src/model/withdrawal.js';
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

  it("still knows a guest's challenges, his wrong codes, and what was opened by them", async () => {
    const guest = { guest: true } as const;
    const asked = { number: '1042', email: 'mira@example.com' };
    await open(guest).findOrder?.(asked, call);
    for (let tries = 0; tries < 4; tries += 1)
      await open(guest)
        .verifyLookup?.({ challengeId: 'lookup-1', code: '0' }, call)
        .catch(() => undefined);
    const code = challengeCode;
    await open(guest).verifyLookup?.({ challengeId: 'lookup-1', code }, call);
    expect((await open(guest).listOrders({ first: 5 }, call)).items).to.have.length(1);
    await open(guest)
      .verifyLookup?.({ challengeId: 'lookup-1', code: '0' }, call)
      .catch(() => undefined);
    const late = await open(guest)
      .verifyLookup?.({ challengeId: 'lookup-1', code }, call)
      .catch((failure: unknown) => failure);
    expect(late).to.include({ code: 'expired' });
  });

  it('still knows that something was withdrawn, when, and by which key, without the words', async () => {
    const statement: WithdrawalStatement = {
      ...{ orderId: 'order-1042', contract: '1042', name: 'M', statement: 'I do.' },
      ...{ contact: { kind: 'email', value: 'mira@example.com' }, scope: 'all' },
    };
    const first = await open().submitWithdrawal?.(statement, writeCall('withdrawn-over-a-reload'));
    await clock.advance(1000);
    const { withdrawal } = await open().getOrder('order-1042', call);
    expect(withdrawal?.acknowledgements).to.have.length(1);
    expect(withdrawal?.acknowledgements?.[0]).to.deep.include({
      ...{ id: first?.id, receivedAt: first?.receivedAt },
      statement: {
        ...{ contract: '—', name: '—', scope: 'all', statement: '—' },
        contact: { kind: 'other', value: '—' },
      },
    });
    const again = await open().submitWithdrawal?.(statement, writeCall('withdrawn-over-a-reload'));
    expect(again).to.deep.equal(first);
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
    for (const broken of ['', '{', '7', '{"version":2}', '{"version":1}']) {
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
    await shop.submitWithdrawal?.(
      {
        ...{ contract: 'private contract', name: 'private name', statement: 'private statement' },
        ...{ contact: { kind: 'email', value: 'maria@example.com' }, scope: { text: 'private' } },
      },
      writeCall(),
    );
    await shop.findOrder?.({ number: '1042', email: 'maria@example.com' }, call);
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
