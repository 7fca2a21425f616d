import { expect } from '@open-wc/testing';
import type { Cancellation } from '../../src/model/cancellation.js';
import {
  isFinalCancellation,
  isFinalRefund,
  newestCancellation,
  openQuantity,
} from '../../src/model/order-rules.js';
import { cancellationStatuses, refundStatuses } from '../../src/model/vocabulary.js';

const line = (quantity: number | undefined, canceled?: number) => ({
  id: 'l',
  name: 'n',
  ...(quantity === undefined ? {} : { quantity }),
  ...(canceled === undefined ? {} : { canceled }),
});

function cancellation(id: string, requestedAt?: string): Cancellation {
  return {
    id,
    orderId: 'o',
    status: 'requested',
    lines: 'all',
    refund: { status: 'unknown' },
    timeline: [],
    ...(requestedAt === undefined ? {} : { requestedAt }),
  };
}

describe('order rules', () => {
  it('know what of a line is open', () => {
    expect(openQuantity(line(3))).to.equal(3);
    expect(openQuantity(line(3, 2))).to.equal(1);
    expect(openQuantity(line(1.35, 0.35))).to.equal(1);
    expect(openQuantity(line(1, 2))).to.equal(0);
    expect(openQuantity(line(undefined, 2))).to.equal(undefined);
  });

  it('know which states the shop will not change', () => {
    expect([...cancellationStatuses].filter(isFinalCancellation)).to.deep.equal([
      'completed',
      'partially-completed',
      'declined',
      'retracted',
      'failed',
    ]);
    expect([...refundStatuses].filter(isFinalRefund)).to.deep.equal([
      'none',
      'issued',
      'released',
      'failed',
    ]);
  });

  it('find the newest cancellation, and trust the list where times do not tell', () => {
    expect(newestCancellation({ cancellations: [] })).to.equal(undefined);
    const old = cancellation('old', '2026-11-23T07:00:00Z');
    const young = cancellation('young', '2026-11-23T08:00:00Z');
    const untimed = cancellation('untimed');
    expect(newestCancellation({ cancellations: [old, young] })?.id).to.equal('young');
    expect(newestCancellation({ cancellations: [young, old] })?.id).to.equal('young');
    expect(newestCancellation({ cancellations: [untimed, old] })?.id).to.equal('untimed');
  });
});
