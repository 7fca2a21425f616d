import { expect } from '@open-wc/testing';
import type { Clock } from '../../src/flow/environment.js';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Capabilities } from '../../src/model/capabilities.js';
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

/** What `npm run test:model` has found, each as its shortest sequence. */
interface Page extends FlowUnderTest {
  readonly adapter: ControllableAdapter;
  readonly world: World;
}

async function openPage(options: WorldOptions, can: Capabilities = capabilities): Promise<Page> {
  const world = createWorld(options);
  const adapter = createControllableAdapter({ methods: ['describe', 'retractCancellation'] });
  const page = { ...startFlow(adapter, world), adapter, world };
  adapter.resolve('describe', can);
  await world.clock.settle();
  page.flow.send({ type: 'load-orders' });
  adapter.resolve('listOrders', { items: [openOrder] });
  await world.clock.settle();
  return page;
}

async function answer({ adapter, world }: Page, order: Order = openOrder): Promise<void> {
  while (adapter.pending('getOrder') > 0) adapter.resolve('getOrder', order);
  await world.clock.settle();
}

/** The order as it is read now, by a shop that tells its time. */
function toldAt(clock: Clock): Order & { readonly serverTime: string } {
  return { ...openOrder, serverTime: new Date(clock.wall()).toISOString() };
}

async function confirm(page: Page): Promise<void> {
  page.flow.send({ type: 'open', orderId: '1' });
  await answer(page);
  page.flow.send({ type: 'confirm' });
  await page.world.clock.settle();
}

describe('sequences that the model has found', () => {
  it('two pages that cannot find out do not make each other look again and again', async () => {
    const shared = {
      ...{ clock: createManualClock(), stored: new Map<string, string>() },
      ...{ locks: createLocks(), channel: createChannels() },
    };
    const blind: Capabilities = { ...capabilities, evidence: 'order' };
    const pages = [await openPage(shared, blind), await openPage(shared, blind)] as const;
    await confirm(pages[0]);
    pages[0].adapter.reject('requestCancellation', 'network');
    const look = async (): Promise<number> => {
      for (const page of pages) await answer(page);
      return pages.reduce((sum, { adapter }) => sum + adapter.callsOf('getOrder').length, 0);
    };
    for (let passed = 0; passed < 200_000; passed += 5000) {
      await shared.clock.advance(5000);
      await look();
    }
    expect(pages.map(({ step }) => step('1'))).to.deep.equal(['unconfirmed', 'unconfirmed']);
    const before = await look();
    for (let turn = 0; turn < 10; turn += 1) await look();
    expect(await look(), 'reads without time passing').to.equal(before);
  });

  it('an answer that was long on its way makes no later send look old', async () => {
    const clock = createManualClock();
    const page = await openPage({ clock }, { ...capabilities, settleAfterMs: 72_000 });
    page.flow.send({ type: 'open', orderId: '1' });
    const told = toldAt(clock);
    await clock.advance(10_000);
    await answer(page, told);
    page.flow.send({ type: 'confirm' });
    await clock.settle();
    page.adapter.reject('requestCancellation', 'network');
    const waits = [5000, 15_000, 45_000];
    for (const wait of waits) {
      await clock.advance(wait);
      await answer(page, toldAt(clock));
    }
    expect(page.step('1'), 'after 65 of 72 s').to.equal('unconfirmed');
    for (let passed = 0; passed < 60_000; passed += 5000) {
      await clock.advance(5000);
      await answer(page, toldAt(clock));
    }
    expect(page.step('1')).to.equal('not-received');
  });

  it('a device that has slept makes no later send look old', async () => {
    const manual = createManualClock();
    let asleep = 0;
    const clock = { ...manual, monotonic: () => manual.monotonic() - asleep };
    const page = await openPage({ clock }, { ...capabilities, settleAfterMs: 60_000 });
    page.flow.send({ type: 'open', orderId: '1' });
    await answer(page, toldAt(clock));
    await clock.advance(59_000);
    asleep = 59_000;
    page.flow.send({ type: 'confirm' });
    await clock.settle();
    page.adapter.reject('requestCancellation', 'network');
    await clock.advance(5000);
    await answer(page, toldAt(clock));
    expect(page.step('1'), 'after 5 of 60 s').to.equal('unconfirmed');
    await clock.advance(15_000);
    await answer(page, toldAt(clock));
    await clock.advance(45_000);
    await answer(page, toldAt(clock));
    expect(page.step('1')).to.equal('not-received');
  });

  it('a retraction that arrives after it was said to be lost is done', async () => {
    const page = await openPage({});
    const target = cancellation();
    page.flow.send({ type: 'refresh', orderId: '1' });
    await answer(page, withCancellations(target));
    page.flow.send({ type: 'retract', orderId: '1', cancellationId: target.id });
    await page.world.clock.settle();
    page.adapter.reject('retractCancellation', 'network');
    for (let passed = 0; passed < 200_000; passed += 5000) {
      await page.world.clock.advance(5000);
      await answer(page, withCancellations(target));
    }
    expect(page.step('1')).to.equal('not-received');
    page.flow.send({ type: 'refresh', orderId: '1' });
    await page.world.clock.settle();
    await answer(page, withCancellations(cancellation({ status: 'retracted' })));
    expect(page.step('1')).to.equal('received');
  });

  it('a request that waits where none is shown may be ours: its refusal is not believed', async () => {
    const page = await openPage({}, { ...capabilities, evidence: 'order' });
    await confirm(page);
    const refusal = new AdapterError('not-eligible', {
      blocks: [{ code: 'cancellation-pending' }],
    });
    page.adapter.reject('requestCancellation', refusal);
    await page.world.clock.settle();
    await answer(page);
    expect(page.step('1')).to.equal('unconfirmed');
  });

  it('an order that a session could not read is followed once another one can', async () => {
    const page = await openPage({});
    page.flow.send({ type: 'refresh', orderId: '2' });
    await page.world.clock.settle();
    page.adapter.reject('getOrder', 'unauthenticated');
    await page.world.clock.settle();
    page.flow.send({ type: 'signed-in' });
    await page.world.clock.settle();
    page.adapter.resolve('describe', capabilities);
    const found = { ...withCancellations(cancellation({ orderId: '2' })), id: '2' };
    page.adapter.resolve('listOrders', { items: [found] });
    while (page.adapter.pending('getOrder') > 0) page.adapter.resolve('getOrder', found);
    await page.world.clock.settle();
    const before = page.adapter.callsOf('getOrder').length;
    await page.world.clock.advance(120_000);
    expect(page.adapter.callsOf('getOrder').length).to.be.greaterThan(before);
  });

  it('a look that is under way at the end sets no timer', async () => {
    const clock = createManualClock();
    const page = await openPage({ clock });
    page.flow.send({ type: 'refresh', orderId: '1' });
    await answer(page, withCancellations(cancellation()));
    await clock.advance(120_000);
    expect(page.adapter.pending('getOrder')).to.be.greaterThan(0);
    page.flow.dispose();
    await clock.settle();
    expect(clock.waiting).to.equal(0);
  });

  it('what has arrived after all leaves what is put together anew as it is', async () => {
    const page = await openPage({});
    await confirm(page);
    page.adapter.reject('requestCancellation', 'invalid');
    await page.world.clock.settle();
    expect(page.step('1')).to.equal('refused');
    const { key = '' } = page.flow.state.operations.get('1') ?? {};
    page.flow.send({ type: 'open', orderId: '1' });
    await page.world.clock.settle();
    await answer(page, withCancellations(cancellation({ idempotencyKey: key })));
    expect(page.step('1')).to.equal('received');
    expect(page.flow.state.dialog?.step).to.equal('reviewing');
  });

  it('a retraction that is turned away leaves the code to be typed', async () => {
    const page = await openPage({});
    await confirm(page);
    const waiting = cancellation({ status: 'awaiting-confirmation', lines: 'all' });
    page.adapter.resolve('requestCancellation', { cancellations: [waiting] });
    await page.world.clock.settle();
    await answer(page, withCancellations(waiting));
    const request = page.flow.state.operations.get('1');
    page.flow.send({ type: 'retract', orderId: '1', cancellationId: waiting.id });
    await page.world.clock.settle();
    page.adapter.reject('retractCancellation', 'rate-limited');
    await page.world.clock.settle();
    const { step, key, kind } = page.flow.state.operations.get('1') ?? {};
    expect({ step, key, kind }).to.deep.equal({
      ...{ step: 'awaiting-confirmation', key: request?.key, kind: 'request' },
    });
  });

  it('a return while a request joins the stream does not leave it out', async () => {
    const world = createWorld();
    const adapter = createControllableAdapter({ methods: ['describe', 'watchCancellations'] });
    const { flow } = startFlow(adapter, world);
    adapter.resolve('describe', { ...capabilities, push: true });
    const first = withCancellations(cancellation());
    const second = { ...withCancellations(cancellation({ id: 'c2', orderId: '2' })), id: '2' };
    flow.send({ type: 'load-orders' });
    adapter.resolve('listOrders', { items: [first] });
    await world.clock.advance(200);
    flow.send({ type: 'refresh', orderId: '2' });
    await world.clock.settle();
    adapter.resolve('getOrder', second);
    await world.clock.advance(50);
    world.show(false);
    world.show(true);
    await world.clock.advance(500);
    const named = adapter.callsOf('watchCancellations').at(-1)?.arguments[0];
    expect(named?.map(({ orderId }) => orderId)).to.deep.equal(['1', '2']);
  });

  it('a page that comes up takes what another one has settled while it read', async () => {
    const shared = { clock: createManualClock(), stored: new Map<string, string>() };
    const first = await openPage(shared);
    await confirm(first);
    first.adapter.reject('requestCancellation', 'network');
    await shared.clock.settle();
    const adapter = createControllableAdapter();
    const { flow, notices } = startFlow(adapter, createWorld(shared));
    await shared.clock.settle();
    const { key = '' } = first.flow.state.operations.get('1') ?? {};
    first.flow.send({ type: 'check-now', orderId: '1' });
    await shared.clock.settle();
    const found = withCancellations(cancellation({ idempotencyKey: key, lines: 'all' }));
    await answer(first, found);
    expect(first.step('1')).to.equal('received');
    const steps: (string | undefined)[] = [];
    flow.subscribe(({ operations }) => steps.push(operations.get('1')?.step));
    adapter.resolve('getOrder', found);
    await shared.clock.settle();
    expect(new Set(steps)).to.deep.equal(new Set(['received']));
    expect(notices.filter((notice) => 'name' in notice)).to.have.length(0);
  });

  it('a code typed in a page that was told nothing confirms the request of the one that asked', async () => {
    const shared = { clock: createManualClock(), stored: new Map<string, string>() };
    const first = await openPage(shared);
    await confirm(first);
    const waiting = cancellation({ status: 'awaiting-confirmation', lines: 'all' });
    first.adapter.resolve('requestCancellation', { cancellations: [waiting] });
    await shared.clock.settle();
    const world = createWorld(shared);
    const adapter = createControllableAdapter({ methods: ['confirmCancellation'] });
    const { flow } = startFlow(adapter, world);
    flow.send({ type: 'load-orders' });
    adapter.resolve('listOrders', { items: [withCancellations(waiting)] });
    await shared.clock.settle();
    flow.send({ type: 'confirm-challenge', orderId: '1', token: '1234' });
    await shared.clock.settle();
    expect(flow.state.operations.get('1')?.of).to.equal(first.flow.state.operations.get('1')?.key);
  });

  it('an earlier request that is completed does not stand for one that was lost', async () => {
    const page = await openPage({});
    const earlier = cancellation({ id: 'c0', lines: [{ lineId: 'x', quantity: 1 }] });
    page.flow.send({ type: 'refresh', orderId: '1' });
    await answer(page, withCancellations(earlier));
    page.flow.send({ type: 'open', orderId: '1' });
    await answer(page, withCancellations(earlier));
    const lines = [{ lineId: 'x', quantity: 1 }];
    page.flow.send({ type: 'edit', change: { lines } });
    page.flow.send({ type: 'confirm' });
    await page.world.clock.settle();
    page.adapter.reject('requestCancellation', 'network');
    const over = withCancellations({ ...earlier, status: 'completed' });
    const canceled = over.lines.map((line) => (line.id === 'x' ? { ...line, canceled: 1 } : line));
    for (let passed = 0; passed < 150_000; passed += 5000) {
      await page.world.clock.advance(5000);
      await answer(page, { ...over, lines: canceled });
    }
    expect(page.step('1')).to.equal('not-received');
  });

  it('a request that waits for a code is not given up for the retraction of another one', async () => {
    const page = await openPage({});
    const other = cancellation({ id: 'c0', lines: [{ lineId: 'y', quantity: 1 }] });
    page.flow.send({ type: 'refresh', orderId: '1' });
    await answer(page, withCancellations(other));
    await confirm(page);
    const waiting = cancellation({ status: 'awaiting-confirmation', lines: 'all' });
    page.adapter.resolve('requestCancellation', { cancellations: [waiting] });
    await page.world.clock.settle();
    page.flow.send({ type: 'retract', orderId: '1', cancellationId: 'c0' });
    await page.world.clock.settle();
    expect(page.step('1')).to.equal('awaiting-confirmation');
  });

  it('what an answer in another tab has named is ours here too', async () => {
    const shared = {
      ...{ clock: createManualClock(), stored: new Map<string, string>() },
      ...{ locks: createLocks(), channel: createChannels() },
    };
    const pages = [await openPage(shared), await openPage(shared)] as const;
    const part = cancellation({ lines: [{ lineId: 'x', quantity: 1 }] });
    await confirm(pages[0]);
    await answer(pages[1]);
    expect(pages[1].step('1')).to.equal('unconfirmed');
    pages[0].adapter.resolve('requestCancellation', { cancellations: [part] });
    await shared.clock.settle();
    for (const page of pages) await answer(page, withCancellations(part));
    for (let passed = 0; passed < 150_000; passed += 5000) {
      await shared.clock.advance(5000);
      await answer(pages[1], withCancellations(part));
    }
    expect(pages[1].step('1')).to.equal('received');
  });

  it('the whole order is what an earlier request does not hold', async () => {
    const page = await openPage({});
    const held = cancellation({ id: 'c0', lines: [{ lineId: 'x', quantity: 1 }] });
    const left = withCancellations(held);
    const lines = left.lines.map(({ id, quantity = 0 }) => ({
      ...{ lineId: id, max: id === 'x' ? quantity - 1 : quantity, blocks: [] },
    }));
    const eligibility = {
      allowed: true,
      scope: 'quantities',
      mode: 'request',
      blocks: [],
      lines,
    } as const;
    page.flow.send({ type: 'open', orderId: '1' });
    await answer(page, { ...left, eligibility });
    page.flow.send({ type: 'edit', change: { lines: 'all' } });
    page.flow.send({ type: 'confirm' });
    await page.world.clock.settle();
    expect(page.flow.state.operations.get('1')?.lines).to.deep.equal([
      { lineId: 'x', quantity: 2 },
      { lineId: 'y', quantity: 2 },
    ]);
  });

  it('what one shopper asked for is not asked for again in the name of the next one', async () => {
    const page = await openPage({});
    page.flow.send({ type: 'refresh', orderId: '1' });
    await page.world.clock.settle();
    page.adapter.reject('getOrder', 'network');
    await page.world.clock.settle();
    page.flow.changeScope('bob');
    await page.world.clock.settle();
    const before = page.adapter.callsOf('getOrder').length;
    await page.world.clock.advance(120_000);
    expect(page.adapter.callsOf('getOrder').length).to.equal(before);
  });

  it('what could not be read while nobody was signed in is read once somebody is', async () => {
    const page = await openPage({});
    page.flow.send({ type: 'refresh', orderId: '1' });
    await page.world.clock.settle();
    page.adapter.reject('getOrder', 'unauthenticated');
    await page.world.clock.settle();
    expect(page.flow.state.session).to.equal('signed-out');
    page.flow.send({ type: 'load-orders' });
    await page.world.clock.settle();
    page.adapter.resolve('listOrders', { items: [] });
    await page.world.clock.settle();
    expect(page.flow.state.session).to.equal('signed-in');
    expect(page.adapter.pending('getOrder')).to.equal(1);
  });

  it('the first part of two is reason enough not to believe that ours was refused', async () => {
    const page = await openPage({});
    await confirm(page);
    page.adapter.reject(
      'requestCancellation',
      new AdapterError('not-eligible', { blocks: [{ code: 'cancellation-pending' }] }),
    );
    await page.world.clock.settle();
    await answer(page, withCancellations(cancellation({ lines: [{ lineId: 'x', quantity: 1 }] })));
    expect(page.step('1')).to.equal('unconfirmed');
  });

  it('a page that was told nothing and meets another one’s request at its own confirmation follows it', async () => {
    const shared = {
      ...{ clock: createManualClock(), stored: new Map<string, string>() },
      locks: createLocks(),
    };
    const pages = [await openPage(shared), await openPage(shared)] as const;
    const waiting = cancellation({ status: 'awaiting-confirmation', lines: 'all' });
    pages[1].flow.send({ type: 'open', orderId: '1' });
    await answer(pages[1]);
    await confirm(pages[0]);
    pages[0].adapter.resolve('requestCancellation', { cancellations: [waiting] });
    await shared.clock.settle();
    pages[1].flow.send({ type: 'confirm' });
    await shared.clock.settle();
    expect(pages[1].step('1')).to.equal('awaiting-confirmation');
    await answer(pages[1], withCancellations(cancellation({ lines: 'all' })));
    expect(pages[1].step('1')).to.equal('received');
  });

  it('what is over is not taken back', async () => {
    const page = await openPage({});
    page.flow.send({ type: 'refresh', orderId: '1' });
    await answer(page, withCancellations(cancellation({ status: 'retracted' })));
    page.flow.send({ type: 'retract', orderId: '1', cancellationId: cancellation().id });
    await page.world.clock.settle();
    expect(page.adapter.callsOf('retractCancellation')).to.have.length(0);
    expect(page.step('1')).to.equal(undefined);
  });
});
