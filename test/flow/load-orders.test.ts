import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Order } from '../../src/model/order.js';
import { createControllableAdapter } from '../../src/testing/index.js';
import { capabilities, openOrder } from './flow-samples.js';
import { createWorld, startFlow, type FlowUnderTest } from './flow-world.js';

const order = (id: string): Order => ({ ...openOrder, id, number: id });

function start(more: Parameters<typeof startFlow>[2] = {}): FlowUnderTest & {
  readonly adapter: ReturnType<typeof createControllableAdapter>;
  readonly world: ReturnType<typeof createWorld>;
} {
  const world = createWorld();
  const adapter = createControllableAdapter({ methods: ['describe'] });
  const started = startFlow(adapter, world, more);
  started.flow.send({ type: 'load-orders' });
  return { ...started, adapter, world };
}

describe('loading orders', () => {
  it('loads nothing before somebody asks', async () => {
    const world = createWorld();
    const adapter = createControllableAdapter();
    startFlow(adapter, world);
    await world.clock.settle();
    expect(adapter.calls).to.have.length(0);
  });

  it('pages through by cursor, each order once', async () => {
    const { flow, adapter, world } = start();
    adapter.resolve('listOrders', { items: [order('1'), order('2')], next: 'b', total: 3 });
    await world.clock.settle();
    flow.send({ type: 'load-more' });
    expect(adapter.callsOf('listOrders')[1]?.arguments[0]).to.deep.equal({ first: 20, after: 'b' });
    adapter.resolve('listOrders', { items: [order('2'), order('3')] });
    await world.clock.settle();
    expect(flow.state.orders.listed).to.deep.equal(['1', '2', '3']);
    expect(flow.state.orders).to.not.have.property('next');
  });

  it('asks once for a page, however often it is asked', async () => {
    const { flow, adapter, world } = start();
    adapter.resolve('listOrders', { items: [order('1')], next: 'b' });
    await world.clock.settle();
    flow.send({ type: 'load-more' });
    flow.send({ type: 'load-more' });
    expect(adapter.callsOf('listOrders')).to.have.length(2);
  });

  it('ends at a cursor that comes again, and says so', async () => {
    const { flow, adapter, world, notices } = start();
    adapter.resolve('listOrders', { items: [order('1')], next: 'b' });
    await world.clock.settle();
    flow.send({ type: 'load-more' });
    adapter.resolve('listOrders', { items: [order('2')], next: 'b' });
    await world.clock.settle();
    expect(flow.state.orders).to.not.have.property('next');
    expect(notices).to.deep.include({
      type: 'data-issue',
      issue: { path: 'next', problem: 'contradiction', detail: 'repeated cursor' },
    });
  });

  it('follows an empty page that has a next, but not for ever', async () => {
    const { flow, adapter, world } = start();
    for (const next of ['b', 'c', 'd', 'e']) {
      adapter.resolve('listOrders', { items: [], next });
      await world.clock.settle();
    }
    expect(adapter.callsOf('listOrders')).to.have.length(4);
    expect(flow.state.orders.step).to.equal('ready');
  });

  it('takes the answer to the newest question only', async () => {
    const { flow, adapter, world } = start();
    flow.send({ type: 'load-orders', search: 'mug' });
    adapter.resolve('listOrders', { items: [order('7')] }, 1);
    adapter.resolve('listOrders', { items: [order('1')] });
    await world.clock.settle();
    expect(flow.state.orders.listed).to.deep.equal(['7']);
    expect(flow.state.orders.query.search).to.equal('mug');
  });

  it('keeps the rows when a later page fails, and loads it again', async () => {
    const { flow, adapter, world } = start();
    adapter.resolve('listOrders', { items: [order('1')], next: 'b' });
    await world.clock.settle();
    flow.send({ type: 'load-more' });
    adapter.reject('listOrders', 'network');
    await world.clock.settle();
    expect(flow.state.orders).to.deep.include({ step: 'more-failed', listed: ['1'] });
    flow.send({ type: 'load-more' });
    adapter.resolve('listOrders', { items: [order('2')] });
    await world.clock.settle();
    expect(flow.state.orders.listed).to.deep.equal(['1', '2']);
  });

  it('says at once that it failed, and asks again behind that, a few times', async () => {
    const { flow, adapter, world } = start();
    const reads = (): number => adapter.callsOf('listOrders').length;
    adapter.reject('listOrders', new AdapterError('rate-limited', { retryAfterMs: 20_000 }));
    await world.clock.advance(19_000);
    expect(flow.state.orders.step).to.equal('failed');
    expect(reads(), 'no sooner than the shop asks').to.equal(1);
    await world.clock.advance(5000);
    expect(reads()).to.equal(2);
    expect(flow.state.orders.step, 'nothing flickers').to.equal('failed');
    adapter.resolve('listOrders', { items: [order('1')] });
    await world.clock.settle();
    expect(flow.state.orders).to.deep.include({ step: 'ready', listed: ['1'] });
  });

  it('does not go on asking for ever, nor for what will not pass by itself', async () => {
    const busy = start();
    for (let passed = 0; passed < 600_000; passed += 1000) {
      if (busy.adapter.pending('listOrders') > 0) busy.adapter.reject('listOrders', 'network');
      await busy.world.clock.advance(1000);
    }
    expect(busy.adapter.callsOf('listOrders')).to.have.length(4);

    const refused = start();
    refused.adapter.reject('listOrders', 'forbidden');
    await refused.world.clock.advance(600_000);
    expect(refused.adapter.callsOf('listOrders')).to.have.length(1);
  });

  it('fails with a code when the adapter throws at once, rejects, hangs or answers nonsense', async () => {
    const hang = start();
    await hang.world.clock.advance(15_000);
    expect(hang.flow.state.orders).to.deep.include({
      step: 'failed',
      failure: { code: 'timeout' },
    });

    const thrown = start();
    thrown.adapter.reject('listOrders', new TypeError('bug'));
    await thrown.world.clock.settle();
    expect(thrown.flow.state.orders.failure?.code).to.equal('platform');

    const nothing = start();
    nothing.adapter.resolve('listOrders', undefined as never);
    await nothing.world.clock.settle();
    expect(nothing.flow.state.orders.failure?.code).to.equal('platform');
    expect(nothing.notices).to.deep.include({
      type: 'adapter-failure',
      method: 'listOrders',
      failure: { code: 'platform' },
    });

    const world = createWorld();
    const broken = {
      ...createControllableAdapter(),
      listOrders: () => {
        throw new Error('at once');
      },
    };
    const { flow } = startFlow(broken, world);
    flow.send({ type: 'load-orders' });
    await world.clock.settle();
    expect(flow.state.orders.step).to.equal('failed');
  });

  it('resumes by itself when the network is back', async () => {
    const { flow, adapter, world } = start();
    world.connect(false);
    adapter.reject('listOrders', 'network');
    await world.clock.settle();
    expect(flow.state.orders.step).to.equal('failed');
    world.connect(true);
    adapter.resolve('listOrders', { items: [order('1')], next: 'b' });
    await world.clock.settle();
    expect(flow.state.orders).to.deep.include({ step: 'ready', listed: ['1'] });
    flow.send({ type: 'load-more' });
    world.connect(false);
    adapter.reject('listOrders', 'network');
    await world.clock.settle();
    world.connect(true);
    adapter.resolve('listOrders', { items: [order('2')] });
    await world.clock.settle();
    expect(flow.state.orders.listed).to.deep.equal(['1', '2']);
  });

  it('says signed out on a 401, and reads again after the sign-in; a late 401 says nothing', async () => {
    const { flow, adapter, world } = start();
    flow.send({ type: 'refresh' });
    adapter.reject('listOrders', new AdapterError('unauthenticated'), 1);
    await world.clock.settle();
    expect(flow.state.session).to.equal('signed-out');
    flow.send({ type: 'signed-in' });
    adapter.resolve('listOrders', { items: [order('1')] }, adapter.pending('listOrders') - 1);
    await world.clock.settle();
    expect(flow.state).to.deep.include({ session: 'signed-in' });
    expect(flow.state.orders.listed).to.deep.equal(['1']);
  });

  it('takes nothing over that belongs to another shopper', async () => {
    const { flow, adapter, world } = start({ scope: 'anna' });
    adapter.resolve('listOrders', { items: [order('1')], shopper: 'bert' });
    await world.clock.settle();
    expect(flow.state.orders.held.size).to.equal(0);
    expect(flow.state.session).to.equal('signed-out');
  });

  it('empties memory for another shopper, and drops what was on its way', async () => {
    const { flow, adapter, world } = start();
    adapter.resolve('listOrders', { items: [order('1')], next: 'b' });
    await world.clock.settle();
    flow.send({ type: 'load-more' });
    flow.changeScope('bert');
    await world.clock.settle();
    expect(flow.state.orders).to.deep.include({ step: 'idle', listed: [] });
    expect(flow.state.scope).to.equal('bert');
  });

  it('believes no 401 of a call that left before the sign-in', async () => {
    const { flow, adapter, world } = start();
    adapter.resolve('listOrders', { items: [order('1')] });
    await world.clock.settle();
    flow.send({ type: 'refresh', orderId: '1' });
    await world.clock.settle();
    flow.send({ type: 'signed-in' });
    await world.clock.settle();
    adapter.reject('getOrder', 'unauthenticated');
    await world.clock.settle();
    expect(flow.state.session).to.not.equal('signed-out');
  });

  it('asks again what the shop can do when that could not be learned', async () => {
    const { flow, adapter, world } = start();
    adapter.reject('describe', 'network');
    await world.clock.settle();
    expect(flow.state.capabilities?.idempotent).to.equal(false);
    await world.clock.advance(2000);
    adapter.resolve('describe', capabilities);
    await world.clock.settle();
    expect(flow.state.capabilities?.idempotent).to.equal(true);
  });

  for (const code of ['invalid', 'in-progress', 'unauthenticated', 'not-found'] as const) {
    it(`takes “${code}” for no lasting word about what the shop can do`, async () => {
      const { flow, adapter, world } = start();
      adapter.reject('describe', code);
      await world.clock.settle();
      await world.clock.advance(2000);
      adapter.resolve('describe', capabilities);
      await world.clock.settle();
      expect(flow.state.capabilities?.idempotent).to.equal(true);
    });
  }

  it('asks what the shop can do once more when the shopper wants to know now', async () => {
    const { flow, adapter, world } = start();
    for (let failure = 0; failure < 6; failure += 1) {
      adapter.reject('describe', 'network');
      await world.clock.settle();
      await world.clock.advance(60_000);
    }
    expect(adapter.pending('describe'), 'it has given up').to.equal(0);
    flow.send({ type: 'check-now', orderId: '1' });
    adapter.resolve('describe', capabilities);
    await world.clock.settle();
    expect(flow.state.capabilities?.idempotent).to.equal(true);
  });

  it('forgets nothing of what the shop can do when it does not say so again after a sign-in', async () => {
    const { flow, adapter, world } = start();
    adapter.resolve('describe', capabilities);
    await world.clock.settle();
    const before = flow.state.capabilities;
    flow.send({ type: 'signed-in' });
    adapter.reject('describe', 'forbidden');
    await world.clock.settle();
    expect(flow.state.capabilities).to.equal(before);
  });

  it('turns the optional parts off when describe fails', async () => {
    const { flow, adapter, world } = start();
    adapter.reject('describe', 'network');
    await world.clock.settle();
    expect(flow.state.capabilities).to.deep.include({
      idempotent: false,
      evidence: 'order',
      search: false,
    });
  });

  it('knows the difference between the shop’s clock and the device’s', async () => {
    const { flow, adapter, world } = start();
    adapter.resolve('describe', capabilities);
    const serverTime = new Date(world.clock.wall() + 600_000).toISOString();
    adapter.resolve('listOrders', { items: [], serverTime });
    await world.clock.settle();
    expect(flow.state.clockOffset).to.equal(600_000);
  });

  it('keeps the identity of orders that did not change', async () => {
    const { flow, adapter, world } = start();
    adapter.resolve('listOrders', { items: [order('1'), order('2')] });
    await world.clock.settle();
    const before = flow.state.orders.held.get('1')?.order;
    flow.send({ type: 'refresh' });
    adapter.resolve('listOrders', { items: [order('1'), { ...order('2'), status: 'shipped' }] });
    await world.clock.settle();
    expect(flow.state.orders.held.get('1')?.order).to.equal(before);
    expect(flow.state.orders.held.get('2')?.order.status).to.equal('shipped');
  });

  it('loads the shop’s answers when they are asked for, and again in another language', async () => {
    const world = createWorld();
    const adapter = createControllableAdapter({ methods: ['listFaq'] });
    const { flow } = startFlow(adapter, world);
    flow.send({ type: 'load-faq' });
    adapter.resolve('listFaq', [{ id: 'a', question: 'Why?', answer: 'Because.' }]);
    await world.clock.settle();
    expect(flow.state.faq.step).to.equal('ready');
    flow.send({ type: 'locale-changed', locale: 'ro' });
    expect(adapter.callsOf('listFaq')[1]?.arguments[0].locale).to.equal('ro');
  });
});
