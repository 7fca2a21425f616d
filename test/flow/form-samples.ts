import type { LookupEffectEvent, LookupShopperEvent } from '../../src/flow/lookup-event.js';
import type { SupportEffectEvent, SupportShopperEvent } from '../../src/flow/support-event.js';
import type { Challenge } from '../../src/model/cancellation.js';
import type { OrderLookup } from '../../src/model/capabilities.js';
import type { SupportMessage } from '../../src/model/support.js';

export const lookup: OrderLookup = { number: '1042', email: 'mira@example.com' };

export const challenge: Challenge = {
  ...{ id: 'ch-1', kind: 'code', channel: 'email', codeLength: 6 },
  ...{ validForMs: 600_000, resendAfterMs: 60_000 },
};

export const message: SupportMessage = {
  ...{ orderId: '1', orderNumber: '1042', about: 'shipped' },
  message: 'Can the parcel be stopped?',
};

type FormEvent = LookupShopperEvent | LookupEffectEvent | SupportShopperEvent | SupportEffectEvent;

/** One event of each type, as it would arrive. */
export const formEvents: Record<FormEvent['type'], FormEvent> = {
  'look-up': { type: 'look-up', lookup },
  'answer-lookup': { type: 'answer-lookup', code: '481920' },
  'resend-lookup': { type: 'resend-lookup' },
  'restart-lookup': { type: 'restart-lookup' },
  'open-proof': { type: 'open-proof', proof: { challengeId: 'ch-1', token: 'token-1' } },
  'lookup-challenged': { type: 'lookup-challenged', challenge, at: 0, epoch: 1, turn: 1 },
  'lookup-failed': {
    type: 'lookup-failed',
    ...{ failure: { code: 'network' }, at: 0, epoch: 1, turn: 1 },
  },
  'lookup-found': { type: 'lookup-found', orderId: '1', epoch: 1, turn: 1 },
  'open-support': { type: 'open-support', orderId: '1' },
  'edit-support': { type: 'edit-support', change: { message: 'Hello' } },
  'send-support': { type: 'send-support', message },
  'resend-support': { type: 'resend-support' },
  'restart-support': { type: 'restart-support' },
  'support-sent': { type: 'support-sent', sent: { key: 'key-1', message, unanswered: false } },
  'support-answered': { type: 'support-answered', receipt: {}, epoch: 1, key: 'key-1' },
  'support-failed': {
    type: 'support-failed',
    ...{ failure: { code: 'network' }, definite: false, at: 0, epoch: 1, key: 'key-1' },
  },
};
