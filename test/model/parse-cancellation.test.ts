import { expect } from '@open-wc/testing';
import { parseCancellations } from '../../src/model/parse-cancellations.js';
import { parseOrder } from '../../src/model/parse-order.js';
import { cancellationSample, orderSample } from './samples.js';

function read(changes: object) {
  const { value, issues } = parseCancellations([cancellationSample(changes)]);
  return { one: value?.[0], said: issues.map(({ path, problem }) => `${path}: ${problem}`) };
}
const money = (amount: string) => ({ amount, currency: 'RON' });

describe('parseCancellations', () => {
  it('hands on a valid cancellation as it is', () => {
    const full = cancellationSample({
      initiator: 'shopper',
      reference: 'C-1',
      idempotencyKey: 'k-1',
      seller: { id: 's', name: 'S' },
      reason: { code: 'r', label: 'R' },
      note: 'n',
      status: 'awaiting-confirmation',
      challenge: {
        id: 'ch',
        kind: 'code',
        channel: 'sms',
        sentTo: '…7',
        codeLength: 6,
        validForMs: 1,
        resendAfterMs: 0,
      },
      updatedAt: '2026-11-24T10:00:00Z',
      expected: { earliest: '2026-11-25', latest: '2026-11-26', text: 'soon' },
      retractableUntil: '2026-11-24T11:00:00Z',
      decline: { code: 'shipped', message: 'm', remedy: 'return', url: 'https://shop.example/r' },
      pollAfterMs: 5000,
      lines: [{ lineId: 'l-1', quantity: 1, outcome: 'pending', message: 'm' }],
      timeline: [{ at: '2026-11-24', status: 'requested', message: 'm' }],
      refund: {
        id: 'r',
        status: 'pending',
        amount: money('3'),
        destination: { kind: 'refund', label: 'Visa' },
        at: '2026-11-24',
        updatedAt: '2026-11-24T10:00:00Z',
        expected: { text: 'x' },
        parts: [
          {
            status: 'issued',
            amount: money('1'),
            destination: { kind: 'gift-card' },
            at: '2026-11-24',
          },
          { status: 'pending', amount: money('2.00') },
        ],
      },
    });
    expect(parseCancellations([full])).to.deep.equal({ value: [full], issues: [] });
    const inferred = cancellationSample({ lines: 'all', inferred: true });
    expect(parseCancellations([inferred])).to.deep.equal({ value: [inferred], issues: [] });
  });

  it('finds no list in anything else', () => {
    for (const nonsense of [undefined, null, {}, 'none', cancellationSample()]) {
      expect(parseCancellations(nonsense).value).to.equal(undefined);
      expect(parseCancellations(nonsense).issues).to.have.length(1);
    }
  });

  it('drops one that is of no order, and a second with the same id', () => {
    const { value, issues } = parseCancellations([
      cancellationSample({ orderId: undefined }),
      null,
      cancellationSample(),
      cancellationSample({ note: 'again' }),
      cancellationSample({ orderId: 'o-2' }),
    ]);
    expect(value?.map(({ orderId, id }) => `${orderId} ${id}`)).to.deep.equal([
      'o-1 c-1',
      'o-2 c-1',
    ]);
    expect(issues.map(({ problem }) => problem)).to.deep.equal([
      'missing',
      'malformed',
      'duplicate-id',
    ]);
  });

  it('shows one without an id as what the order shows', () => {
    expect(read({ id: null }).one).to.include({ id: 'order:o-1', inferred: true });
  });

  it('never calls an unknown status anything', () => {
    const { one, said } = read({ status: 'cancelled' });
    expect(one?.status).to.equal('unknown');
    expect(said).to.deep.equal(['[0].status: unknown-value']);
    expect(read({ status: undefined }).one?.status).to.equal('unknown');
  });

  it('claims no lines that it was not told', () => {
    expect(read({ lines: undefined }).one?.lines).to.deep.equal([]);
    expect(read({ lines: 'some' }).one?.lines).to.deep.equal([]);
    expect(
      read({
        lines: [
          { lineId: 'a' },
          { quantity: 1 },
          { lineId: 'b', quantity: 1, outcome: 'lost' },
          { lineId: 'b', quantity: 2 },
        ],
      }).one?.lines,
    ).to.deep.equal([{ lineId: 'b', quantity: 1 }]);
  });

  it('drops what cannot be read and keeps the rest', () => {
    const { one } = read({
      inferred: 'yes',
      initiator: 'me',
      seller: 'S',
      reason: {},
      decline: { code: 'because' },
      timeline: [{ at: 'then' }, { at: '2026-11-24', status: 'odd' }],
      expected: { earliest: '2026-12-02', latest: '2026-12-01' },
      pollAfterMs: -1,
      challenge: { id: 'x' },
    });
    expect(one).to.deep.equal(cancellationSample({ timeline: [{ at: '2026-11-24' }] }));
    expect(read({ timeline: {} }).one?.timeline).to.deep.equal([]);
    expect(read({ inferred: false }).said).to.deep.equal([]);
  });

  it('asks for a code only while one is awaited', () => {
    const challenge = { id: 'ch', kind: 'code', channel: 'pigeon' };
    expect(read({ challenge }).one).not.to.have.property('challenge');
    expect(read({ status: 'awaiting-confirmation', challenge }).one?.challenge).to.deep.equal({
      ...challenge,
      channel: 'other',
    });
    expect(
      read({ status: 'awaiting-confirmation', challenge: { id: 'ch', kind: 'dance' } }).one,
    ).not.to.have.property('challenge');
  });

  describe('within an order', () => {
    const within = (...cancellations: unknown[]) =>
      parseOrder(orderSample({ cancellations }), { complete: true });

    it('belong to it where they do not say', () => {
      const { value, issues } = within(cancellationSample({ orderId: undefined }));
      expect(value?.cancellations[0]?.orderId).to.equal('o-1');
      expect(issues).to.deep.equal([
        { path: 'cancellations[0].orderId', problem: 'missing', orderId: 'o-1' },
      ]);
    });

    it('are left out where they belong to another', () => {
      const { value, issues } = within(
        cancellationSample({ orderId: 'o-2' }),
        cancellationSample(),
      );
      expect(value?.cancellations).to.have.length(1);
      expect(issues).to.deep.equal([
        { path: 'cancellations[0].orderId', problem: 'foreign-order', orderId: 'o-1' },
      ]);
    });
  });

  describe('refund', () => {
    const refund = (value: unknown) => read({ refund: value }).one?.refund;

    it('is unknown where nothing is told', () => {
      for (const nothing of [undefined, null, 'issued', [], {}, { status: 'gone' }])
        expect(refund(nothing)).to.deep.equal({ status: 'unknown' });
    });

    it('is not settled while a part of it is not', () => {
      const { one, said } = read({
        refund: { status: 'issued', parts: [{ status: 'issued' }, { status: 'pending' }] },
      });
      expect(one?.refund.status).to.equal('pending');
      expect(said).to.deep.equal(['[0].refund.status: contradiction']);
      expect(refund({ status: 'released', parts: [{ status: 'failed' }] })?.status).to.equal(
        'failed',
      );
      expect(
        refund({ status: 'issued', parts: [{ status: 'released' }, { status: 'issued' }] })?.status,
      ).to.equal('issued');
      expect(refund({ status: 'failed', parts: [{ status: 'pending' }] })?.status).to.equal(
        'failed',
      );
    });

    it('has parts only as far as they add up', () => {
      const parts = [
        { status: 'issued', amount: money('1.00') },
        { status: 'issued', amount: money('1.5') },
      ];
      expect(refund({ status: 'issued', amount: money('2.5'), parts })).to.deep.equal({
        status: 'issued',
        amount: money('2.5'),
        parts,
      });
      expect(refund({ status: 'issued', amount: money('2.6'), parts })).to.deep.equal({
        status: 'issued',
        amount: money('2.6'),
      });
      expect(
        refund({ status: 'issued', amount: { amount: '2.5', currency: 'EUR' }, parts }),
      ).not.to.have.property('parts');
      expect(
        refund({ status: 'issued', amount: money('9'), parts: [{ status: 'issued' }] }),
      ).to.have.property('parts');
      expect(refund({ status: 'issued', destination: { kind: 'cash' }, parts: [] })).to.deep.equal({
        status: 'issued',
        parts: [],
      });
    });
  });
});
