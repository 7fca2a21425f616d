import { expect } from '@open-wc/testing';
import type { CancellationFlow } from '../../src/flow/core-flow.js';
import { createElementFlow } from '../../src/flow/element-flow.js';
import type { FlowParts } from '../../src/flow/flow-parts.js';
import { intent } from '../../src/flow/intent.js';
import {
  createControllableAdapter,
  createManualClock,
  type ControllableAdapter,
} from '../../src/testing/index.js';
import { cancellation, capabilities, openOrder, withCancellations } from './flow-samples.js';
import { createChannels, createWorld, startFlow, type World } from './flow-world.js';

interface Page {
  readonly flow: CancellationFlow;
  readonly adapter: ControllableAdapter;
  readonly world: World;
  /** How often the parts were asked for. */
  asked(): number;
  arrive(): Promise<void>;
  fail(): Promise<void>;
  dialog(): unknown;
}

/** A page whose connection the test holds in its hands. */
function openPage(world = createWorld()): Page {
  const adapter = createControllableAdapter({
    methods: ['describe', 'retractCancellation', 'listFaq'],
  });
  const loads: PromiseWithResolvers<FlowParts>[] = [];
  const flow = createElementFlow({ adapter, environment: world.environment, scope: 'anna' }, () => {
    const load = Promise.withResolvers<FlowParts>();
    loads.push(load);
    return load.promise;
  });
  adapter.resolve('describe', capabilities);
  return {
    ...{ flow, adapter, world },
    asked: () => loads.length,
    async arrive() {
      loads.at(-1)?.resolve(intent);
      await world.clock.settle();
    },
    async fail() {
      loads.at(-1)?.reject(new TypeError('Failed to fetch dynamically imported module'));
      await world.clock.settle();
    },
    dialog: () => flow.state.dialog,
  };
}

describe('a flow whose acting parts come later', () => {
  it('shows orders without them', async () => {
    const { flow, adapter, world, asked } = openPage();
    flow.send({ type: 'load-orders' });
    adapter.resolve('listOrders', { items: [openOrder] });
    await world.clock.settle();
    expect(flow.state.orders.listed).to.deep.equal(['1']);
    expect(asked()).to.equal(0);
  });

  it('fetches them once, when somebody is about to act', async () => {
    const { flow, arrive, asked } = openPage();
    flow.send({ type: 'warm' });
    flow.send({ type: 'warm' });
    flow.send({ type: 'open', orderId: '1' });
    await arrive();
    flow.send({ type: 'warm' });
    expect(asked()).to.equal(1);
  });

  it('opens the dialog at once, and prepares when they are here', async () => {
    const { flow, adapter, world, arrive, dialog } = openPage();
    flow.send({ type: 'open', orderId: '1' });
    expect(dialog()).to.include({ step: 'preparing', orderId: '1' });
    expect(adapter.pending('getOrder')).to.equal(0);
    await arrive();
    adapter.resolve('getOrder', openOrder);
    await world.clock.settle();
    expect(dialog()).to.include({ step: 'reviewing' });
  });

  it('asks the shop for nothing when the dialog was closed meanwhile', async () => {
    const { flow, adapter, arrive, dialog } = openPage();
    flow.send({ type: 'open', orderId: '1' });
    flow.send({ type: 'dismiss' });
    expect(dialog()).to.equal(null);
    await arrive();
    expect(dialog()).to.equal(null);
    expect(adapter.callsOf('getOrder').every((call) => call.arguments[1].signal.aborted)).to.equal(
      true,
    );
  });

  it('says that the network failed where they cannot be fetched, and tries again when asked', async () => {
    const { flow, adapter, world, arrive, fail, asked, dialog } = openPage();
    flow.send({ type: 'open', orderId: '1' });
    await fail();
    expect(dialog()).to.deep.include({ step: 'preparing', failure: { code: 'network' } });
    flow.send({ type: 'retry-prepare' });
    expect(dialog()).not.to.have.property('failure');
    expect(asked()).to.equal(2);
    await arrive();
    adapter.resolve('getOrder', openOrder);
    await world.clock.settle();
    expect(dialog()).to.include({ step: 'reviewing' });
  });

  it('tries again by itself when the network is back', async () => {
    const { flow, adapter, world, arrive, fail, dialog } = openPage();
    flow.send({ type: 'open', orderId: '1' });
    await fail();
    world.connect(false);
    world.connect(true);
    await arrive();
    adapter.resolve('getOrder', openOrder);
    await world.clock.settle();
    expect(dialog()).to.include({ step: 'reviewing' });
  });

  it('takes a request back once they are here', async () => {
    const { flow, adapter, world, arrive } = openPage();
    flow.send({ type: 'load-orders' });
    adapter.resolve('listOrders', { items: [withCancellations(cancellation())] });
    await world.clock.settle();
    flow.send({ type: 'retract', orderId: '1', cancellationId: 'c1' });
    await arrive();
    expect(adapter.pending('retractCancellation')).to.equal(1);
    expect(flow.state.operations.get('1')).to.include({ kind: 'retract', step: 'sending' });
  });

  it('does later nothing that the shopper has asked for in vain', async () => {
    const { flow, adapter, world, arrive, fail } = openPage();
    flow.send({ type: 'load-orders' });
    adapter.resolve('listOrders', { items: [withCancellations(cancellation())] });
    await world.clock.settle();
    flow.send({ type: 'retract', orderId: '1', cancellationId: 'c1' });
    flow.send({ type: 'load-faq' });
    await fail();
    expect(flow.state.faq).to.deep.equal({ step: 'failed', failure: { code: 'network' } });
    expect(flow.state.announcement?.kind, 'and says so').to.equal('parts-failed');
    flow.send({ type: 'warm' });
    await arrive();
    expect(adapter.pending('retractCancellation')).to.equal(0);
    expect(flow.state.operations.size).to.equal(0);
  });

  it('shows of what another tab did meanwhile only how it stands now', async () => {
    const channel = createChannels();
    const shared = { clock: createManualClock(), stored: new Map<string, string>(), channel };
    const other = createWorld(shared);
    const acting = createControllableAdapter({ methods: ['describe'] });
    const { flow: actor } = startFlow(acting, other);
    acting.resolve('describe', capabilities);
    const { flow, adapter, world, arrive } = openPage(createWorld(shared));
    for (const one of [actor, flow]) one.send({ type: 'load-orders' });
    for (const shop of [acting, adapter]) shop.resolve('listOrders', { items: [openOrder] });
    await world.clock.settle();
    actor.send({ type: 'open', orderId: '1' });
    acting.resolve('getOrder', openOrder);
    await world.clock.settle();
    actor.send({ type: 'confirm' });
    await world.clock.settle();
    acting.resolve('requestCancellation', { cancellations: [cancellation({ lines: 'all' })] });
    await world.clock.settle();
    const steps: unknown[] = [];
    flow.subscribe(({ operations }) => steps.push(operations.get('1')?.step));
    await arrive();
    expect([...new Set(steps)]).to.deep.equal(['received']);
  });

  describe('with a request that is open', () => {
    async function openRequest(): Promise<Page> {
      const page = openPage();
      page.flow.send({ type: 'load-orders' });
      page.adapter.resolve('listOrders', { items: [withCancellations(cancellation())] });
      await page.world.clock.settle();
      return page;
    }

    it('fetches them, and looks again when it is due', async () => {
      const { adapter, world, arrive, asked } = await openRequest();
      expect(asked()).to.equal(1);
      await arrive();
      expect(adapter.pending('getOrder')).to.equal(0);
      await world.clock.advance(80_000);
      expect(adapter.pending('getOrder')).to.equal(1);
    });

    it('asks for them again by itself while somebody looks', async () => {
      const { world, fail, asked } = await openRequest();
      await fail();
      await world.clock.advance(5000);
      expect(asked()).to.equal(2);
    });

    for (const [when, act] of [
      ['the network is back', ({ world }: Page) => (world.connect(false), world.connect(true))],
      ['a dialog is likely', ({ flow }: Page) => flow.send({ type: 'warm' })],
    ] as const) {
      it(`looks at once when they come after a failure, because ${when}`, async () => {
        const page = await openRequest();
        const { adapter, arrive, fail, asked } = page;
        await fail();
        expect(asked()).to.equal(1);
        act(page);
        expect(asked()).to.equal(2);
        await arrive();
        expect(adapter.pending('getOrder')).to.equal(1);
      });
    }
  });

  it('reads an order again that it is asked to', async () => {
    const { flow, adapter, world, arrive, asked } = openPage();
    flow.send({ type: 'load-orders' });
    adapter.resolve('listOrders', { items: [openOrder] });
    await world.clock.settle();
    flow.send({ type: 'refresh', orderId: '1' });
    expect(asked()).to.equal(1);
    await arrive();
    adapter.resolve('getOrder', openOrder);
    await world.clock.settle();
    expect(flow.state.orders.stale.has('1')).to.equal(false);
  });

  describe('after a reload', () => {
    /** What an earlier page stored: a request for order "1" whose answer was lost. */
    async function lostRequest(): Promise<{ readonly world: World; readonly key: string }> {
      const world = createWorld();
      const adapter = createControllableAdapter({ methods: ['describe'] });
      const { flow } = startFlow(adapter, world);
      adapter.resolve('describe', capabilities);
      flow.send({ type: 'open', orderId: '1' });
      adapter.resolve('getOrder', openOrder);
      await world.clock.settle();
      flow.send({ type: 'confirm' });
      const call = await adapter.called('requestCancellation');
      adapter.reject('requestCancellation', 'network');
      await world.clock.settle();
      flow.dispose();
      return {
        world: createWorld({ stored: world.stored }),
        key: call.arguments[1].idempotencyKey,
      };
    }

    for (const attempts of ['at once', 'after a failure'] as const) {
      it(`finds what was left open, fetched ${attempts}`, async () => {
        const { world, key } = await lostRequest();
        const { flow, adapter, asked, arrive, fail } = openPage(world);
        adapter.resolve('getOrder', openOrder);
        await world.clock.settle();
        expect(asked()).to.equal(1);
        if (attempts === 'after a failure') {
          await fail();
          world.show(true);
        }
        await arrive();
        expect(flow.state.operations.get('1')).to.include({ key, origin: 'restored' });
        const found = withCancellations(cancellation({ idempotencyKey: key, lines: 'all' }));
        while (adapter.pending('getOrder') > 0) adapter.resolve('getOrder', found);
        await world.clock.settle();
        expect(flow.state.operations.get('1')?.step).to.equal('received');
      });
    }
  });

  it('is left alone once it is disposed', async () => {
    const { flow, adapter, arrive } = openPage();
    flow.send({ type: 'open', orderId: '1' });
    flow.dispose();
    await arrive();
    expect(adapter.callsOf('getOrder')).to.have.length(0);
  });
});
