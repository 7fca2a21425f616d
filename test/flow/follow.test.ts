import { expect } from '@open-wc/testing';
import { AdapterError, type StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import type { CancellationStatus } from '../../src/model/cancellation.js';
import {
  createControllableAdapter,
  type AdapterMethod,
  type ControllableAdapter,
} from '../../src/testing/index.js';
import { cancellation, capabilities, openOrder, withCancellations } from './flow-samples.js';
import { createWorld, startFlow, type FlowUnderTest, type World } from './flow-world.js';

type Optional = Exclude<AdapterMethod, 'listOrders' | 'getOrder' | 'requestCancellation'>;

interface Followed extends FlowUnderTest {
  readonly adapter: ControllableAdapter;
  readonly world: World;
}

const requested = withCancellations(cancellation());

/** A flow with one open request in its list. */
async function followed(
  methods: readonly Optional[] = [],
  can = capabilities,
  order = requested,
): Promise<Followed> {
  const world = createWorld();
  const adapter = createControllableAdapter({ methods: ['describe', ...methods] });
  const started = startFlow(adapter, world);
  adapter.resolve('describe', can);
  started.flow.send({ type: 'load-orders' });
  adapter.resolve('listOrders', { items: [order] });
  await world.clock.settle();
  expect(started.flow.state.watched.has('1')).to.equal(true);
  return { ...started, adapter, world };
}

function statusOf({ flow }: FlowUnderTest): CancellationStatus | undefined {
  return flow.state.orders.held.get('1')?.order.cancellations[0]?.status;
}

describe('following an open request', () => {
  it('asks after a quiet start, and then steadily', async () => {
    const { adapter, world } = await followed();
    await world.clock.advance(74_000);
    expect(adapter.pending('getOrder')).to.equal(0);
    await world.clock.advance(2000);
    expect(adapter.pending('getOrder')).to.equal(1);
    adapter.resolve('getOrder', requested);
    await world.clock.advance(30_000);
    expect(adapter.pending('getOrder')).to.equal(1);
  });

  it('takes the shop’s hint', async () => {
    const order = withCancellations(cancellation({ pollAfterMs: 4000 }));
    const { adapter, world } = await followed([], capabilities, order);
    await world.clock.advance(4500);
    expect(adapter.pending('getOrder')).to.equal(1);
  });

  it('reads several requests in one call where the shop can', async () => {
    const lost = await followed(['getCancellations']);
    await lost.world.clock.advance(76_000);
    expect(lost.adapter.callsOf('getCancellations')[0]?.arguments[0]).to.deep.equal([
      { orderId: '1', cancellationId: 'c1' },
    ]);
    lost.adapter.resolve('getCancellations', [cancellation({ status: 'processing' })]);
    await lost.world.clock.settle();
    expect(statusOf(lost)).to.equal('processing');
    expect(lost.facts()).to.deep.equal(['cancellation-updated']);
  });

  it('reads order by order once the shop has said that it cannot', async () => {
    const { adapter, world } = await followed(['getCancellations']);
    await world.clock.advance(76_000);
    adapter.reject('getCancellations', new AdapterError('unsupported'));
    await world.clock.settle();
    expect(adapter.pending('getOrder')).to.equal(1);
    adapter.resolve('getOrder', requested);
    await world.clock.advance(31_000);
    expect(adapter.callsOf('getCancellations')).to.have.length(1);
    expect(adapter.pending('getOrder')).to.equal(1);
  });

  it('rests while nobody looks or the network is gone, and asks at once on return', async () => {
    const { adapter, world } = await followed();
    world.show(false);
    await world.clock.advance(600_000);
    expect(adapter.pending('getOrder')).to.equal(0);
    world.show(true);
    await world.clock.settle();
    expect(adapter.pending('getOrder')).to.equal(1);
    adapter.resolve('getOrder', requested);
    world.connect(false);
    await world.clock.advance(600_000);
    expect(adapter.pending('getOrder')).to.equal(0);
  });

  it('reads the order when its cancellation is over, and offers no button until then', async () => {
    const lost = await followed(['getCancellations']);
    await lost.world.clock.advance(76_000);
    lost.adapter.resolve('getCancellations', [cancellation({ status: 'completed' })]);
    await lost.world.clock.settle();
    expect(lost.flow.state.orders.stale.has('1')).to.equal(true);
    expect(lost.adapter.pending('getOrder')).to.equal(1);
    lost.adapter.resolve('getOrder', {
      ...requested,
      cancellations: [cancellation({ status: 'completed' })],
    });
    await lost.world.clock.settle();
    expect(lost.flow.state.orders.stale.has('1')).to.equal(false);
    expect(lost.facts()).to.deep.equal(['cancellation-completed']);
  });

  it('goes on trying to read an order that moved on, until it succeeds', async () => {
    const lost = await followed();
    lost.flow.send({ type: 'refresh', orderId: '1' });
    await lost.world.clock.settle();
    lost.adapter.reject('getOrder', 'network');
    await lost.world.clock.advance(10_000);
    expect(lost.adapter.pending('getOrder')).to.equal(1);
  });

  it('does not go on asking for an order that the shop says is not there', async () => {
    const lost = await followed();
    lost.flow.send({ type: 'refresh', orderId: '9' });
    await lost.world.clock.settle();
    lost.adapter.reject('getOrder', 'not-found');
    await lost.world.clock.advance(40_000);
    expect(lost.adapter.callsOf('getOrder')).to.have.length(1);
  });

  it('reads once more when a read could not be taken over', async () => {
    const lost = await followed(['getCancellations']);
    await lost.world.clock.advance(74_500);
    lost.flow.send({ type: 'refresh', orderId: '1' });
    await lost.world.clock.advance(1000);
    lost.adapter.resolve('getCancellations', [cancellation({ status: 'processing' })]);
    await lost.world.clock.settle();
    lost.adapter.resolve('getOrder', requested);
    await lost.world.clock.advance(3000);
    expect(lost.adapter.pending('getOrder')).to.equal(1);
    lost.adapter.resolve('getOrder', withCancellations(cancellation({ status: 'processing' })));
    await lost.world.clock.settle();
    expect(lost.flow.state.orders.stale.size).to.equal(0);
  });

  it('never goes back to what an older answer says', async () => {
    const lost = await followed();
    await lost.world.clock.advance(70_000);
    lost.flow.send({ type: 'refresh', orderId: '1' });
    await lost.world.clock.advance(6000);
    expect(lost.adapter.pending('getOrder')).to.equal(2);
    lost.adapter.resolve('getOrder', withCancellations(cancellation({ status: 'processing' })), 1);
    await lost.world.clock.settle();
    lost.adapter.resolve('getOrder', requested);
    await lost.world.clock.settle();
    expect(statusOf(lost)).to.equal('processing');
  });

  it('is told by push, reads all once it is connected, and polls rarely beside it', async () => {
    const lost = await followed(['watchCancellations'], { ...capabilities, push: true });
    await lost.world.clock.advance(200);
    const [, handlers] = (await lost.adapter.called('watchCancellations')).arguments;
    handlers.open();
    await lost.world.clock.advance(1000);
    expect(lost.adapter.pending('getOrder')).to.equal(1);
    lost.adapter.resolve('getOrder', requested);
    await lost.world.clock.settle();
    const news = cancellation({ status: 'processing', updatedAt: '2026-11-23T10:00:00Z' });
    handlers.update({ cancellation: news });
    await lost.world.clock.settle();
    expect(statusOf(lost)).to.equal('processing');
    await lost.world.clock.advance(300_000);
    expect(lost.adapter.pending('getOrder')).to.equal(0);
  });

  it('reads nothing that the stream tells as it opens', async () => {
    const lost = await followed(['watchCancellations'], { ...capabilities, push: true });
    await lost.world.clock.advance(200);
    const [, handlers] = (await lost.adapter.called('watchCancellations')).arguments;
    handlers.open();
    handlers.update({ cancellation: cancellation() });
    await lost.world.clock.settle();
    while (lost.adapter.pending('getOrder') > 0) lost.adapter.resolve('getOrder', requested);
    const reads = lost.adapter.callsOf('getOrder').length;
    await lost.world.clock.advance(60_000);
    expect(lost.adapter.callsOf('getOrder').length).to.equal(reads);
  });

  it('reads the order of a request that a push has ended, and keeps the stream for its refund', async () => {
    const lost = await followed(['watchCancellations'], { ...capabilities, push: true });
    await lost.world.clock.advance(200);
    const [, handlers, call] = (await lost.adapter.called('watchCancellations')).arguments;
    handlers.open();
    const done = cancellation({ status: 'completed', updatedAt: '2026-11-23T10:00:00Z' });
    handlers.update({ cancellation: done });
    await lost.world.clock.settle();
    expect(lost.adapter.pending('getOrder'), 'not in the same second as everybody').to.equal(0);
    await lost.world.clock.advance(10_000);
    expect(lost.adapter.pending('getOrder')).to.equal(1);
    lost.adapter.resolve('getOrder', withCancellations(done));
    expect(call.signal.aborted, 'while somebody looks').to.equal(false);
    lost.world.show(false);
    await lost.world.clock.advance(121_000);
    expect(call.signal.aborted).to.equal(true);
  });

  it('asks once when a return is told twice', async () => {
    const { adapter, world } = await followed();
    await world.clock.advance(5000);
    world.show(false);
    world.restore();
    world.show(true);
    world.show(true);
    await world.clock.settle();
    expect(adapter.callsOf('getOrder')).to.have.length(1);
  });

  it('asks on return no sooner than the shop finds worth it', async () => {
    const hinted = withCancellations(cancellation({ pollAfterMs: 60_000 }));
    const { adapter, world } = await followed([], capabilities, hinted);
    await world.clock.advance(66_000);
    adapter.resolve('getOrder', hinted);
    await world.clock.advance(10_000);
    world.show(false);
    world.show(true);
    await world.clock.advance(49_000);
    expect(adapter.pending('getOrder')).to.equal(0);
    await world.clock.advance(2000);
    expect(adapter.pending('getOrder')).to.equal(1);
  });

  it('reads nothing while nobody looks, also when another page asks', async () => {
    const { flow, adapter, world } = await followed();
    world.show(false);
    flow.send({ type: 'refresh', orderId: '1' });
    await world.clock.settle();
    expect(adapter.pending('getOrder')).to.equal(0);
    world.show(true);
    await world.clock.settle();
    expect(adapter.pending('getOrder')).to.be.greaterThan(0);
  });

  it('is not held back by its own last look, whatever the clock cuts off', async () => {
    const { adapter, world } = await followed();
    const wall = world.clock.wall.bind(world.clock);
    let cut = 0;
    Object.assign(world.clock, { wall: () => wall() - (cut += 1) });
    const reads = (): number => adapter.callsOf('getOrder').length;
    for (let passed = 0; passed < 300_000; passed += 1000) {
      await world.clock.advance(1000);
      if (adapter.pending('getOrder') > 0) adapter.resolve('getOrder', requested);
    }
    expect(reads()).to.be.within(8, 9);
  });

  it('takes an undated push as a sign to read, not as a state', async () => {
    const lost = await followed(['watchCancellations'], { ...capabilities, push: true });
    await lost.world.clock.advance(200);
    const [, handlers] = (await lost.adapter.called('watchCancellations')).arguments;
    handlers.update({ cancellation: cancellation({ status: 'processing' }) });
    await lost.world.clock.settle();
    expect(statusOf(lost)).to.equal('requested');
    expect(lost.adapter.pending('getOrder')).to.equal(1);
  });

  it('connects again after the stream ended', async () => {
    const lost = await followed(['watchCancellations'], { ...capabilities, push: true });
    await lost.world.clock.advance(200);
    lost.adapter.resolve('watchCancellations', undefined);
    await lost.world.clock.advance(40_000);
    expect(lost.adapter.callsOf('watchCancellations')).to.have.length(2);
  });

  it('does not ask again for a stream that the shop has not got', async () => {
    const lost = await followed(['watchCancellations'], { ...capabilities, push: true });
    await lost.world.clock.advance(200);
    lost.adapter.reject('watchCancellations', 'unsupported');
    await lost.world.clock.advance(80_000);
    expect(lost.adapter.pending('getOrder'), 'and reads instead').to.equal(1);
    await lost.world.clock.advance(600_000);
    expect(lost.adapter.callsOf('watchCancellations')).to.have.length(1);
  });

  it('connects no sooner than the shop asks for', async () => {
    const lost = await followed(['watchCancellations'], { ...capabilities, push: true });
    await lost.world.clock.advance(200);
    const busy = new AdapterError('platform', { retryAfterMs: 120_000 });
    lost.adapter.reject('watchCancellations', busy);
    await lost.world.clock.advance(119_000);
    expect(lost.adapter.callsOf('watchCancellations')).to.have.length(1);
    await lost.world.clock.advance(31_000);
    expect(lost.adapter.callsOf('watchCancellations')).to.have.length(2);
  });

  it('waits for a sign-in when the stream says that nobody is signed in', async () => {
    const lost = await followed(['watchCancellations'], { ...capabilities, push: true });
    await lost.world.clock.advance(200);
    lost.adapter.reject('watchCancellations', 'unauthenticated');
    await lost.world.clock.advance(120_000);
    expect(lost.flow.state.session).to.equal('signed-out');
    expect(lost.adapter.callsOf('watchCancellations')).to.have.length(1);
    lost.flow.send({ type: 'signed-in' });
    await lost.world.clock.advance(1000);
    expect(lost.adapter.callsOf('watchCancellations').length).to.equal(2);
  });

  it('asks again soon when one read failed', async () => {
    const { adapter, world } = await followed();
    await world.clock.advance(76_000);
    adapter.reject('getOrder', 'network');
    await world.clock.advance(4000);
    expect(adapter.pending('getOrder')).to.equal(1);
  });

  it('asks ever more rarely while every read fails', async () => {
    const { adapter, world } = await followed();
    const reads = (): number => adapter.callsOf('getOrder').length;
    for (let passed = 0; passed < 3_600_000; passed += 5000) {
      await world.clock.advance(5000);
      while (adapter.pending('getOrder') > 0) adapter.reject('getOrder', 'network');
    }
    expect(reads()).to.be.within(15, 30);
  });

  it('keeps following after a reload, though the list does not show the order', async () => {
    const lost = await followed();
    lost.flow.dispose();
    const adapter: ControllableAdapter & StorefrontAdapter = createControllableAdapter();
    const again = startFlow(
      adapter,
      createWorld({ clock: lost.world.clock, stored: lost.world.stored }),
    );
    await lost.world.clock.settle();
    expect(adapter.pending('getOrder')).to.equal(1);
    adapter.resolve('getOrder', requested);
    await lost.world.clock.settle();
    expect(again.flow.state.orders.held.has('1')).to.equal(true);
  });

  it('stops when the request and its refund are final', async () => {
    const lost = await followed();
    await lost.world.clock.advance(76_000);
    const done = cancellation({ status: 'completed', refund: { status: 'issued' } });
    lost.adapter.resolve('getOrder', { ...openOrder, cancellations: [done] });
    await lost.world.clock.settle();
    expect(lost.flow.state.watched.size).to.equal(0);
    expect([...lost.world.stored.keys()].some((key) => key.includes('watched'))).to.equal(false);
  });
});

describe('taking a request back', () => {
  it('sends the reference of the request, and ends as retracted', async () => {
    const lost = await followed(['retractCancellation'], { ...capabilities, retract: true });
    lost.flow.send({ type: 'retract', orderId: '1', cancellationId: 'c1' });
    const { arguments: sent } = await lost.adapter.called('retractCancellation');
    expect(sent[0]).to.deep.equal({ orderId: '1', cancellationId: 'c1' });
    lost.adapter.resolve('retractCancellation', {
      cancellations: [cancellation({ status: 'retracted' })],
    });
    await lost.world.clock.settle();
    expect(lost.step('1')).to.equal('received');
    expect(lost.facts()).to.deep.equal(['cancellation-retracted']);
  });

  it('offers it no more once the shop has said that it cannot', async () => {
    const lost = await followed(['retractCancellation'], { ...capabilities, retract: true });
    lost.flow.send({ type: 'retract', orderId: '1', cancellationId: 'c1' });
    await lost.adapter.called('retractCancellation');
    lost.adapter.reject('retractCancellation', new AdapterError('unsupported'));
    await lost.world.clock.settle();
    expect(lost.flow.state.capabilities?.retract).to.equal(false);
  });
});
