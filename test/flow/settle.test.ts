import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Capabilities } from '../../src/model/capabilities.js';
import { createControllableAdapter, type ControllableAdapter } from '../../src/testing/index.js';
import { cancellation, capabilities, openOrder, withCancellations } from './flow-samples.js';
import { createWorld, startFlow, type FlowUnderTest, type World } from './flow-world.js';

interface Lost extends FlowUnderTest {
  readonly adapter: ControllableAdapter;
  readonly world: World;
  readonly key: string;
}

/** A flow whose request for order "1" was sent, and whose answer was lost. */
async function lose(can: Capabilities = capabilities, note?: string): Promise<Lost> {
  const world = createWorld();
  const adapter = createControllableAdapter({ methods: ['describe'] });
  const started = startFlow(adapter, world);
  adapter.resolve('describe', can);
  started.flow.send({ type: 'open', orderId: '1' });
  adapter.resolve('getOrder', openOrder);
  await world.clock.settle();
  if (note) started.flow.send({ type: 'edit', change: { note } });
  started.flow.send({ type: 'confirm' });
  const call = await adapter.called('requestCancellation');
  adapter.reject('requestCancellation', 'network');
  await world.clock.settle();
  expect(started.step('1')).to.equal('unconfirmed');
  return { ...started, adapter, world, key: call.arguments[1].idempotencyKey };
}

async function answerRead({ adapter, world }: Lost, order = openOrder): Promise<void> {
  adapter.resolve('getOrder', order);
  await world.clock.settle();
}

describe('a request whose answer was lost', () => {
  it('is looked for after 5, 15 and 45 seconds', async () => {
    const lost = await lose();
    const { adapter, world } = lost;
    const delays = [5000, 15_000, 45_000];
    for (const [index, delay] of delays.entries()) {
      await world.clock.advance(delay - 1);
      expect(adapter.pending('getOrder'), `before look ${index}`).to.equal(0);
      await world.clock.advance(1);
      expect(adapter.pending('getOrder'), `look ${index}`).to.equal(1);
      await answerRead(lost);
      expect(lost.step('1')).to.equal('unconfirmed');
    }
  });

  it('is looked for no sooner than the shop asks', async () => {
    const lost = await lose();
    await lost.world.clock.advance(5000);
    lost.adapter.reject('getOrder', new AdapterError('rate-limited', { retryAfterMs: 60_000 }));
    await lost.world.clock.advance(59_000);
    expect(lost.adapter.pending('getOrder')).to.equal(0);
    await lost.world.clock.advance(1000);
    expect(lost.adapter.pending('getOrder')).to.equal(1);
  });

  it('is recognised by its key', async () => {
    const lost = await lose();
    await lost.world.clock.advance(5000);
    await answerRead(
      lost,
      withCancellations(cancellation({ idempotencyKey: lost.key, lines: 'all' })),
    );
    expect(lost.step('1')).to.equal('received');
    expect(lost.flow.state.watched.has('1')).to.equal(true);
  });

  it('is looked for at once when the shopper asks, or comes back', async () => {
    const lost = await lose();
    lost.flow.send({ type: 'check-now', orderId: '1' });
    await lost.world.clock.settle();
    expect(lost.adapter.pending('getOrder')).to.equal(1);
    await answerRead(lost);

    lost.world.show(false);
    await lost.world.clock.advance(600_000);
    expect(lost.adapter.pending('getOrder'), 'nobody looks').to.equal(0);
    lost.world.show(true);
    await lost.world.clock.settle();
    expect(lost.adapter.pending('getOrder')).to.be.greaterThan(0);
  });

  it('is not received only after a look that began when the window was over', async () => {
    const lost = await lose();
    await lost.world.clock.advance(5000);
    await answerRead(lost);
    await lost.world.clock.advance(15_000);
    await answerRead(lost);
    await lost.world.clock.advance(45_000);
    await answerRead(lost);
    await lost.world.clock.advance(30_000);
    await answerRead(lost);
    expect(lost.step('1'), 'after 95 seconds').to.equal('unconfirmed');
    await lost.world.clock.advance(30_000);
    await answerRead(lost);
    expect(lost.step('1'), 'after 125 seconds').to.equal('not-received');
  });

  it('is sent again with the same key, and with what the shopper wrote', async () => {
    const lost = await lose(capabilities, 'For Ida');
    const { adapter, world, flow } = lost;
    for (let passed = 0; passed < 140_000; passed += 5000) {
      await world.clock.advance(5000);
      while (adapter.pending('getOrder') > 0) await answerRead(lost);
    }
    expect(lost.step('1')).to.equal('not-received');

    flow.send({ type: 'resend', orderId: '1' });
    const { arguments: again } = await adapter.called('requestCancellation');
    expect(again[1].idempotencyKey).to.equal(lost.key);
    expect(again[0].note).to.equal('For Ida');
    expect(flow.state.operations.get('1')).to.deep.include({ step: 'sending', attempt: 2 });
  });

  it('is not sent again once the shop has turned the same request down', async () => {
    const lost = await lose();
    const { adapter, world, flow } = lost;
    const wait = async (): Promise<void> => {
      for (let passed = 0; passed < 140_000; passed += 5000) {
        await world.clock.advance(5000);
        while (adapter.pending('getOrder') > 0) await answerRead(lost);
      }
    };
    await wait();
    flow.send({ type: 'resend', orderId: '1' });
    await adapter.called('requestCancellation');
    adapter.reject('requestCancellation', new AdapterError('invalid', { field: 'reason' }));
    await wait();
    const operation = flow.state.operations.get('1');
    expect(operation).to.deep.include({ step: 'not-received', attempt: 2 });
    expect(operation?.refusal).to.deep.equal({ code: 'invalid', field: 'reason' });

    flow.send({ type: 'resend', orderId: '1' });
    await world.clock.advance(1000);
    expect(adapter.callsOf('requestCancellation')).to.have.length(2);
  });

  it('is never sent again while it may still be on its way', async () => {
    const lost = await lose();
    lost.flow.send({ type: 'resend', orderId: '1' });
    await lost.world.clock.advance(1000);
    lost.flow.send({ type: 'check-now', orderId: '1' });
    lost.flow.send({ type: 'resend', orderId: '1' });
    await lost.world.clock.advance(1000);
    expect(lost.adapter.callsOf('requestCancellation')).to.have.length(1);
  });

  it('says that it cannot be checked when every look fails past the window', async () => {
    const lost = await lose();
    await lost.world.clock.advance(5000);
    lost.adapter.reject('getOrder', new AdapterError('forbidden'));
    await lost.world.clock.advance(200_000);
    lost.adapter.reject('getOrder', new AdapterError('forbidden'));
    await lost.world.clock.settle();
    expect(lost.flow.state.operations.get('1')).to.deep.include({
      step: 'unconfirmed',
      cannotCheck: true,
    });
  });

  it('is found after a reload, from storage, once the order was read again', async () => {
    const lost = await lose();
    lost.flow.dispose();
    const adapter = createControllableAdapter({ methods: ['describe'] });
    const reloaded = startFlow(
      adapter,
      createWorld({ clock: lost.world.clock, stored: lost.world.stored }),
    );
    adapter.resolve('describe', capabilities);
    await lost.world.clock.settle();
    expect(reloaded.step('1'), 'before the read').to.equal(undefined);
    adapter.resolve('getOrder', openOrder);
    await lost.world.clock.settle();
    expect(reloaded.flow.state.operations.get('1')).to.deep.include({
      step: 'unconfirmed',
      key: lost.key,
      origin: 'restored',
    });
  });

  it('is forgotten after a day, with a last look, when the shop shows no such order', async () => {
    const lost = await lose();
    lost.flow.dispose();
    const entries = (): number =>
      [...lost.world.stored.keys()].filter((key) => key.includes(':entry:')).length;
    for (const [age, left] of [
      [0, 1],
      [25 * 3_600_000, 0],
    ] as const) {
      await lost.world.clock.advance(age);
      const adapter = createControllableAdapter();
      const { clock, stored } = lost.world;
      const { flow } = startFlow(adapter, createWorld({ clock, stored }));
      adapter.reject('getOrder', 'not-found');
      await clock.settle();
      expect(entries(), `after ${age} ms`).to.equal(left);
      flow.dispose();
    }
  });

  it('is not shown to another shopper, nor after forget', async () => {
    const lost = await lose();
    const other = createControllableAdapter();
    startFlow(other, createWorld({ clock: lost.world.clock, stored: lost.world.stored }), {
      scope: 'bert',
    });
    await lost.world.clock.settle();
    expect(other.calls).to.have.length(0);

    lost.flow.forget();
    expect([...lost.world.stored.keys()], 'names nobody').to.deep.equal(['rescind-forgotten']);
    expect(lost.flow.state.operations.size).to.equal(0);
  });

  it('leaves no timer behind when the flow is disposed', async () => {
    const lost = await lose();
    lost.flow.dispose();
    expect(lost.world.clock.waiting).to.equal(0);
  });
});
