import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import { createControllableAdapter, openOrder, shippedOrder } from '../../src/testing/index.js';
import { call } from '../adapters/memory/memory-world.js';

describe('createControllableAdapter()', () => {
  it('has the three required methods, and the optional ones that it is asked for', () => {
    const adapter = createControllableAdapter({ methods: ['describe'] });
    expect(
      [adapter.listOrders, adapter.getOrder, adapter.requestCancellation, adapter.describe].every(
        (method) => typeof method === 'function',
      ),
    ).to.equal(true);
    expect(adapter.watchCancellations).to.equal(undefined);
  });

  it('answers in the order that the test wants', async () => {
    const adapter = createControllableAdapter();
    const first = adapter.getOrder('order-1042', call);
    const second = adapter.getOrder('order-1039', call);
    expect(adapter.pending('getOrder')).to.equal(2);
    adapter.resolve('getOrder', shippedOrder, 1);
    expect((await second).number).to.equal('1039');
    adapter.resolve('getOrder', openOrder);
    expect((await first).number).to.equal('1042');
    expect(adapter.pending('getOrder')).to.equal(0);
  });

  it('records what it was asked', async () => {
    const adapter = createControllableAdapter();
    const called = adapter.called('listOrders');
    void adapter.listOrders({ first: 5 }, call);
    expect((await called).arguments[0]).to.deep.equal({ first: 5 });
    expect(adapter.callsOf('listOrders')).to.have.length(1);
    expect(await adapter.called('listOrders')).to.equal(adapter.calls[0]);
  });

  it('fails with a code as an AdapterError, and with any other error as it is', async () => {
    const adapter = createControllableAdapter();
    const coded = adapter.getOrder('order-1042', call).catch((error: unknown) => error);
    const thrown = adapter.getOrder('order-1042', call).catch((error: unknown) => error);
    const bug = new TypeError('a bug');
    adapter.reject('getOrder', 'network');
    adapter.reject('getOrder', bug);
    expect(await coded)
      .to.be.instanceOf(AdapterError)
      .with.property('code', 'network');
    expect(await thrown).to.equal(bug);
  });

  it('says what it was asked when a test answers a call that nobody made', () => {
    const adapter = createControllableAdapter();
    void adapter.getOrder('order-1042', call);
    expect(() => {
      adapter.resolve('listOrders', { items: [] });
    }).to.throw('no call of listOrders waits at 0; so far: getOrder');
  });
});
