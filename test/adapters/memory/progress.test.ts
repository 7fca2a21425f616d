import { expect } from '@open-wc/testing';
import type { Cancellation, CancellationResult } from '../../../src/model/cancellation.js';
import type { Scenario } from '../../../src/adapters/memory/index.js';
import { call, memoryWorld, writeCall } from './memory-world.js';
import type { MemoryWorld } from './memory-world.js';

const second = 1000;
const minute = 60 * second;

async function ask({ adapter }: MemoryWorld, orderId = 'order-1042'): Promise<CancellationResult> {
  return adapter.requestCancellation({ orderId, lines: 'all' }, writeCall());
}

async function newest({ adapter }: MemoryWorld, orderId = 'order-1042'): Promise<Cancellation> {
  const [first] = (await adapter.getOrder(orderId, call)).cancellations;
  if (!first) throw new Error(`${orderId} has no cancellation`);
  return first;
}

/** Milliseconds after the request, the order's status, the request's and the refund's. */
type Row = readonly [after: number, order: string, cancellation: string, refund: string];

const tables: Readonly<Partial<Record<Scenario, readonly Row[]>>> = {
  quick: [
    [0, 'processing', 'requested', 'expected'],
    [9 * second, 'processing', 'requested', 'expected'],
    [10 * second, 'processing', 'processing', 'expected'],
    [20 * second, 'canceled', 'completed', 'expected'],
    [25 * second, 'canceled', 'completed', 'pending'],
    [40 * second, 'canceled', 'completed', 'issued'],
    [40 * minute, 'canceled', 'completed', 'issued'],
  ],
  slow: [
    [0, 'processing', 'requested', 'expected'],
    [3 * minute, 'processing', 'processing', 'expected'],
    [15 * minute, 'canceled', 'completed', 'expected'],
    [20 * minute, 'canceled', 'completed', 'pending'],
    [40 * minute, 'canceled', 'completed', 'issued'],
  ],
  declines: [
    [10 * second, 'processing', 'processing', 'expected'],
    [20 * second, 'processing', 'declined', 'none'],
    [minute, 'processing', 'declined', 'none'],
  ],
  'partly-declines': [
    [10 * second, 'processing', 'processing', 'expected'],
    [20 * second, 'partially-canceled', 'partially-completed', 'expected'],
    [40 * second, 'partially-canceled', 'partially-completed', 'issued'],
  ],
  'refund-fails': [
    [25 * second, 'canceled', 'completed', 'pending'],
    [40 * second, 'canceled', 'completed', 'failed'],
  ],
  immediate: [
    [0, 'canceled', 'completed', 'expected'],
    [5 * second, 'canceled', 'completed', 'pending'],
    [20 * second, 'canceled', 'completed', 'issued'],
  ],
};

describe('the memory adapter, over the time of the shop', () => {
  for (const [scenario, rows] of Object.entries(tables)) {
    for (const [after, order, cancellation, refund] of rows) {
      it(`tells ${cancellation} and refund ${refund} ${String(after / second)} s after a request with '${scenario}'`, async () => {
        const world = memoryWorld({ scenario: scenario as Scenario });
        await ask(world);
        await world.clock.advance(after);
        const read = await world.adapter.getOrder('order-1042', call);
        expect([
          read.status,
          read.cancellations[0]?.status,
          read.cancellations[0]?.refund.status,
        ]).to.deep.equal([order, cancellation, refund]);
      });
    }
  }

  it('tells the same whether it was watched or left alone', async () => {
    const watched = memoryWorld();
    const left = memoryWorld();
    await ask(watched);
    await ask(left);
    for (let step = 0; step < 60; step++) {
      watched.adapter.advance(second);
      await newest(watched);
    }
    left.adapter.advance(minute);
    const [one, other] = [await newest(watched), await newest(left)];
    expect({ ...one, idempotencyKey: '' }).to.deep.equal({ ...other, idempotencyKey: '' });
  });

  it('keeps a timeline, oldest first', async () => {
    const world = memoryWorld();
    await ask(world);
    world.adapter.advance(minute);
    const { timeline } = await newest(world);
    expect(timeline.map((entry) => entry.status)).to.deep.equal([
      'requested',
      'processing',
      'completed',
    ]);
    expect(timeline.map((entry) => entry.at)).to.deep.equal(
      [...timeline.map((entry) => entry.at)].sort(),
    );
  });

  it('becomes overdue when slow: past what it told, and still open', async () => {
    const world = memoryWorld({ scenario: 'slow' });
    await ask(world);
    world.adapter.advance(12 * minute);
    const { expected, status } = await newest(world);
    expect(status).to.equal('processing');
    expect(Date.parse(expected?.latest ?? '')).to.be.lessThan(world.clock.now() + 12 * minute);
  });

  it('refunds the gift card first and the card later, each with its own state', async () => {
    const world = memoryWorld();
    await ask(world);
    world.adapter.advance(26 * second);
    const { refund } = await newest(world);
    expect(refund.amount?.amount).to.equal('98.20');
    expect(
      refund.parts?.map((part) => [part.destination?.kind, part.amount?.amount, part.status]),
    ).to.deep.equal([
      ['gift-card', '20.00', 'issued'],
      ['refund', '78.20', 'pending'],
    ]);
  });

  it('lets go of an authorized amount, and refunds nothing where nothing was paid', async () => {
    const world = memoryWorld();
    await ask(world, 'order-1048');
    await ask(world, 'order-1040');
    world.adapter.advance(minute);
    expect((await newest(world, 'order-1048')).refund).to.deep.include({ status: 'released' });
    expect((await newest(world, 'order-1040')).refund).to.deep.equal({ status: 'none' });
  });

  it('refunds only what was not declined', async () => {
    const world = memoryWorld({ scenario: 'partly-declines' });
    await ask(world, 'order-1045');
    world.adapter.advance(minute);
    const { cancellations, currentTotal, total } = await world.adapter.getOrder('order-1045', call);
    const byReference = cancellations.map(({ lines, refund, seller, status }) => [
      seller?.id,
      status,
      lines === 'all' ? 'all' : lines.map((line) => line.outcome),
      refund.amount?.amount,
    ]);
    expect(byReference).to.deep.equal([
      ['lindner', 'declined', ['declined'], undefined],
      ['halden', 'declined', ['declined'], undefined],
      ['nordlicht', 'partially-completed', ['declined'], '22.00'],
    ]);
    expect([total?.amount, currentTotal?.amount]).to.deep.equal(['107.90', '85.90']);
  });

  it('takes a request back until it is being processed, and not later', async () => {
    const world = memoryWorld();
    const { cancellations } = await ask(world);
    const ref = { orderId: 'order-1042', cancellationId: cancellations[0]?.id ?? '' };
    expect(Date.parse(cancellations[0]?.retractableUntil ?? '')).to.equal(
      world.clock.now() + 10 * second,
    );
    world.adapter.advance(10 * second);
    const late = await world.adapter
      .retractCancellation?.(ref, writeCall())
      .catch((failure: unknown) => failure);
    expect(late).to.include({ code: 'not-eligible' });
    expect((await newest(world)).status).to.equal('processing');
  });

  it('takes back the request that an order came with', async () => {
    const { adapter } = memoryWorld();
    const ref = { orderId: 'order-1038', cancellationId: 'order-1038:c1' };
    const result = await adapter.retractCancellation?.(ref, writeCall());
    expect(result?.cancellations[0]?.status).to.equal('retracted');
    expect((await adapter.getOrder('order-1038', call)).eligibility).to.include({ allowed: true });
  });

  it('holds a request until the code is typed, and starts its time then', async () => {
    const world = memoryWorld({ scenario: 'challenge' });
    const { cancellations } = await ask(world);
    const challengeId = cancellations[0]?.challenge?.id ?? '';
    expect(cancellations[0]?.status).to.equal('awaiting-confirmation');
    world.adapter.advance(5 * minute);
    const wrong = await world.adapter
      .confirmCancellation?.({ challengeId, token: '000000' }, writeCall())
      .catch((failure: unknown) => failure);
    expect(wrong).to.include({ code: 'invalid', field: 'code' });
    const confirmed = await world.adapter.confirmCancellation?.(
      { challengeId, token: '481 920' },
      writeCall(),
    );
    expect(confirmed?.cancellations[0]?.status).to.equal('requested');
    world.adapter.advance(20 * second);
    expect((await newest(world)).status).to.equal('completed');
  });

  it('sends another code, but not at once, and lets the request lapse without one', async () => {
    const world = memoryWorld({ scenario: 'challenge' });
    const { cancellations } = await ask(world);
    const challengeId = cancellations[0]?.challenge?.id ?? '';
    const early = await world.adapter
      .resendChallenge?.(challengeId, writeCall())
      .catch((failure: unknown) => failure);
    expect(early).to.include({ code: 'rate-limited', retryAfterMs: minute });
    world.adapter.advance(14 * minute);
    expect(await world.adapter.resendChallenge?.(challengeId, writeCall())).to.include({
      id: challengeId,
      validForMs: 15 * minute,
    });
    world.adapter.advance(15 * minute);
    expect((await newest(world)).status).to.equal('failed');
    const late = await world.adapter
      .confirmCancellation?.({ challengeId, token: '481920' }, writeCall())
      .catch((failure: unknown) => failure);
    expect(late).to.include({ code: 'expired' });
    expect((await world.adapter.getOrder('order-1042', call)).eligibility).to.include({
      allowed: true,
    });
  });
});
