import { expect } from '@open-wc/testing';
import type { FlowEvent, FlowEventType } from '../../src/flow/flow-event.js';
import { transition } from '../../src/flow/transition.js';
import {
  dialogs,
  openOrder,
  operationBase,
  operations,
  shippedOrder,
  stamp,
  stateWith,
} from './flow-samples.js';
import { formEvents } from './form-samples.js';
import { withdrawalEvents } from './withdrawal-samples.js';

const send = { epoch: 1, orderId: '1', key: 'key-1', attempt: 1 };

/** One event of each type, as it would arrive for order "1". The compiler asks for a line when a type is added. */
const events: Record<FlowEventType, FlowEvent> = {
  ...formEvents,
  ...withdrawalEvents,
  'load-orders': { type: 'load-orders' },
  'load-more': { type: 'load-more' },
  refresh: { type: 'refresh', orderId: '1' },
  'select-order': { type: 'select-order', orderId: '1' },
  warm: { type: 'warm' },
  open: { type: 'open', orderId: '1' },
  dismiss: { type: 'dismiss' },
  'retry-prepare': { type: 'retry-prepare' },
  edit: { type: 'edit', change: { note: 'Please hurry' } },
  confirm: { type: 'confirm' },
  'check-now': { type: 'check-now', orderId: '1' },
  resend: { type: 'resend', orderId: '1' },
  'put-away': { type: 'put-away', orderId: '1' },
  retract: { type: 'retract', orderId: '1', cancellationId: 'c1' },
  'confirm-challenge': { type: 'confirm-challenge', orderId: '1', token: '4819' },
  'resend-challenge': { type: 'resend-challenge', orderId: '1' },
  'load-faq': { type: 'load-faq' },
  'show-entry': { type: 'show-entry', id: 'why-not' },
  'signed-in': { type: 'signed-in' },
  'locale-changed': { type: 'locale-changed', locale: 'ro' },
  described: { type: 'described', capabilities: stateWith().capabilities!, epoch: 1 },
  'orders-loaded': {
    type: 'orders-loaded',
    page: { items: [openOrder] },
    append: false,
    query: 0,
    stamp: stamp(),
  },
  'orders-failed': { type: 'orders-failed', failure: { code: 'network' }, stamp: stamp() },
  'parts-failed': { type: 'parts-failed' },
  'order-read': { type: 'order-read', order: openOrder, kind: 'order', stamp: stamp() },
  'cancellations-read': {
    type: 'cancellations-read',
    cancellations: [],
    kind: 'refs',
    stamp: stamp(),
  },
  'read-failed': {
    type: 'read-failed',
    orderId: '1',
    failure: { code: 'network' },
    stamp: stamp(),
  },
  prepared: { type: 'prepared', orderId: '1', draftId: 1, signature: 's', stamp: stamp() },
  'prepare-failed': {
    type: 'prepare-failed',
    draftId: 1,
    failure: { code: 'timeout' },
    stamp: stamp(),
  },
  'reasons-loading': { type: 'reasons-loading', draftId: 1 },
  'preview-loading': { type: 'preview-loading', draftId: 1 },
  'reasons-loaded': {
    type: 'reasons-loaded',
    draftId: 1,
    reasons: { reasons: [], required: false, note: 'optional' },
  },
  'reasons-failed': { type: 'reasons-failed', draftId: 1, failure: { code: 'network' } },
  'preview-failed': { type: 'preview-failed', draftId: 1, failure: { code: 'network' } },
  previewed: {
    type: 'previewed',
    draftId: 1,
    preview: { exact: true, refund: 'unknown', benefits: [] },
  },
  checked: { type: 'checked', token: 1, ok: false },
  'lock-busy': { type: 'lock-busy', token: 1 },
  outdated: { type: 'outdated', token: 1 },
  begin: { type: 'begin', operation: { ...operationBase, key: 'key-2', generation: 2 } },
  resent: { type: 'resent', ...send, attempt: 2, sentAt: { wall: 1, monotonic: 6000 } },
  answered: { type: 'answered', ...send, result: { cancellations: [] }, stamp: stamp() },
  failed: { type: 'failed', ...send, failure: { code: 'invalid' }, definite: true, stamp: stamp() },
  'timed-out': { type: 'timed-out', ...send },
  'challenge-resent': {
    type: 'challenge-resent',
    epoch: 1,
    orderId: '1',
    key: 'key-1',
    challenge: { id: 'ch', kind: 'code', channel: 'email' },
  },
  'settle-started': { type: 'settle-started', orderId: '1', key: 'key-1' },
  'settle-failed': {
    type: 'settle-failed',
    orderId: '1',
    key: 'key-1',
    failure: { code: 'network' },
    stamp: stamp(),
  },
  expired: { type: 'expired', orderId: '1', key: 'key-1' },
  entry: { type: 'entry', epoch: 1, operation: { ...operations.unconfirmed, origin: 'other-tab' } },
  watch: { type: 'watch', orderId: '1', refs: [{ orderId: '1', cancellationId: 'c1' }] },
  'faq-loading': { type: 'faq-loading' },
  'faq-loaded': { type: 'faq-loaded', entries: [] },
  'faq-failed': { type: 'faq-failed', failure: { code: 'network' } },
  'connection-changed': { type: 'connection-changed', online: false },
  'session-started': { type: 'session-started', at: 200 },
  returned: { type: 'returned' },
  'scope-changed': { type: 'scope-changed', scope: 'bert' },
};

const loads = ['reasons-loading', 'reasons-loaded', 'reasons-failed'] as const;
const previews = ['preview-loading', 'previewed', 'preview-failed'] as const;
const loaded = Object.fromEntries(
  [...loads, ...previews].map((type) => [type, 'same step']),
) as Record<(typeof loads)[number] | (typeof previews)[number], string>;
const everywhere = { open: 'preparing', 'scope-changed': 'closed' };
const review = {
  ...everywhere,
  ...loaded,
  dismiss: 'closed',
  begin: 'following',
  entry: 'following',
};

/** The specification's dialog table: every pair that is not here leaves the dialog as it is, the same object. */
const table: Record<keyof typeof dialogs, Partial<Record<FlowEventType, string>>> = {
  closed: { open: 'preparing' },
  preparing: { ...review, prepared: 'reviewing', 'prepare-failed': 'preparing + failure' },
  'preparing + failure': {
    ...review,
    prepared: 'reviewing',
    'prepare-failed': 'preparing + failure',
    'retry-prepare': 'preparing',
  },
  blocked: { ...everywhere, dismiss: 'closed', begin: 'following', entry: 'following' },
  reviewing: { ...review, confirm: 'checking' },
  checking: {
    ...review,
    checked: 'reviewing + stopped',
    'lock-busy': 'following',
    outdated: 'reviewing + order-changed',
  },
  following: { ...everywhere, dismiss: 'closed' },
};

function nameOf(dialog: ReturnType<typeof stateWith>['dialog']): string {
  if (!dialog) return 'closed';
  if (dialog.step === 'preparing' && dialog.failure) return 'preparing + failure';
  if (dialog.step === 'reviewing' && dialog.notice) return `reviewing + ${dialog.notice}`;
  return dialog.step;
}

describe('transition: the dialog', () => {
  for (const from of Object.keys(dialogs) as (keyof typeof dialogs)[]) {
    for (const type of Object.keys(events) as FlowEventType[]) {
      const expected = table[from][type];
      it(`${from} × ${type} → ${expected ?? 'the same object'}`, () => {
        const state = stateWith({ dialog: dialogs[from] });

        const next = transition(state, events[type]);

        if (expected === undefined) expect(next.dialog).to.equal(state.dialog);
        else expect(nameOf(next.dialog)).to.equal(expected === 'same step' ? from : expected);
      });
    }
  }

  it('returns the same state for an event that says nothing new', () => {
    const state = stateWith();
    for (const type of [
      'returned',
      'dismiss',
      'confirm',
      'edit',
      'checked',
      'expired',
      'timed-out',
    ] as const) {
      expect(transition(state, events[type]), type).to.equal(state);
    }
  });

  it('follows an unsettled or not-received request instead of asking again', () => {
    for (const step of [
      'sending',
      'unconfirmed',
      'settling',
      'awaiting-confirmation',
      'not-received',
    ] as const) {
      const state = stateWith({ operation: operations[step] });
      expect(transition(state, events.open).dialog?.step, step).to.equal('following');
    }
  });

  it('asks again after a request that was received or refused', () => {
    for (const step of ['received (key)', 'received (order)', 'refused'] as const) {
      const state = stateWith({ operation: operations[step] });
      expect(transition(state, events.open).dialog?.step, step).to.equal('preparing');
    }
  });

  it('is blocked when the read says no', () => {
    const state = stateWith({ dialog: dialogs.preparing, order: shippedOrder });
    expect(transition(state, events.prepared).dialog).to.deep.equal({
      step: 'blocked',
      orderId: '1',
      blocks: [{ code: 'shipped' }],
    });
  });

  it('is blocked, or asks for another look, when the order moves on under the shopper', () => {
    for (const dialog of [dialogs.reviewing, dialogs.checking]) {
      const state = stateWith({ dialog });
      const read = (order: typeof openOrder): FlowEvent => ({
        type: 'order-read',
        order,
        kind: 'order',
        stamp: stamp(),
      });
      const fewer = {
        ...openOrder,
        lines: openOrder.lines.map((line) => ({ ...line, canceled: 1 })),
      };

      expect(transition(state, read(shippedOrder)).dialog?.step).to.equal('blocked');
      expect(nameOf(transition(state, read(fewer)).dialog)).to.equal('reviewing + order-changed');
      expect(
        transition(state, read({ ...openOrder, updatedAt: '2026-11-23T10:00:00Z' })).dialog,
      ).to.equal(dialog);
    }
  });

  it('does not send while offline or signed out, and says why', () => {
    const offline = stateWith({ dialog: dialogs.reviewing, more: { connection: 'offline' } });
    const signedOut = stateWith({ dialog: dialogs.reviewing, more: { session: 'signed-out' } });
    expect(nameOf(transition(offline, events.confirm).dialog)).to.equal('reviewing + offline');
    expect(nameOf(transition(signedOut, events.confirm).dialog)).to.equal('reviewing + signed-out');
  });

  it('does not confirm an empty selection', () => {
    const drafts = new Map([['1', { id: 1, orderId: '1', lines: [] }]]);
    const state = stateWith({ dialog: dialogs.reviewing, more: { drafts } });
    expect(transition(state, events.confirm)).to.equal(state);
  });

  it('ignores what comes back for an older draft or an older click', () => {
    const reviewing = stateWith({ dialog: dialogs.reviewing });
    const checking = stateWith({ dialog: dialogs.checking });
    const preview = { exact: true, refund: 'unknown', benefits: [] } as const;
    expect(transition(reviewing, { type: 'previewed', draftId: 7, preview }).dialog).to.equal(
      reviewing.dialog,
    );
    for (const type of ['lock-busy', 'outdated'] as const) {
      expect(transition(checking, { type, token: 7 }).dialog, type).to.equal(checking.dialog);
    }
    expect(transition(checking, { type: 'checked', token: 7, ok: false }).dialog).to.equal(
      checking.dialog,
    );
  });

  it('keeps the draft when the dialog is closed, and empties it for another shopper', () => {
    const state = transition(stateWith({ dialog: dialogs.reviewing }), events.edit);
    expect(transition(state, events.dismiss).drafts.get('1')?.note).to.equal('Please hurry');
    expect(transition(state, events['scope-changed']).drafts.size).to.equal(0);
  });

  it('drops whatever an older epoch brings', () => {
    const state = stateWith({ dialog: dialogs.preparing });
    const late = { ...events['prepare-failed'], stamp: stamp({ epoch: 0 }) } as FlowEvent;
    expect(transition(state, late)).to.equal(state);
  });
});
