import { expect } from '@open-wc/testing';
import { parseOrder } from '../../src/model/parse-order.js';
import { eligibilitySample, lineSample, orderSample } from './samples.js';

function read(eligibility: unknown, complete = true, more: object = {}) {
  const { value, issues } = parseOrder(orderSample({ eligibility, ...more }), { complete });
  return {
    eligibility: value?.eligibility,
    said: issues.map(({ path, problem }) => `${path}: ${problem}`),
  };
}
const refused = { allowed: false, scope: 'order', mode: 'request', blocks: [{ code: 'unknown' }] };

describe('eligibility', () => {
  for (const odd of [
    undefined,
    null,
    true,
    'yes',
    [],
    {},
    { allowed: 'true' },
    { allowed: 1, scope: 'order' },
    { allowed: null },
    'ask',
  ]) {
    it(`is never allowed by ${JSON.stringify(odd)}`, () => {
      expect(read(odd).eligibility).to.deep.equal(refused);
      expect(read(odd).said).not.to.deep.equal([]);
      expect(read(odd, false).eligibility).to.equal('ask');
    });
  }

  it('may be left open in a list, and is missed where it is absent', () => {
    expect(read('ask', false).said).to.deep.equal([]);
    expect(read(undefined, false).said).to.deep.equal(['eligibility: missing']);
  });

  it('is the least where scope and mode are not told', () => {
    const { eligibility, said } = read({ allowed: true, scope: 'some', blocks: [] });
    expect(eligibility).to.deep.equal({
      allowed: true,
      scope: 'order',
      mode: 'request',
      blocks: [],
    });
    expect(said).to.deep.equal(['eligibility.scope: unknown-value', 'eligibility.mode: missing']);
  });

  it('never refuses without a block', () => {
    for (const blocks of [[], undefined, 'shipped', [null, 'shipped']]) {
      expect(
        read(eligibilitySample({ allowed: false, scope: 'order', blocks })).eligibility,
      ).to.deep.equal(refused);
    }
  });

  it("keeps the platform's code of an unknown block", () => {
    const blocks = [
      { code: 'ERR_77', remedy: 'pray', url: 'javascript:x', message: 'No.', faqId: 'f' },
      { code: 'x', platformCode: 'P' },
      { code: {} },
    ];
    const { eligibility, said } = read(eligibilitySample({ allowed: false, blocks }));
    expect(eligibility).to.deep.include({
      blocks: [
        { code: 'unknown', platformCode: 'ERR_77', message: 'No.', faqId: 'f' },
        { code: 'unknown', platformCode: 'P' },
        { code: 'unknown' },
      ],
    });
    expect(said)
      .to.include('eligibility.blocks[0].remedy: unknown-value')
      .and.include('eligibility.blocks[0].url: unsafe-url');
  });

  it('has a deadline only with a zone', () => {
    expect(
      read(eligibilitySample({ until: '2026-11-23T10:00:00' })).eligibility,
    ).not.to.have.property('until');
    expect(read(eligibilitySample({ until: '2026-11-23T10:00:00Z' })).eligibility).to.have.property(
      'until',
      '2026-11-23T10:00:00Z',
    );
  });

  describe('of lines', () => {
    const lines = (list: unknown, more: object = {}, scope = 'quantities') =>
      read(eligibilitySample({ scope, lines: list }), true, more);

    it('is clipped to what is open', () => {
      const { eligibility, said } = lines([{ lineId: 'l-1', max: 9, blocks: [] }], {
        lines: [lineSample({ canceled: 1 })],
      });
      expect(eligibility).to.deep.include({ lines: [{ lineId: 'l-1', max: 2, blocks: [] }] });
      expect(said).to.deep.equal(['eligibility.lines[0].max: out-of-range']);
    });

    it('has no limit lifted by a limit that cannot be read', () => {
      for (const max of [undefined, null, -1, 'all', Number.NaN]) {
        expect(lines([{ lineId: 'l-1', max, blocks: [] }]).eligibility).to.deep.include({
          lines: [{ lineId: 'l-1', max: 0, blocks: [{ code: 'unknown' }] }],
        });
      }
      expect(lines([{ lineId: 'l-1', blocks: [{ code: 'shipped' }] }]).eligibility).to.deep.include(
        { lines: [{ lineId: 'l-1', max: 0, blocks: [{ code: 'shipped' }] }] },
      );
    });

    it('speaks of lines of this order, each once', () => {
      const { eligibility, said } = lines([
        { lineId: '__proto__', max: 1, blocks: [] },
        { max: 1 },
        { lineId: 'l-1', max: 1 },
        { lineId: 'l-1', max: 2, blocks: [] },
      ]);
      expect(eligibility).to.deep.include({ lines: [{ lineId: 'l-1', max: 1, blocks: [] }] });
      expect(said).to.deep.equal([
        'eligibility.lines[0].lineId: contradiction',
        'eligibility.lines[1].lineId: missing',
        'eligibility.lines: duplicate-id',
      ]);
    });

    it('may speak of lines that the list did not bring', () => {
      expect(
        lines([{ lineId: 'other', max: 4, blocks: [] }], { lines: [], linesComplete: false })
          .eligibility,
      ).to.deep.include({ lines: [{ lineId: 'other', max: 4, blocks: [] }] });
    });

    it('has no place where only the whole order can be asked for', () => {
      const { eligibility, said } = lines([], {}, 'order');
      expect(eligibility).not.to.have.property('lines');
      expect(said).to.deep.equal(['eligibility.lines: contradiction']);
    });

    it('keeps a limit where the open quantity is not known', () => {
      expect(
        lines([{ lineId: 'l-1', max: 2, blocks: [] }], { lines: [lineSample({ quantity: null })] })
          .eligibility,
      ).to.deep.include({ lines: [{ lineId: 'l-1', max: 2, blocks: [] }] });
    });
  });
});
