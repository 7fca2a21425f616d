import { expect } from '@open-wc/testing';
import {
  cancellationsOf,
  canOpen,
  canResend,
  canRetract,
  currentCancellation,
  selectBlocks,
  selectDraft,
  selectStatusOrderId,
} from '../../src/flow/selectors.js';
import { instantMs } from '../../src/model/time.js';
import {
  cancellation,
  capabilities,
  dialogs,
  openOrder,
  operations,
  shippedOrder,
  stateWith,
  withCancellations,
} from './flow-samples.js';

const now = instantMs('2026-11-23T10:00:00Z');

describe('selectors', () => {
  it('offers a button only while nothing is under way and nothing newer is known', () => {
    expect(canOpen(stateWith(), openOrder)).to.equal(true);
    expect(canOpen(stateWith(), { ...openOrder, eligibility: 'ask' })).to.equal(true);
    expect(canOpen(stateWith(), shippedOrder)).to.equal(false);
    expect(canOpen(stateWith({ operation: operations.unconfirmed }), openOrder)).to.equal(false);
    const { orders } = stateWith();
    expect(
      canOpen(stateWith({ more: { orders: { ...orders, stale: new Set(['1']) } } }), openOrder),
    ).to.equal(false);
  });

  it('says why not', () => {
    expect(selectBlocks(shippedOrder)).to.deep.equal([{ code: 'shipped' }]);
    expect(selectBlocks(openOrder)).to.deep.equal([]);
  });

  it('tells of the newest open request, else of the newest', () => {
    const done = cancellation({ id: 'c2', status: 'completed' });
    expect(currentCancellation(withCancellations(done, cancellation()))?.id).to.equal('c1');
    expect(currentCancellation(withCancellations(done))?.id).to.equal('c2');
    expect(currentCancellation(openOrder)).to.equal(undefined);
  });

  it('tells of every request of an operation, one per seller', () => {
    const order = withCancellations(
      cancellation(),
      cancellation({ id: 'c2' }),
      cancellation({ id: 'c3' }),
    );
    const operation = { ...operations['received (key)'], ids: ['c2', 'c3'] };
    expect(cancellationsOf(order, operation).map(({ id }) => id)).to.deep.equal(['c2', 'c3']);
    expect(cancellationsOf(order, undefined).map(({ id }) => id)).to.deep.equal(['c1']);
  });

  it('offers to take back what is only requested, until its deadline by the shop’s clock', () => {
    const more = { capabilities: { ...capabilities, retract: true }, clockOffset: 0 };
    const state = stateWith({ more });
    const until = (retractableUntil: string) => cancellation({ retractableUntil });
    expect(canRetract(state, cancellation(), now)).to.equal(true);
    expect(canRetract(state, until('2026-11-23T11:00:00Z'), now)).to.equal(true);
    expect(canRetract(state, until('2026-11-23T09:00:00Z'), now)).to.equal(false);
    const { clockOffset: _clockOffset, ...unknownClock } = state;
    expect(canRetract(unknownClock, until('2026-11-23T09:00:00Z'), now), 'by the device').to.equal(
      true,
    );
    expect(canRetract(state, cancellation({ status: 'processing' }), now)).to.equal(false);
    expect(canRetract(state, cancellation({ inferred: true }), now)).to.equal(false);
    expect(
      canRetract(
        stateWith({ more: { capabilities: { ...capabilities, retract: false } } }),
        cancellation(),
        now,
      ),
    ).to.equal(false);
  });

  it('offers to send again only where that is safe and nothing is forgotten', () => {
    const lost = operations['not-received'];
    expect(canResend(stateWith(), lost, 1000)).to.equal(true);
    expect(canResend(stateWith(), operations.unconfirmed, 1000)).to.equal(false);
    expect(canResend(stateWith(), lost, 90_000_000), 'the shop forgot the key').to.equal(false);
    expect(canResend(stateWith(), { ...lost, hadNote: true }, 1000), 'the note is gone').to.equal(
      false,
    );
    const turnedDown = { ...lost, refusal: { code: 'invalid' } } as const;
    expect(canResend(stateWith(), turnedDown, 1000), 'the shop said no').to.equal(false);
    const tooSoon = { ...lost, refusal: { code: 'rate-limited' } } as const;
    expect(canResend(stateWith(), tooSoon, 1000), 'the shop said later').to.equal(true);
    const blind = { ...capabilities, idempotent: false, evidence: 'order' } as const;
    expect(canResend(stateWith({ more: { capabilities: blind } }), lost, 1000)).to.equal(false);
  });

  it('finds the draft of the dialog that is open', () => {
    expect(selectDraft(stateWith())).to.equal(undefined);
    expect(selectDraft(stateWith({ dialog: dialogs.reviewing }))?.orderId).to.equal('1');
  });

  it('tells the status of the order selected last, else of the newest open request', () => {
    expect(selectStatusOrderId(stateWith())).to.equal(undefined);
    expect(selectStatusOrderId(stateWith({ order: withCancellations(cancellation()) }))).to.equal(
      '1',
    );
    const done = withCancellations(cancellation({ status: 'completed' }));
    expect(selectStatusOrderId(stateWith({ order: done }))).to.equal(undefined);
    expect(
      selectStatusOrderId(stateWith({ order: done, more: { selectedOrderId: '1' } })),
    ).to.equal('1');
    expect(selectStatusOrderId(stateWith({ operation: operations.sending }))).to.equal('1');
  });

  it('stays with the order that was shown when it is over, until another is selected', () => {
    const done = withCancellations(cancellation({ status: 'completed' }));
    const { orders } = stateWith({ order: done });
    const other = { ...withCancellations(cancellation({ orderId: '2' })), id: '2' };
    const entry = { order: other, complete: true, at: 10, cancellationsAt: new Map() };
    const both = { ...orders, listed: ['1', '2'], held: new Map(orders.held).set('2', entry) };
    expect(selectStatusOrderId(stateWith({ more: { orders: both } }))).to.equal('2');
    expect(selectStatusOrderId(stateWith({ more: { orders: both } }), '1')).to.equal('1');
    const open = { ...entry, order: withCancellations(cancellation()) };
    const newer = { ...both, listed: ['2', '1'], held: new Map(both.held).set('1', open) };
    expect(selectStatusOrderId(stateWith({ more: { orders: newer } }), '1'), 'still open').to.equal(
      '2',
    );
    const selected = stateWith({ more: { orders: both, selectedOrderId: '2' } });
    expect(selectStatusOrderId(selected, '1')).to.equal('2');
  });
});
