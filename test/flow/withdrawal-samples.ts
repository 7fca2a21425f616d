import type { FlowEvent } from '../../src/flow/flow-event.js';
import type {
  WithdrawalEffectEvent,
  WithdrawalShopperEvent,
} from '../../src/flow/withdrawal-event.js';
import type { WithdrawalAcknowledgement, WithdrawalStatement } from '../../src/model/withdrawal.js';

/** Of order "1". */
export const statement: WithdrawalStatement = {
  orderId: '1',
  contract: 'Order 1042, 23 November 2026',
  name: 'Mira Albescu',
  contact: { kind: 'email', value: 'mira@example.com' },
  scope: 'all',
  statement: 'I withdraw from this contract: Order 1042, 23 November 2026.',
};

/** What the shop answers to it. */
export function acknowledgement(
  more: Partial<WithdrawalAcknowledgement> = {},
): WithdrawalAcknowledgement {
  return {
    id: 'w1',
    reference: 'W-00318',
    receivedAt: '2026-11-23T13:20:42Z',
    timeZone: 'Europe/Berlin',
    statement,
    sentTo: 'm•••@example.com',
    ...more,
  };
}

const send = { epoch: 1, subject: '1', key: 'key-w' };

/** One event of each type; a flow without the part has nothing to do with any of them. */
export const withdrawalEvents = {
  'open-withdrawal': { type: 'open-withdrawal', orderId: '1' },
  'edit-withdrawal': { type: 'edit-withdrawal', orderId: '1', change: { name: 'Mira' } },
  'declare-withdrawal': { type: 'declare-withdrawal', statement },
  'resend-withdrawal': { type: 'resend-withdrawal', orderId: '1' },
  'close-withdrawal': { type: 'close-withdrawal' },
  'restart-withdrawal': { type: 'restart-withdrawal', orderId: '1' },
  'withdrawal-sent': {
    type: 'withdrawal-sent',
    subject: '1',
    sent: { key: 'key-w', statement, at: { wall: 0, monotonic: 0 }, unanswered: false },
  },
  'withdrawal-answered': {
    type: 'withdrawal-answered',
    ...send,
    acknowledgement: acknowledgement(),
  },
  'withdrawal-failed': {
    type: 'withdrawal-failed',
    ...send,
    failure: { code: 'network' },
    definite: false,
  },
} satisfies Record<(WithdrawalShopperEvent | WithdrawalEffectEvent)['type'], FlowEvent>;
