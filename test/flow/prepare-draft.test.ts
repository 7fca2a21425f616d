import { expect } from '@open-wc/testing';
import type { CancellationPreview } from '../../src/model/preview.js';
import type { Order } from '../../src/model/order.js';
import { createControllableAdapter, type ControllableAdapter } from '../../src/testing/index.js';
import { capabilities, openOrder } from './flow-samples.js';
import { createWorld, startFlow, type FlowUnderTest, type World } from './flow-world.js';

const preview = (amount: string): CancellationPreview => ({
  exact: true,
  benefits: [],
  refund: { kind: 'amount', total: { amount, currency: 'EUR' }, parts: [], destinations: [] },
});

async function review(
  order: Order = openOrder,
): Promise<FlowUnderTest & { adapter: ControllableAdapter; world: World }> {
  const world = createWorld();
  const adapter = createControllableAdapter({
    methods: ['describe', 'listReasons', 'previewCancellation'],
  });
  const started = startFlow(adapter, world);
  adapter.resolve('describe', { ...capabilities, reasons: true, preview: true });
  started.flow.send({ type: 'open', orderId: '1' });
  adapter.resolve('getOrder', order);
  adapter.resolve('listReasons', {
    reasons: [{ code: 'late', label: 'Too late' }],
    required: false,
    note: 'optional',
  });
  await world.clock.settle();
  return { ...started, adapter, world };
}

function previewOf({ flow }: FlowUnderTest): unknown {
  const { dialog } = flow.state;
  return dialog?.step === 'reviewing' ? dialog.preview : undefined;
}

describe('preparing a cancellation', () => {
  it('loads reasons, and asks for a preview of everything', async () => {
    const { flow, adapter, world } = await review();
    expect(adapter.callsOf('previewCancellation')[0]?.arguments[0]).to.deep.equal({
      orderId: '1',
      lines: 'all',
    });
    adapter.resolve('previewCancellation', preview('98.20'));
    await world.clock.settle();
    expect(flow.state.dialog).to.deep.include({
      preview: { step: 'ready', value: preview('98.20') },
    });
    expect(flow.state.dialog).to.have.nested.property('reasons.value.reasons[0].code', 'late');
  });

  it('asks again when the selection changes, and forgets what was asked before', async () => {
    const started = await review();
    const { flow, adapter, world } = started;
    const first = adapter.callsOf('previewCancellation')[0]?.arguments[1].signal;
    flow.send({ type: 'edit', change: { lines: [{ lineId: 'x', quantity: 1 }] } });
    flow.send({ type: 'edit', change: { lines: [{ lineId: 'x', quantity: 2 }] } });
    expect(first?.aborted).to.equal(true);
    await world.clock.advance(150);
    expect(adapter.callsOf('previewCancellation'), 'one call for two quick clicks').to.have.length(
      2,
    );
    adapter.resolve('previewCancellation', preview('98.20'));
    adapter.resolve('previewCancellation', preview('20.00'));
    await world.clock.settle();
    expect(previewOf(started)).to.deep.equal({ step: 'ready', value: preview('20.00') });
  });

  it('does not ask again when only the note changes', async () => {
    const { flow, adapter, world } = await review();
    flow.send({ type: 'edit', change: { note: 'Hello' } });
    await world.clock.advance(1000);
    expect(adapter.callsOf('previewCancellation')).to.have.length(1);
  });

  it('goes on without reasons and preview when they fail', async () => {
    const { flow, adapter, world } = await review();
    adapter.reject('previewCancellation', 'platform');
    await world.clock.settle();
    expect(flow.state.dialog).to.deep.include({
      step: 'reviewing',
      preview: { step: 'failed', failure: { code: 'platform' } },
    });
  });

  it('reads the order again by itself when the network is back', async () => {
    const world = createWorld();
    const adapter = createControllableAdapter();
    const { flow } = startFlow(adapter, world);
    world.connect(false);
    flow.send({ type: 'open', orderId: '1' });
    adapter.reject('getOrder', 'network');
    await world.clock.settle();
    expect(flow.state.dialog).to.have.nested.property('failure.code', 'network');
    world.connect(true);
    adapter.resolve('getOrder', openOrder);
    await world.clock.settle();
    expect(flow.state.dialog?.step).to.equal('reviewing');
  });

  it('aborts its reads when the dialog is closed', async () => {
    const { flow, adapter } = await review();
    flow.send({ type: 'dismiss' });
    expect(adapter.callsOf('previewCancellation')[0]?.arguments[1].signal.aborted).to.equal(true);
  });

  it('begins with everything that may be chosen, where a line is held back', async () => {
    const { flow } = await review({
      ...openOrder,
      eligibility: {
        ...{ allowed: true, scope: 'quantities', mode: 'request', blocks: [] },
        lines: [{ lineId: 'y', max: 0, blocks: [{ code: 'custom-made' }] }],
      },
    });
    expect(flow.state.drafts.get('1')?.lines).to.deep.equal([{ lineId: 'x', quantity: 3 }]);
  });

  it('takes back a reason that was chosen, and cuts a quantity that is too large', async () => {
    const { flow } = await review();
    flow.send({ type: 'edit', change: { reasonCode: 'late', note: 'x' } });
    flow.send({
      type: 'edit',
      change: { reasonCode: null, note: null, lines: [{ lineId: 'x', quantity: 99 }] },
    });
    expect(flow.state.drafts.get('1')).to.deep.include({ lines: [{ lineId: 'x', quantity: 3 }] });
    expect(flow.state.drafts.get('1')).to.not.have.any.keys('reasonCode', 'note');
  });
});
