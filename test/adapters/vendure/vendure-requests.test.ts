import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import { adapterOn, call, json, order, request, writeCall } from './shop-api.js';

const nothing = (): Response =>
  json({
    data: { serverTime: '', activeCustomer: { id: '1', orders: { totalItems: 0, items: [] } } },
  });

describe('what the Vendure adapter sends', () => {
  it('asks in the language of the call, with the session’s cookie, and follows no redirect', async () => {
    const { adapter, sent } = adapterOn(nothing);
    await adapter.listOrders({ first: 5 }, call());
    const [{ url, init, headers } = { url: '', init: {}, headers: new Headers() }] = sent;
    expect(url).to.equal('/shop-api?languageCode=ro');
    expect([init.method, init.credentials, init.redirect, init.cache]).to.deep.equal([
      'POST',
      'same-origin',
      'manual',
      'no-store',
    ]);
    expect(headers.has('authorization')).to.equal(false);
  });

  it('carries token, channel and further header fields', async () => {
    let token = 'first';
    const { adapter, sent } = adapterOn(nothing, {
      url: 'https://shop.test/shop-api?a=1',
      token: () => token,
      channelToken: 'outlet',
      headers: { 'x-shop': 'yes' },
      credentials: 'omit',
    });
    await adapter.listOrders({ first: 5 }, call());
    token = 'second';
    await adapter.listOrders({ first: 5 }, call());
    expect(sent.map(({ headers }) => headers.get('authorization'))).to.deep.equal([
      'Bearer first',
      'Bearer second',
    ]);
    expect(sent[0]?.headers.get('vendure-token')).to.equal('outlet');
    expect(sent[0]?.headers.get('x-shop')).to.equal('yes');
    expect(sent[0]?.init.credentials).to.equal('omit');
    expect(sent[0]?.url).to.equal('https://shop.test/shop-api?a=1&languageCode=ro');
  });

  it('never lists the cart, and asks for no more than the engine gives', async () => {
    const { adapter, sent } = adapterOn(nothing);
    await adapter.listOrders({ first: 500, search: ' #1042 ', status: 'processing' }, call());
    expect(sent[0]?.variables['options']).to.deep.equal({
      skip: 0,
      take: 100,
      sort: { orderPlacedAt: 'DESC', id: 'DESC' },
      filter: {
        active: { eq: false },
        code: { contains: '1042' },
        state: { in: ['PaymentSettled'] },
      },
    });
  });

  it('pages among the orders that were there at first, whatever is placed in between', async () => {
    const { adapter, sent } = adapterOn(() =>
      json({
        data: { activeCustomer: { id: '1', orders: { totalItems: 3, items: [order(), order()] } } },
      }),
    );
    const page = await adapter.listOrders({ first: 2 }, call());
    await adapter.listOrders({ first: 2, after: page.next ?? '' }, call());
    expect(sent[1]?.variables['options']).to.deep.include({
      skip: 2,
      filter: {
        active: { eq: false },
        orderPlacedAt: { before: '2026-11-25T10:00:00.001Z' },
      },
    });
  });

  it('ends after the last page', async () => {
    const { adapter } = adapterOn(() =>
      json({ data: { activeCustomer: { id: '1', orders: { totalItems: 1, items: [order()] } } } }),
    );
    expect((await adapter.listOrders({ first: 2 }, call())).next).to.equal(undefined);
  });

  it('sends nothing for a cursor that is none of its own', async () => {
    const { adapter, sent } = adapterOn(nothing);
    const failure = await adapter
      .listOrders({ first: 2, after: 'page:2' }, call())
      .catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(AdapterError).and.to.include({ code: 'invalid', sent: false });
    expect(sent).to.have.lengthOf(0);
  });

  it('makes one call of a request: everything as no lines at all, the key beside it', async () => {
    const { adapter, sent } = adapterOn(() =>
      json({ data: { requestCancellation: { __typename: 'CancellationRequest', ...request() } } }),
    );
    await adapter.requestCancellation(
      { orderId: '42', lines: 'all', reasonCode: 'other', revision: 'r1' },
      writeCall(),
    );
    const lines = [{ lineId: '7', quantity: 1 }];
    await adapter.requestCancellation({ orderId: '42', lines, note: 'Please' }, writeCall());
    expect(sent.map(({ variables }) => variables)).to.deep.equal([
      {
        input: { orderId: '42', reasonCode: 'other', revision: 'r1' },
        key: 'a-key-of-this-test',
      },
      { input: { orderId: '42', note: 'Please', lines }, key: 'a-key-of-this-test' },
    ]);
  });

  it('reads many requests in calls of fifty', async () => {
    const { adapter, sent } = adapterOn(() => json({ data: { cancellationRequests: [] } }));
    const refs = Array.from({ length: 60 }, (_, index) => ({ orderId: String(index) }));
    await adapter.getCancellations?.(refs, call());
    expect(sent.map(({ variables }) => (variables['refs'] as unknown[]).length)).to.deep.equal([
      50, 10,
    ]);
  });

  it('takes a request back by its key where the id was lost', async () => {
    const { adapter, sent } = adapterOn(() =>
      json({
        data: {
          retractCancellation: {
            __typename: 'CancellationRequest',
            ...request({ state: 'RETRACTED' }),
            order: order(),
          },
        },
      }),
    );
    const ref = { orderId: '42', idempotencyKey: 'the-key-of-a-request' };
    const result = await adapter.retractCancellation?.(ref, writeCall());
    expect(sent[0]?.variables['input']).to.deep.equal(ref);
    expect(result?.cancellations[0]?.status).to.equal('retracted');
    expect(result?.order?.number).to.equal('1042');
  });
});
