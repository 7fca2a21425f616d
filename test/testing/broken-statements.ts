import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Call, StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import type { SupportMessage } from '../../src/model/support.js';
import type { WithdrawalAcknowledgement } from '../../src/model/withdrawal.js';
import type { BrokenAdapter, Change } from './broken-adapters.js';

const acknowledges =
  'acknowledges a withdrawal with time, time zone and its content as it was sent';
const once = 'acknowledges a withdrawal that is sent twice with the same key once';
const whatever = 'receives a withdrawal whatever has become of the order';
const anybody = 'receives a withdrawal from somebody who is not signed in';
const about = 'takes a message with all that it is about';
const oneMessage = 'makes one message of two sends with the same key';
const blank = 'refuses a message that says nothing for certain';

/** The acknowledgement as this adapter tells it. */
const told =
  (tell: (answer: WithdrawalAcknowledgement) => unknown): Change =>
  (sound) => ({
    submitWithdrawal: async (statement, call) =>
      tell(await sound.submitWithdrawal(statement, call)) as WithdrawalAcknowledgement,
  });

/** Before a withdrawal is sent, this adapter asks whether it may be. */
const weighed =
  (isRefused: (shop: StorefrontAdapter, orderId: string, call: Call) => Promise<boolean>): Change =>
  (sound) => ({
    async submitWithdrawal(statement, call) {
      const { orderId = '' } = statement;
      if (await isRefused(sound, orderId, call)) throw new AdapterError('not-eligible');
      return sound.submitWithdrawal(statement, call);
    },
  });

const failures =
  (method: 'contactSupport' | 'submitWithdrawal', failure: () => AdapterError): Change =>
  (sound) => ({
    [method]: (content: never, call: never) =>
      (sound[method] as (...given: never[]) => Promise<unknown>)(content, call).catch(
        (error: AdapterError) => {
          throw error.code === 'platform' ? failure() : error;
        },
      ),
  });

const unsent = (): AdapterError => new AdapterError('platform', { sent: false });
const refused = (): AdapterError => new AdapterError('invalid');

let tickets = 0;

export const brokenStatements: readonly BrokenAdapter[] = [
  {
    that: 'tells no time zone',
    fails: [acknowledges],
    change: told(({ timeZone: _timeZone, ...answer }) => answer),
  },
  {
    that: "tells the time of the shop's wall",
    fails: [acknowledges],
    change: told((answer) => ({ ...answer, receivedAt: '2026-11-23T14:20:00' })),
  },
  {
    that: 'acknowledges the content as it has understood it',
    fails: [acknowledges],
    change: told(({ statement, ...answer }) => ({
      ...answer,
      statement: { ...statement, name: statement.name.normalize('NFD').replace(/\W/g, '') },
    })),
  },
  {
    that: 'answers a withdrawal with "OK"',
    fails: [acknowledges, once, whatever, anybody],
    change: told(() => ({ ok: true })),
  },
  {
    that: 'makes up a key of its own for each withdrawal',
    fails: [once],
    change: (sound) => ({
      submitWithdrawal: (statement, call) =>
        sound.submitWithdrawal(statement, {
          ...call,
          idempotencyKey: `own-key-${String((tickets += 1))}`.padEnd(16, '-'),
        }),
    }),
  },
  {
    that: 'takes each withdrawal for the first one',
    fails: [once],
    change: told((answer) => ({ ...answer, id: 'withdrawal' })),
  },
  {
    that: 'weighs a withdrawal as if it were a request',
    fails: [whatever],
    change: weighed(async (shop, orderId, call) => {
      if (orderId === '') return false;
      const { eligibility } = await shop.getOrder(orderId, call);
      return eligibility !== 'ask' && !eligibility.allowed;
    }),
  },
  {
    that: 'receives withdrawals of orders that it knows only',
    fails: [whatever, anybody],
    change: weighed((_shop, orderId) => Promise.resolve(orderId === '')),
  },
  {
    that: 'wants a login for a withdrawal',
    fails: [anybody],
    change: (sound) => ({
      async submitWithdrawal(statement, call) {
        await sound.listOrders({ first: 1 }, call);
        return sound.submitWithdrawal(statement, call);
      },
    }),
  },
  {
    that: 'takes a breakdown for a statement that was never sent',
    fails: ['calls a general failure of the shop "platform" when a withdrawal was sent'],
    change: failures('submitWithdrawal', unsent),
  },
  {
    that: 'answers a message with its reference only',
    fails: [about],
    change: (sound) => ({
      contactSupport: async (message, call) =>
        (await sound.contactSupport(message, call)).reference as never,
    }),
  },
  {
    that: 'tells when an answer comes without a zone',
    fails: [about],
    change: (sound) => ({
      contactSupport: async (message, call) => ({
        ...(await sound.contactSupport(message, call)),
        receivedAt: '2026-11-23T14:20:00',
      }),
    }),
  },
  {
    that: 'opens a ticket for each send',
    fails: [oneMessage],
    change: (sound) => ({
      contactSupport: async (message, call) => ({
        ...(await sound.contactSupport(message, call)),
        reference: `S-${String((tickets += 1))}`,
      }),
    }),
  },
  {
    that: 'has one reference for everybody',
    fails: [oneMessage],
    change: (sound) => ({
      contactSupport: async (message, call) => ({
        ...(await sound.contactSupport(message, call)),
        reference: 'S-1',
      }),
    }),
  },
  {
    that: 'takes a message that says nothing',
    fails: [blank],
    change: (sound) => ({
      contactSupport: (message: SupportMessage, call) =>
        sound.contactSupport({ ...message, message: `Order: ${message.message}` }, call),
    }),
  },
  {
    that: 'takes a breakdown for a message that cannot be used',
    fails: ['calls a general failure of the shop "platform" when a message was sent'],
    change: failures('contactSupport', refused),
  },
];
