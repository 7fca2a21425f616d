import { expect } from '@open-wc/testing';
import { mergeIntoOrder, mergeOrder } from '../../src/flow/merge.js';
import type { HeldOrder } from '../../src/flow/flow-state.js';
import type { Cancellation } from '../../src/model/cancellation.js';
import type { Order } from '../../src/model/order.js';
import { cancellation, openOrder, stamp, withCancellations } from './flow-samples.js';

const early = '2026-11-23T10:00:00Z';
const late = '2026-11-23T11:00:00Z';
/** Began before the order was accepted at 10. */
const overlapping = stamp({ startedAt: 9, at: 20 });
const after = stamp({ startedAt: 11, at: 20 });

function held(order: Order): HeldOrder {
  const cancellationsAt = new Map(order.cancellations.map(({ id }) => [id, 10]));
  return { order, complete: true, at: 10, cancellationsAt };
}

function merged(
  known: Order,
  incoming: Order,
  how = after,
  source: 'order' | 'list' | 'push' | 'answer' = 'order',
) {
  return mergeOrder(held(known), incoming, source, how);
}

describe('mergeOrder', () => {
  it('takes the answer of a call that began after the last acceptance', () => {
    const { held: next, applied, stale } = merged(openOrder, { ...openOrder, status: 'shipped' });
    expect([next.order.status, applied, stale, next.at]).to.deep.equal([
      'shipped',
      true,
      false,
      20,
    ]);
  });

  it('drops the answer of an overlapping call, and asks for another read when it differs', () => {
    const differs = merged(openOrder, { ...openOrder, status: 'shipped' }, overlapping);
    expect([differs.held.order, differs.applied, differs.stale]).to.deep.equal([
      openOrder,
      false,
      true,
    ]);
    expect(merged(openOrder, openOrder, overlapping).stale).to.equal(false);
  });

  it('lets the dates decide alone where both sides have one', () => {
    const known = { ...openOrder, updatedAt: early };
    expect(
      merged(known, { ...openOrder, status: 'shipped', updatedAt: late }, overlapping).held.order
        .status,
    ).to.equal('shipped');
    const older = merged(
      { ...known, updatedAt: late },
      { ...openOrder, status: 'shipped', updatedAt: early },
    );
    expect(older.held.order.status).to.equal('processing');
  });

  it('takes a refund that moved on though the request’s date did not', () => {
    const known = withCancellations(
      cancellation({ status: 'completed', updatedAt: early, refund: { status: 'pending' } }),
    );
    const moved = withCancellations(
      cancellation({ status: 'completed', updatedAt: early, refund: { status: 'issued' } }),
    );
    expect(merged(known, moved).held.order.cancellations[0]?.refund.status).to.equal('issued');
  });

  it('compares request and refund apart', () => {
    const known = withCancellations(
      cancellation({
        status: 'processing',
        updatedAt: late,
        refund: { status: 'expected', updatedAt: early },
      }),
    );
    const mixed = withCancellations(
      cancellation({
        status: 'requested',
        updatedAt: early,
        refund: { status: 'pending', updatedAt: late },
      }),
    );
    const [result] = merged(known, mixed).held.order.cancellations;
    expect([result?.status, result?.refund.status]).to.deep.equal(['processing', 'pending']);
  });

  it('never goes back from what is over, unless the shop dates its change of mind', () => {
    for (const status of ['retracted', 'declined', 'completed'] as const) {
      const known = withCancellations(cancellation({ status }));
      const back = merged(known, withCancellations(cancellation({ status: 'processing' })));
      expect(back.held.order.cancellations[0]?.status, status).to.equal(status);
      expect(back.stale, status).to.equal(true);
    }
    const dated = withCancellations(cancellation({ status: 'declined', updatedAt: early }));
    const reopened = merged(
      dated,
      withCancellations(cancellation({ status: 'processing', updatedAt: late })),
    );
    expect(reopened.held.order.cancellations[0]?.status).to.equal('processing');
  });

  it('adds what was not known, also from an overlapping answer', () => {
    const { held: next } = merged(
      openOrder,
      withCancellations(cancellation()),
      overlapping,
      'answer',
    );
    expect(next.order.cancellations.map(({ id }) => id)).to.deep.equal(['c1']);
  });

  it('keeps a request that a poorer read does not show', () => {
    expect(
      merged(withCancellations(cancellation()), openOrder).held.order.cancellations,
    ).to.have.length(1);
  });

  it('takes an undated push as a sign to read again', () => {
    const pushed = merged(openOrder, { ...openOrder, status: 'shipped' }, after, 'push');
    expect([pushed.held.order.status, pushed.stale]).to.deep.equal(['processing', true]);
  });

  it('keeps lines and eligibility that a list row leaves out', () => {
    const row: Order = { ...openOrder, lines: [], linesComplete: false, eligibility: 'ask' };
    const { held: next } = merged(openOrder, row, after, 'list');
    expect(next.order).to.equal(openOrder);
    const moved = merged(openOrder, { ...row, status: 'shipped' }, after, 'list');
    expect(moved.held.order).to.deep.include({
      eligibility: 'ask',
      status: 'shipped',
      lines: openOrder.lines,
    });
  });

  it('keeps the identity of an order that did not change', () => {
    expect(merged(openOrder, { ...openOrder, lines: [...openOrder.lines] }).held.order).to.equal(
      openOrder,
    );
  });
});

describe('an order that was read in pieces', () => {
  const requested = withCancellations(cancellation({ status: 'processing' }));
  const ended = (
    canceled: number | undefined,
    lines: Cancellation['lines'],
    status: Cancellation['status'] = 'completed',
  ): Order => {
    const [x, y] = openOrder.lines;
    const line = { ...x!, ...(canceled !== undefined && { canceled }) };
    const { canceled: _canceled, ...silent } = line;
    return {
      ...withCancellations(cancellation({ status, lines })),
      lines: [canceled === undefined ? silent : line, y!],
    };
  };
  const one = [{ lineId: 'x', quantity: 1 }];

  it('is read again: its request has ended, and its lines do not show it', () => {
    expect(merged(requested, ended(0, one)).stale).to.equal(true);
    expect(merged(requested, ended(0, 'all')).stale).to.equal(true);
    const partly = [{ ...one[0]!, outcome: 'canceled' as const }];
    expect(merged(requested, ended(0, partly, 'partially-completed')).stale).to.equal(true);
    expect(merged(openOrder, ended(0, one)).stale, 'a request that was not known').to.equal(true);
  });

  it('is read once more only, whatever is answered then', () => {
    const { held: torn } = merged(requested, ended(0, one));
    const again = mergeOrder(torn, ended(0, one), 'order', stamp({ startedAt: 21, at: 30 }));
    expect(again.stale).to.equal(false);
  });

  it('is not meant where the lines show it, or the shop does not count them', () => {
    expect(merged(requested, ended(1, one)).stale).to.equal(false);
    expect(merged(requested, ended(undefined, one)).stale).to.equal(false);
    const declined = [{ ...one[0]!, outcome: 'declined' as const }];
    expect(merged(requested, ended(0, declined, 'partially-completed')).stale).to.equal(false);
    expect(merged(requested, ended(0, one, 'declined')).stale).to.equal(false);
    const incomplete = { ...ended(0, one), linesComplete: false as const };
    expect(merged({ ...requested, linesComplete: false }, incomplete).stale).to.equal(false);
  });
});

describe('mergeIntoOrder', () => {
  const update = (more: Partial<Cancellation>, how = after) =>
    mergeIntoOrder(held(withCancellations(cancellation())), [cancellation(more)], 'refs', how);

  it('moves a request on without touching the order', () => {
    const { held: next, applied } = update({ status: 'processing' });
    expect([next.order.cancellations[0]?.status, next.at, applied]).to.deep.equal([
      'processing',
      10,
      false,
    ]);
  });

  it('drops what an overlapping call says, and asks for another read', () => {
    const { held: next, stale } = update({ status: 'processing' }, overlapping);
    expect([next.order.cancellations[0]?.status, stale]).to.deep.equal(['requested', true]);
  });
});
