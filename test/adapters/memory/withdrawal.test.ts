import { expect } from '@open-wc/testing';
import type { MemoryAdapterOptions, MemoryMessage } from '../../../src/adapters/memory/index.js';
import { parseAcknowledgement } from '../../../src/model/parse-acknowledgement.js';
import type { WithdrawalRight, WithdrawalStatement } from '../../../src/model/withdrawal.js';
import { createSampleOrders } from '../../../src/testing/index.js';
import { call, failure, memoryWorld, writeCall } from './memory-world.js';

const stated: WithdrawalStatement = {
  orderId: 'order-1039',
  contract: '1039',
  name: 'Mira Sommer',
  contact: { kind: 'email', value: 'mira@example.com' },
  scope: 'all',
  statement: 'I withdraw from the contract 1039.',
};

/** The shop, with this right on the order 1039. */
function withdrawalWorld(right?: WithdrawalRight, options: MemoryAdapterOptions = {}) {
  const mails: MemoryMessage[] = [];
  const world = memoryWorld({
    orders: (now) =>
      createSampleOrders({ now }).map((order) =>
        order.id === 'order-1039' && right ? { ...order, withdrawal: right } : order,
      ),
    onMessage: (message) => mails.push(message),
    ...options,
  });
  const { adapter } = world;
  return {
    ...world,
    mails,
    declare: (changes: Partial<WithdrawalStatement> = {}, key?: string) =>
      adapter.submitWithdrawal?.({ ...stated, ...changes }, writeCall(key)),
    right: async () => (await adapter.getOrder('order-1039', call)).withdrawal,
  };
}

describe('a withdrawal in the memory adapter', () => {
  it("is acknowledged by the shop's clock and zone, with the content as it was sent", async () => {
    const { clock, declare, mails } = withdrawalWorld();
    const acknowledgement = await declare();
    expect(acknowledgement).to.deep.equal({
      id: 'withdrawal-1',
      reference: 'W-3001',
      receivedAt: '2026-11-23T13:20:00.000Z',
      timeZone: 'Europe/Berlin',
      statement: stated,
      sentTo: 'm•••@example.com',
    });
    expect(parseAcknowledgement(acknowledgement).issues).to.deep.equal([]);
    await clock.settle();
    expect(mails.map(({ kind, to }) => [kind, to])).to.deep.equal([
      ['withdrawal', 'mira@example.com'],
    ]);
    expect(mails[0]?.text)
      .to.include('W-3001')
      .and.include('I withdraw from the contract 1039.')
      .and.match(/23 November 2026.*14:20:00.*\(Europe\/Berlin\)/);
  });

  it('is the same one when it is sent twice, also when the first answer was lost', async () => {
    const { adapter, clock, declare, mails, right } = withdrawalWorld(undefined, {
      scenario: 'lost-answers',
    });
    const key = 'key-of-one-statement';
    expect(await failure(declare({}, key))).to.include({ code: 'network' });
    adapter.setScenario('quick');
    adapter.advance(60_000);
    const first = await declare({}, key);
    expect(first).to.include({ id: 'withdrawal-1', receivedAt: '2026-11-23T13:20:00.000Z' });
    expect(await declare({ name: 'Somebody else' }, key)).to.deep.equal(first);
    expect((await right())?.acknowledgements).to.deep.equal([first]);
    await clock.settle();
    expect(mails).to.have.length(1);
  });

  it('is received whatever the order is, whoever sends it, and whether there is one', async () => {
    const { adapter, declare } = withdrawalWorld({ applies: 'no', partial: false });
    for (const number of ['1042', '1039', '1029', '1033'])
      expect(await declare({ orderId: `order-${number}`, contract: number })).to.have.property(
        'reference',
      );
    const { orderId: _orderId, ...unlisted } = stated;
    expect(
      await adapter.submitWithdrawal?.({ ...unlisted, contract: 'the red teapot' }, writeCall()),
    ).to.have.property('reference');
    for (const options of [{ guest: true }, { scenario: 'signed-out' }] as const)
      expect(await withdrawalWorld(undefined, options).declare()).to.have.property('reference');
  });

  it('is received late, and said to be', async () => {
    const rights: readonly (readonly [WithdrawalRight['until'], true | undefined])[] = [
      ['2026-11-22', true],
      ['2026-11-23', undefined],
      ['2026-11-23T13:19:59Z', true],
      ['2026-11-23T13:20:00Z', undefined],
      [undefined, undefined],
    ];
    for (const [until, late] of rights) {
      const right = {
        applies: 'yes',
        partial: true,
        ...(until !== undefined && { until }),
      } as const;
      const { clock, declare, mails } = withdrawalWorld(right);
      expect((await declare())?.late, until).to.equal(late);
      await clock.settle();
      expect(mails[0]?.text.includes('after the period')).to.equal(late === true);
    }
  });

  it('ends a day where the shop is', async () => {
    const right = { applies: 'yes', partial: true, until: '2026-11-23' } as const;
    // 13:20 in UTC is already the next day in Kiritimati.
    const { declare } = withdrawalWorld(right, { timeZone: 'Pacific/Kiritimati' });
    expect(await declare()).to.include({ late: true, timeZone: 'Pacific/Kiritimati' });
  });

  it('stands in its order, newest first, beside what the shop says of the right', async () => {
    const right = { applies: 'yes', partial: true, until: '2026-12-01', message: 'Two weeks.' };
    const { adapter, declare, ...world } = withdrawalWorld(right as WithdrawalRight);
    expect(await world.right()).to.deep.equal(right);
    await declare();
    adapter.advance(1000);
    await declare({ scope: { lines: [{ lineId: '1', quantity: 1 }] } });
    const after = await world.right();
    expect(after).to.deep.include(right);
    expect(after?.acknowledgements?.map(({ id }) => id)).to.deep.equal([
      'withdrawal-2',
      'withdrawal-1',
    ]);
    const byNumber = withdrawalWorld();
    const { orderId: _orderId, ...unlisted } = stated;
    await byNumber.adapter.submitWithdrawal?.({ ...unlisted, contract: ' #1039' }, writeCall());
    expect(await byNumber.right()).to.deep.include({ applies: 'unknown', partial: false });
  });

  it('cannot be acknowledged without a name, a contract or an address, and says which', async () => {
    const { declare } = withdrawalWorld();
    for (const [changes, field] of [
      [{ name: ' ' }, 'name'],
      [{ name: 'x'.repeat(201) }, 'name'],
      [{ contract: '' }, 'contract'],
      [{ contact: { kind: 'email', value: '' } }, 'contact'],
      [{ contact: { kind: 'other', value: 'x'.repeat(2001) } }, 'contact'],
    ] as const)
      expect(await failure(declare(changes))).to.include({ code: 'invalid', field });
    const phone = { kind: 'phone', value: '+49 30 901820' } as const;
    expect(await declare({ name: 'Ștefan 李', contact: phone })).to.include({ sentTo: '•••20' });
  });

  it('fails at the last step as a request does: broken down, lost, offline, limited', async () => {
    for (const [scenario, told] of [
      ['breakdown', { code: 'platform' }],
      ['lost-requests', { code: 'network' }],
      ['offline', { code: 'network', sent: false }],
      ['rate-limited', { code: 'rate-limited', retryAfterMs: 25_000 }],
    ] as const) {
      const { adapter, declare, right } = withdrawalWorld(undefined, { scenario });
      expect(await failure(declare({}, 'key-of-one-statement'))).to.include(told);
      adapter.setScenario('quick');
      expect(await right(), scenario).to.equal(undefined);
      expect(await declare({}, 'key-of-one-statement')).to.have.property('id', 'withdrawal-1');
    }
  });

  it('can be away', async () => {
    const { adapter } = withdrawalWorld(undefined, { without: ['submitWithdrawal'] });
    expect(adapter.submitWithdrawal).to.equal(undefined);
    expect(await adapter.describe?.(call)).to.include({ withdrawal: false, support: true });
  });
});
