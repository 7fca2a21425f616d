import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import { createControllableAdapter, type ControllableAdapter } from '../../src/testing/index.js';
import {
  cancellation,
  capabilities,
  openOrder,
  shippedOrder,
  withCancellations,
} from './flow-samples.js';
import {
  createLocks,
  createWorld,
  startFlow,
  type FlowUnderTest,
  type World,
} from './flow-world.js';

interface Review extends FlowUnderTest {
  readonly adapter: ControllableAdapter;
  readonly world: World;
}

/** A flow whose dialog shows the review of order "1", with nothing else under way. */
async function review(
  world = createWorld(),
  more: Parameters<typeof startFlow>[2] = {},
): Promise<Review> {
  const adapter = createControllableAdapter({ methods: ['describe'] });
  const started = startFlow(adapter, world, more);
  adapter.resolve('describe', capabilities);
  started.flow.send({ type: 'open', orderId: '1' });
  adapter.resolve('getOrder', openOrder);
  await world.clock.settle();
  expect(started.flow.state.dialog?.step).to.equal('reviewing');
  return { ...started, adapter, world };
}

const accepted = {
  cancellations: [cancellation({ lines: 'all' })],
  order: withCancellations(cancellation({ lines: 'all' })),
};

/** What a sandboxed frame, or a browser that blocks storage, answers. */
const refusal = (): DOMException => new DOMException('insecure', 'SecurityError');

describe('submitting a request', () => {
  it('stores the key before it sends, and ends as received', async () => {
    const { flow, adapter, world, facts } = await review();
    flow.send({ type: 'confirm' });
    const { arguments: sent } = await adapter.called('requestCancellation');

    const entry = [...world.stored].find(([key]) => key.includes(':entry:'))?.[1];
    expect(entry).to.contain(sent[1].idempotencyKey);
    expect(sent[0]).to.deep.equal({ orderId: '1', lines: 'all' });

    adapter.resolve('requestCancellation', accepted);
    await world.clock.settle();
    expect(flow.state.operations.get('1')?.step).to.equal('received');
    expect(facts()).to.deep.equal(['cancellation-submitted', 'cancellation-received']);
  });

  it('means by the whole order what an earlier request does not hold', async () => {
    const { flow, adapter, world, step } = await review();
    const pending = { code: 'cancellation-pending' as const };
    const lines = [{ lineId: 'x', max: 0, blocks: [pending] }];
    const eligibility = {
      ...{ allowed: true, scope: 'quantities' as const, mode: 'request' as const },
      ...{ blocks: [], lines },
    };
    const earlier = cancellation({ id: 'c0', lines: [{ lineId: 'x', quantity: 3 }] });
    flow.send({ type: 'refresh', orderId: '1' });
    adapter.resolve('getOrder', { ...withCancellations(earlier), eligibility });
    await world.clock.settle();
    flow.send({ type: 'confirm' });
    await adapter.called('requestCancellation');
    const rest = cancellation({ lines: [{ lineId: 'y', quantity: 2 }] });
    adapter.resolve('requestCancellation', { cancellations: [rest] });
    await world.clock.settle();
    expect(step('1')).to.equal('received');
  });

  it('writes nothing before the shopper confirms', async () => {
    const { world } = await review();
    expect([...world.stored.keys()]).to.deep.equal([]);
  });

  it('never stores what the shopper wrote', async () => {
    const { flow, adapter, world } = await review();
    flow.send({ type: 'edit', change: { note: 'My phone is 0700', reasonCode: 'late' } });
    flow.send({ type: 'confirm' });
    const { arguments: sent } = await adapter.called('requestCancellation');
    expect(sent[0].note).to.equal('My phone is 0700');
    expect([...world.stored.values()].join()).not.to.contain('0700');
  });

  it('never stores the words of a refusal', async () => {
    const { flow, adapter, world } = await review();
    flow.send({ type: 'confirm' });
    await adapter.called('requestCancellation');
    const refusal = new AdapterError('invalid', { detail: 'Dear Anna Popescu, no.' });
    adapter.reject('requestCancellation', refusal);
    await world.clock.settle();
    expect([...world.stored.values()].join())
      .to.contain('"refused"')
      .and.not.contain('Anna');
  });

  it('sends nothing when the page’s check says no, rejects or takes too long', async () => {
    const checks = {
      no: () => Promise.resolve(false),
      rejects: () => Promise.reject(new Error('down')),
      hangs: () => new Promise<boolean>(() => undefined),
    };
    for (const [name, check] of Object.entries(checks)) {
      const { flow, adapter, world } = await review();
      flow.send({ type: 'confirm', check });
      await world.clock.advance(10_000);
      expect(adapter.callsOf('requestCancellation'), name).to.have.length(0);
      expect(flow.state.dialog, name).to.deep.include({ step: 'reviewing', notice: 'stopped' });
    }
  });

  it('asks the headless check with order, lines and reason, and obeys it', async () => {
    const asked: unknown[] = [];
    const { flow, adapter, world } = await review(createWorld(), {
      beforeRequest: (request) => {
        asked.push(request);
        return false;
      },
    });
    flow.send({ type: 'confirm' });
    await world.clock.settle();
    expect(asked).to.deep.equal([{ orderId: '1', lines: 'all' }]);
    expect(adapter.callsOf('requestCancellation')).to.have.length(0);
  });

  it('sends nothing when the dialog is dismissed while the page checks', async () => {
    let allow: (ok: boolean) => void = () => undefined;
    const { flow, adapter, world } = await review();
    flow.send({ type: 'confirm', check: () => new Promise((resolve) => (allow = resolve)) });
    flow.send({ type: 'dismiss' });
    allow(true);
    await world.clock.settle();
    expect(adapter.callsOf('requestCancellation')).to.have.length(0);
  });

  it('goes on when the dialog is closed after it was sent', async () => {
    const { flow, adapter, world, step } = await review();
    flow.send({ type: 'confirm' });
    await adapter.called('requestCancellation');
    flow.send({ type: 'dismiss' });
    expect(flow.state.operations.get('1')?.step).to.equal('sending');
    adapter.resolve('requestCancellation', accepted);
    await world.clock.settle();
    expect(step('1')).to.equal('received');
  });

  it('keeps the draft when the shop refuses for now, and uses a new key for the next try', async () => {
    const { flow, adapter, world, step } = await review();
    flow.send({ type: 'edit', change: { note: 'Wrong size' } });
    flow.send({ type: 'confirm' });
    const first = await adapter.called('requestCancellation');
    adapter.reject('requestCancellation', new AdapterError('rate-limited', { retryAfterMs: 5000 }));
    await world.clock.settle();
    expect(step('1')).to.equal('refused');

    flow.send({ type: 'open', orderId: '1' });
    adapter.resolve('getOrder', openOrder);
    await world.clock.settle();
    expect(flow.state.drafts.get('1')?.note).to.equal('Wrong size');
    flow.send({ type: 'confirm' });
    const second = (await adapter.called('requestCancellation')).arguments[1];
    expect(second.idempotencyKey).not.to.equal(first.arguments[1].idempotencyKey);
  });

  it('is unconfirmed after its time limit, and takes the late answer', async () => {
    const { flow, adapter, world, step, facts } = await review();
    flow.send({ type: 'confirm' });
    await adapter.called('requestCancellation');
    await world.clock.advance(30_000);
    expect(step('1')).to.equal('unconfirmed');
    adapter.resolve('requestCancellation', accepted);
    await world.clock.settle();
    expect(step('1')).to.equal('received');
    expect(facts()).to.deep.equal([
      'cancellation-submitted',
      'cancellation-unconfirmed',
      'cancellation-received',
    ]);
  });

  it('is unconfirmed when the adapter throws, answers nothing, or answers about another order', async () => {
    const misbehaviours: Record<string, (adapter: ControllableAdapter) => void> = {
      throws: (adapter) => adapter.reject('requestCancellation', new TypeError('x is undefined')),
      nothing: (adapter) => adapter.resolve('requestCancellation', undefined as never),
      nonsense: (adapter) => adapter.resolve('requestCancellation', 42 as never),
      'another order': (adapter) =>
        adapter.resolve('requestCancellation', { cancellations: [cancellation({ orderId: '2' })] }),
    };
    for (const [name, misbehave] of Object.entries(misbehaviours)) {
      const { flow, adapter, world, step } = await review();
      flow.send({ type: 'confirm' });
      await adapter.called('requestCancellation');
      misbehave(adapter);
      await world.clock.settle();
      expect(step('1'), name).to.equal('unconfirmed');
    }
  });

  it('reads once before it believes that the order was canceled already', async () => {
    const { flow, adapter, world, step } = await review();
    flow.send({ type: 'confirm' });
    const { arguments: sent } = await adapter.called('requestCancellation');
    const blocks = [{ code: 'cancellation-pending' as const }];
    adapter.reject('requestCancellation', new AdapterError('not-eligible', { blocks }));
    await world.clock.settle();
    expect(adapter.pending('getOrder')).to.equal(1);
    const mine = cancellation({ lines: 'all', idempotencyKey: sent[1].idempotencyKey });
    adapter.resolve('getOrder', withCancellations(mine));
    await world.clock.settle();
    expect(step('1')).to.equal('received');
  });

  it('sends once when two tabs confirm at the same moment', async () => {
    const locks = createLocks();
    const first = await review(createWorld({ locks }));
    const second = await review(
      createWorld({ locks, clock: first.world.clock, stored: first.world.stored }),
    );
    first.flow.send({ type: 'confirm' });
    second.flow.send({ type: 'confirm' });
    await first.world.clock.advance(500);
    expect(first.adapter.callsOf('requestCancellation')).to.have.length(1);
    expect(second.adapter.callsOf('requestCancellation')).to.have.length(0);
    expect(second.flow.state.dialog?.step).to.equal('following');
  });

  it('asks for another look when another tab was through with the order meanwhile', async () => {
    const first = await review();
    const second = await review(
      createWorld({ clock: first.world.clock, stored: first.world.stored }),
    );
    first.flow.send({ type: 'confirm' });
    await first.world.clock.advance(200);
    first.adapter.resolve('requestCancellation', accepted);
    await first.world.clock.settle();
    second.flow.send({ type: 'confirm' });
    await first.world.clock.advance(200);
    expect(second.adapter.callsOf('requestCancellation')).to.have.length(0);
    expect(second.flow.state.dialog).to.deep.include({
      step: 'reviewing',
      notice: 'order-changed',
    });
  });

  it('sends once from two tabs in a browser without Web Locks', async () => {
    const first = await review(createWorld({ locks: undefined }));
    const second = await review(
      createWorld({ locks: undefined, clock: first.world.clock, stored: first.world.stored }),
    );
    first.flow.send({ type: 'confirm' });
    second.flow.send({ type: 'confirm' });
    await first.world.clock.advance(500);
    const sends = [first, second].map(
      ({ adapter }) => adapter.callsOf('requestCancellation').length,
    );
    expect(sends.reduce((sum, count) => sum + count)).to.equal(1);
  });

  it('sends in a frame that may have neither storage, locks nor a channel', async () => {
    const world = createWorld({
      storage: () => {
        throw refusal();
      },
      locks: { ifAvailable: () => Promise.reject(refusal()) },
    });
    const channel = (): never => {
      throw refusal();
    };
    const environment = { ...world.environment, channel };
    const { flow, adapter, facts } = await review({ ...world, environment });
    flow.send({ type: 'confirm' });
    await adapter.called('requestCancellation');
    adapter.resolve('requestCancellation', accepted);
    await world.clock.settle();
    expect(facts()).to.deep.equal(['cancellation-submitted', 'cancellation-received']);
  });

  it('sends without Web Locks where the browser refuses them, and once from two tabs', async () => {
    const locks = { ifAvailable: () => Promise.reject(refusal()) };
    const first = await review(createWorld({ locks }));
    const second = await review(
      createWorld({ locks, clock: first.world.clock, stored: first.world.stored }),
    );
    first.flow.send({ type: 'confirm' });
    second.flow.send({ type: 'confirm' });
    await first.world.clock.advance(1_000);
    const calls = [first, second].flatMap(({ adapter }) => adapter.callsOf('requestCancellation'));
    expect(calls).to.have.length(1);
  });

  it('works without storage', async () => {
    const world = createWorld({
      storage: () => {
        throw new Error('blocked');
      },
    });
    const { flow, adapter, step } = await review(world);
    flow.send({ type: 'confirm' });
    await world.clock.settle();
    adapter.resolve('requestCancellation', accepted);
    await world.clock.settle();
    expect(step('1')).to.equal('received');
  });

  it('shows why not when the read before the question says so', async () => {
    const world = createWorld();
    const adapter = createControllableAdapter();
    const { flow } = startFlow(adapter, world);
    flow.send({ type: 'open', orderId: '1' });
    adapter.resolve('getOrder', shippedOrder);
    await world.clock.settle();
    expect(flow.state.dialog).to.deep.include({ step: 'blocked', blocks: [{ code: 'shipped' }] });
  });

  it('offers another try when the read before the question hangs', async () => {
    const world = createWorld();
    const adapter = createControllableAdapter();
    const { flow } = startFlow(adapter, world);
    flow.send({ type: 'open', orderId: '1' });
    await world.clock.advance(15_000);
    expect(flow.state.dialog).to.deep.include({ step: 'preparing', failure: { code: 'timeout' } });
    flow.send({ type: 'retry-prepare' });
    await world.clock.settle();
    adapter.resolve('getOrder', openOrder, 1);
    await world.clock.settle();
    expect(flow.state.dialog?.step).to.equal('reviewing');
  });
});
