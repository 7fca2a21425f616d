import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Order } from '../../src/model/order.js';

/** What a broken adapter does its own way; the rest is as in a sound one. */
export type Change = (sound: Required<StorefrontAdapter>) => Partial<StorefrontAdapter>;

export interface BrokenAdapter {
  /** "An adapter that …" */
  readonly that: string;
  readonly change: Change;
  /** The rules that it breaks, the one it stands for first. */
  readonly fails: readonly [string, ...string[]];
  /** Of a shop that cancels at once. */
  readonly immediate?: true;
}

/** The order as the adapter tells it, wherever it tells one. */
const orders =
  (told: (order: Order) => unknown): Change =>
  (sound) => ({
    getOrder: async (orderId, call) => told(await sound.getOrder(orderId, call)) as Order,
    async listOrders(query, call) {
      const page = await sound.listOrders(query, call);
      return { ...page, items: page.items.map(told) as Order[] };
    },
  });

const form = 'writes amounts, times, quantities and words as the model has them';
const offers = 'writes what it offers as the model has it: capabilities, reasons, a preview';
const oneRequest = 'makes one request of two sends with the same key';

let sends = 0;

export const brokenReaders: readonly BrokenAdapter[] = [
  {
    that: 'lists as the platform does, oldest first',
    fails: ['lists the newest order first'],
    change: (sound) => ({
      async listOrders(query, call) {
        const page = await sound.listOrders({ first: 100 }, call);
        const items = page.items.toReversed();
        const start = Number(query.after ?? 0);
        const end = start + query.first;
        return {
          items: items.slice(start, end),
          ...(end < items.length && { next: String(end) }),
        };
      },
    }),
  },
  {
    that: 'has pages that overlap',
    fails: ['pages by cursor without repeating or losing an order, and ends'],
    change: (sound) => ({
      async listOrders(query, call) {
        const page = await sound.listOrders(query, call);
        const [first] = (await sound.listOrders({ first: 1 }, call)).items;
        return query.after === undefined || !first
          ? page
          : { ...page, items: [first, ...page.items] };
      },
    }),
  },
  {
    that: 'hands out the same cursor for ever',
    fails: ['pages by cursor without repeating or losing an order, and ends'],
    change: (sound) => ({
      async listOrders(query, call) {
        const { next: _next, ...page } = await sound.listOrders(query, call);
        return query.first > 2 ? page : { ...page, next: 'again' };
      },
    }),
  },
  {
    that: 'answers getOrder with a row of its list',
    fails: [
      'reads each listed order complete, and says whether it can be canceled',
      'says "disabled" where the shop has turned cancellation off',
    ],
    change: (sound) => ({
      async getOrder(orderId, call) {
        const page = await sound.listOrders({ first: 100 }, call);
        const found = page.items.find((order) => order.id === orderId);
        if (!found) throw new AdapterError('not-found');
        return found;
      },
    }),
  },
  {
    that: 'numbers an order otherwise in the list',
    fails: ['keeps ids and numbers the same at every read'],
    change: (sound) => ({
      async listOrders(query, call) {
        const page = await sound.listOrders(query, call);
        return {
          ...page,
          items: page.items.map((order) => ({ ...order, number: `#${order.number}` })),
        };
      },
    }),
  },
  {
    that: 'says "forbidden" of an order that is not there',
    fails: [
      'answers not-found for an order that is not there',
      'treats an order of somebody else like one that is not there',
    ],
    change: (sound) => ({
      getOrder: (orderId, call) =>
        sound.getOrder(orderId, call).catch((error: AdapterError) => {
          throw error.code === 'not-found' ? new AdapterError('forbidden') : error;
        }),
    }),
  },
  {
    that: 'tells that an order of somebody else exists',
    fails: ['treats an order of somebody else like one that is not there'],
    change: (sound) => ({
      getOrder: (orderId, call) =>
        orderId === 'order-of-somebody-else'
          ? Promise.reject(new AdapterError('not-found', { detail: 'This is not your order.' }))
          : sound.getOrder(orderId, call),
    }),
  },
  {
    that: 'knows no better than "unknown" when the feature is off',
    fails: ['says "disabled" where the shop has turned cancellation off'],
    change: orders(({ eligibility, ...order }) => ({
      ...order,
      eligibility:
        eligibility === 'ask' || eligibility.blocks[0]?.code !== 'disabled'
          ? eligibility
          : { ...eligibility, blocks: [{ code: 'unknown' }] },
    })),
  },
  {
    that: 'fails a read of several requests for one that it does not know',
    fails: ['reads several requests in one call, and leaves out what the shop does not know'],
    change: (sound) => ({
      async getCancellations(refs, call) {
        const read = refs.map(({ orderId }) => sound.getOrder(orderId, call));
        return (await Promise.all(read)).flatMap(({ cancellations }) => cancellations);
      },
    }),
  },
  {
    that: 'hands out its own cache',
    fails: ['gives answers that can be changed without changing the shop'],
    change: (sound) => {
      const cache = new Map<string, Order>();
      return {
        async getOrder(orderId, call) {
          const fresh = await sound.getOrder(orderId, call);
          const known = cache.get(orderId);
          const substance = ({ cancellations, eligibility }: Order): string =>
            JSON.stringify([cancellations, eligibility]);
          if (known && substance(known) === substance(fresh)) return known;
          cache.set(orderId, fresh);
          return fresh;
        },
      };
    },
  },
  {
    that: 'writes amounts as the platform prints them',
    fails: [form],
    change: orders((order) => ({
      ...order,
      total: order.total && { ...order.total, amount: `${order.total.amount} €` },
    })),
  },
  {
    that: 'writes times without a zone',
    fails: [form],
    change: orders((order) => ({ ...order, placedAt: order.placedAt?.slice(0, 19) })),
  },
  {
    that: "hands on the platform's own status",
    fails: [form],
    change: orders((order) => ({ ...order, status: 'WAITING_FOR_PICKUP' })),
  },
  {
    that: 'describes itself in words of its own',
    fails: [offers],
    change: (sound) => ({
      async describe(call) {
        return { ...(await sound.describe(call)), search: 'full-text' as 'text' };
      },
    }),
  },
  {
    that: 'tells a refund in the order and in its cancellation',
    fails: ['tells each refund in one place'],
    change: (sound) => ({
      async getOrder(orderId, call) {
        const order = await sound.getOrder(orderId, call);
        const cancellations = order.cancellations.map((one) => ({
          ...one,
          refund: { ...one.refund, id: `refund-of-${one.id}` },
        }));
        return { ...order, cancellations, refunds: cancellations.map(({ refund }) => refund) };
      },
    }),
  },
  {
    that: 'leaves the shipping out of a preview',
    fails: ['previews amounts that add up'],
    change: (sound) => ({
      async previewCancellation(draft, call) {
        const preview = await sound.previewCancellation(draft, call);
        if (preview.refund === 'unknown' || preview.refund.kind === 'none') return preview;
        const parts = preview.refund.parts.filter(({ kind }) => kind !== 'shipping');
        return { ...preview, refund: { ...preview.refund, parts } };
      },
    }),
  },
];

export const ownKeys: BrokenAdapter = {
  that: 'makes up a key of its own for each send',
  fails: [
    oneRequest,
    'shows an accepted request at the next read',
    'recognises a request by its key',
    'pushes what becomes of a request',
  ],
  change: (sound) => ({
    requestCancellation: (request, call) =>
      sound.requestCancellation(request, {
        ...call,
        idempotencyKey: `own-key-${String((sends += 1))}`.padEnd(16, '-'),
      }),
  }),
};
