import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import { withdrawalPart } from '../../src/flow/withdrawal-part.js';
import type { WithdrawalDeclaration } from '../../src/flow/withdrawal-state.js';
import type { Order } from '../../src/model/order.js';
import type { WithdrawalStatement } from '../../src/model/withdrawal.js';
import { createControllableAdapter, type ControllableAdapter } from '../../src/testing/index.js';
import { openOrder, shippedOrder } from './flow-samples.js';
import { createWorld, startFlow, type FlowUnderTest, type World } from './flow-world.js';
import { acknowledgement, statement } from './withdrawal-samples.js';

interface Stage extends FlowUnderTest {
  readonly adapter: ControllableAdapter;
  readonly world: World;
  one(subject?: string): WithdrawalDeclaration | undefined;
  /** Types of what was told beside the facts of cancellations. */
  told(): readonly string[];
  declare(statement?: WithdrawalStatement): Promise<void>;
  settle(): Promise<void>;
}

const methods = ['submitWithdrawal'] as const;

function stage(adapter = createControllableAdapter({ methods })): Stage {
  const world = createWorld();
  const started = startFlow(adapter, world);
  const { flow, notices } = started;
  flow.use(withdrawalPart);
  return {
    ...{ ...started, adapter, world },
    one: (subject = '1') => flow.state.withdrawal?.declarations.get(subject),
    told: () =>
      notices.flatMap((notice) => ('detail' in notice && 'type' in notice ? notice.type : [])),
    async declare(said = statement) {
      flow.send({ type: 'declare-withdrawal', statement: said });
      await world.clock.settle();
    },
    settle: () => world.clock.settle(),
  };
}

async function hold({ flow, adapter, settle }: Stage, order: Order): Promise<void> {
  flow.send({ type: 'load-orders' });
  await settle();
  adapter.resolve('listOrders', { items: [order] });
  await settle();
}

const keys = ({ adapter }: Stage): readonly string[] =>
  adapter.callsOf('submitWithdrawal').map(({ arguments: [, call] }) => call.idempotencyKey);

describe('withdrawalPart', () => {
  it('sends the statement as it was confirmed, once, with a key', async () => {
    const test = stage();
    await test.declare();
    await test.declare();
    const [call, ...more] = test.adapter.callsOf('submitWithdrawal');
    expect(more).to.have.length(0);
    expect(call?.arguments[0]).to.deep.equal(statement);
    expect(call?.arguments[1].idempotencyKey).to.match(/^[\w-]{16,64}$/);
    expect(test.one()?.step).to.equal('sending');
  });

  it('is acknowledged, tells so without a name or an address, and reads the order again', async () => {
    const test = stage();
    await hold(test, openOrder);
    await test.declare();
    test.adapter.resolve('submitWithdrawal', acknowledgement());
    await test.settle();
    expect(test.one()).to.deep.include({
      step: 'acknowledged',
      acknowledgement: acknowledgement(),
    });
    const { order } = test.flow.state.orders.held.get('1')!;
    expect(order.withdrawal?.acknowledgements?.map(({ id }) => id)).to.deep.equal(['w1']);
    expect(test.adapter.pending('getOrder')).to.equal(1);
    expect(test.told()).to.deep.equal(['withdrawal-submitted', 'withdrawal-acknowledged']);
    const said = test.notices.filter((notice) => 'detail' in notice);
    expect(said.map(({ detail }) => detail)).to.deep.equal([
      { orderId: '1', orderNumber: '1042' },
      {
        ...{ orderId: '1', orderNumber: '1042', reference: 'W-00318' },
        receivedAt: '2026-11-23T13:20:42Z',
      },
    ]);
    expect(JSON.stringify(said)).not.to.match(/Mira|mira/);
  });

  it('keeps the acknowledgement beside the order when the shop’s next answer leaves it out', async () => {
    const test = stage();
    await hold(test, openOrder);
    await test.declare();
    test.adapter.resolve('submitWithdrawal', acknowledgement());
    await test.settle();
    test.adapter.resolve('getOrder', { ...openOrder, status: 'shipped' });
    await test.settle();
    const { order } = test.flow.state.orders.held.get('1')!;
    expect(order.status).to.equal('shipped');
    expect(order.withdrawal?.acknowledgements).to.have.length(1);
  });

  it('is taken whatever the order, the session or an open request says', async () => {
    const orders: Record<string, Order> = {
      canceled: { ...shippedOrder, status: 'canceled' },
      'too late to cancel': shippedOrder,
      'said not to apply': { ...openOrder, withdrawal: { applies: 'no', partial: false } },
    };
    for (const [name, order] of Object.entries(orders)) {
      const test = stage();
      await hold(test, order);
      await test.declare();
      expect(test.adapter.pending('submitWithdrawal'), name).to.equal(1);
    }
    const signedOut = stage();
    signedOut.flow.send({ type: 'load-orders' });
    await signedOut.settle();
    signedOut.adapter.reject('listOrders', 'unauthenticated');
    await signedOut.settle();
    expect(signedOut.flow.state.session).to.equal('signed-out');
    await signedOut.declare();
    expect(signedOut.adapter.pending('submitWithdrawal')).to.equal(1);
  });

  it('keeps the statement, its key and the time of the first attempt when the answer is lost', async () => {
    const test = stage();
    await test.declare();
    const first = test.world.clock.wall();
    test.adapter.reject('submitWithdrawal', 'network');
    await test.settle();
    expect(test.one()).to.deep.include({ step: 'unconfirmed', failure: { code: 'network' } });
    await test.world.clock.advance(60_000);
    test.flow.send({ type: 'resend-withdrawal', orderId: '1' });
    await test.settle();
    const [one, two] = keys(test);
    expect(two).to.equal(one);
    expect(test.adapter.callsOf('submitWithdrawal')[1]?.arguments[0]).to.deep.equal(statement);
    expect(test.one()?.firstAt?.wall).to.equal(first);
    expect(test.told()).to.deep.equal(['withdrawal-submitted']);
  });

  it('takes an answer that comes after the time is over', async () => {
    const test = stage();
    await test.declare();
    await test.world.clock.advance(30_000);
    expect(test.one()?.step).to.equal('unconfirmed');
    test.adapter.resolve('submitWithdrawal', acknowledgement());
    await test.settle();
    expect(test.one()?.step).to.equal('acknowledged');
    expect(test.told()).to.deep.equal(['withdrawal-submitted', 'withdrawal-acknowledged']);
  });

  it('tells of an acknowledgement once, though two sends of the key bring it', async () => {
    const test = stage();
    await test.declare();
    await test.world.clock.advance(30_000);
    test.flow.send({ type: 'resend-withdrawal', orderId: '1' });
    await test.settle();
    test.adapter.resolve('submitWithdrawal', acknowledgement());
    test.adapter.resolve('submitWithdrawal', acknowledgement());
    await test.settle();
    expect(test.told().filter((name) => name === 'withdrawal-acknowledged')).to.have.length(1);
    expect(test.flow.state.withdrawal?.received).to.have.length(1);
  });

  it('gives a changed statement a key of its own', async () => {
    const test = stage();
    await test.declare();
    test.adapter.reject('submitWithdrawal', 'timeout');
    await test.settle();
    const changed = { ...statement, name: 'Mira Albescu-Ionescu' };
    test.flow.send({ type: 'edit-withdrawal', orderId: '1', change: { name: changed.name } });
    expect(test.one()).to.deep.include({ step: 'stating', draft: { name: changed.name } });
    await test.declare(changed);
    const [one, two] = keys(test);
    expect(two).not.to.equal(one);
    // Changed back, it would be the first statement again only as long as that is the last one sent.
    test.adapter.reject('submitWithdrawal', 'network');
    await test.settle();
    await test.declare(changed);
    expect(keys(test)[2]).to.equal(two);
  });

  it('records the answer to an earlier statement, and waits for the one to the later', async () => {
    const test = stage();
    await test.declare();
    await test.world.clock.advance(30_000);
    await test.declare({ ...statement, name: 'Somebody else' });
    test.adapter.resolve('submitWithdrawal', acknowledgement());
    await test.settle();
    expect(test.one()?.step).to.equal('sending');
    expect(test.flow.state.withdrawal?.received).to.have.length(1);
  });

  it('keeps what is being changed when the answer to what was sent comes after all', async () => {
    const test = stage();
    await test.declare();
    await test.world.clock.advance(30_000);
    const change = { name: 'Mira Albescu-Ionescu' };
    test.flow.send({ type: 'edit-withdrawal', orderId: '1', change });
    test.adapter.resolve('submitWithdrawal', acknowledgement());
    await test.settle();
    expect(test.one()).to.deep.include({ step: 'stating', draft: change });
    expect(test.flow.state.withdrawal?.received).to.have.length(1);
  });

  it('goes back to the statement with the reason when it was turned away', async () => {
    const test = stage();
    test.flow.send({ type: 'open-withdrawal', orderId: '1' });
    test.flow.send({ type: 'edit-withdrawal', orderId: '1', change: { name: 'Mira Albescu' } });
    await test.declare();
    test.adapter.reject('submitWithdrawal', new AdapterError('invalid', { field: 'email' }));
    await test.settle();
    expect(test.one()).to.deep.include({
      step: 'stating',
      draft: { name: 'Mira Albescu' },
      failure: { code: 'invalid', field: 'email' },
    });
    // The same words are the same statement.
    await test.declare();
    expect(new Set(keys(test)).size).to.equal(1);
  });

  it('stays unconfirmed when only a later send of the key is turned away', async () => {
    const test = stage();
    await test.declare();
    await test.world.clock.advance(30_000);
    test.flow.send({ type: 'resend-withdrawal', orderId: '1' });
    await test.settle();
    test.adapter.reject('submitWithdrawal', 'rate-limited', 1);
    await test.settle();
    expect(test.one()).to.deep.include({
      step: 'unconfirmed',
      failure: { code: 'rate-limited' },
    });
  });

  it('does not take nonsense, or the receipt of another order, for a receipt', async () => {
    const answers = {
      nonsense: { ok: true },
      'another order': acknowledgement({ statement: { ...statement, orderId: '2' } }),
      'no time': { ...acknowledgement(), receivedAt: 'yesterday' },
    };
    for (const [name, answer] of Object.entries(answers)) {
      const test = stage();
      await test.declare();
      test.adapter.resolve('submitWithdrawal', answer as never);
      await test.settle();
      expect(test.one()?.step, name).to.equal('unconfirmed');
      expect(test.told(), name).to.deep.equal(['withdrawal-submitted']);
    }
  });

  it('knows the order of a receipt that leaves it out', async () => {
    const test = stage();
    await test.declare();
    const { orderId: _orderId, ...rest } = statement;
    test.adapter.resolve('submitWithdrawal', acknowledgement({ statement: rest }));
    await test.settle();
    expect(test.flow.state.withdrawal?.received[0]?.statement.orderId).to.equal('1');
  });

  it('says that nothing was sent where the shop has no such method', async () => {
    const test = stage(createControllableAdapter());
    await test.declare();
    expect(test.one()).to.deep.include({ step: 'stating', failure: { code: 'unsupported' } });
  });

  it('keeps what was typed when it is put away, and one declaration per order', () => {
    const { flow, one } = stage();
    flow.send({ type: 'open-withdrawal' });
    flow.send({ type: 'edit-withdrawal', change: { contract: 'A coat' } });
    flow.send({ type: 'open-withdrawal', orderId: '1' });
    flow.send({ type: 'close-withdrawal' });
    expect(flow.state.withdrawal?.open).to.equal(undefined);
    flow.send({ type: 'open-withdrawal' });
    expect(one('')?.draft).to.deep.equal({ contract: 'A coat' });
    expect(one('1')?.draft).to.deep.equal({});
    flow.send({ type: 'edit-withdrawal', change: { contract: null } });
    expect(one('')?.draft).to.deep.equal({});
  });

  it('takes another declaration after an acknowledgement', async () => {
    const test = stage();
    await test.declare();
    test.adapter.resolve('submitWithdrawal', acknowledgement());
    await test.settle();
    await test.declare();
    expect(keys(test)).to.have.length(1);
    test.flow.send({ type: 'restart-withdrawal', orderId: '1' });
    await test.declare();
    expect(new Set(keys(test)).size).to.equal(2);
  });

  it('stores nothing, and is gone with the shopper', async () => {
    const test = stage();
    test.flow.send({ type: 'open-withdrawal', orderId: '1' });
    test.flow.send({ type: 'edit-withdrawal', orderId: '1', change: { name: 'Mira' } });
    await test.declare();
    expect([...test.world.stored.values()].join()).not.to.match(/Mira|withdraw|mira@/);
    test.flow.forget();
    expect(test.flow.state.withdrawal).to.equal(undefined);
    test.adapter.resolve('submitWithdrawal', acknowledgement());
    await test.settle();
    expect(test.flow.state.withdrawal).to.equal(undefined);
    expect(test.told()).to.deep.equal(['withdrawal-submitted']);
  });

  it('leaves no timer behind', async () => {
    const test = stage();
    await test.declare();
    test.flow.dispose();
    expect(test.world.clock.waiting).to.equal(0);
  });
});
