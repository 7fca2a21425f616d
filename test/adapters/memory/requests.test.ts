import { expect } from '@open-wc/testing';
import type { CancellationRequest } from '../../../src/model/cancellation.js';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import { call, memoryWorld, writeCall } from './memory-world.js';

async function refusal(request: CancellationRequest, world = memoryWorld()): Promise<AdapterError> {
  const answer: unknown = await world.adapter
    .requestCancellation(request, writeCall())
    .catch((failure: unknown) => failure);
  if (!(answer instanceof AdapterError)) throw new Error(`not refused: ${JSON.stringify(answer)}`);
  return answer;
}

describe('the memory adapter, asked for a cancellation', () => {
  const refusals: readonly (readonly [
    what: string,
    request: CancellationRequest,
    code: string,
    facts: object,
  ])[] = [
    [
      'a part of an order that goes as a whole',
      { orderId: 'order-1042', lines: [{ lineId: '2', quantity: 1 }] },
      'invalid',
      { field: 'lines' },
    ],
    ['nothing', { orderId: 'order-1043', lines: [] }, 'invalid', { field: 'lines' }],
    [
      'a line twice',
      {
        orderId: 'order-1043',
        lines: [
          { lineId: '1', quantity: 1 },
          { lineId: '1', quantity: 1 },
        ],
      },
      'invalid',
      { field: 'lines' },
    ],
    [
      'no piece',
      { orderId: 'order-1043', lines: [{ lineId: '1', quantity: 0 }] },
      'invalid',
      { field: 'lines' },
    ],
    [
      'half a piece',
      { orderId: 'order-1043', lines: [{ lineId: '1', quantity: 0.5 }] },
      'invalid',
      { field: 'lines' },
    ],
    [
      'a quantity between two steps',
      { orderId: 'order-1047', lines: [{ lineId: '1', quantity: 0.33 }] },
      'invalid',
      { field: 'lines' },
    ],
    [
      'one part of a set',
      { orderId: 'order-1046', lines: [{ lineId: '1', quantity: 1 }] },
      'invalid',
      { field: 'lines' },
    ],
    [
      'a reason that it does not know',
      { orderId: 'order-1042', lines: 'all', reasonCode: 'whim' },
      'invalid',
      { field: 'reason' },
    ],
    [
      'a note longer than it takes',
      { orderId: 'order-1042', lines: 'all', note: 'x'.repeat(501) },
      'invalid',
      { field: 'note' },
    ],
    [
      'an order that has moved on',
      { orderId: 'order-1042', lines: 'all', revision: '0.0.0' },
      'stale',
      {},
    ],
  ];
  for (const [what, request, code, facts] of refusals) {
    it(`refuses ${what} with '${code}'`, async () => {
      const world = memoryWorld();
      expect(await refusal(request, world)).to.include({ code, ...facts });
      const [first] = (await world.adapter.getOrder(request.orderId, call)).cancellations;
      expect(first).to.equal(undefined);
    });
  }

  it('refuses more than is open, and a line that is made to order, each with its block', async () => {
    const tooMany = await refusal({ orderId: 'order-1043', lines: [{ lineId: '1', quantity: 3 }] });
    expect(tooMany.blocks?.map((block) => [block.code, block.lineId])).to.deep.equal([
      ['quantity-exceeded', '1'],
    ]);
    const madeToOrder = await refusal({
      orderId: 'order-1043',
      lines: [{ lineId: '3', quantity: 1 }],
    });
    expect(madeToOrder.blocks?.map((block) => [block.code, block.lineId])).to.deep.equal([
      ['custom-made', '3'],
    ]);
  });

  it('takes a weight in its steps', async () => {
    const { adapter } = memoryWorld();
    await adapter.requestCancellation(
      { orderId: 'order-1047', lines: [{ lineId: '1', quantity: 0.15 }] },
      writeCall(),
    );
    const { eligibility } = await adapter.getOrder('order-1047', call);
    expect(eligibility === 'ask' ? [] : eligibility.lines?.map((line) => line.max)).to.deep.equal([
      1.2, 2.5,
    ]);
  });

  it('makes one request per seller of one confirmation, all with its key', async () => {
    const { adapter } = memoryWorld();
    const { cancellations } = await adapter.requestCancellation(
      { orderId: 'order-1045', lines: 'all' },
      writeCall('one-key-for-three'),
    );
    expect(cancellations.map((one) => [one.seller?.id, one.idempotencyKey])).to.deep.equal([
      ['lindner', 'one-key-for-three'],
      ['halden', 'one-key-for-three'],
      ['nordlicht', 'one-key-for-three'],
    ]);
    const result = await adapter.retractCancellation?.(
      { orderId: 'order-1045', idempotencyKey: 'one-key-for-three' },
      writeCall(),
    );
    expect(result?.cancellations.map((one) => one.status)).to.deep.equal([
      'retracted',
      'retracted',
      'retracted',
    ]);
  });

  it('leaves what one seller has sent out of "all"', async () => {
    const { adapter } = memoryWorld();
    const { cancellations } = await adapter.requestCancellation(
      { orderId: 'order-1037', lines: 'all' },
      writeCall(),
    );
    expect(
      cancellations.flatMap((one) =>
        one.lines === 'all' ? ['all'] : one.lines.map((line) => line.lineId),
      ),
    ).to.deep.equal(['1', '2']);
  });

  it('refuses a key that was used for other lines', async () => {
    const { adapter } = memoryWorld();
    const key = 'the-same-key-twice';
    await adapter.requestCancellation(
      { orderId: 'order-1043', lines: [{ lineId: '1', quantity: 1 }] },
      writeCall(key),
    );
    const other: unknown = await adapter
      .requestCancellation(
        { orderId: 'order-1043', lines: [{ lineId: '2', quantity: 1 }] },
        writeCall(key),
      )
      .catch((failure: unknown) => failure);
    expect(other).to.include({ code: 'invalid' });
  });

  it('takes the revision that the review was made with', async () => {
    const { adapter } = memoryWorld();
    const { revision = '' } = await adapter.getOrder('order-1043', call);
    const line = (lineId: string): CancellationRequest => ({
      orderId: 'order-1043',
      lines: [{ lineId, quantity: 1 }],
      revision,
    });
    await adapter.requestCancellation(line('1'), writeCall());
    const second: unknown = await adapter
      .requestCancellation(line('2'), writeCall())
      .catch((failure: unknown) => failure);
    expect(second).to.include({ code: 'stale' });
  });

  it('closes when the time is over', async () => {
    const world = memoryWorld();
    world.adapter.advance(5 * 3_600_000);
    const { eligibility } = await world.adapter.getOrder('order-1042', call);
    expect(
      eligibility === 'ask' ? [] : eligibility.blocks.map((block) => block.code),
    ).to.deep.equal(['window-expired']);
    expect(await refusal({ orderId: 'order-1042', lines: 'all' }, world)).to.include({
      code: 'not-eligible',
    });
  });

  it('asks for a reason where the shop wants one', async () => {
    const reasons = {
      reasons: [{ code: 'x', label: 'X' }],
      required: true,
      note: 'required',
    } as const;
    expect(
      await refusal({ orderId: 'order-1042', lines: 'all' }, memoryWorld({ reasons })),
    ).to.include({ field: 'reason' });
    expect(
      await refusal(
        { orderId: 'order-1042', lines: 'all', reasonCode: 'x', note: ' ' },
        memoryWorld({ reasons }),
      ),
    ).to.include({ field: 'note' });
  });

  it('takes a message to support once', async () => {
    const { adapter } = memoryWorld();
    const message = {
      orderId: 'order-1039',
      about: 'shipped',
      message: 'Can the parcel be stopped?',
    } as const;
    const first = await adapter.contactSupport?.(message, writeCall('support-message-1'));
    const again = await adapter.contactSupport?.(message, writeCall('support-message-1'));
    const other = await adapter.contactSupport?.(message, writeCall('support-message-2'));
    expect([first?.reference, again?.reference, other?.reference]).to.deep.equal([
      'S-7001',
      'S-7001',
      'S-7002',
    ]);
    const empty: unknown = await adapter
      .contactSupport?.({ message: ' ' }, writeCall())
      .catch((failure: unknown) => failure);
    expect(empty).to.include({ code: 'invalid', field: 'message' });
  });
});
