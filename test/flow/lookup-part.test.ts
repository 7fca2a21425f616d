import { expect } from '@open-wc/testing';
import type { CancellationProof } from '../../src/flow/storefront-adapter.js';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import { lookupPart } from '../../src/flow/lookup-part.js';
import type { LookupView } from '../../src/flow/lookup-state.js';
import { createControllableAdapter, type ControllableAdapter } from '../../src/testing/index.js';
import { cancellation, openOrder, withCancellations } from './flow-samples.js';
import { createWorld, startFlow, type FlowUnderTest, type World } from './flow-world.js';
import { challenge, lookup } from './form-samples.js';

interface Stage extends FlowUnderTest {
  readonly adapter: ControllableAdapter;
  readonly world: World;
  readonly view: LookupView;
  send(event: Parameters<FlowUnderTest['flow']['send']>[0]): Promise<void>;
  settle(): Promise<void>;
}

const methods = [
  ...(['findOrder', 'verifyLookup', 'resendChallenge', 'confirmCancellation'] as const),
];

function stage(adapter = createControllableAdapter({ methods })): Stage {
  const world = createWorld();
  const started = startFlow(adapter, world);
  const { flow } = started;
  flow.use(lookupPart);
  return {
    ...{ ...started, adapter, world },
    get view() {
      return flow.state.lookup?.view ?? { step: 'asking' };
    },
    async send(event) {
      flow.send(event);
      await world.clock.settle();
    },
    settle: () => world.clock.settle(),
  };
}

/** Asked, and answered with a challenge. */
async function challenged(test = stage()): Promise<Stage> {
  await test.send({ type: 'look-up', lookup });
  test.adapter.resolve('findOrder', { challenge });
  await test.settle();
  return test;
}

/** The order is open. */
async function found(test = stage()): Promise<Stage> {
  await challenged(test);
  await test.send({ type: 'answer-lookup', code: '481920' });
  test.adapter.resolve('verifyLookup', openOrder);
  await test.settle();
  return test;
}

const link: CancellationProof = { challengeId: 'ch-1', token: 'token-1' };
const confirmation: CancellationProof = { orderId: '1', cancellationId: 'c1', token: 'token-2' };

describe('lookupPart', () => {
  it('asks once, however often it is pressed', async () => {
    const test = stage();
    await test.send({ type: 'look-up', lookup });
    await test.send({ type: 'look-up', lookup });
    const [call, ...more] = test.adapter.callsOf('findOrder');
    expect(more).to.have.length(0);
    expect(call?.arguments[0]).to.deep.equal(lookup);
    expect(test.view.step).to.equal('sending');
  });

  it('waits for a code, and knows from when on there is another one', async () => {
    const test = await challenged();
    expect(test.view).to.deep.equal({
      ...{ step: 'challenged', challenge },
      resendAt: test.world.clock.wall() + 60_000,
    });
  });

  it('opens the order: listed, selected, in memory, as for somebody who is signed in', async () => {
    const { flow, view, adapter } = await found();
    const { state } = flow;
    expect(adapter.callsOf('verifyLookup')[0]?.arguments[0]).to.deep.equal({
      ...{ challengeId: 'ch-1', code: '481920' },
    });
    expect(view).to.deep.equal({ step: 'found', orderId: '1' });
    expect(state.orders).to.deep.include({ step: 'ready', listed: ['1'] });
    expect(state.orders.held.get('1')).to.deep.include({ order: openOrder, complete: true });
    expect(state).to.deep.include({ session: 'signed-in', selectedOrderId: '1' });
  });

  it('opens the order at once where what was typed is proof enough', async () => {
    const test = stage();
    await test.send({ type: 'look-up', lookup });
    test.adapter.resolve('findOrder', { order: openOrder });
    await test.settle();
    expect(test.view).to.deep.equal({ step: 'found', orderId: '1' });
  });

  it('keeps what was typed when the shop refuses, with the time from which on it may be asked', async () => {
    const test = stage();
    await test.send({ type: 'look-up', lookup });
    const failure = new AdapterError('rate-limited', { retryAfterMs: 90_000, sent: false });
    test.adapter.reject('findOrder', failure);
    await test.settle();
    expect(test.view).to.deep.equal({
      step: 'asking',
      failure: { code: 'rate-limited', retryAfterMs: 90_000 },
      retryAt: test.world.clock.wall() + 90_000,
    });
    expect(test.flow.state.lookup?.asked).to.deep.equal(lookup);
  });

  it('says which field the shop could not use', async () => {
    const test = stage();
    await test.send({ type: 'look-up', lookup });
    test.adapter.reject('findOrder', new AdapterError('invalid', { field: 'email' }));
    await test.settle();
    expect(test.view).to.deep.equal({
      step: 'asking',
      failure: { code: 'invalid', field: 'email' },
    });
  });

  it('is asked for another code after a wrong, an expired and one too many', async () => {
    for (const code of ['invalid', 'expired', 'rate-limited'] as const) {
      const test = await challenged();
      await test.send({ type: 'answer-lookup', code: '000000' });
      expect(test.view.step).to.equal('verifying');
      test.adapter.reject('verifyLookup', new AdapterError(code, { detail: 'Two tries left.' }));
      await test.settle();
      expect(test.view, code).to.deep.include({
        ...{ step: 'challenged', challenge },
        failure: { code, detail: 'Two tries left.' },
      });
      await test.send({ type: 'answer-lookup', code: '481920' });
      expect(test.view, code).not.to.have.property('failure');
    }
  });

  it('sends another code for the same question', async () => {
    const test = await challenged();
    await test.send({ type: 'resend-lookup' });
    await test.send({ type: 'resend-lookup' });
    const [call, ...more] = test.adapter.callsOf('resendChallenge');
    expect(more).to.have.length(0);
    expect(call?.arguments[0]).to.equal('ch-1');
    expect(call?.arguments[1].idempotencyKey).to.match(/^[\w-]{16,64}$/);
    const next = { id: 'ch-2', kind: 'code', channel: 'email' } as const;
    test.adapter.resolve('resendChallenge', next);
    await test.settle();
    expect(test.view).to.deep.equal({ step: 'challenged', challenge: next, resent: true });
  });

  it('repeats the question where the shop sends no second message, or knows the first no more', async () => {
    const without = stage(createControllableAdapter({ methods: ['findOrder', 'verifyLookup'] }));
    const expired = stage();
    for (const test of [without, expired]) {
      await challenged(test);
      await test.send({ type: 'resend-lookup' });
      if (test === expired) test.adapter.reject('resendChallenge', 'expired');
      await test.settle();
      expect(test.adapter.callsOf('findOrder')[1]?.arguments[0]).to.deep.equal(lookup);
      test.adapter.resolve('findOrder', { challenge });
      await test.settle();
      expect(test.view).to.deep.include({ step: 'challenged', resent: true });
    }
  });

  it('says why no other code was sent', async () => {
    const test = await challenged();
    await test.send({ type: 'resend-lookup' });
    test.adapter.reject('resendChallenge', new AdapterError('rate-limited', { retryAfterMs: 1 }));
    await test.settle();
    expect(test.view).to.deep.include({ step: 'challenged', challenge });
    expect(test.view).to.have.nested.property('failure.code', 'rate-limited');
  });

  it('drops what comes back after the shopper has started over, and aborts it', async () => {
    const test = await challenged();
    await test.send({ type: 'answer-lookup', code: '481920' });
    const signal = test.adapter.callsOf('verifyLookup')[0]?.arguments[1].signal;
    await test.send({ type: 'restart-lookup' });
    expect(signal?.aborted).to.equal(true);
    test.adapter.resolve('verifyLookup', openOrder);
    await test.settle();
    expect(test.view).to.deep.equal({ step: 'asking' });
    expect(test.flow.state.orders.held.size).to.equal(0);
    expect(test.flow.state.lookup?.asked).to.deep.equal(lookup);
  });

  it('drops a challenge for an earlier question', async () => {
    const test = stage();
    await test.send({ type: 'look-up', lookup });
    await test.send({ type: 'restart-lookup' });
    await test.send({ type: 'look-up', lookup: { ...lookup, number: '1043' } });
    test.adapter.resolve('findOrder', { challenge });
    await test.settle();
    expect(test.view.step).to.equal('sending');
  });

  it('is emptied for another shopper, and takes nothing over from a call that was under way', async () => {
    const test = await challenged();
    await test.send({ type: 'answer-lookup', code: '481920' });
    test.flow.forget();
    expect(test.flow.state.lookup).to.equal(undefined);
    test.adapter.resolve('verifyLookup', openOrder);
    await test.settle();
    expect(test.flow.state.lookup).to.equal(undefined);
    expect(test.flow.state.orders.held.size).to.equal(0);
  });

  it('stores nothing', async () => {
    const test = await found();
    const stored = [...test.world.stored.entries()].join();
    expect(stored).not.to.match(/mira|1042|481920/);
  });

  it('says what the shop does not have', async () => {
    const test = stage(createControllableAdapter());
    await test.send({ type: 'look-up', lookup });
    expect(test.view).to.deep.equal({ step: 'asking', failure: { code: 'unsupported' } });
  });

  it('takes no nonsense for an order or a challenge', async () => {
    const nonsense: readonly unknown[] = [undefined, {}, { challenge: { id: 'x' } }, { order: 7 }];
    for (const answer of nonsense) {
      const test = stage();
      await test.send({ type: 'look-up', lookup });
      test.adapter.resolve('findOrder', answer as never);
      await test.settle();
      expect(test.view).to.have.nested.property('failure.code', 'platform');
    }
  });

  describe('beside a list that the shop refuses to a guest', () => {
    async function refuse(test: Stage): Promise<void> {
      test.adapter.reject('listOrders', 'unauthenticated');
      await test.settle();
    }

    it('lists the order after a refusal', async () => {
      const test = stage();
      await test.send({ type: 'load-orders' });
      await refuse(test);
      expect(test.flow.state.session).to.equal('signed-out');
      await found(test);
      expect(test.flow.state.orders).to.deep.include({ step: 'ready', listed: ['1'] });
      expect(test.flow.state.orders).not.to.have.property('failure');
      expect(test.flow.state.session).to.equal('signed-in');
    });

    it('keeps the order through a later refusal, and says nothing of a sign-out', async () => {
      const test = await found();
      const { announcement } = test.flow.state;
      await test.send({ type: 'refresh' });
      await refuse(test);
      const { state } = test.flow;
      expect(state.orders).to.deep.include({ step: 'ready', listed: ['1'] });
      expect(state.session).to.equal('signed-in');
      expect(state.dialog).to.equal(null);
      expect(state.announcement).to.deep.equal(announcement);
    });

    it('keeps the order beside an empty list, but not in a search', async () => {
      const test = await found();
      await test.send({ type: 'refresh' });
      test.adapter.resolve('listOrders', { items: [] });
      await test.settle();
      expect(test.flow.state.orders.listed).to.deep.equal(['1']);
      await test.send({ type: 'load-orders', search: '77' });
      test.adapter.resolve('listOrders', { items: [] });
      await test.settle();
      expect(test.flow.state.orders.listed).to.deep.equal([]);
    });

    it('lets an account that had orders be signed out', async () => {
      const test = stage();
      await test.send({ type: 'load-orders' });
      test.adapter.resolve('listOrders', { items: [{ ...openOrder, id: '2', number: '1043' }] });
      await found(test);
      await test.send({ type: 'refresh' });
      await refuse(test);
      expect(test.flow.state.session).to.equal('signed-out');
    });

    it('adds another order, with the number left to type', async () => {
      const test = await found();
      await test.send({ type: 'restart-lookup' });
      expect(test.flow.state.lookup?.asked).to.deep.equal({ email: 'mira@example.com' });
      await test.send({ type: 'look-up', lookup: { ...lookup, number: '1043' } });
      test.adapter.resolve('findOrder', { order: { ...openOrder, id: '2', number: '1043' } });
      await test.settle();
      expect(test.flow.state.orders.listed).to.deep.equal(['2', '1']);
      expect(test.flow.state.selectedOrderId).to.equal('2');
    });
  });

  describe('with what a link carried', () => {
    it('opens an order', async () => {
      const test = stage();
      await test.send({ type: 'open-proof', proof: link });
      await test.send({ type: 'open-proof', proof: link });
      const [call, ...more] = test.adapter.callsOf('verifyLookup');
      expect(more).to.have.length(0);
      expect(call?.arguments[0]).to.deep.equal({ challengeId: 'ch-1', code: 'token-1' });
      test.adapter.resolve('verifyLookup', openOrder);
      await test.settle();
      expect(test.view).to.deep.equal({ step: 'found', orderId: '1' });
      expect(test.flow.state.lookup?.spent).to.equal('token-1');
    });

    it('says that a link is over, and leads to the form', async () => {
      const test = stage();
      await test.send({ type: 'open-proof', proof: link });
      test.adapter.reject('verifyLookup', 'expired');
      await test.settle();
      expect(test.view).to.deep.equal({
        ...{ step: 'unproven', proof: link, failure: { code: 'expired' } },
      });
      await test.send({ type: 'restart-lookup' });
      expect(test.flow.state.lookup).to.deep.include({
        ...{ spent: 'token-1', view: { step: 'asking' } },
      });
    });

    it('confirms a cancellation, and reads what has become of its order', async () => {
      const test = stage();
      await test.send({ type: 'open-proof', proof: confirmation });
      const [call] = test.adapter.callsOf('confirmCancellation');
      expect(call?.arguments[0]).to.deep.equal(confirmation);
      test.adapter.resolve('confirmCancellation', { cancellations: [cancellation()] });
      await test.settle();
      test.adapter.resolve('getOrder', withCancellations(cancellation()));
      await test.settle();
      expect(test.view).to.deep.equal({ step: 'found', orderId: '1', confirmed: true });
      expect(test.flow.state.orders.listed).to.deep.equal(['1']);
    });

    it('has confirmed also where the order cannot be read', async () => {
      const test = stage();
      await test.send({ type: 'open-proof', proof: confirmation });
      test.adapter.resolve('confirmCancellation', { cancellations: [] });
      await test.settle();
      test.adapter.reject('getOrder', 'unauthenticated');
      await test.settle();
      expect(test.view).to.deep.equal({ step: 'found', confirmed: true });
    });

    it('does not know after a lost answer, and sends the same key again', async () => {
      const test = stage();
      await test.send({ type: 'open-proof', proof: confirmation });
      test.adapter.reject('confirmCancellation', 'network');
      await test.settle();
      expect(test.view).to.deep.include({ step: 'unproven', unconfirmed: true });
      await test.send({ type: 'open-proof', proof: confirmation });
      const [one, two] = test.adapter.callsOf('confirmCancellation');
      expect(two?.arguments[1].idempotencyKey).to.equal(one?.arguments[1].idempotencyKey);
    });

    it('takes an answer that comes after the time is over', async () => {
      const test = stage();
      await test.send({ type: 'open-proof', proof: confirmation });
      await test.world.clock.advance(30_000);
      expect(test.view).to.deep.include({ step: 'unproven', unconfirmed: true });
      test.adapter.resolve('confirmCancellation', { cancellations: [], order: openOrder });
      await test.settle();
      expect(test.view).to.deep.equal({ step: 'found', orderId: '1', confirmed: true });
    });
  });
});
