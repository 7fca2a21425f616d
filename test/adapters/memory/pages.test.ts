import { expect } from '@open-wc/testing';
import { call, memoryWorld, writeCall } from './memory-world.js';

describe('the list of the memory adapter', () => {
  it('says how many there are, whose they are and what time it is', async () => {
    const { adapter } = memoryWorld({ shopper: 'maria' });
    const page = await adapter.listOrders({ first: 20 }, call);
    expect([page.items.length, page.total, page.shopper, page.serverTime]).to.deep.equal([
      20,
      43,
      'maria',
      '2026-11-23T13:20:00.000Z',
    ]);
  });

  it('finds by number and by product, whatever the case', async () => {
    const { adapter } = memoryWorld();
    const found = async (search: string): Promise<readonly string[]> =>
      (await adapter.listOrders({ first: 50, search }, call)).items.map((order) => order.number);
    expect(await found('1042')).to.deep.equal(['1042']);
    expect(await found('FIELD watch')).to.include('1024');
    expect(await found('made to measure')).to.deep.equal(['1033']);
    expect(await found('zeppelin')).to.deep.equal([]);
  });

  it('finds what is in an order whose lines the list does not show', async () => {
    const { adapter } = memoryWorld();
    const { items } = await adapter.listOrders({ first: 50, search: '1041' }, call);
    expect(
      items.map((order) => [order.lines.length, order.linesComplete, order.eligibility]),
    ).to.deep.equal([[0, false, 'ask']]);
    const order = await adapter.getOrder('order-1041', call);
    expect([
      order.lines.length,
      order.eligibility === 'ask' ? 'ask' : order.eligibility.allowed,
    ]).to.deep.equal([2, true]);
  });

  it('filters by the status of this moment', async () => {
    const { adapter } = memoryWorld();
    const canceled = async (): Promise<readonly string[]> =>
      (await adapter.listOrders({ first: 50, status: 'canceled' }, call)).items.map(
        (order) => order.number,
      );
    const before = await canceled();
    expect(before).to.include('1029').and.not.include('1042');
    await adapter.requestCancellation({ orderId: 'order-1042', lines: 'all' }, writeCall());
    adapter.advance(60_000);
    expect(await canceled()).to.deep.equal(['1042', ...before]);
  });

  it('pages through a search as it was first asked', async () => {
    const { adapter } = memoryWorld();
    const first = await adapter.listOrders({ first: 2, search: 'stoneware' }, call);
    const second = await adapter.listOrders(
      { first: 2, search: 'stoneware', ...(first.next === undefined ? {} : { after: first.next }) },
      call,
    );
    const whole = await adapter.listOrders({ first: 4, search: 'stoneware' }, call);
    expect([...first.items, ...second.items].map((order) => order.id)).to.deep.equal(
      whole.items.map((order) => order.id),
    );
  });

  it('refuses a cursor that is not its own', async () => {
    const { adapter } = memoryWorld();
    for (const after of ['page:2', '[1,2]', '{}']) {
      const answer: unknown = await adapter
        .listOrders({ first: 2, after }, call)
        .catch((failure: unknown) => failure);
      expect(answer, after).to.include({ code: 'invalid' });
    }
  });
});

describe('getCancellations of the memory adapter', () => {
  it('answers what the refs name, once, and leaves out what it does not know', async () => {
    const { adapter } = memoryWorld();
    const { cancellations } = await adapter.requestCancellation(
      { orderId: 'order-1042', lines: 'all' },
      writeCall('named-by-its-key'),
    );
    const id = cancellations[0]?.id ?? '';
    const answer = await adapter.getCancellations?.(
      [
        { orderId: 'order-1042', idempotencyKey: 'named-by-its-key' },
        { orderId: 'order-1042', cancellationId: id },
        { orderId: 'order-1036' },
        { orderId: 'order-1042', cancellationId: 'another' },
        { orderId: 'no-such-order' },
      ],
      call,
    );
    expect(answer?.map((cancellation) => cancellation.id)).to.deep.equal([id, 'order-1036:c1']);
  });
});
