import { expect } from '@open-wc/testing';
import type { MemoryOrder } from '../../src/adapters/memory/index.js';
import {
  createNamedOrders,
  createSampleOrders,
  openOrder,
  sampleNow,
} from '../../src/testing/index.js';

const cents = (amount = '0'): number => Math.round(Number(amount) * 100);

describe('createSampleOrders()', () => {
  it('gives 43 orders, or as many as are wanted, newest first, each with an id of its own', () => {
    const orders = createSampleOrders();
    expect(orders).to.have.length(43);
    expect(createSampleOrders({ count: 100 })).to.have.length(100);
    expect(createSampleOrders({ count: 5 })).to.have.length(5);
    expect(new Set(orders.map((order) => order.id)).size).to.equal(43);
    const times = orders.map((order) => Date.parse(order.placedAt ?? ''));
    expect(times).to.deep.equal([...times].sort((a, b) => b - a));
  });

  it('gives the same at each call, and moves the dates with the moment', () => {
    expect(createSampleOrders()).to.deep.equal(createSampleOrders());
    const [later] = createSampleOrders({ now: sampleNow + 3_600_000, count: 1 });
    const [first] = createSampleOrders({ count: 1 });
    expect(Date.parse(later?.placedAt ?? '') - Date.parse(first?.placedAt ?? '')).to.equal(
      3_600_000,
    );
  });

  it('asks where the picture of each product is, and does without', () => {
    const { openOrder: pictured } = createNamedOrders({
      imageUrl: (sku) => `/pictures/${sku}.svg`,
    });
    expect(pictured.lines.map((line) => line.imageUrl)).to.deep.equal([
      '/pictures/linen-shirt.svg',
      '/pictures/stoneware-mug.svg',
    ]);
    expect(openOrder.lines.map((line) => line.imageUrl)).to.deep.equal([undefined, undefined]);
  });

  it('has totals that add up from lines, shipping, tax and discount', () => {
    const priced = createSampleOrders().filter(
      (order): order is MemoryOrder & { total: { amount: string } } => order.total !== undefined,
    );
    expect(priced.length).to.be.greaterThan(40);
    for (const { lines, number, terms = {}, total } of priced) {
      const goods = lines.reduce((sum, line) => sum + cents(line.total?.amount), 0);
      expect(cents(total.amount), number).to.equal(
        goods + cents(terms.shipping) + cents(terms.tax) - cents(terms.discount?.amount),
      );
    }
  });

  it('is in many states', () => {
    const orders = createSampleOrders();
    const statuses = new Set(orders.map((order) => order.status));
    expect([...statuses]).to.include.members([
      'pending',
      'processing',
      'on-hold',
      'partially-shipped',
      'shipped',
      'delivered',
      'partially-canceled',
      'canceled',
      'returned',
      'unknown',
    ]);
    const cancellations = orders.flatMap((order) => order.cancellations);
    expect(cancellations.map((one) => one.status)).to.include.members([
      'requested',
      'processing',
      'completed',
      'partially-completed',
      'declined',
    ]);
    expect(cancellations.map((one) => one.refund.status)).to.include.members([
      'none',
      'expected',
      'pending',
      'issued',
      'released',
      'failed',
    ]);
  });

  it('is the order of the pictures', () => {
    expect([openOrder.number, openOrder.total, openOrder.payment?.label]).to.deep.equal([
      '1042',
      { amount: '98.20', currency: 'EUR' },
      'Visa •••• 4242',
    ]);
    expect(
      openOrder.lines.map((line) => [line.name, line.quantity, line.total?.amount]),
    ).to.deep.equal([
      ['Linen shirt, long sleeves', 2, '79.80'],
      ['Stoneware mug', 1, '18.50'],
    ]);
  });

  it('has each answer to whether the right of withdrawal applies', () => {
    const rights = createSampleOrders().flatMap(({ number, withdrawal }) =>
      withdrawal ? [{ number, ...withdrawal }] : [],
    );
    const today = new Date(sampleNow).toISOString().slice(0, 10);
    const facts = rights.map(({ applies, until, exemptions = [], acknowledgements = [] }) => [
      ...[applies, until === undefined ? undefined : until < today],
      ...[exemptions.length, acknowledgements.length],
    ]);
    expect(facts).to.have.deep.members([
      ['yes', false, 0, 0],
      ['yes', true, 0, 0],
      ['no', undefined, 0, 0],
      ['unknown', undefined, 0, 0],
      ['yes', false, 1, 0],
      ['yes', false, 0, 1],
    ]);
  });
});
