import { expect } from '@open-wc/testing';
import { nextReadMs, nextSettleMs } from '../../src/flow/follow-schedule.js';
import { backoffMs } from '../../src/flow/retry.js';
import { instantMs } from '../../src/model/time.js';
import { cancellation } from './flow-samples.js';

const now = instantMs('2026-11-23T10:00:00Z');
const calm = { cancellations: [cancellation()], now, reads: 1, random: 0.5 };

describe('nextReadMs', () => {
  it('waits quietly at first, and then half a minute, jittered', () => {
    expect(nextReadMs({ ...calm, reads: 0, random: 0 })).to.equal(60_000);
    expect(nextReadMs({ ...calm, reads: 0, random: 0.999 })).to.be.closeTo(90_000, 50);
    expect(nextReadMs({ ...calm, random: 0 })).to.equal(15_000);
    expect(nextReadMs({ ...calm, random: 0.999 })).to.be.closeTo(45_000, 50);
  });

  it('takes the shop’s hint, never sooner, at least a second', () => {
    const hinted = (pollAfterMs: number): number | undefined =>
      nextReadMs({ ...calm, cancellations: [cancellation({ pollAfterMs })], random: 0 });
    expect(hinted(7000)).to.equal(7000);
    expect(hinted(1)).to.equal(1000);
  });

  it('takes a quarter of what is left until the shop expects to be done, between 5 and 60 seconds', () => {
    const expecting = (latest: string): number | undefined =>
      nextReadMs({ ...calm, cancellations: [cancellation({ expected: { latest } })], random: 0 });
    expect(expecting('2026-11-23T10:02:00Z')).to.equal(30_000);
    expect(expecting('2026-11-23T10:00:04Z')).to.equal(5000);
    expect(expecting('2026-11-23T18:00:00Z')).to.equal(60_000);
    expect(expecting('2026-11-23T09:00:00Z'), 'overdue').to.equal(15_000);
    expect(expecting('2026-11-24'), 'a day').to.equal(15_000);
  });

  it('waits as long as a refusal says, and a little more', () => {
    expect(nextReadMs({ ...calm, retryAfterMs: 90_000, random: 0.5 })).to.be.closeTo(99_000, 1);
  });

  it('has no timer where only a refund is open', () => {
    expect(
      nextReadMs({ ...calm, cancellations: [cancellation({ status: 'completed' })] }),
    ).to.equal(undefined);
  });
});

describe('nextSettleMs', () => {
  it('looks soon, then rarely', () => {
    expect([0, 1, 2, 3].map((reads) => nextSettleMs(reads, 0.5))).to.deep.equal([
      5000, 15_000, 45_000, 30_000,
    ]);
  });
});

describe('backoffMs', () => {
  it('is anything up to a doubling cap, after what the shop asks for', () => {
    expect(backoffMs(1, 0)).to.equal(0);
    expect(backoffMs(3, 0.5)).to.equal(4000);
    expect(backoffMs(20, 1)).to.equal(60_000);
    expect(backoffMs(1, 0, 5000)).to.equal(5000);
  });
});
