import { expect } from '@open-wc/testing';
import { parsePreview } from '../../src/model/parse-preview.js';

const money = (amount: string, currency = 'RON') => ({ amount, currency });
const amount = (changes: object = {}) => ({
  kind: 'amount',
  total: money('10.00'),
  parts: [],
  destinations: [],
  ...changes,
});

function read(changes: object) {
  const { value, issues } = parsePreview({
    exact: true,
    refund: amount(),
    benefits: [],
    ...changes,
  });
  return { preview: value, said: issues.map(({ path, problem }) => `${path}: ${problem}`) };
}

describe('parsePreview', () => {
  it('hands on a valid preview as it is', () => {
    const full = {
      exact: true,
      processing: { minMinutes: 5 },
      refund: amount({
        parts: [
          { kind: 'lines', label: 'Caps', amount: money('12.5') },
          { kind: 'fee', amount: money('-2.50') },
        ],
        destinations: [
          { kind: 'gift-card', label: 'Card', amount: money('4') },
          { kind: 'refund', amount: money('6.0'), expected: { text: '3 days' } },
        ],
      }),
      benefits: [
        {
          kind: 'points',
          label: 'Points',
          points: 50,
          amount: money('1'),
          outcome: 'returned',
          message: 'm',
        },
      ],
    };
    expect(parsePreview(full)).to.deep.equal({ value: full, issues: [] });
    for (const refund of ['unknown', { kind: 'none', why: 'not-paid' }]) {
      expect(parsePreview({ exact: false, refund, benefits: [] })).to.deep.equal({
        value: { exact: false, refund, benefits: [] },
        issues: [],
      });
    }
  });

  it('finds none in nonsense', () => {
    for (const nonsense of [undefined, null, 'x', []])
      expect(parsePreview(nonsense).value).to.equal(undefined);
  });

  it('knows no refund that was not told', () => {
    for (const refund of [
      undefined,
      null,
      12,
      [],
      {},
      { kind: 'all' },
      { kind: {} },
      amount({ total: null }),
      amount({ total: { amount: null, currency: 'RON' } }),
    ]) {
      const { preview, said } = read({ refund });
      expect(preview?.refund).to.equal('unknown');
      expect(said).not.to.deep.equal([]);
    }
    expect(read({ refund: { kind: 'none', why: 'because' } }).preview?.refund).to.deep.equal({
      kind: 'none',
      why: 'other',
    });
  });

  it('is an estimate unless the shop says that it is exact', () => {
    for (const exact of [undefined, 'true', 1])
      expect(read({ exact }).preview?.exact).to.equal(false);
  });

  it('shows the total without parts that do not add up', () => {
    for (const parts of [
      [{ kind: 'lines', amount: money('9.99') }],
      [{ kind: 'lines', amount: money('10', 'EUR') }],
      [{ kind: 'lines', amount: money('10') }, null],
      [
        { kind: 'lines', amount: money('10') },
        { kind: 'fee', amount: 'free' },
      ],
      'none',
      undefined,
    ]) {
      const { preview, said } = read({
        refund: amount({ parts, destinations: [{ kind: 'refund' }] }),
      });
      expect(preview?.refund).to.deep.equal(amount({ destinations: [{ kind: 'refund' }] }));
      expect(said).not.to.deep.equal([]);
    }
  });

  it('shows the total without destinations that do not add up', () => {
    for (const destinations of [
      [{ kind: 'refund', amount: money('1') }],
      [{ kind: 'refund', amount: money('10') }, { kind: 'cash' }],
      {},
    ]) {
      expect(read({ refund: amount({ destinations }) }).preview?.refund).to.deep.equal(amount());
    }
    const partly = [{ kind: 'refund', amount: money('1') }, { kind: 'gift-card' }];
    expect(read({ refund: amount({ destinations: partly }) }).preview?.refund).to.deep.equal(
      amount({ destinations: partly }),
    );
  });

  it('calls an unknown part and benefit by the general word', () => {
    const { preview, said } = read({
      refund: amount({ parts: [{ kind: 'eco-tax', amount: money('10') }] }),
      benefits: [{ label: 'Gift' }, { kind: 'coupon' }],
    });
    expect(preview).to.deep.include({
      refund: amount({ parts: [{ kind: 'other', amount: money('10') }] }),
      benefits: [{ kind: 'promotion', label: 'Gift', outcome: 'unknown' }],
    });
    expect(said)
      .to.include('refund.parts[0].kind: unknown-value')
      .and.include('benefits[1].label: missing');
  });
});
