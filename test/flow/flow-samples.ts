import type {
  Dialog,
  Draft,
  FlowState,
  Operation,
  OperationBase,
} from '../../src/flow/flow-state.js';
import { initialState } from '../../src/flow/flow-state.js';
import type { Stamp } from '../../src/flow/flow-event.js';
import type { Cancellation } from '../../src/model/cancellation.js';
import type { Capabilities } from '../../src/model/capabilities.js';
import type { Order } from '../../src/model/order.js';
import { defaultCapabilities } from '../../src/model/parse-capabilities.js';

/** Order "1": three of x, two of y, and nothing canceled yet. */
export const openOrder: Order = {
  id: '1',
  number: '1042',
  status: 'processing',
  lines: [
    { id: 'x', name: 'Linen shirt', quantity: 3, canceled: 0 },
    { id: 'y', name: 'Stoneware mug', quantity: 2, canceled: 0 },
  ],
  eligibility: { allowed: true, scope: 'quantities', mode: 'request', blocks: [] },
  cancellations: [],
};

export const shippedOrder: Order = {
  ...openOrder,
  status: 'shipped',
  eligibility: { allowed: false, scope: 'order', mode: 'request', blocks: [{ code: 'shipped' }] },
};

export function cancellation(more: Partial<Cancellation> = {}): Cancellation {
  return {
    id: 'c1',
    orderId: '1',
    status: 'requested',
    lines: [{ lineId: 'x', quantity: 1 }],
    refund: { status: 'expected' },
    timeline: [],
    ...more,
  };
}

export function withCancellations(...cancellations: readonly Cancellation[]): Order {
  return { ...openOrder, cancellations };
}

export const capabilities: Capabilities = {
  ...defaultCapabilities(new Set(['retractCancellation'])),
  idempotent: true,
  evidence: 'request',
};

/** A call that began after everything that the samples hold; `started` is monotonic milliseconds. */
export function stamp(more: Partial<Stamp> = {}): Stamp {
  return { epoch: 1, startedAt: 100, at: 101, started: 10_000, ...more };
}

export const operationBase: OperationBase = {
  kind: 'request',
  orderId: '1',
  key: 'key-1',
  generation: 1,
  attempt: 1,
  unanswered: 1,
  lines: [{ lineId: 'x', quantity: 1 }],
  whole: false,
  before: { ids: [], canceled: [{ lineId: 'x', quantity: 0 }] },
  ids: [],
  sentAt: { wall: 0, monotonic: 5000 },
  hadNote: false,
  origin: 'action',
};

export const operations = {
  sending: { ...operationBase, step: 'sending' },
  unconfirmed: { ...operationBase, step: 'unconfirmed' },
  settling: { ...operationBase, step: 'settling' },
  'awaiting-confirmation': { ...operationBase, step: 'awaiting-confirmation', ids: ['c1'] },
  'received (order)': { ...operationBase, step: 'received', evidence: 'order' },
  'received (key)': { ...operationBase, step: 'received', evidence: 'key', ids: ['c1'] },
  'not-received': { ...operationBase, step: 'not-received' },
  refused: {
    ...operationBase,
    step: 'refused',
    unanswered: 0,
    failure: { code: 'rate-limited' },
  },
} as const satisfies Record<string, Operation>;

const draft: Draft = { id: 1, orderId: '1', lines: [{ lineId: 'x', quantity: 1 }] };

const review = {
  orderId: '1',
  draftId: 1,
  reasons: { step: 'off' },
  preview: { step: 'off' },
  signature: '',
} as const;

export const dialogs = {
  closed: null,
  preparing: { step: 'preparing', ...review },
  'preparing + failure': { step: 'preparing', ...review, failure: { code: 'network' } },
  blocked: { step: 'blocked', orderId: '1', blocks: [{ code: 'shipped' }] },
  reviewing: { step: 'reviewing', ...review },
  checking: { step: 'checking', token: 1, ...review },
  following: { step: 'following', orderId: '1' },
} as const satisfies Record<string, Dialog | null>;

export interface Given {
  readonly dialog?: Dialog | null;
  readonly operation?: Operation;
  readonly order?: Order;
  readonly more?: Partial<FlowState>;
}

/** Signed in, the order in memory (accepted at 10), a draft, and what the test gives. */
export function stateWith({
  dialog = null,
  operation,
  order = openOrder,
  more,
}: Given = {}): FlowState {
  const state = initialState({ scope: 'anna', locale: 'en', online: true, pageSize: 20 });
  const cancellationsAt = new Map(order.cancellations.map(({ id }) => [id, 10]));
  return {
    ...state,
    session: 'signed-in',
    signedInAt: 5,
    capabilities,
    dialog,
    lastDraftId: 1,
    drafts: new Map([['1', draft]]),
    operations: new Map(operation ? [['1', operation]] : []),
    orders: {
      ...state.orders,
      step: 'ready',
      next: 'page-2',
      listed: ['1'],
      held: new Map([['1', { order, complete: true, at: 10, cancellationsAt }]]),
    },
    ...more,
  };
}
