// The port is asynchronous; this shop answers at once.
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import type { Cancellation } from '../../../src/model/cancellation.js';
import type { Order } from '../../../src/model/order.js';
import { fullCancellation, fullOrder, fullPreview } from './full-answers.js';

/** Ids that an address has to survive. */
export const difficultIds = ['a/b', '../x', '__proto__', '1?x=2#y', 'ț 100%', '%2e%2e', 'a+b&c'];

/** A shop that has every optional thing, and answers with every optional field. */
export function createSmallShop(): StorefrontAdapter {
  const orders = new Map<string, Order>(
    ['1042', ...difficultIds].map((id) => [id, { ...fullOrder, id }]),
  );
  const taken = new Map<string, Cancellation>();

  function orderOf(orderId: string): Order {
    const order = orders.get(orderId);
    if (!order) throw new AdapterError('not-found');
    return order;
  }

  /** Keeps the cancellation, and shows it in its order from now on. */
  function keep(cancellation: Cancellation): { cancellations: [Cancellation]; order: Order } {
    const before = orderOf(cancellation.orderId);
    const others = before.cancellations.filter(({ id }) => id !== cancellation.id);
    const order = { ...before, cancellations: [cancellation, ...others] };
    orders.set(order.id, order);
    return { cancellations: [cancellation], order };
  }

  return {
    describe: async () => ({
      idempotent: true,
      evidence: 'request',
      settleAfterMs: 60_000,
      keyLifeMs: 86_400_000,
      shopper: 'shopper-7',
      search: 'text',
      statusFilter: ['shipped', 'canceled'],
      reasons: true,
      preview: true,
      retract: true,
      push: true,
      lookup: ['number', 'email'],
      support: true,
      withdrawal: true,
    }),

    listOrders: async ({ first, after = '0', search }) => {
      const start = Number(after);
      const found = [...orders.values()].filter(({ id }) => id.includes(search ?? ''));
      const rest = start + first < found.length;
      return {
        items: found.slice(start, start + first),
        ...(rest && { next: String(start + first) }),
        total: found.length,
        shopper: 'shopper-7',
        serverTime: '2026-11-23T07:40:00Z',
      };
    },

    getOrder: async (orderId) => orderOf(orderId),

    requestCancellation: async (request, { idempotencyKey }) => {
      const first = taken.get(idempotencyKey);
      if (first) return { cancellations: [first] };
      const order = orderOf(request.orderId);
      if (request.revision !== undefined && request.revision !== order.revision) {
        throw new AdapterError('stale');
      }
      if (request.reasonCode === 'too-late') {
        throw new AdapterError('not-eligible', {
          detail: 'The parcel has left.',
          blocks: [{ code: 'shipped', remedy: 'return', url: 'https://shop.example/returns' }],
        });
      }
      const cancellation: Cancellation = {
        ...fullCancellation,
        id: `C-${request.orderId}`,
        orderId: request.orderId,
        idempotencyKey,
        lines: request.lines,
        reason: { ...(request.reasonCode !== undefined && { code: request.reasonCode }) },
      };
      taken.set(idempotencyKey, cancellation);
      return keep(cancellation);
    },

    listReasons: async (orderId) => ({
      reasons: [
        { code: 'mind', label: `No longer wanted (${orderOf(orderId).number})` },
        { code: 'other', label: 'Other', fallback: true },
      ],
      required: true,
      note: 'optional',
      noteMaxLength: 500,
    }),

    previewCancellation: async ({ orderId, lines }) => {
      orderOf(orderId);
      return lines === 'all' ? fullPreview : { exact: false, refund: 'unknown', benefits: [] };
    },

    getCancellations: async (refs) =>
      refs.flatMap(({ orderId }) => orders.get(orderId)?.cancellations ?? []),

    // Each order's present state as an order too, then nothing more.
    watchCancellations: async (refs, on) => {
      on.open();
      for (const { orderId } of refs) on.update({ order: orderOf(orderId) });
    },

    retractCancellation: async ({ orderId, cancellationId }) => {
      const open = orderOf(orderId).cancellations.find(({ id }) => id === cancellationId);
      if (!open) throw new AdapterError('not-found');
      return keep({ ...open, status: 'retracted' });
    },

    confirmCancellation: async ({ orderId = '', token }) => {
      if (token !== '123456') throw new AdapterError('invalid', { field: 'code' });
      return keep({ ...fullCancellation, orderId, status: 'requested' });
    },

    resendChallenge: async (id) => ({ id, kind: 'code', channel: 'sms', resendAfterMs: 900_000 }),

    findOrder: async ({ number = '', email }) =>
      email === undefined
        ? { order: orderOf(number.replace('#', '')) }
        : { challenge: { id: `ch-${number}`, kind: 'code', channel: 'email', codeLength: 6 } },

    verifyLookup: async ({ challengeId, code }) => {
      if (code !== '123456') throw new AdapterError('invalid', { field: 'code' });
      return orderOf(challengeId.replace('ch-#', ''));
    },

    submitWithdrawal: async (statement) => ({
      id: 'W-1',
      reference: 'W-1',
      receivedAt: '2026-11-23T07:40:00Z',
      timeZone: 'Europe/Bucharest',
      late: true,
      statement,
      sentTo: 'a…@shop.example',
      documentUrl: 'https://shop.example/w/1.pdf',
    }),

    contactSupport: async ({ orderId = '' }) => ({
      reference: `S-${orderId}`,
      receivedAt: '2026-11-23T07:40:00Z',
      expected: { text: 'Tomorrow' },
      url: 'https://shop.example/help/S-1',
    }),

    listFaq: async () => [
      {
        id: 'why-not',
        question: 'Why can I not cancel?',
        answer: 'It has left.',
        about: ['shipped'],
        url: 'https://shop.example/faq#why-not',
      },
    ],
  };
}
