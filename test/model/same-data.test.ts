import { expect } from '@open-wc/testing';
import { parsePage } from '../../src/model/parse-page.js';
import { sameData } from '../../src/model/same-data.js';
import { orderSample } from './samples.js';

describe('sameData', () => {
  it('finds two reads of an unchanged order equal', () => {
    const first = parsePage({ items: [orderSample()] }).value;
    const second = parsePage(JSON.parse(JSON.stringify({ items: [orderSample()] }))).value;
    expect(first).not.to.equal(second);
    expect(sameData(first, second)).to.equal(true);
  });

  for (const [left, right] of [
    [1, 2],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [[1], [1, 2]],
    [[1], { 0: 1 }],
    [{ 0: 1 }, [1]],
    [null, {}],
    [{}, null],
    [{ a: undefined }, { b: undefined }],
    [{ a: { b: [1] } }, { a: { b: [2] } }],
    ['1', 1],
    [{ constructor: 1 }, {}],
    [undefined, null],
  ] as const) {
    it(`tells ${JSON.stringify(left)} from ${JSON.stringify(right)}`, () => {
      expect(sameData(left, right)).to.equal(false);
    });
  }

  it('ends on cycles', () => {
    const one: Record<string, unknown> = {};
    const other: Record<string, unknown> = {};
    one['self'] = one;
    other['self'] = other;
    expect(sameData(one, other)).to.equal(false);
  });

  it('does not care for the sequence of fields', () => {
    expect(sameData({ a: 1, b: [2] }, { b: [2], a: 1 })).to.equal(true);
    expect(sameData(Number.NaN, Number.NaN)).to.equal(true);
  });
});
