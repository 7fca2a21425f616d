import { expect } from '@open-wc/testing';
import { scenarioNames } from '../../../src/adapters/memory/index.js';
import { call, failure, memoryWorld, writeCall } from './memory-world.js';
import type { MemoryWorld } from './memory-world.js';

function ask({ adapter }: MemoryWorld, key?: string): Promise<unknown> {
  return adapter.requestCancellation({ orderId: 'order-1042', lines: 'all' }, writeCall(key));
}

async function requests({ adapter }: MemoryWorld): Promise<number> {
  adapter.setScenario('quick');
  return (await adapter.getOrder('order-1042', call)).cancellations.length;
}

describe('the scenarios of the memory adapter', () => {
  it('can all be set, and listed', () => {
    for (const scenario of scenarioNames) {
      const world = memoryWorld();
      world.adapter.setScenario(scenario);
      expect(world.adapter.scenario).to.equal(scenario);
    }
    expect(scenarioNames).to.include.members([
      'quick',
      'slow',
      'declines',
      'broken-data',
      'signed-out',
    ]);
  });

  it('lose the answer of what was done', async () => {
    const world = memoryWorld({ scenario: 'lost-answers' });
    const lost = await failure(ask(world, 'a-key-of-lost-answers'));
    expect([lost.code, lost.sent]).to.deep.equal(['network', undefined]);
    expect(
      (await world.adapter.getOrder('order-1042', call)).cancellations[0]?.idempotencyKey,
    ).to.equal('a-key-of-lost-answers');
    world.adapter.setScenario('quick');
    await ask(world, 'a-key-of-lost-answers');
    expect(await requests(world)).to.equal(1);
  });

  it('lose a request before it arrives', async () => {
    const world = memoryWorld({ scenario: 'lost-requests' });
    const lost = await failure(ask(world));
    expect([lost.code, lost.sent]).to.deep.equal(['network', undefined]);
    expect(await requests(world)).to.equal(0);
  });

  it('send nothing when offline, and say so', async () => {
    const world = memoryWorld({ scenario: 'offline' });
    expect(await failure(ask(world))).to.include({ code: 'network', sent: false });
    expect(await failure(world.adapter.listOrders({ first: 5 }, call))).to.include({
      code: 'network',
      sent: false,
    });
    expect(await requests(world)).to.equal(0);
  });

  it('answer nothing but "503" to what is sent, and can still be read', async () => {
    const world = memoryWorld({ scenario: 'breakdown' });
    expect(await failure(ask(world))).to.include({ code: 'platform', platformCode: '503' });
    expect((await world.adapter.getOrder('order-1042', call)).cancellations).to.deep.equal([]);
  });

  it('limit writes for a while, and then take them', async () => {
    const world = memoryWorld({ scenario: 'rate-limited' });
    expect(await failure(ask(world))).to.include({ code: 'rate-limited', retryAfterMs: 25_000 });
    await world.clock.advance(10_000);
    expect(await failure(ask(world))).to.include({ code: 'rate-limited', retryAfterMs: 15_000 });
    await world.clock.advance(15_000);
    await ask(world);
    expect(await requests(world)).to.equal(1);
  });

  it('have no orders', async () => {
    const { adapter } = memoryWorld({ scenario: 'empty' });
    expect(await adapter.listOrders({ first: 5 }, call)).to.deep.include({ items: [], total: 0 });
    expect(await failure(adapter.getOrder('order-1042', call))).to.include({ code: 'not-found' });
  });

  it('mix broken orders among good ones', async () => {
    const { adapter } = memoryWorld({ scenario: 'broken-data' });
    const items: readonly unknown[] = (await adapter.listOrders({ first: 10 }, call)).items;
    const ids = items.map((item) =>
      typeof item === 'object' && item !== null && 'id' in item ? item.id : item,
    );
    expect(ids).to.include.members(['order-1042', '__proto__', 'hostile-money', null]);
    expect(ids.filter((id) => String(id).startsWith('order-'))).to.have.length(10);
    const first = ids[1];
    expect(ids[0]).to.match(/^order-/);
    expect(first).to.match(/^hostile-/);
  });

  it('know nobody, but describe the shop and take a message', async () => {
    const { adapter } = memoryWorld({ scenario: 'signed-out' });
    expect(await failure(adapter.listOrders({ first: 5 }, call))).to.include({
      code: 'unauthenticated',
    });
    expect(await adapter.describe?.(call)).to.include({ idempotent: true, evidence: 'request' });
    expect(
      await adapter.contactSupport?.({ message: 'Help', email: 'm@example.com' }, writeCall()),
    ).to.have.property('reference');
  });

  it('cancel at once, and say so before', async () => {
    const { adapter } = memoryWorld({ scenario: 'immediate' });
    expect((await adapter.getOrder('order-1042', call)).eligibility).to.include({
      allowed: true,
      mode: 'immediate',
    });
  });

  it('leave a request that is under way its own script', async () => {
    const world = memoryWorld({ scenario: 'declines' });
    await ask(world);
    world.adapter.setScenario('quick');
    world.adapter.advance(60_000);
    expect((await world.adapter.getOrder('order-1042', call)).cancellations[0]?.status).to.equal(
      'declined',
    );
  });
});

describe('the way to the memory adapter', () => {
  it('takes the latency there and back', async () => {
    const { adapter, clock } = memoryWorld({ latencyMs: 400 });
    let answered = false;
    const read = adapter.getOrder('order-1042', call).then(() => {
      answered = true;
    });
    await clock.advance(399);
    expect(answered).to.equal(false);
    await clock.advance(1);
    await read;
    expect(answered).to.equal(true);
  });

  it('has carried out a write that is aborted on the way back, and not one aborted on the way there', async () => {
    for (const [wait, made] of [
      [100, 0],
      [300, 1],
    ] as const) {
      const world = memoryWorld({ latencyMs: 400 });
      const controller = new AbortController();
      const write = failure(
        world.adapter.requestCancellation(
          { orderId: 'order-1042', lines: 'all' },
          { ...writeCall(), signal: controller.signal },
        ),
      );
      await world.clock.advance(wait);
      controller.abort();
      expect(await write).to.include({ code: 'aborted' });
      const read = world.adapter.getOrder('order-1042', call);
      await world.clock.advance(400);
      expect((await read).cancellations, `aborted after ${String(wait)} ms`).to.have.length(made);
    }
  });

  it('leaves no timer behind an aborted call', async () => {
    const { adapter, clock } = memoryWorld({ latencyMs: 400 });
    const controller = new AbortController();
    const read = failure(adapter.getOrder('order-1042', { ...call, signal: controller.signal }));
    await clock.settle();
    controller.abort();
    await read;
    expect(clock.waiting).to.equal(0);
  });

  it('does without the methods that the shop is told to do without', async () => {
    const { adapter } = memoryWorld({ without: ['previewCancellation', 'watchCancellations'] });
    expect([
      adapter.previewCancellation,
      adapter.watchCancellations,
      adapter.listFaq,
    ]).to.deep.equal([undefined, undefined, undefined]);
    expect(await adapter.describe?.(call)).to.include({
      preview: false,
      push: false,
      retract: true,
    });
  });

  it("answers the shop's own questions", async () => {
    const faq = [{ id: 'why-not', question: 'Why not?', answer: 'Because it is packed.' }];
    const { adapter } = memoryWorld({ faq });
    expect(await adapter.listFaq?.(call)).to.deep.equal(faq);
  });
});
