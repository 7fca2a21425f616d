import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Order } from '../../src/model/order.js';
import { openQuantity } from '../../src/model/order-rules.js';
import { parseOrder } from '../../src/model/parse-order.js';
import {
  clampSelection,
  lineChoices,
  selectableLines,
  wholeSelection,
} from '../../src/model/selection-rules.js';
import { eligibilitySample, lineSample, orderSample } from './samples.js';

function order(
  lines: readonly object[],
  eligibility: object | string = eligibilitySample(),
  more: object = {},
): Order {
  const { value } = parseOrder(orderSample({ lines, eligibility, ...more }), { complete: false });
  if (value === undefined) throw new Error('not an order');
  return value;
}
const a = lineSample({ id: 'a', quantity: 3 });
const b = lineSample({ id: 'b', quantity: 2, canceled: 1 });

describe('lineChoices', () => {
  it('offers the open quantity of each line', () => {
    expect(
      lineChoices(order([a, b])).map(({ max, whole, step }) => ({ max, whole, step })),
    ).to.deep.equal([
      { max: 3, whole: false, step: 1 },
      { max: 1, whole: false, step: 1 },
    ]);
  });

  it('offers whole lines where the shop takes no less', () => {
    expect(lineChoices(order([a], eligibilitySample({ scope: 'lines' })))[0]).to.include({
      max: 3,
      whole: true,
    });
  });

  it('offers no single line where only the whole order can be asked for', () => {
    for (const one of [
      order([a], eligibilitySample({ scope: 'order' })),
      order([a], eligibilitySample({ allowed: false })),
      order([a], 'ask'),
      order([a], eligibilitySample(), { linesComplete: false }),
    ]) {
      expect(lineChoices(one)).to.have.length(1);
      expect(selectableLines(one)).to.deep.equal([]);
    }
  });

  it('holds a line that the shop blocks, with the reason', () => {
    const blocked = order(
      [a, b],
      eligibilitySample({ lines: [{ lineId: 'a', max: 0, blocks: [{ code: 'final-sale' }] }] }),
    );
    expect(lineChoices(blocked)[0]).to.deep.include({ max: 0, blocks: [{ code: 'final-sale' }] });
    expect(selectableLines(blocked).map(({ line }) => line.id)).to.deep.equal(['b']);
    const named = order([a, b], eligibilitySample({ blocks: [{ code: 'digital', lineId: 'b' }] }));
    expect(selectableLines(named).map(({ line }) => line.id)).to.deep.equal(['a']);
  });

  it('offers of a line with an unknown quantity only what the shop names', () => {
    expect(selectableLines(order([lineSample({ id: 'a', quantity: 'many' })]))).to.deep.equal([]);
    expect(
      selectableLines(
        order(
          [lineSample({ id: 'a', quantity: null })],
          eligibilitySample({ lines: [{ lineId: 'a', max: 2, blocks: [] }] }),
        ),
      )[0]?.max,
    ).to.equal(2);
  });

  it('holds a bundle of which one part cannot be canceled', () => {
    const bundle = order(
      [
        lineSample({ id: 'a', bundleId: 'x' }),
        lineSample({ id: 'b', bundleId: 'x' }),
        lineSample({ id: 'c', quantity: 1, canceled: 1, bundleId: 'y' }),
        lineSample({ id: 'd', bundleId: 'y' }),
      ],
      eligibilitySample({ lines: [{ lineId: 'b', max: 0, blocks: [{ code: 'shipped' }] }] }),
    );
    expect(lineChoices(bundle)[0]).to.deep.include({ max: 0, blocks: [{ code: 'shipped' }] });
    expect(selectableLines(bundle).map(({ line }) => line.id)).to.deep.equal(['d']);
  });
});

describe('clampSelection', () => {
  it('leaves the whole order', () => {
    expect(clampSelection('all', order([a]))).to.equal('all');
  });

  it('cuts to what is open and drops what is not there', () => {
    expect(
      clampSelection(
        [
          { lineId: 'b', quantity: 5 },
          { lineId: 'gone', quantity: 1 },
          { lineId: '__proto__', quantity: 1 },
        ],
        order([a, b]),
      ),
    ).to.deep.equal([{ lineId: 'b', quantity: 1 }]);
  });

  it('drops quantities that are none', () => {
    for (const quantity of [0, -1, Number.NaN])
      expect(clampSelection([{ lineId: 'a', quantity }], order([a]))).to.deep.equal([]);
  });

  it('keeps to the step, and to the limit where that is no multiple', () => {
    const cloth = order([lineSample({ id: 'm', quantity: 1.35, unit: 'm', step: 0.1 }), a]);
    expect(clampSelection([{ lineId: 'm', quantity: 0.37 }], cloth)).to.deep.equal([
      { lineId: 'm', quantity: 0.3 },
    ]);
    expect(clampSelection([{ lineId: 'm', quantity: 0.3 }], cloth)).to.deep.equal([
      { lineId: 'm', quantity: 0.3 },
    ]);
    expect(clampSelection([{ lineId: 'm', quantity: 2 }], cloth)).to.deep.equal([
      { lineId: 'm', quantity: 1.35 },
    ]);
    expect(clampSelection([{ lineId: 'm', quantity: 0.05 }], cloth)).to.deep.equal([]);
  });

  it('takes whole lines where the shop takes no less', () => {
    expect(
      clampSelection(
        [{ lineId: 'a', quantity: 1 }],
        order([a, b], eligibilitySample({ scope: 'lines' })),
      ),
    ).to.deep.equal([{ lineId: 'a', quantity: 3 }]);
  });

  it('takes a bundle as a whole', () => {
    const bundle = order([
      lineSample({ id: 'x', quantity: 2, bundleId: 'k' }),
      lineSample({ id: 'y', quantity: 4, bundleId: 'k' }),
      a,
    ]);
    expect(clampSelection([{ lineId: 'y', quantity: 1 }], bundle)).to.deep.equal([
      { lineId: 'x', quantity: 2 },
      { lineId: 'y', quantity: 4 },
    ]);
  });

  it('says all when nothing open is left out', () => {
    expect(
      clampSelection(
        [
          { lineId: 'a', quantity: 3 },
          { lineId: 'b', quantity: 1 },
        ],
        order([a, b]),
      ),
    ).to.equal('all');
  });

  it('stays within the order and comes to rest', () => {
    const lines = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', '__proto__'),
        name: fc.constant('n'),
        quantity: fc.integer({ min: 0, max: 5 }),
        canceled: fc.integer({ min: 0, max: 5 }),
        bundleId: fc.option(fc.constantFrom('k', 'l'), { nil: undefined }),
      }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    const selection = fc.array(
      fc.record({
        lineId: fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'),
        quantity: fc.integer({ min: -1, max: 7 }),
      }),
    );
    const scope = fc.constantFrom('lines', 'quantities');
    fc.assert(
      fc.property(lines, selection, scope, (raw, wanted, given) => {
        const one = order(raw, eligibilitySample({ scope: given }));
        const cut = clampSelection(wanted, one);
        expect(clampSelection(cut, one)).to.deep.equal(cut);
        if (cut === 'all') return;
        for (const { lineId, quantity } of cut) {
          const line = one.lines.find(({ id }) => id === lineId);
          expect(quantity)
            .to.be.greaterThan(0)
            .and.at.most(line === undefined ? 0 : (openQuantity(line) ?? 0));
          const together = one.lines.filter(
            (other) =>
              line?.bundleId !== undefined &&
              other.bundleId === line.bundleId &&
              openQuantity(other) !== 0,
          );
          for (const other of together)
            expect(cut).to.deep.include({ lineId: other.id, quantity: openQuantity(other) });
        }
      }),
    );
  });
});

describe('wholeSelection', () => {
  it('is not all while a line is missing, short or unknown', () => {
    const part = [{ lineId: 'a', quantity: 3 }];
    expect(wholeSelection(part, order([a, b]))).to.equal(part);
    expect(
      wholeSelection(part, order([a], eligibilitySample(), { linesComplete: false })),
    ).to.equal(part);
    expect(wholeSelection(part, order([a, lineSample({ id: 'b', quantity: {} })]))).to.equal(part);
    expect(wholeSelection([], order([lineSample({ id: 'a', quantity: 0 })]))).to.deep.equal([]);
    expect(wholeSelection(part, order([a]))).to.equal('all');
  });
});
