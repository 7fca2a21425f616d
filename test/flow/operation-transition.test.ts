import { expect } from '@open-wc/testing';
import type { FlowEvent } from '../../src/flow/flow-event.js';
import type { FlowState, Operation } from '../../src/flow/flow-state.js';
import { transition } from '../../src/flow/transition.js';
import type { Cancellation } from '../../src/model/cancellation.js';
import type { Failure } from '../../src/model/failure.js';
import type { Order } from '../../src/model/order.js';
import {
  cancellation,
  capabilities,
  openOrder,
  operationBase,
  operations,
  stamp,
  stateWith,
  withCancellations,
} from './flow-samples.js';

type Step = keyof typeof operations | 'none';

const send = { epoch: 1, orderId: '1', key: 'key-1', attempt: 1 };
/** Sent at 5 000; the window of an idempotent shop is two minutes. */
const inWindow = stamp({ started: 10_000 });
const over = stamp({ started: 125_000 });
const beforeSend = stamp({ started: 4000 });

const read = (
  order: Order,
  at = inWindow,
  kind: 'order' | 'list' | 'push' = 'order',
): FlowEvent => ({
  type: 'order-read',
  order,
  kind,
  stamp: at,
});
const answered = (cancellations: readonly Cancellation[], attempt = 1): FlowEvent => ({
  ...{ type: 'answered', ...send, attempt, result: { cancellations }, stamp: inWindow },
});
const failed = (failure: Failure, definite: boolean, attempt = 1): FlowEvent => ({
  ...{ type: 'failed', ...send, attempt, failure, definite, stamp: inWindow },
});

const mine = cancellation({ idempotencyKey: 'key-1' });
const half = cancellation({ idempotencyKey: 'key-1', lines: [{ lineId: 'x', quantity: 1 }] });
const other = cancellation({ id: 'c9', idempotencyKey: 'key-of-another' });
const unsigned = cancellation({ id: 'c7' });
const canceledOrder: Order = {
  ...openOrder,
  lines: openOrder.lines.map((line) => ({ ...line, canceled: line.quantity ?? 0 })),
};

const news = {
  begin: { type: 'begin', operation: { ...operationBase, key: 'key-2', generation: 2 } },
  'entry, higher attempt': {
    type: 'entry',
    epoch: 1,
    operation: { ...operations.sending, attempt: 2 },
  },
  'answered, covers': answered([mine]),
  'answered, nothing': answered([]),
  'answered, challenge': answered([cancellation({ status: 'awaiting-confirmation' })]),
  'failed, definite': failed({ code: 'rate-limited' }, true),
  'failed, indefinite': failed({ code: 'network' }, false),
  'timed out': { type: 'timed-out', ...send },
  'settle started': { type: 'settle-started', orderId: '1', key: 'key-1' },
  'settle failed': {
    type: 'settle-failed',
    orderId: '1',
    key: 'key-1',
    failure: { code: 'network' },
    stamp: inWindow,
  },
  'settle failed, over': {
    type: 'settle-failed',
    orderId: '1',
    key: 'key-1',
    failure: { code: 'network' },
    stamp: over,
  },
  'read, proof': read(withCancellations(mine)),
  'read, another key': read(withCancellations(other)),
  'read, likely': read(withCancellations(unsigned)),
  'read before the send, likely': read(withCancellations(unsigned), beforeSend),
  'read, likely, over': read(withCancellations(unsigned), over),
  'read, nothing': read(openOrder),
  'read, nothing, over': read(openOrder, over),
  'list, nothing, over': read(openOrder, over, 'list'),
  'push, nothing, over': read({ ...openOrder, updatedAt: '2026-11-23T10:00:00Z' }, over, 'push'),
  'read, nothing left': read(canceledOrder),
  resent: { type: 'resent', ...send, attempt: 2, sentAt: { wall: 9, monotonic: 9000 } },
  expired: { type: 'expired', orderId: '1', key: 'key-1' },
  'put away': { type: 'put-away', orderId: '1' },
  dismiss: { type: 'dismiss' },
  'of another key': { ...(answered([mine]) as object), key: 'key-9' } as FlowEvent,
} satisfies Record<string, FlowEvent>;

/** The specification's operation table for a request: a pair that is not here leaves the operation as it is, the same object. */
const table: Record<Step, Partial<Record<keyof typeof news, string>>> = {
  none: { begin: 'sending', 'entry, higher attempt': 'unconfirmed' },
  sending: {
    'entry, higher attempt': 'unconfirmed',
    'answered, covers': 'received (key)',
    'answered, nothing': 'received (order)',
    'answered, challenge': 'awaiting-confirmation',
    'failed, definite': 'refused',
    'failed, indefinite': 'unconfirmed',
    'timed out': 'unconfirmed',
    'read, proof': 'received (key)',
  },
  unconfirmed: {
    'entry, higher attempt': 'unconfirmed',
    'answered, covers': 'received (key)',
    'answered, nothing': 'received (order)',
    'answered, challenge': 'awaiting-confirmation',
    'failed, definite': 'refused',
    'settle started': 'settling',
    'settle failed': 'unconfirmed',
    'settle failed, over': 'unconfirmed + cannot check',
    'read, proof': 'received (key)',
    'read, likely': 'unconfirmed + likely',
    'read, likely, over': 'received (order)',
    'read, nothing, over': 'not-received',
    'list, nothing, over': 'not-received',
    'read, nothing left': 'received (order)',
    expired: 'none',
  },
  settling: {
    'entry, higher attempt': 'unconfirmed',
    'answered, covers': 'received (key)',
    'answered, nothing': 'received (order)',
    'answered, challenge': 'awaiting-confirmation',
    'failed, definite': 'refused',
    'settle failed': 'unconfirmed',
    'settle failed, over': 'unconfirmed + cannot check',
    'read, proof': 'received (key)',
    'read, another key': 'unconfirmed',
    'read, likely': 'unconfirmed + likely',
    'read before the send, likely': 'unconfirmed',
    'read, likely, over': 'received (order)',
    'read, nothing': 'unconfirmed',
    'read, nothing, over': 'not-received',
    'list, nothing, over': 'not-received',
    'push, nothing, over': 'unconfirmed',
    'read, nothing left': 'received (order)',
    expired: 'none',
  },
  'awaiting-confirmation': {
    'entry, higher attempt': 'unconfirmed',
    'answered, covers': 'received (key)',
    'answered, nothing': 'same step',
    'read, proof': 'received (key)',
    expired: 'none',
  },
  'received (order)': {
    begin: 'sending',
    'entry, higher attempt': 'unconfirmed',
    'answered, covers': 'received (key)',
    'answered, nothing': 'same step',
    'answered, challenge': 'awaiting-confirmation',
    'read, proof': 'received (key)',
    'put away': 'none',
  },
  'received (key)': {
    begin: 'sending',
    'entry, higher attempt': 'unconfirmed',
    'put away': 'none',
  },
  'not-received': {
    begin: 'sending',
    'entry, higher attempt': 'unconfirmed',
    'answered, covers': 'received (key)',
    'answered, nothing': 'received (order)',
    'answered, challenge': 'awaiting-confirmation',
    'read, proof': 'received (key)',
    'read, likely': 'received (order)',
    'read, likely, over': 'received (order)',
    'read, nothing left': 'received (order)',
    resent: 'sending',
    'put away': 'none',
  },
  refused: {
    begin: 'sending',
    'entry, higher attempt': 'unconfirmed',
    'answered, covers': 'received (key)',
    'answered, nothing': 'received (order)',
    'answered, challenge': 'awaiting-confirmation',
    'read, proof': 'received (key)',
    'put away': 'none',
  },
};

function nameOf(operation: Operation | undefined): string {
  if (!operation) return 'none';
  if (operation.step === 'received')
    return operation.evidence === 'order' ? 'received (order)' : 'received (key)';
  if (operation.step !== 'unconfirmed') return operation.step;
  if (operation.cannotCheck) return 'unconfirmed + cannot check';
  return operation.likely === undefined ? 'unconfirmed' : 'unconfirmed + likely';
}

function after(state: FlowState, ...events: readonly FlowEvent[]): Operation | undefined {
  return events.reduce(transition, state).operations.get('1');
}

describe('transition: a request', () => {
  for (const from of Object.keys(table) as Step[]) {
    for (const what of Object.keys(news) as (keyof typeof news)[]) {
      const expected = table[from][what];
      it(`${from} × ${what} → ${expected ?? 'the same object'}`, () => {
        const operation = from === 'none' ? undefined : operations[from];
        const state = stateWith(operation ? { operation } : {});

        const next = transition(state, news[what]).operations.get('1');

        if (expected === undefined) expect(next).to.equal(operation);
        else expect(nameOf(next)).to.equal(expected === 'same step' ? from : expected);
      });
    }
  }

  it('is not refused while another send of its key is unanswered', () => {
    const twice = stateWith({ operation: { ...operations.sending, attempt: 2, unanswered: 2 } });
    expect(nameOf(after(twice, failed({ code: 'not-eligible' }, true, 2)))).to.equal('unconfirmed');
  });

  it('is not settled by a part of its lines; at the end of the window the rest is named', () => {
    const both = {
      ...operations.unconfirmed,
      lines: [
        { lineId: 'x', quantity: 1 },
        { lineId: 'y', quantity: 2 },
      ],
    };
    const state = stateWith({ operation: both });
    expect(nameOf(after(state, read(withCancellations(half))))).to.equal('unconfirmed + likely');
    const settled = after(state, read(withCancellations(half), over));
    expect(settled).to.deep.include({
      step: 'received',
      evidence: 'key',
      missing: [{ lineId: 'y', quantity: 2 }],
    });
  });

  it('may still arrive in part after it was called not received', () => {
    const late = {
      ...operations['not-received'],
      lines: [
        { lineId: 'x', quantity: 1 },
        { lineId: 'y', quantity: 2 },
      ],
    };
    const settled = after(stateWith({ operation: late }), read(withCancellations(half)));
    expect(settled).to.deep.include({
      step: 'received',
      evidence: 'key',
      missing: [{ lineId: 'y', quantity: 2 }],
    });
  });

  it('is answered by several sellers together, declined ones included', () => {
    const both = {
      ...operations.sending,
      lines: [
        { lineId: 'x', quantity: 1 },
        { lineId: 'y', quantity: 2 },
      ],
    };
    const second = cancellation({
      id: 'c2',
      status: 'declined',
      lines: [{ lineId: 'y', quantity: 2 }],
    });
    expect(nameOf(after(stateWith({ operation: both }), answered([half, second])))).to.equal(
      'received (key)',
    );
  });

  it('takes an id from an answer as proof, an id that is only likely never', () => {
    const part = cancellation({ id: 'c5', lines: [] });
    const known = after(stateWith({ operation: operations.sending }), answered([part]));
    expect(known?.ids).to.deep.equal(['c5']);
    const likely = after(
      stateWith({ operation: operations.unconfirmed }),
      read(withCancellations(unsigned)),
    );
    expect(likely?.ids).to.deep.equal([]);
  });

  it('does not take a cancellation that was there before the send for its own', () => {
    const before = { ids: ['c7'], canceled: [] };
    const state = stateWith({
      operation: { ...operations.settling, before },
      order: withCancellations(unsigned),
    });
    expect(nameOf(after(state, read(withCancellations(unsigned), over)))).to.equal('not-received');
  });

  it('is never called not received by a shop that does not show requests', () => {
    const state = stateWith({
      operation: operations.settling,
      more: { capabilities: { ...capabilities, evidence: 'order' } },
    });
    expect(nameOf(after(state, read(openOrder, over)))).to.equal('unconfirmed + cannot check');
  });

  it('counts its window on the shop’s clock where the shop tells the time', () => {
    const sentAt = { wall: 0, monotonic: 5000, shop: 1_000_000 };
    const state = stateWith({ operation: { ...operations.settling, sentAt } });
    const early = stamp({ started: 900_000, shop: 1_060_000 });
    const late = stamp({ started: 6000, shop: 1_120_000 });
    expect(nameOf(after(state, read(openOrder, early)))).to.equal('unconfirmed');
    expect(nameOf(after(state, read(openOrder, late)))).to.equal('not-received');
  });

  it('concludes nothing from a read that is older than what is known', () => {
    const state = stateWith({ operation: operations.settling });
    const old = stamp({ startedAt: 9, started: 125_000 });
    expect(nameOf(after(state, read({ ...openOrder, status: 'on-hold' }, old)))).to.equal(
      'unconfirmed',
    );
  });

  it('lets go of the draft once it is received', () => {
    const next = transition(stateWith({ operation: operations.sending }), answered([mine]));
    expect(next.drafts.has('1')).to.equal(false);
  });

  it('opens its window anew when it is sent again', () => {
    const again = after(stateWith({ operation: operations['not-received'] }), news.resent);
    expect(again).to.deep.include({
      attempt: 2,
      unanswered: 2,
      sentAt: { wall: 9, monotonic: 9000 },
    });
  });
});

describe('transition: taking a request back', () => {
  const retraction: Operation = {
    ...operationBase,
    kind: 'retract',
    key: 'key-1',
    target: 'c1',
    step: 'sending',
  };
  const lost: Operation = { ...retraction, step: 'settling' };
  const target = (status: Cancellation['status']): Order =>
    withCancellations(cancellation({ status }));

  it('is done only when the shop says retracted', () => {
    const state = stateWith({ operation: retraction, order: target('requested') });
    expect(nameOf(after(state, answered([cancellation({ status: 'retracted' })])))).to.equal(
      'received (key)',
    );
    expect(nameOf(after(state, answered([cancellation({ status: 'processing' })])))).to.equal(
      'unconfirmed',
    );
  });

  it('is too late when the shop has decided', () => {
    for (const status of ['completed', 'partially-completed', 'declined', 'failed'] as const) {
      const state = stateWith({ operation: lost, order: target('requested') });
      expect(after(state, read(target(status)))?.step, status).to.equal('refused');
    }
  });

  it('is not received when the request still stands at the end of the window', () => {
    const state = stateWith({ operation: lost, order: target('requested') });
    expect(nameOf(after(state, read(target('requested'))))).to.equal('unconfirmed');
    expect(nameOf(after(state, read(target('requested'), over)))).to.equal('not-received');
  });
});

describe('transition: confirming with a code', () => {
  const waiting = cancellation({ status: 'awaiting-confirmation' });
  const order = withCancellations(waiting);
  const base = {
    ...operationBase,
    kind: 'confirm',
    key: 'key-2',
    of: 'key-1',
    target: 'c1',
  } as const;
  const by = { ...send, key: 'key-2' };
  const confirming: Operation = { ...base, step: 'sending' };

  it('begins from a request that waits for it', () => {
    const state = stateWith({ operation: operations['awaiting-confirmation'], order });
    expect(after(state, { type: 'begin', operation: base })).to.deep.include({
      kind: 'confirm',
      step: 'sending',
    });
  });

  it('becomes the request again, received, when the shop goes on with it', () => {
    const state = stateWith({ operation: confirming, order });
    const next = after(state, {
      ...{ type: 'answered', ...by, result: { cancellations: [cancellation()] }, stamp: inWindow },
    });
    expect(next).to.deep.include({ kind: 'request', key: 'key-1', step: 'received' });
  });

  it('waits again after a wrong code, and is refused after an expired one', () => {
    const state = stateWith({ operation: confirming, order });
    const wrong = after(state, {
      ...(failed({ code: 'invalid', field: 'code' }, true) as object),
      key: 'key-2',
    } as FlowEvent);
    const expired = after(state, {
      ...(failed({ code: 'expired' }, true) as object),
      key: 'key-2',
    } as FlowEvent);
    expect(wrong).to.deep.include({
      step: 'awaiting-confirmation',
      failure: { code: 'invalid', field: 'code' },
    });
    expect(expired?.step).to.equal('refused');
  });

  it('waits again, saying so, when it did not arrive', () => {
    const state = stateWith({ operation: { ...base, step: 'settling' }, order });
    expect(after(state, read(order, over))).to.deep.include({
      step: 'awaiting-confirmation',
      notReceived: true,
    });
  });
});

describe('transition: entries of other tabs', () => {
  const entry = (operation: Operation): FlowEvent => ({ type: 'entry', operation, epoch: 1 });

  it('follows a request that another tab is sending', () => {
    expect(nameOf(after(stateWith(), entry(operations.sending)))).to.equal('unconfirmed');
  });

  it('does not go back from a settled step, nor to an older intent', () => {
    const settled = stateWith({ operation: operations['received (key)'] });
    expect(after(settled, entry(operations.unconfirmed))?.step).to.equal('received');
    const second = stateWith({ operation: { ...operations.refused, key: 'key-2', generation: 2 } });
    expect(after(second, entry(operations.unconfirmed))?.key).to.equal('key-2');
  });

  it('takes what another tab found out', () => {
    const state = stateWith({ operation: operations.unconfirmed });
    expect(after(state, entry(operations['received (key)']))).to.deep.include({
      step: 'received',
      origin: 'other-tab',
    });
  });

  it('shows nothing of a refusal in another tab', () => {
    expect(after(stateWith(), entry(operations.refused))).to.equal(undefined);
  });
});
