import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Order } from '../../src/model/order.js';
import {
  createControllableAdapter,
  createManualClock,
  type ControllableAdapter,
} from '../../src/testing/index.js';
import { cancellation, capabilities, openOrder, withCancellations } from './flow-samples.js';
import {
  createChannels,
  createLocks,
  createWorld,
  startFlow,
  type FlowUnderTest,
  type World,
  type WorldOptions,
} from './flow-world.js';

interface Tab extends FlowUnderTest {
  readonly adapter: ControllableAdapter;
  readonly world: World;
}

/** Tabs of one browser: one clock, one storage, one set of locks. */
function browser(more: WorldOptions = {}): { open: (order?: Order) => Promise<Tab> } {
  const shared = { clock: createManualClock(), stored: new Map<string, string>() };
  const locks = createLocks();
  return {
    async open(order = openOrder) {
      const world = createWorld({ ...shared, locks, ...more });
      const adapter = createControllableAdapter({ methods: ['describe', 'retractCancellation'] });
      const tab = { ...startFlow(adapter, world), adapter, world };
      adapter.resolve('describe', capabilities);
      await world.clock.settle();
      // What an earlier tab left open is read before it is shown.
      await answerAll(tab, order);
      tab.flow.send({ type: 'load-orders' });
      adapter.resolve('listOrders', { items: [order] });
      await world.clock.settle();
      return tab;
    },
  };
}

async function answer({ adapter, world }: Tab, order: Order = openOrder): Promise<void> {
  adapter.resolve('getOrder', order);
  await world.clock.settle();
}

async function confirm(tab: Tab): Promise<void> {
  tab.flow.send({ type: 'open', orderId: '1' });
  await answer(tab);
  tab.flow.send({ type: 'confirm' });
  await tab.world.clock.settle();
}

/** Sends, loses the answer, and looks until the window is over. */
async function loseForGood(tab: Tab): Promise<void> {
  await confirm(tab);
  tab.adapter.reject('requestCancellation', 'network');
  await lookFor(tab, 150_000);
  expect(tab.step('1')).to.equal('not-received');
}

async function lookFor(tab: Tab, ms: number, order: Order = openOrder): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5000) {
    await tab.world.clock.advance(5000);
    await answerAll(tab, order);
  }
}

/** Bounded: a flow that asks again at once, for ever, is a fault. */
async function answerAll(tab: Tab, order: Order = openOrder): Promise<void> {
  for (let reads = 0; tab.adapter.pending('getOrder') > 0; reads += 1) {
    expect(reads, 'reads without a pause').to.be.lessThan(10);
    await answer(tab, order);
  }
}

const requested = withCancellations(cancellation());
const processing = withCancellations(cancellation({ status: 'processing' }));

describe('several tabs', () => {
  it('conclude nothing about a key that another tab has sent again', async () => {
    const { open } = browser();
    const first = await open();
    await confirm(first);
    first.adapter.reject('requestCancellation', 'network');
    await first.world.clock.settle();
    const second = await open();
    expect(second.step('1')).to.equal('unconfirmed');
    await lookFor(second, 150_000);
    expect(second.step('1')).to.equal('not-received');
    second.flow.send({ type: 'resend', orderId: '1' });
    await second.adapter.called('requestCancellation');

    // The first tab reads with the window of attempt 1 long over, and its shopper wants to send again as well.
    first.flow.send({ type: 'resend', orderId: '1' });
    await first.world.clock.settle();
    expect(first.adapter.callsOf('requestCancellation')).to.have.length(1);
    first.flow.send({ type: 'refresh', orderId: '1' });
    await first.world.clock.settle();
    await answerAll(first);
    expect(first.flow.state.operations.get('1')).to.deep.include({
      step: 'unconfirmed',
      attempt: 2,
    });
  });

  it('never write less over what another tab has stored', async () => {
    const { open } = browser();
    const first = await open();
    await confirm(first);
    const second = await open();
    first.adapter.resolve('requestCancellation', {
      cancellations: [cancellation({ lines: 'all' })],
      order: withCancellations(cancellation({ lines: 'all' })),
    });
    await first.world.clock.settle();
    const entry = (): string | undefined => first.world.stored.get('rescind:anna:entry:1');
    expect(entry()).to.contain('"step":"received"');

    second.flow.send({ type: 'check-now', orderId: '1' });
    await second.world.clock.settle();
    await answer(second);
    expect(entry(), 'after a look of the tab that does not know').to.contain('"step":"received"');
    expect(second.step('1')).to.equal('received');
  });

  it('keep an entry that was put away, so that a review from before it is looked at again', async () => {
    const { open } = browser();
    const first = await open();
    const second = await open();
    second.flow.send({ type: 'open', orderId: '1' });
    await answer(second);

    await confirm(first);
    first.adapter.reject('requestCancellation', 'not-eligible');
    await first.world.clock.settle();
    expect(first.step('1')).to.equal('refused');
    first.flow.send({ type: 'put-away', orderId: '1' });

    second.flow.send({ type: 'confirm' });
    await second.world.clock.settle();
    expect(second.adapter.callsOf('requestCancellation')).to.have.length(0);
    expect(second.flow.state.dialog).to.deep.include({
      step: 'reviewing',
      notice: 'order-changed',
    });
  });

  it('ask together: one skips its turn when another has just seen the same', async () => {
    const { open } = browser();
    const first = await open(requested);
    await first.world.clock.advance(20_000);
    const second = await open(requested);
    const reads = (): number => second.adapter.callsOf('getOrder').length;
    const onArrival = reads();
    await first.world.clock.advance(55_000);
    await answer(first, requested);
    await first.world.clock.advance(25_000);
    expect(reads(), 'the second tab asked nothing').to.equal(onArrival);

    await first.world.clock.advance(5000);
    await answer(first, processing);
    // Its next turn, and not only once the first one's look is too old to count.
    await first.world.clock.advance(25_000);
    expect(reads(), 'what the first one saw is news').to.be.greaterThan(onArrival);
  });

  it('tell a fact once as their own, and else as the other tab’s', async () => {
    const { open } = browser();
    const tabs = [await open(requested), await open(requested)];
    for (const tab of tabs) {
      tab.flow.send({ type: 'refresh', orderId: '1' });
      await answerAll(tab, processing);
    }
    const details = tabs.map(({ notices }) =>
      notices.flatMap((notice) => ('name' in notice ? notice.detail : [])),
    );
    expect(details.map((facts) => facts.map(({ origin }) => origin))).to.deep.equal([
      ['followed'],
      ['other-tab'],
    ]);
    expect(details[0]?.[0]?.factId).to.equal(details[1]?.[0]?.factId);
  });

  it('forget together', async () => {
    const { open } = browser({ channel: createChannels() });
    const first = await open(requested);
    const second = await open(requested);
    first.flow.forget();
    expect(second.flow.state.orders.held.size).to.equal(0);
    expect([...first.world.stored.keys()]).to.deep.equal(['rescind-forgotten']);
  });

  it('retract nothing while another tab’s request is under way', async () => {
    const { open } = browser();
    const first = await open(requested);
    const second = await open(requested);
    await confirm(first);
    expect(first.step('1')).to.equal('sending');
    second.flow.send({ type: 'retract', orderId: '1', cancellationId: 'c1' });
    await second.world.clock.advance(1000);
    expect(second.adapter.callsOf('retractCancellation')).to.have.length(0);
    expect(second.step('1')).to.equal('settling');
  });
});

describe('a request that was not received', () => {
  it('is looked for every ten minutes, also after it was put away and another was begun', async () => {
    const tab = await browser().open();
    await loseForGood(tab);
    const { key } = tab.flow.state.operations.get('1') ?? {};
    tab.flow.send({ type: 'put-away', orderId: '1' });
    await confirm(tab);
    tab.adapter.reject('requestCancellation', 'invalid');
    await tab.world.clock.settle();
    expect(tab.flow.state.watched.get('1')).to.deep.equal([{ orderId: '1', idempotencyKey: key }]);

    const reads = tab.adapter.callsOf('getOrder').length;
    const arrived = withCancellations(cancellation({ idempotencyKey: key ?? '' }));
    await lookFor(tab, 720_000, arrived);
    expect(tab.adapter.callsOf('getOrder').length - reads).to.be.within(1, 10);
    expect(tab.flow.state.watched.get('1')).to.deep.equal([
      { orderId: '1', cancellationId: 'c1', idempotencyKey: key },
    ]);
  });

  it('is put away for good: a reload does not bring it back', async () => {
    const { open } = browser();
    const tab = await open();
    await loseForGood(tab);
    tab.flow.send({ type: 'put-away', orderId: '1' });
    tab.flow.dispose();
    const reloaded = await open();
    expect(reloaded.step('1')).to.equal(undefined);
    await confirm(reloaded);
    expect(reloaded.step('1'), 'and holds nothing up').to.equal('sending');
    expect(reloaded.flow.state.operations.get('1')?.generation).to.equal(2);
  });
});

describe('an answer that comes after the shopper has left', () => {
  it('reaches the entry of who sent it, and nobody else', async () => {
    const { open } = browser();
    const tab = await open();
    await confirm(tab);
    tab.flow.changeScope('bert');
    tab.adapter.resolve('requestCancellation', {
      cancellations: [cancellation({ lines: 'all' })],
    });
    await tab.world.clock.settle();
    expect(tab.flow.state.operations.size).to.equal(0);
    expect(tab.world.stored.get('rescind:anna:entry:1')).to.contain('"step":"received"');
    expect([...tab.world.stored.keys()].filter((key) => key.includes('bert'))).to.deep.equal([]);
  });

  it('is not shown to who came after, also when it is only an order', async () => {
    const tab = await browser().open();
    tab.flow.send({ type: 'refresh', orderId: '1' });
    await tab.world.clock.settle();
    tab.flow.changeScope('bert');
    await answer(tab);
    expect(tab.flow.state.orders.held.size).to.equal(0);
  });

  it('leaves nothing behind when everything was forgotten', async () => {
    const tab = await browser().open();
    await confirm(tab);
    tab.flow.forget();
    tab.adapter.resolve('requestCancellation', {
      cancellations: [cancellation({ lines: 'all' })],
    });
    await tab.world.clock.settle();
    expect([...tab.world.stored.keys()]).to.deep.equal(['rescind-forgotten']);
  });
});

describe('a retraction that waits for its turn', () => {
  it('is not sent for who signed in meanwhile', async () => {
    const tab = await browser({ locks: undefined }).open(requested);
    tab.flow.send({ type: 'retract', orderId: '1', cancellationId: 'c1' });
    await tab.world.clock.advance(50);
    tab.flow.changeScope('bert');
    await tab.world.clock.advance(1000);
    expect(tab.adapter.callsOf('retractCancellation')).to.have.length(0);
    expect(tab.flow.state.operations.size).to.equal(0);
  });
});

describe('a refusal that may be our own success', () => {
  it('is not told as a refusal while the order cannot be read', async () => {
    const tab = await browser().open();
    await confirm(tab);
    tab.adapter.reject(
      'requestCancellation',
      new AdapterError('not-eligible', { blocks: [{ code: 'already-canceled' }] }),
    );
    await tab.world.clock.settle();
    expect(tab.adapter.pending('getOrder'), 'one look first').to.equal(1);
    tab.adapter.reject('getOrder', 'network');
    await tab.world.clock.settle();
    expect(tab.step('1')).to.equal('unconfirmed');
  });
});

describe('a refusal of a send that a proxy repeated', () => {
  it('is not told as a refusal where the order has just that cancellation, without our key', async () => {
    const tab = await browser().open();
    await confirm(tab);
    const blocks = [{ code: 'cancellation-pending' as const }];
    tab.adapter.reject('requestCancellation', new AdapterError('not-eligible', { blocks }));
    await tab.world.clock.settle();
    await answer(tab, withCancellations(cancellation({ lines: 'all' })));
    expect(tab.flow.state.operations.get('1')).to.deep.include({ step: 'unconfirmed' });
  });
});

describe('a stale revision', () => {
  it('is not told as a refusal where a repeated send may have raised it', async () => {
    const tab = await browser().open();
    await confirm(tab);
    tab.adapter.reject('requestCancellation', 'stale');
    await tab.world.clock.settle();
    await answer(tab, withCancellations(cancellation({ lines: 'all' })));
    expect(tab.step('1')).to.equal('unconfirmed');
  });

  it('is a refusal where the order shows nothing that may be ours', async () => {
    const tab = await browser().open();
    await confirm(tab);
    tab.adapter.reject('requestCancellation', 'stale');
    await tab.world.clock.settle();
    await answer(tab);
    expect(tab.step('1')).to.equal('refused');
  });
});

describe('a page from the back/forward cache', () => {
  it('takes up what another tab has done meanwhile', async () => {
    const { open } = browser();
    const first = await open();
    const second = await open();
    await confirm(second);
    expect(first.step('1'), 'asleep').to.equal(undefined);
    first.world.restore();
    await first.world.clock.settle();
    expect(first.step('1')).to.equal('settling');
  });

  it('knows that its own timers have slept: a send past its limit is unconfirmed, and looked for', async () => {
    const tab = await browser().open();
    await confirm(tab);
    const { clock } = tab.world;
    const monotonic = clock.monotonic.bind(clock);
    Object.assign(clock, { monotonic: () => monotonic() + 40_000 });
    tab.world.restore();
    await clock.settle();
    expect(tab.step('1')).to.equal('settling');
    expect(tab.adapter.pending('getOrder')).to.be.greaterThan(0);
  });

  it('shows nothing of a shopper who signed out meanwhile', async () => {
    const { open } = browser();
    const first = await open(requested);
    const second = await open(requested);
    second.flow.forget();
    first.world.restore();
    await first.world.clock.settle();
    expect(first.flow.state.orders.held.size).to.equal(0);
  });

  it('asks for the order again under an open review', async () => {
    const tab = await browser().open();
    tab.flow.send({ type: 'open', orderId: '1' });
    await answer(tab);
    tab.world.restore();
    await tab.world.clock.settle();
    const changed = { ...openOrder, lines: openOrder.lines.slice(0, 1) };
    await answer(tab, changed);
    expect(tab.flow.state.dialog).to.deep.include({
      step: 'reviewing',
      notice: 'order-changed',
    });
  });
});
