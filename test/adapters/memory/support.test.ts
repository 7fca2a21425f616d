import { expect } from '@open-wc/testing';
import type { MemoryAdapterOptions, MemoryMessage } from '../../../src/adapters/memory/index.js';
import { call, failure, memoryWorld, writeCall } from './memory-world.js';

function supportWorld(options: MemoryAdapterOptions = {}) {
  const mails: MemoryMessage[] = [];
  const world = memoryWorld({ onMessage: (message) => mails.push(message), ...options });
  const write = (message: object, key?: string) =>
    world.adapter.contactSupport?.({ message: 'Help', ...message }, writeCall(key));
  return { ...world, mails, write };
}

describe('the support of the memory adapter', () => {
  it('answers with a reference, when it came and when an answer is expected', async () => {
    const { clock, mails, write } = supportWorld();
    expect(await write({ orderId: 'order-1039', orderNumber: '1039', about: 'shipped' }))
      .to.deep //
      .equal({
        reference: 'S-7001',
        receivedAt: '2026-11-23T13:20:00.000Z',
        expected: { text: 'within one working day' },
      });
    await clock.settle();
    expect(mails.map(({ kind, to }) => [kind, to])).to.deep.equal([
      ['support', 'mira@example.com'],
    ]);
    expect(mails[0]?.text).to.include('S-7001');
  });

  it('takes the same key twice for one message, also when its answer was lost', async () => {
    const { adapter, clock, mails, write } = supportWorld({ scenario: 'lost-answers' });
    const key = 'key-of-one-message';
    expect(await failure(write({}, key))).to.include({ code: 'network' });
    adapter.setScenario('quick');
    adapter.advance(60_000);
    const first = await write({}, key);
    expect(first).to.include({ reference: 'S-7001', receivedAt: '2026-11-23T13:20:00.000Z' });
    expect(await write({}, key)).to.deep.equal(first);
    expect(await write({})).to.include({ reference: 'S-7002' });
    await clock.settle();
    expect(mails).to.have.length(2);
  });

  it('refuses what is blank or far too long, and says which field', async () => {
    const { write } = supportWorld();
    for (const [message, field] of [
      [{ message: ' \n ' }, 'message'],
      [{ message: 'x'.repeat(4001) }, 'message'],
      [{ email: 'mira' }, 'email'],
      [{ email: `${'m'.repeat(300)}@example.com` }, 'email'],
    ] as const)
      expect(await failure(write(message))).to.include({ code: 'invalid', field });
    expect(await write({ message: 'x'.repeat(4000), email: 'ми́ра@пример.рф' })).to.have.property(
      'reference',
    );
  });

  it('needs an address from somebody who is not signed in, and writes to that one', async () => {
    for (const options of [{ guest: true }, { scenario: 'signed-out' }] as const) {
      const { clock, mails, write } = supportWorld(options);
      expect(await failure(write({}))).to.include({ code: 'invalid', field: 'email' });
      expect(await write({ email: 'guest@example.com' })).to.have.property('reference');
      await clock.settle();
      expect(mails[0]?.to).to.equal('guest@example.com');
    }
  });

  it('can be away', async () => {
    const { adapter } = supportWorld({ without: ['contactSupport'] });
    expect(adapter.contactSupport).to.equal(undefined);
    expect(await adapter.describe?.(call)).to.include({ support: false, withdrawal: true });
  });
});
