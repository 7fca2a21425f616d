import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Order } from '../../src/model/order.js';
import type { BrokenAdapter } from './broken-adapters.js';

type Write = StorefrontAdapter['requestCancellation'];

/** The failures of requests, as this adapter tells them. */
const refusals =
  (told: (error: AdapterError) => AdapterError) =>
  (sound: StorefrontAdapter): Pick<StorefrontAdapter, 'requestCancellation'> => ({
    requestCancellation: (request, call) =>
      sound.requestCancellation(request, call).catch((error: AdapterError) => {
        throw told(error);
      }),
  });

/** A signal that nobody aborts. */
const { signal } = new AbortController();

export const brokenWriters: readonly BrokenAdapter[] = [
  {
    that: 'reads from a copy that is one read behind',
    fails: [
      'shows an accepted request at the next read',
      'gives answers that can be changed without changing the shop',
      'says that nothing was sent when a read before the write fails',
      'resolves an accepted request though no read after it gets through',
      'goes on with a request after the code that was sent, and not after a wrong one',
    ],
    change: (sound) => {
      const behind = new Map<string, Order>();
      return {
        async getOrder(orderId, call) {
          const fresh = await sound.getOrder(orderId, call);
          const known = behind.get(orderId);
          behind.set(orderId, fresh);
          return known ?? fresh;
        },
      };
    },
  },
  {
    that: 'leaves the request out of its answer',
    fails: [
      'shows the request itself, in its answer and at the next read, where it says so',
      'recognises a request by its key',
      'takes a request back while the shop allows it',
    ],
    change: (sound) => ({
      async requestCancellation(request, call) {
        await sound.requestCancellation(request, call);
        return { cancellations: [] };
      },
    }),
  },
  {
    that: 'has no place for the key',
    fails: ['recognises a request by its key'],
    change: (sound) => ({
      async getOrder(orderId, call) {
        const order = await sound.getOrder(orderId, call);
        const cancellations = order.cancellations.map(({ idempotencyKey: _key, ...one }) => one);
        return { ...order, cancellations };
      },
    }),
  },
  {
    that: 'refuses the second send of a key',
    fails: ['makes one request of two sends with the same key'],
    change: (sound) => ({ requestCancellation: oncePerKey(sound, () => refuse()) }),
  },
  {
    that: 'takes a used key for a request that was taken',
    fails: ['makes nothing of a key that was used for another request'],
    change: (sound) => ({
      requestCancellation: oncePerKey(sound, (request, call) =>
        request.lines === 'all'
          ? sound.requestCancellation(request, call)
          : Promise.resolve({ cancellations: [] }),
      ),
    }),
  },
  {
    that: 'makes a second request for lines that are asked for already',
    fails: ['never takes more than is open'],
    change: (sound) => {
      const taken = new Set<string>();
      return {
        async requestCancellation(request, call) {
          try {
            const result = await sound.requestCancellation(request, call);
            taken.add(request.orderId);
            return result;
          } catch (error) {
            const again = (error as AdapterError).code === 'not-eligible';
            if (!again || !taken.has(request.orderId)) throw error;
            const { cancellations } = await sound.getOrder(request.orderId, call);
            return { cancellations: cancellations.map((one) => ({ ...one, id: `${one.id}-2` })) };
          }
        },
      };
    },
  },
  {
    that: 'refuses without saying why',
    fails: ['refuses a blocked order for certain, says why and changes nothing'],
    change: refusals(({ code, sent }) =>
      code === 'not-eligible'
        ? new AdapterError(code)
        : new AdapterError(code, sent === undefined ? {} : { sent }),
    ),
  },
  {
    that: 'cancels the whole order whatever was chosen',
    fails: ['refuses lines that the order does not have'],
    change: (sound) => ({
      requestCancellation: (request, call) =>
        sound.requestCancellation({ ...request, lines: 'all' }, call),
    }),
  },
  {
    that: 'says "immediate" of a shop with a queue',
    fails: ['carries a request out at once where it says "immediate"'],
    change: (sound) => ({
      async getOrder(orderId, call) {
        const { eligibility, ...order } = await sound.getOrder(orderId, call);
        return {
          ...order,
          eligibility:
            eligibility === 'ask' ? eligibility : { ...eligibility, mode: 'immediate' as const },
        };
      },
    }),
  },
  {
    that: 'takes a request back on the screen only',
    fails: ['takes a request back while the shop allows it'],
    change: (sound) => ({
      async retractCancellation({ orderId }, call) {
        const { cancellations } = await sound.getOrder(orderId, call);
        return {
          cancellations: cancellations.map((one) => ({ ...one, status: 'retracted' as const })),
        };
      },
    }),
  },
  {
    that: 'reads the order before it writes and hands the failure on as it is',
    fails: ['says that nothing was sent when a read before the write fails'],
    change: (sound) => ({
      async requestCancellation(request, call) {
        await sound.getOrder(request.orderId, call);
        return sound.requestCancellation(request, call);
      },
    }),
  },
  {
    that: "reads the order after the write and hands the read's failure on",
    fails: ['resolves an accepted request though no read after it gets through'],
    change: (sound) => ({
      async requestCancellation(request, call) {
        const result = await sound.requestCancellation(request, call);
        return { ...result, order: await sound.getOrder(request.orderId, call) };
      },
    }),
  },
  {
    that: 'takes a breakdown of the shop for a "no"',
    fails: ['calls a general failure of the shop "platform", not a refusal'],
    change: refusals((error) =>
      error.code === 'platform'
        ? new AdapterError('not-eligible', { blocks: [{ code: 'unknown' }] })
        : error,
    ),
  },
  {
    that: 'tries a write again by itself',
    fails: ['sends a write once, also when it fails'],
    change: (sound) => ({
      requestCancellation: (request, call) =>
        sound
          .requestCancellation(request, call)
          .catch((error: AdapterError) =>
            error.code === 'platform'
              ? sound.requestCancellation(request, call)
              : Promise.reject(error),
          ),
    }),
  },
];

export const brokenSessions: readonly BrokenAdapter[] = [
  {
    that: 'keeps its stream open when nobody listens any more',
    fails: ['opens a stream, and ends it with the signal'],
    change: (sound) => ({
      watchCancellations: (refs, on, call) =>
        sound.watchCancellations(refs, on, { ...call, signal }),
    }),
  },
  {
    that: 'never says that its stream is open',
    fails: ['opens a stream, and ends it with the signal', 'pushes what becomes of a request'],
    change: (sound) => ({
      watchCancellations: (refs, on, call) =>
        sound.watchCancellations(refs, { ...on, open: () => undefined }, call),
    }),
  },
  {
    that: 'has a stream on which nothing comes',
    fails: ['pushes what becomes of a request'],
    change: (sound) => ({
      watchCancellations: (refs, on, call) =>
        sound.watchCancellations(refs, { ...on, update: () => undefined }, call),
    }),
  },
  {
    that: 'does not hand the signal of its reads on',
    fails: ['rejects an aborted call at once'],
    change: (sound) => ({
      listOrders: (query, call) => sound.listOrders(query, { ...call, signal }),
      getOrder: (orderId, call) => sound.getOrder(orderId, { ...call, signal }),
    }),
  },
  {
    that: 'does not hand the signal of a write on',
    fails: ['sends nothing when a write is aborted before it begins'],
    change: (sound) => ({
      requestCancellation: (request, call) =>
        sound.requestCancellation(request, { ...call, signal }),
    }),
  },
  {
    that: 'shows nobody an empty list',
    fails: ['answers unauthenticated when nobody is signed in'],
    change: (sound) => ({
      listOrders: (query, call) =>
        sound.listOrders(query, call).catch((error: AdapterError) => {
          if (error.code === 'unauthenticated') return { items: [] };
          throw error;
        }),
    }),
  },
  {
    that: 'promises what it has no method for',
    fails: ['describes what its methods can do'],
    change: () => ({ listReasons: undefined as never }),
  },
];

/** `then` answers each further send of a key. */
function oncePerKey(sound: StorefrontAdapter, then: Write): Write {
  const used = new Set<string>();
  return async (request, call) => {
    if (used.has(call.idempotencyKey)) return then(request, call);
    const result = await sound.requestCancellation(request, call);
    used.add(call.idempotencyKey);
    return result;
  };
}

function refuse(): Promise<never> {
  return Promise.reject(
    new AdapterError('not-eligible', { blocks: [{ code: 'cancellation-pending' }] }),
  );
}
