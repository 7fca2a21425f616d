import { expect } from '@open-wc/testing';
import type { DataIssue } from '../../src/model/data-issue.js';
import type { Order } from '../../src/model/order.js';
import { parseOrder } from '../../src/model/parse-order.js';
import { cancellationSample, eligibilitySample, lineSample, orderSample } from './samples.js';

interface Read {
  readonly order: Order;
  readonly issues: readonly DataIssue[];
  readonly said: readonly string[];
}

function read(changes: object, complete = false): Read {
  const { value, issues } = parseOrder(orderSample(changes), { complete });
  if (value === undefined) throw new Error('the order was left out');
  return { order: value, issues, said: issues.map(({ path, problem }) => `${path}: ${problem}`) };
}

/** For a test's title. */
function name(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? JSON.stringify(value)
    : Object.prototype.toString.call(value);
}

describe('parseOrder', () => {
  it('hands on a valid order as it is, without a word', () => {
    const full = orderSample({
      currentTotal: { amount: '0.00', currency: 'RON' },
      refunds: [{ id: 'r', status: 'issued', amount: { amount: '1', currency: 'RON' } }],
      processing: { minMinutes: 0, maxMinutes: 30 },
      payment: { label: 'Card' },
      group: { id: 'g', label: '#77' },
      revision: '4',
      seller: {
        id: 's',
        name: 'Shop',
        policyUrl: 'https://shop.example/p',
        supportUrl: 'https://shop.example/s',
      },
      links: { details: 'https://shop.example/1', cancel: 'https://shop.example/1/cancel' },
      withdrawal: { applies: 'yes', partial: true, until: '2026-12-01', message: 'm' },
      cancellations: [cancellationSample()],
      lines: [
        lineSample({
          variant: 'red',
          sku: 'S',
          unit: 'kg',
          step: 0.1,
          canceled: 1,
          shipped: 0,
          imageUrl: 'https://i.example/1',
          url: 'https://i.example/2',
          bundleId: 'b',
          lang: 'ro-RO',
          unitPrice: { amount: '20.10', currency: 'RON' },
        }),
      ],
    });
    const { value, issues } = parseOrder(full, { complete: true });
    expect(issues).to.deep.equal([]);
    expect(value).to.deep.equal(full);
  });

  for (const nothing of [
    undefined,
    null,
    0,
    '',
    'order',
    true,
    [],
    [orderSample()],
    () => orderSample(),
    Symbol('s'),
  ]) {
    it(`finds no order in ${name(nothing)} and says so`, () => {
      const { value, issues } = parseOrder(nothing, { complete: false });
      expect(value).to.equal(undefined);
      expect(issues).to.have.length(1);
    });
  }

  it('leaves out an order without an id', () => {
    for (const id of [undefined, null, '', '\u200B', {}, Number.NaN, 2 ** 60, 'x'.repeat(2000)]) {
      const { value, issues } = parseOrder(orderSample({ id }), { complete: false });
      expect(value).to.equal(undefined);
      expect(issues).not.to.deep.equal([]);
    }
  });

  it('drops fields that the model does not have', () => {
    expect(read({ internalMargin: '40%' }).order).not.to.have.property('internalMargin');
  });

  it('keeps no prototype that an answer brings', () => {
    const { value } = parseOrder(
      JSON.parse('{"id":"o","__proto__":{"number":"#666","polluted":true}}'),
      { complete: false },
    );
    expect(value?.number).to.equal('o');
    expect(value).not.to.have.property('polluted');
  });

  describe('ids and numbers', () => {
    for (const id of [
      '__proto__',
      'constructor',
      'toString',
      'gid://shop/Order/1?key=é',
      '0',
      ' a b ',
    ]) {
      it(`takes ${JSON.stringify(id)} as an id like any other`, () => {
        const { order, issues } = read({ id });
        expect(order.id).to.equal(id);
        expect(issues).to.deep.equal([]);
      });
    }

    it('makes text of a number where that is safe', () => {
      const { order, said } = read({ id: 1001, number: 1001n });
      expect(order).to.include({ id: '1001', number: '1001' });
      expect(said).to.deep.equal(['id: repaired', 'number: repaired']);
    });

    it('takes invisible characters out of ids and numbers', () => {
      const { order, said } = read({ id: 'o\u202E-1\u0000', number: '#10\u200B01\u2066\uD800' });
      expect(order).to.include({ id: 'o-1', number: '#1001' });
      expect(said.filter((text) => text.includes('unsafe-characters'))).to.have.length.of.at.least(
        2,
      );
    });

    it('falls back to the id where there is no number', () => {
      for (const number of [undefined, null, '', ' ', [], '\u200B'])
        expect(read({ number }).order.number).to.equal('o-1');
    });

    it('shows no more of a long id than of a number', () => {
      expect(read({ id: ` ${'x'.repeat(1000)}`, number: null }).order.number).to.equal(
        'x'.repeat(256),
      );
    });

    it('names the order in each issue inside it', () => {
      expect(read({ lines: [lineSample({ quantity: -1 })] }).issues).to.deep.equal([
        { path: 'lines[0].quantity', problem: 'malformed', orderId: 'o-1' },
      ]);
    });
  });

  describe('status', () => {
    it("becomes unknown, and the platform's word its label", () => {
      const { order, issues } = read({ status: 'Ausstehend', statusLabel: undefined });
      expect(order).to.include({ status: 'unknown', statusLabel: 'Ausstehend' });
      expect(issues).to.deep.equal([
        { path: 'status', problem: 'unknown-value', orderId: 'o-1', detail: 'Ausstehend' },
      ]);
    });

    it('keeps the label that the platform gave', () => {
      expect(read({ status: 'constructor' }).order).to.include({
        status: 'unknown',
        statusLabel: 'In procesare',
      });
    });

    it('is unknown without any word', () => {
      expect(read({ status: undefined, statusLabel: null }).order)
        .to.include({ status: 'unknown' })
        .and.not.to.have.property('statusLabel');
      expect(read({ status: {} }).said).to.include('status: malformed');
    });
  });

  describe('money', () => {
    for (const total of [
      null,
      undefined,
      12.3,
      '12.30',
      [],
      {},
      { amount: null, currency: 'RON' },
      { amount: 'abc', currency: 'RON' },
      { amount: Number.NaN, currency: 'RON' },
      { amount: Number.POSITIVE_INFINITY, currency: 'RON' },
      { amount: 1e21, currency: 'RON' },
      { amount: '1e3', currency: 'RON' },
      { amount: '1,000.00', currency: 'RON' },
      { amount: {}, currency: 'RON' },
      { amount: '', currency: 'RON' },
      { amount: '9'.repeat(41), currency: 'RON' },
      { amount: '12.30' },
      { amount: '12.30', currency: '' },
      { amount: '12.30', currency: 'X' },
      { amount: '12.30', currency: 'R$' },
      { amount: '12.30', currency: 5 },
      { amount: '12.30', currency: undefined },
    ]) {
      it(`is absent, not 0, where it is ${JSON.stringify(total)}`, () => {
        const { order, issues } = read({ total });
        expect(order).not.to.have.property('total');
        expect(issues.length > 0).to.equal(total !== null && total !== undefined);
      });
    }

    for (const [total, amount, currency, problem] of [
      [{ amount: 12.3, currency: 'RON' }, '12.3', 'RON', 'repaired'],
      [{ amount: 30.000000000000004, currency: 'RON' }, '30', 'RON', 'repaired'],
      [{ amount: '-0.00', currency: 'RON' }, '0.00', 'RON', 'repaired'],
      [{ amount: -0, currency: 'RON' }, '0', 'RON', 'repaired'],
      [{ amount: ' 5 ', currency: 'ron' }, '5', 'RON', 'repaired'],
      [{ amount: '12.30', currency: 'USDT' }, '12.30', 'USDT', 'unknown-currency'],
      [{ amount: '9007199254740993.10', currency: 'JPY' }, '9007199254740993.10', 'JPY', undefined],
      [{ amount: '-5.00', currency: 'ZZZ' }, '-5.00', 'ZZZ', undefined],
    ] as const) {
      it(`reads ${JSON.stringify(total)}`, () => {
        const { order, issues } = read({ total });
        expect(order.total).to.deep.equal({ amount, currency });
        expect(issues.map((issue) => issue.problem)).to.include.members(
          problem === undefined ? [] : [problem],
        );
        expect(issues.length > 0).to.equal(problem !== undefined);
      });
    }
  });

  describe('times', () => {
    for (const placedAt of [
      '2026-02-30',
      'today',
      0,
      1764142800000,
      Number.NaN,
      {},
      new Date(Number.NaN),
      '0000-00-00 00:00:00',
      `2026-11-23T07:40:00${' '.repeat(99)}Z`,
    ]) {
      it(`are absent, not today, where they are ${name(placedAt)}`, () => {
        const { order, said } = read({ placedAt });
        expect(order).not.to.have.property('placedAt');
        expect(said).to.deep.equal(['placedAt: malformed']);
      });
    }

    it('lose the time of day that has no zone', () => {
      const { order, said } = read({
        placedAt: '2026-11-23 23:59:00',
        updatedAt: '2026-11-23T07:40:00',
      });
      expect(order.placedAt).to.equal('2026-11-23');
      expect(order).not.to.have.property('updatedAt');
      expect(said).to.deep.equal(['placedAt: zone-missing', 'updatedAt: zone-missing']);
    });

    it('are rewritten to what every browser parses', () => {
      const { order, said } = read({
        placedAt: '2026-11-23 07:40:00.1234567+0000',
        updatedAt: new Date(0),
      });
      expect(order).to.include({
        placedAt: '2026-11-23T07:40:00.123+00:00',
        updatedAt: '1970-01-01T00:00:00.000Z',
      });
      expect(said).to.deep.equal(['placedAt: repaired', 'updatedAt: repaired']);
    });

    it('are not points in time when they are days', () => {
      expect(read({ updatedAt: '2026-11-23' }).said).to.deep.equal(['updatedAt: malformed']);
      expect(read({ placedAt: '2026-11-23' }).order.placedAt).to.equal('2026-11-23');
    });
  });

  describe('lines', () => {
    for (const quantity of [
      undefined,
      null,
      'many',
      -1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1e21,
      {},
      [],
      true,
      '',
    ]) {
      it(`have no quantity, not 0, where it is ${name(quantity)}`, () => {
        const { order, issues } = read({ lines: [lineSample({ quantity })] });
        expect(order.lines).to.have.length(1);
        expect(order.lines[0]).not.to.have.property('quantity');
        expect(issues).not.to.deep.equal([]);
      });
    }

    it('read a quantity that is written as text', () => {
      const { order, said } = read({ lines: [lineSample({ quantity: '1.35' })] });
      expect(order.lines[0]?.quantity).to.equal(1.35);
      expect(said).to.deep.equal(['lines[0].quantity: repaired']);
      expect(
        Object.is(read({ lines: [lineSample({ quantity: -0 })] }).order.lines[0]?.quantity, 0),
      ).to.equal(true);
    });

    it('are canceled at most as a whole', () => {
      const { order, said } = read({ lines: [lineSample({ canceled: 5, shipped: 9 })] });
      expect(order.lines[0]).to.include({ canceled: 3, shipped: 3 });
      expect(said).to.deep.equal([
        'lines[0].canceled: out-of-range',
        'lines[0].shipped: out-of-range',
      ]);
      expect(
        read({ lines: [lineSample({ canceled: 5, quantity: null })] }).order.lines[0]?.canceled,
      ).to.equal(5);
    });

    it('are named by what is there', () => {
      expect(
        read({ lines: [lineSample({ name: ' ', sku: 'S-1' })] }).order.lines[0]?.name,
      ).to.equal('S-1');
      expect(read({ lines: [lineSample({ name: null })] }).order.lines[0]?.name).to.equal('l-1');
    });

    it('leave the whole order only when one of them is lost', () => {
      for (const lost of [null, 'line', lineSample({ id: undefined }), []]) {
        const { order, issues } = read({ lines: [lost, lineSample()] });
        expect(order.lines.map(({ id }) => id)).to.deep.equal(['l-1']);
        expect(order.linesComplete).to.equal(false);
        expect(issues).to.have.length(1);
      }
    });

    it('leave the whole order only when two cannot be told apart', () => {
      const { order, said } = read({ lines: [lineSample(), lineSample({ name: 'Other' })] });
      expect(order.lines).to.have.length(1);
      expect(order.linesComplete).to.equal(false);
      expect(said).to.deep.equal(['lines: duplicate-id']);
    });

    it('may be missing', () => {
      for (const lines of [undefined, {}, 'none'])
        expect(read({ lines }).order).to.deep.include({ lines: [], linesComplete: false });
      expect(read({ lines: [], linesComplete: false }).issues).to.deep.equal([]);
      expect(read({ linesComplete: true }).order).not.to.have.property('linesComplete');
      expect(read({ linesComplete: 'no' }).said).to.deep.equal(['linesComplete: malformed']);
    });

    it('drop what no browser can use', () => {
      const { order, said } = read({
        lines: [
          lineSample({
            imageUrl: 'javascript:alert(1)',
            url: ' https://shop.example/\n',
            lang: 'Română',
            step: 0,
            seller: { id: 's' },
          }),
        ],
      });
      expect(order.lines[0]).to.deep.equal(lineSample({ url: 'https://shop.example/' }));
      expect(said).to.deep.equal([
        'lines[0].step: malformed',
        'lines[0].imageUrl: unsafe-url',
        'lines[0].url: repaired',
        'lines[0].seller.name: missing',
        'lines[0].lang: malformed',
      ]);
    });
  });

  describe('texts', () => {
    it('are bounded, and never end in half a character', () => {
      const { order, said } = read({ statusLabel: `${'x'.repeat(255)}👍 and more` });
      expect(order.statusLabel).to.equal('x'.repeat(255));
      expect(said).to.deep.equal(['statusLabel: too-long']);
    });

    it("keep their own language's joiners and lose what cannot be printed", () => {
      const { order, said } = read({
        lines: [lineSample({ name: 'می\u200Cخواهم', variant: 'a\u0000b' })],
      });
      expect(order.lines[0]).to.include({ name: 'می\u200Cخواهم', variant: 'ab' });
      expect(said).to.deep.equal(['lines[0].variant: unsafe-characters']);
    });

    it('never stand in an issue, other than the word at fault', () => {
      const { issues } = read({ status: `secret\n\u202E${'x'.repeat(500)}` });
      expect(issues[0]?.detail).to.have.length.of.at.most(60);
      expect(issues[0]?.detail).not.to.match(/[\n\u202E]/);
      expect(JSON.parse(JSON.stringify(issues))).to.deep.equal(issues);
    });
  });

  describe('the rest of it', () => {
    it('drops what says nothing or contradicts itself', () => {
      const { order } = read({
        payment: {},
        group: { label: 'x' },
        links: { details: '/orders/1' },
        processing: { minMinutes: 60, maxMinutes: 5 },
        seller: { name: 'x' },
        withdrawal: 'yes',
        refunds: {},
        cancellations: 'none',
        revision: {},
      });
      expect(order).not.to.have.any.keys(
        'payment',
        'group',
        'links',
        'processing',
        'seller',
        'withdrawal',
        'refunds',
        'revision',
      );
      expect(order.cancellations).to.deep.equal([]);
    });

    it('hides the withdrawal only on a clear no', () => {
      const { order, said } = read({ withdrawal: { applies: 'nope' } });
      expect(order.withdrawal).to.deep.equal({ applies: 'unknown', partial: false });
      expect(said).to.deep.equal([
        'withdrawal.applies: unknown-value',
        'withdrawal.partial: missing',
      ]);
    });

    it('keeps refunds without an id apart and drops repeated ones', () => {
      const refund = { status: 'issued' };
      expect(
        read({ refunds: [refund, refund, { ...refund, id: '#0' }, { ...refund, id: '#0' }] }).order
          .refunds,
      ).to.have.length(3);
    });

    it('takes a revision that is a number, unchanged as text', () => {
      expect(read({ revision: 4 }).order.revision).to.equal('4');
    });
  });

  it('reads on where a field throws', () => {
    const order = orderSample();
    Object.defineProperty(order, 'total', {
      get: () => {
        throw new Error('lazy');
      },
    });
    const { value, issues } = parseOrder(order, { complete: false });
    expect(value?.number).to.equal('#1001');
    expect(issues).to.deep.equal([{ path: 'total', problem: 'unreadable', orderId: 'o-1' }]);
  });

  it('has an eligibility that getOrder has to give', () => {
    expect(read({ eligibility: eligibilitySample() }, true).order.eligibility).to.deep.equal(
      eligibilitySample(),
    );
    expect(read({ eligibility: 'ask' }).order.eligibility).to.equal('ask');
  });
});
