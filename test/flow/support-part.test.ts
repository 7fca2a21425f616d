import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import { supportPart } from '../../src/flow/support-part.js';
import type { SupportView } from '../../src/flow/support-state.js';
import type { SupportMessage } from '../../src/model/support.js';
import { createControllableAdapter, type ControllableAdapter } from '../../src/testing/index.js';
import { createWorld, startFlow, type FlowUnderTest, type World } from './flow-world.js';
import { message } from './form-samples.js';

interface Stage extends FlowUnderTest {
  readonly adapter: ControllableAdapter;
  readonly world: World;
  readonly view: SupportView;
  write(message?: SupportMessage): Promise<void>;
  resend(): Promise<void>;
  settle(): Promise<void>;
}

const receipt = {
  ...{ reference: 'S-4471', receivedAt: '2026-11-23T13:20:42Z' },
  expected: { text: 'within one working day' },
} as const;

function stage(adapter = createControllableAdapter({ methods: ['contactSupport'] })): Stage {
  const world = createWorld();
  const started = startFlow(adapter, world);
  const { flow } = started;
  flow.use(supportPart);
  const settle = (): Promise<void> => world.clock.settle();
  return {
    ...{ ...started, adapter, world, settle },
    get view() {
      return flow.state.support?.view ?? { step: 'writing' };
    },
    async write(written = message) {
      flow.send({ type: 'send-support', message: written });
      await settle();
    },
    async resend() {
      flow.send({ type: 'resend-support' });
      await settle();
    },
  };
}

const keys = ({ adapter }: Stage): readonly string[] =>
  adapter.callsOf('contactSupport').map(({ arguments: [, call] }) => call.idempotencyKey);

describe('supportPart', () => {
  it('sends the message as it was shown, once, with a key', async () => {
    const test = stage();
    await test.write();
    await test.write();
    await test.resend();
    const [call, ...more] = test.adapter.callsOf('contactSupport');
    expect(more).to.have.length(0);
    expect(call?.arguments[0]).to.deep.equal(message);
    expect(call?.arguments[1].idempotencyKey).to.match(/^[\w-]{16,64}$/);
    expect(test.view.step).to.equal('sending');
  });

  it('has the shop’s answer, and an empty form but for the address', async () => {
    const test = stage();
    test.flow.send({
      type: 'edit-support',
      change: { message: 'Can the parcel be stopped?', email: 'mira@example.com' },
    });
    await test.write();
    test.adapter.resolve('contactSupport', receipt);
    await test.settle();
    expect(test.view).to.deep.include({ step: 'received', receipt });
    expect(test.flow.state.support?.draft).to.deep.equal({ email: 'mira@example.com' });
    test.flow.send({ type: 'restart-support' });
    expect(test.view).to.deep.equal({ step: 'writing' });
    await test.write();
    const [one, two] = keys(test);
    expect(two).not.to.equal(one);
  });

  it('does not know after a lost answer, and keeps the key', async () => {
    const test = stage();
    await test.write();
    test.adapter.reject('contactSupport', 'network');
    await test.settle();
    expect(test.view).to.deep.include({ step: 'unconfirmed', failure: { code: 'network' } });
    await test.resend();
    const [one, two] = keys(test);
    expect(two).to.equal(one);
    test.adapter.reject('contactSupport', 'rate-limited');
    await test.settle();
    // That the second one was turned away does not show what became of the first.
    expect(test.view).to.deep.include({ step: 'unconfirmed', failure: { code: 'rate-limited' } });
  });

  it('shows and sends again what nobody knows of, when something else leads to the form', async () => {
    const test = stage();
    test.flow.send({ type: 'open-support', orderId: 'order-1', orderNumber: '1001' });
    await test.write();
    test.adapter.reject('contactSupport', 'network');
    await test.settle();
    test.flow.send({ type: 'open-support', orderId: 'order-2', orderNumber: '1002' });
    expect(test.view.step).to.equal('unconfirmed');
    expect(test.flow.state.support?.draft.orderId).to.equal('order-1');
    expect(test.flow.state.support?.wanted?.orderId, 'it comes into sight').to.equal('order-2');
  });

  it('takes an answer that comes after the time is over', async () => {
    const test = stage();
    await test.write();
    await test.world.clock.advance(30_000);
    expect(test.view.step).to.equal('unconfirmed');
    test.adapter.resolve('contactSupport', receipt);
    await test.settle();
    expect(test.view.step).to.equal('received');
  });

  it('keeps what was written meanwhile when a late answer comes', async () => {
    const test = stage();
    await test.write();
    await test.world.clock.advance(30_000);
    test.flow.send({ type: 'edit-support', change: { message: 'And another thing.' } });
    test.adapter.resolve('contactSupport', receipt);
    await test.settle();
    expect(test.view.step).to.equal('received');
    test.flow.send({ type: 'restart-support' });
    expect(test.flow.state.support?.draft.message).to.equal('And another thing.');
  });

  it('gives a changed message a key of its own, and the same words the same key', async () => {
    const test = stage();
    await test.write();
    test.adapter.reject('contactSupport', 'timeout');
    await test.settle();
    test.flow.send({ type: 'edit-support', change: { message: 'Please answer.' } });
    expect(test.view.step).to.equal('writing');
    await test.write();
    test.adapter.reject('contactSupport', 'timeout');
    await test.settle();
    await test.write({ ...message, message: 'Please answer.' });
    const [one, two, three] = keys(test);
    expect(two).to.equal(one);
    expect(three).not.to.equal(one);
  });

  it('keeps the message when it was turned away, with the field and the time', async () => {
    const test = stage();
    test.flow.send({ type: 'edit-support', change: { message: 'Hello' } });
    await test.write();
    const failure = new AdapterError('invalid', { field: 'email', retryAfterMs: 1000 });
    test.adapter.reject('contactSupport', failure);
    await test.settle();
    expect(test.view).to.deep.include({
      step: 'writing',
      failure: { code: 'invalid', field: 'email', retryAfterMs: 1000 },
      retryAt: test.world.clock.wall() + 1000,
    });
    expect(test.flow.state.support?.draft.message).to.equal('Hello');
    test.flow.send({ type: 'edit-support', change: { email: 'mira@example.com' } });
    expect(test.view).not.to.have.property('failure');
  });

  it('takes an answer without a body, and no nonsense', async () => {
    const empty = stage();
    await empty.write();
    empty.adapter.resolve('contactSupport', {});
    await empty.settle();
    expect(empty.view).to.deep.include({ step: 'received', receipt: {} });
    const nonsense = stage();
    await nonsense.write();
    nonsense.adapter.resolve('contactSupport', 'thanks' as never);
    await nonsense.settle();
    expect(nonsense.view.step).to.equal('unconfirmed');
  });

  it('says that nothing was sent where the shop takes no messages', async () => {
    const test = stage(createControllableAdapter());
    await test.write();
    expect(test.view).to.deep.include({ step: 'writing', failure: { code: 'unsupported' } });
  });

  it('changes what it is about when something else leads to it, and keeps what was written', () => {
    const { flow } = stage();
    flow.send({ type: 'open-support', orderId: '1', about: 'shipped', lineId: 'x' });
    flow.send({ type: 'edit-support', change: { message: 'Hello' } });
    const first = flow.state.support?.wanted;
    flow.send({ type: 'open-support', orderId: '2', about: 'refund' });
    expect(flow.state.support?.draft).to.deep.equal({
      ...{ orderId: '2', about: 'refund', message: 'Hello' },
    });
    expect(flow.state.support?.wanted).not.to.equal(first);
  });

  it('does not rewrite a message that is on its way', async () => {
    const test = stage();
    test.flow.send({ type: 'edit-support', change: { message: 'Hello', orderId: '1' } });
    await test.write();
    test.flow.send({ type: 'open-support', orderId: '2' });
    test.flow.send({ type: 'edit-support', change: { message: 'Something else' } });
    expect(test.flow.state.support?.draft).to.deep.equal({ message: 'Hello', orderId: '1' });
    expect(test.view.step).to.equal('sending');
  });

  it('is kept through a sign-out, and gone for another shopper', async () => {
    const test = stage();
    test.flow.send({ type: 'edit-support', change: { message: 'Hello' } });
    test.flow.send({ type: 'load-orders' });
    await test.settle();
    test.adapter.reject('listOrders', 'unauthenticated');
    await test.settle();
    expect(test.flow.state.session).to.equal('signed-out');
    expect(test.flow.state.support?.draft.message).to.equal('Hello');
    await test.write();
    test.flow.forget();
    expect(test.flow.state.support).to.equal(undefined);
    test.adapter.resolve('contactSupport', receipt);
    await test.settle();
    expect(test.flow.state.support).to.equal(undefined);
  });

  it('stores nothing', async () => {
    const test = stage();
    test.flow.send({
      type: 'edit-support',
      change: { message: 'Hello', email: 'mira@example.com' },
    });
    await test.write();
    expect([...test.world.stored.entries()].join()).not.to.match(/Hello|mira|parcel/);
  });
});
