import { expect } from '@open-wc/testing';
import { isFinalCancellation, isFinalRefund, openQuantity } from '../../src/model/order-rules.js';
import { cancellationStatuses, refundStatuses } from '../../src/model/vocabulary.js';

const line = (quantity: number | undefined, canceled?: number) => ({
  id: 'l',
  name: 'n',
  ...(quantity === undefined ? {} : { quantity }),
  ...(canceled === undefined ? {} : { canceled }),
});

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
});
