import { expect } from '@open-wc/testing';
import { parsePage } from '../../src/model/parse-page.js';
import { hostileObjects, oddValues, orderSample } from './samples.js';

const at = (hour: number) => `2026-11-23T0${hour}:00:00Z`;

describe('parsePage', () => {
  it('hands on a valid page as it is', () => {
    const page = {
      items: [orderSample()],
      next: 'page:2',
      total: 41,
      shopper: 'u-1',
      serverTime: at(7),
    };
    expect(parsePage(page)).to.deep.equal({ value: page, issues: [] });
    expect(parsePage({ items: [] })).to.deep.equal({ value: { items: [] }, issues: [] });
  });

  it('lets no bad order hide the others, and reports each', () => {
    const bad = [...oddValues, ...hostileObjects()];
    const { value, issues } = parsePage({
      items: bad.flatMap((one, index) => [one, orderSample({ id: `o-${index}` })]),
    });
    for (const index of bad.keys()) {
      expect(value?.items.some(({ id }) => id === `o-${index}`)).to.equal(true);
      expect(issues.some(({ path }) => path.startsWith(`items[${index * 2}]`))).to.equal(true);
    }
  });

  it('finds no page in nonsense', () => {
    for (const nonsense of [
      undefined,
      null,
      'page',
      {},
      { items: null },
      { items: {} },
      { items: 'none' },
      { orders: [] },
    ]) {
      const { value, issues } = parsePage(nonsense);
      expect(value).to.equal(undefined);
      expect(issues).not.to.deep.equal([]);
    }
  });

  it('takes a bare list for a last page', () => {
    const { value, issues } = parsePage([orderSample()]);
    expect(value?.items).to.have.length(1);
    expect(issues).to.deep.equal([{ path: '', problem: 'repaired' }]);
  });

  it('drops a total, a cursor and a time that are none', () => {
    expect(
      parsePage({ items: [], total: 1.5, next: {}, serverTime: '2026-11-23T07:00:00', shopper: '' })
        .value,
    ).to.deep.equal({ items: [] });
    expect(parsePage({ items: [], next: 'x'.repeat(10_000) }).issues).to.deep.equal([
      { path: 'next', problem: 'too-long' },
    ]);
    expect(parsePage({ items: [], next: 3 }).value?.next).to.equal('3');
  });

  describe('with an id twice', () => {
    const ids = (...items: object[]) =>
      parsePage({ items }).value?.items.map(({ id, number }) => `${id} ${number}`);

    it('keeps the first place and the newest state', () => {
      expect(
        ids(
          orderSample({ number: 'old', updatedAt: at(1) }),
          orderSample({ id: 'o-2' }),
          orderSample({ number: 'new', updatedAt: at(2) }),
        ),
      ).to.deep.equal(['o-1 new', 'o-2 #1001']);
      expect(
        ids(
          orderSample({ number: 'new', updatedAt: at(2) }),
          orderSample({ number: 'old', updatedAt: at(1) }),
        ),
      ).to.deep.equal(['o-1 new']);
    });

    it('keeps the first where times do not tell', () => {
      expect(
        ids(orderSample({ number: 'a', updatedAt: undefined }), orderSample({ number: 'b' })),
      ).to.deep.equal(['o-1 a']);
    });

    it('never lets a disguised id speak for the order that has it', () => {
      const disguised = orderSample({ id: 'o-1\u200B', number: 'disguised', updatedAt: at(9) });
      const real = orderSample({ number: 'real', updatedAt: at(1) });
      expect(ids(disguised, real)).to.deep.equal(['o-1 real']);
      expect(ids(real, disguised)).to.deep.equal(['o-1 real']);
    });

    it('reports it', () => {
      expect(parsePage({ items: [orderSample(), orderSample()] }).issues).to.deep.equal([
        { path: 'items', problem: 'duplicate-id' },
      ]);
    });

    it('takes ids that are names of Object.prototype like any other', () => {
      expect(
        ids(
          ...['__proto__', 'constructor', 'hasOwnProperty', '__proto__'].map((id) =>
            orderSample({ id }),
          ),
        ),
      ).to.have.length(3);
    });
  });

  it('is bounded however much there is', function () {
    // A quarter of a million values, on machines that measure coverage beside other work.
    this.timeout(30_000);
    const nested: unknown[] = [];
    const lines = new Array(20_000).fill({ id: 'l' });
    for (let index = 0; index < 12_000; index += 1) nested.push({ id: `o-${index}`, lines });
    const { value, issues } = parsePage({ items: nested });
    expect(value?.items.length).to.be.at.most(10_000);
    expect(value?.items[0]?.linesComplete).to.equal(false);
    expect(issues.length).to.be.at.most(1_001);
    expect(issues.at(-1)).to.deep.equal({ path: '', problem: 'too-many' });
  });

  it('believes no list about an impossible length, and reads on', () => {
    for (const length of [Number.POSITIVE_INFINITY, Number.NaN, -1, 1.5, undefined, '3']) {
      const odd = new Proxy([], {
        get: (target, key) => (key === 'length' ? length : (Reflect.get(target, key) as unknown)),
      });
      const { value, issues } = parsePage({
        items: [orderSample({ lines: odd }), orderSample({ id: 'o-2' })],
      });
      expect(value?.items[0]).to.deep.include({ lines: [], linesComplete: false });
      expect(value?.items[1]).to.deep.equal(orderSample({ id: 'o-2' }));
      expect(issues).to.deep.equal([
        { path: 'items[0].lines', problem: 'unreadable', orderId: 'o-1' },
      ]);
    }
  });

  it('reads ten thousand orders at once', () => {
    const { value, issues } = parsePage({
      items: Array.from({ length: 10_000 }, (_, index) => orderSample({ id: `o-${index}` })),
    });
    expect(value?.items).to.have.length(10_000);
    expect(issues).to.deep.equal([]);
  });
});
