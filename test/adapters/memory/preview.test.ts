import { expect } from '@open-wc/testing';
import type { LineSelection } from '../../../src/model/cancellation.js';
import type { CancellationPreview } from '../../../src/model/preview.js';
import { call, memoryWorld, writeCall } from './memory-world.js';

async function preview(
  orderId: string,
  lines: readonly LineSelection[] | 'all' = 'all',
  world = memoryWorld(),
): Promise<CancellationPreview> {
  const answer = await world.adapter.previewCancellation?.({ orderId, lines }, call);
  if (!answer) throw new Error('no preview');
  return answer;
}

function parts({ refund }: CancellationPreview): readonly (readonly [string, string])[] {
  if (refund === 'unknown' || refund.kind === 'none') throw new Error('no amount');
  return [
    ...refund.parts.map((part) => [part.kind, part.amount.amount] as const),
    ['total', refund.total.amount],
  ];
}

describe('the memory adapter, asked what comes back', () => {
  it('tells lines, coupon and shipping of a whole order, where they go, and what is returned', async () => {
    const answer = await preview('order-1042');
    expect(answer.exact).to.equal(true);
    expect(parts(answer)).to.deep.equal([
      ['lines', '98.30'],
      ['discount', '-5.00'],
      ['shipping', '4.90'],
      ['total', '98.20'],
    ]);
    expect(answer.refund)
      .to.have.property('destinations')
      .that.deep.equals([
        {
          kind: 'gift-card',
          label: 'Gift card ending 88K2',
          amount: { amount: '20.00', currency: 'EUR' },
          expected: { latest: '2026-11-23T13:20:00.000Z' },
        },
        {
          kind: 'refund',
          label: 'Visa •••• 4242',
          amount: { amount: '78.20', currency: 'EUR' },
          expected: { latest: '2026-11-30' },
        },
      ]);
    expect(
      answer.benefits.map((benefit) => [benefit.kind, benefit.outcome, benefit.points]),
    ).to.deep.equal([
      ['coupon', 'returned', undefined],
      ['points', 'returned', 200],
      ['points', 'lost', 98],
    ]);
  });

  it('estimates a part: its share of the discount, and the gift that ends', async () => {
    const answer = await preview('order-1043', [
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 1 },
    ]);
    expect(answer.exact).to.equal(false);
    expect(parts(answer)).to.deep.equal([
      ['lines', '58.40'],
      ['discount', '-5.84'],
      ['adjustment', '-9.00'],
      ['total', '43.56'],
    ]);
    expect(answer.benefits.map((benefit) => [benefit.kind, benefit.outcome])).to.deep.equal([
      ['promotion', 'kept'],
      ['free-gift', 'lost'],
      ['points', 'lost'],
    ]);
  });

  it('keeps the gift out of it when the gift is canceled as well', async () => {
    const answer = await preview('order-1043', [
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 1 },
      { lineId: '4', quantity: 1 },
    ]);
    expect(parts(answer)).to.deep.equal([
      ['lines', '58.40'],
      ['discount', '-5.84'],
      ['total', '52.56'],
    ]);
  });

  it('keeps a fee, and says when it does not know, and when nothing was paid', async () => {
    expect(parts(await preview('order-1046', [{ lineId: '3', quantity: 1 }]))).to.deep.equal([
      ['lines', '24.00'],
      ['fee', '-1.50'],
      ['total', '22.50'],
    ]);
    expect((await preview('order-1041')).refund).to.equal('unknown');
    expect((await preview('order-1040')).refund).to.deep.equal({ kind: 'none', why: 'not-paid' });
    expect((await preview('order-1048')).refund)
      .to.have.property('destinations')
      .with.nested.property('[0].kind', 'release');
  });

  it('gives back no more than was paid when parts are canceled one after the other', async () => {
    const world = memoryWorld();
    const amounts: number[] = [];
    for (const lineId of ['1', '1', '2', '4']) {
      const { cancellations } = await world.adapter.requestCancellation(
        { orderId: 'order-1043', lines: [{ lineId, quantity: 1 }] },
        writeCall(),
      );
      world.adapter.advance(60_000);
      const [read] = (await world.adapter.getOrder('order-1043', call)).cancellations;
      expect(read?.id).to.equal(cancellations[0]?.id);
      amounts.push(Number(read?.refund.amount?.amount));
    }
    // What stays is the engraved lamp with its share of the discount, and the shipping.
    const rest = 49 - 4.9 + 4.9;
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).to.be.closeTo(137.47 - rest, 0.001);
  });

  it('is what is refunded in the end', async () => {
    for (const orderId of ['order-1042', 'order-1043', 'order-1046', 'order-1047']) {
      const world = memoryWorld();
      const said = parts(await preview(orderId, 'all', world)).at(-1)?.[1];
      await world.adapter.requestCancellation({ orderId, lines: 'all' }, writeCall());
      world.adapter.advance(60_000);
      const [done] = (await world.adapter.getOrder(orderId, call)).cancellations;
      expect([done?.refund.status, done?.refund.amount?.amount], orderId).to.deep.equal([
        'issued',
        said,
      ]);
    }
  });

  it('speaks the language of the call', async () => {
    const { adapter } = memoryWorld();
    const answer = await adapter.previewCancellation?.(
      { orderId: 'order-1042', lines: 'all' },
      { ...call, locale: 'ro-RO' },
    );
    expect(answer?.benefits.at(-1)?.label).to.equal('Puncte pentru această comandă');
    const choice = await adapter.listReasons?.('order-1042', { ...call, locale: 'ro' });
    expect(choice?.reasons.at(-1)?.label).to.equal('Alt motiv');
  });
});
