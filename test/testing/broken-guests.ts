import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { LookupResult } from '../../src/flow/storefront-adapter.js';
import type { BrokenAdapter } from './broken-adapters.js';

const alike = 'answers a lookup that finds nothing like one that finds an order';
const wrongCode = 'says the same of a wrong code whether there is an order or not';
const opens =
  'lets somebody who is not signed in to the order whose code was sent, and to no other';
const another = 'sends another code that opens the same challenge';
const proves = 'goes on with a request after the code that was sent, and not after a wrong one';

const isFound = (lookup: { readonly number?: string; readonly email?: string }): boolean =>
  lookup.number === '#1034' && lookup.email === 'mira@example.com';

/** A challenge with this beside it. */
const marked = (answer: LookupResult, more: object): LookupResult =>
  'challenge' in answer ? { challenge: { ...answer.challenge, ...more } } : answer;

export const brokenGuests: readonly BrokenAdapter[] = [
  {
    that: 'says that there is no such order',
    fails: [alike, wrongCode],
    change: (sound) => ({
      async findOrder(lookup, call) {
        if (lookup.number !== '#1034') throw new AdapterError('not-found');
        return sound.findOrder(lookup, call);
      },
    }),
  },
  {
    that: 'says where the code went, if it went anywhere',
    fails: [alike],
    change: (sound) => ({
      async findOrder(lookup, call) {
        const answer = await sound.findOrder(lookup, call);
        return isFound(lookup) ? marked(answer, { sentTo: 'm•••@example.com' }) : answer;
      },
    }),
  },
  {
    that: 'sends a link for a hit and a code for a miss',
    fails: [alike],
    change: (sound) => ({
      findOrder: async (lookup, call) =>
        marked(await sound.findOrder(lookup, call), { kind: isFound(lookup) ? 'link' : 'code' }),
    }),
  },
  {
    that: 'lets everybody look at an order by its number',
    fails: [alike, wrongCode, opens, another],
    change: (sound) => ({
      async findOrder({ number = '' }, call) {
        return { order: await sound.getOrder(`order-${number.replace('#', '')}`, call) };
      },
    }),
  },
  {
    that: 'says of a wrong code that there is nothing to open',
    fails: [wrongCode],
    change: (sound) => ({
      async verifyLookup(answer, call) {
        if (answer.code === '000000') throw new AdapterError('not-found');
        return sound.verifyLookup(answer, call);
      },
    }),
  },
  {
    that: 'does not say that it is the code that is wrong',
    fails: [wrongCode],
    change: (sound) => ({
      verifyLookup: (answer, call) =>
        sound.verifyLookup(answer, call).catch(({ code }: AdapterError) => {
          throw new AdapterError(code);
        }),
    }),
  },
  {
    that: 'says more of a wrong code where there is an order',
    fails: [wrongCode],
    change: (sound) => {
      let hit = '';
      return {
        async findOrder(lookup, call) {
          const answer = await sound.findOrder(lookup, call);
          if (isFound(lookup) && 'challenge' in answer) hit = answer.challenge.id;
          return answer;
        },
        verifyLookup: (answer, call) =>
          sound.verifyLookup(answer, call).catch(({ code, field = '' }: AdapterError) => {
            throw new AdapterError(code, {
              field,
              detail: answer.challengeId === hit ? '4 left' : '',
            });
          }),
      };
    },
  },
  {
    that: 'answers a code with a row of its list',
    fails: [opens],
    change: (sound) => ({
      verifyLookup: async (answer, call) => ({
        ...(await sound.verifyLookup(answer, call)),
        eligibility: 'ask',
      }),
    }),
  },
  {
    that: 'shows a guest every order from then on',
    fails: [opens],
    change: (sound) => {
      const seen = new Map<string, Awaited<ReturnType<typeof sound.getOrder>>>();
      return {
        async getOrder(orderId, call) {
          try {
            return await sound.getOrder(orderId, call);
          } catch (error) {
            const order = seen.get(orderId);
            if (order && (error as AdapterError).code === 'not-found') return order;
            throw error;
          }
        },
        async verifyLookup(answer, call) {
          const order = await sound.verifyLookup(answer, call);
          seen.set('order-1039', { ...order, id: 'order-1039' });
          return order;
        },
      };
    },
  },
  {
    that: 'opens a new challenge instead of sending another code',
    fails: [another],
    change: (sound) => ({
      async resendChallenge(id, call) {
        return { ...(await sound.resendChallenge(id, call)), id: `${id}-2` };
      },
    }),
  },
  {
    that: 'sends another code and answers nothing',
    fails: [another],
    change: (sound) => ({
      async resendChallenge(id, call) {
        await sound.resendChallenge(id, call);
        return undefined as never;
      },
    }),
  },
  {
    that: 'takes any code for a proof',
    fails: [proves],
    change: (sound) => ({
      confirmCancellation: (proof, call) =>
        sound.confirmCancellation({ ...proof, token: '481920' }, call),
    }),
  },
  {
    that: 'goes on with a request on the screen only',
    fails: [proves],
    change: (sound) => ({
      async confirmCancellation({ orderId = '', token }, call) {
        if (token === '000000') throw new AdapterError('invalid', { field: 'code' });
        const { cancellations } = await sound.getOrder(orderId, call);
        return { cancellations: cancellations.map((one) => ({ ...one, status: 'requested' })) };
      },
    }),
  },
];
