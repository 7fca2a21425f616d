import { expect } from '@open-wc/testing';
import type {
  VendureOrderCancellation,
  VendureQuote,
} from '../../../src/adapters/vendure/answers.js';
import type { Order } from '../../../src/model/order.js';
import type { CancellationPreview } from '../../../src/model/preview.js';
import { adapterOn, allowed, call, json, order, request, story } from './shop-api.js';

function mapped(more: Partial<VendureOrderCancellation>): Promise<Order> {
  const shown = order({ cancellation: story(more) });
  const { adapter } = adapterOn(() => json({ data: { shopperOrder: shown } }));
  return adapter.getOrder(shown.id, call());
}

describe('an order of Vendure in the model', () => {
  it('has amounts as decimals, and its total as placed beside the one of today', async () => {
    const { total, currentTotal, lines } = await mapped({ totalWithTax: 5 });
    expect(total).to.deep.equal({ amount: '41.90', currency: 'EUR' });
    expect(currentTotal).to.deep.equal({ amount: '0.05', currency: 'EUR' });
    expect(lines[0]?.total).to.deep.equal({ amount: '37.00', currency: 'EUR' });
  });

  const states = [
    ['PaymentAuthorized', 'pending'],
    ['PaymentSettled', 'processing'],
    ['PartiallyShipped', 'partially-shipped'],
    ['Shipped', 'shipped'],
    ['Delivered', 'delivered'],
    ['Cancelled', 'canceled'],
    ['Modifying', 'on-hold'],
    ['WaitingForTheMoon', 'unknown'],
  ] as const;
  for (const [state, status] of states) {
    it(`is ${status} in the state ${state}`, async () => {
      expect((await mapped({ state })).status).to.equal(status);
    });
  }

  it('is partly canceled where a paid order has lost units, and knows what has left', async () => {
    const { status, lines } = await mapped({
      quantities: [{ lineId: '7', quantity: 1, shipped: 1 }],
    });
    expect(status).to.equal('partially-canceled');
    expect(lines[0]).to.include({ quantity: 2, canceled: 1, shipped: 1 });
  });

  it('infers a cancellation nobody asked for, and leaves its refund with the order', async () => {
    const at = '2026-11-25T12:00:00.000Z';
    const shown = await mapped({
      state: 'Cancelled',
      otherRefunds: [{ id: '9', state: 'ISSUED', amount: 4190, label: 'Visa', at }],
    });
    expect(shown.cancellations).to.deep.equal([
      {
        id: 'order:42',
        orderId: '42',
        inferred: true,
        status: 'completed',
        lines: 'all',
        refund: { status: 'unknown' },
        timeline: [],
      },
    ]);
    expect(shown.refunds).to.deep.equal([
      {
        id: '9',
        status: 'issued',
        amount: { amount: '41.90', currency: 'EUR' },
        destination: { kind: 'refund', label: 'Visa' },
        at,
      },
    ]);
  });

  it('tells the parts of a request’s refund apart', async () => {
    const completed = request({
      state: 'COMPLETED',
      refund: {
        ...request().refund,
        state: 'PENDING',
        parts: [
          { state: 'ISSUED', amount: 2000, kind: 'gift-card', label: 'Gift card', at: null },
          { state: 'PENDING', amount: 2190, kind: 'refund', label: 'Visa', at: null },
        ],
      },
    });
    const shown = await mapped({ state: 'Cancelled', requests: [completed] });
    expect(shown.refunds).to.equal(undefined);
    expect(shown.cancellations).to.have.lengthOf(1);
    const [cancellation] = shown.cancellations;
    expect(cancellation?.status).to.equal('completed');
    expect(cancellation?.refund.status).to.equal('pending');
    expect(cancellation?.refund.parts?.map(({ status }) => status)).to.deep.equal([
      'issued',
      'pending',
    ]);
  });

  it('offers quantities only where a part can be canceled', async () => {
    const parts = (await mapped({})).eligibility;
    expect(parts).to.deep.include({ scope: 'quantities', mode: 'request' });
    const whole = (await mapped({ eligibility: { ...allowed, scope: 'order' } })).eligibility;
    expect(whole).to.include({ scope: 'order' }).and.not.to.have.property('lines');
  });
});

describe('a quote of Vendure in the model', () => {
  const quote: VendureQuote = {
    exact: true,
    currencyCode: 'EUR',
    total: 3820,
    items: 3700,
    discount: -370,
    shipping: 490,
    minMinutes: 1,
    maxMinutes: 2,
    expectedText: '3 to 5 working days',
    destinations: [{ kind: 'refund', label: 'Visa •••• 4242', amount: 3820 }],
    coupons: [{ code: 'WELCOME10', returned: true, message: 'You can use it again.' }],
  };
  const preview = (shown: VendureQuote): Promise<CancellationPreview> | undefined => {
    const { adapter } = adapterOn(() =>
      json({ data: { cancellationQuote: { __typename: 'CancellationQuote', ...shown } } }),
    );
    return adapter.previewCancellation?.({ orderId: '42', lines: 'all' }, call());
  };

  it('adds up, says where the money goes and what becomes of the coupon', async () => {
    const shown = await preview(quote);
    expect(shown?.refund).to.deep.include({
      kind: 'amount',
      total: { amount: '38.20', currency: 'EUR' },
      parts: [
        { kind: 'lines', amount: { amount: '37.00', currency: 'EUR' } },
        { kind: 'discount', amount: { amount: '-3.70', currency: 'EUR' } },
        { kind: 'shipping', amount: { amount: '4.90', currency: 'EUR' } },
      ],
    });
    expect(shown?.benefits).to.deep.equal([
      {
        kind: 'coupon',
        label: 'WELCOME10',
        outcome: 'returned',
        message: 'You can use it again.',
      },
    ]);
  });

  it('says so when less was paid than the order falls by', async () => {
    const shown = await preview({ ...quote, total: 3000 });
    expect(shown?.refund)
      .to.have.property('parts')
      .that.deep.includes({
        kind: 'adjustment',
        amount: { amount: '-8.20', currency: 'EUR' },
      });
  });

  it('knows that nothing was paid', async () => {
    const shown = await preview({ ...quote, total: 0, destinations: [] });
    expect(shown?.refund).to.deep.equal({ kind: 'none', why: 'not-paid' });
  });
});
