import type { Challenge } from '../../model/cancellation.js';
import type { LookupField, OrderLookup } from '../../model/capabilities.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import type { ChallengeAnswer } from '../../flow/storefront-adapter.js';
import { challengeCode, isCode, timesOf } from './challenge.js';
import type { MemoryOrder } from './memory-order.js';
import { challengeLifeMs, challengeResendMs } from './progress.js';
import type { MemoryLookup, ShopState } from './shop-state.js';
import type { Words } from './words.js';

export const lookupLimit = 10;
export const lookupWindowMs = 10 * 60_000;
/** The last of these wrong codes ends the challenge. */
export const mostTries = 5;
const longestField = 254;

export interface LookupRules {
  readonly fields: readonly LookupField[];
  readonly by: 'code' | 'link';
  readonly customer: OrderLookup;
}

/** Opens a challenge for what was typed. A miss has one like a hit, and nothing in it tells which it is. */
export function startLookup(
  asked: OrderLookup,
  state: ShopState,
  orders: readonly MemoryOrder[],
  now: number,
  { fields, customer }: LookupRules,
  words: Words,
): MemoryLookup {
  for (const field of fields) check(field, asked[field] ?? '');
  limit(state, now, words);
  const found = orders.find((order) =>
    fields.every((field) => {
      const known = field === 'number' ? order.number : detailsOf(order, customer)[field];
      return known !== undefined && plain(field, known) === plain(field, asked[field] ?? '');
    }),
  );
  state.lookupsMade += 1;
  const lookup: MemoryLookup = {
    id: `lookup-${String(state.lookupsMade)}`,
    askedAt: now,
    sentAt: now,
    resends: 0,
    tries: 0,
    ...(found && { orderId: found.id }),
  };
  state.lookups.set(lookup.id, lookup);
  return lookup;
}

/** The order that a right code opens. Everything else is said of a hit and of a miss alike. */
export function answerLookup(
  { challengeId, code }: ChallengeAnswer,
  state: ShopState,
  now: number,
  words: Words,
): string {
  const lookup = liveLookup(challengeId, state, now);
  if (lookup.orderId !== undefined && isCode(code, lookup.resends)) return lookup.orderId;
  const tries = lookup.tries + 1;
  state.lookups.set(challengeId, { ...lookup, tries });
  if (tries >= mostTries) throw new AdapterError('expired', { detail: words.tooManyTries });
  throw new AdapterError('invalid', { field: 'code', detail: words.wrongCode });
}

/** "Sends" another code: the one before holds no more, and the tries begin anew with the next challenge only. */
export function resendLookup(challengeId: string, state: ShopState, now: number): MemoryLookup {
  const lookup = liveLookup(challengeId, state, now);
  const wait = lookup.sentAt + challengeResendMs - now;
  if (wait > 0) throw new AdapterError('rate-limited', { retryAfterMs: wait });
  const renewed = { ...lookup, sentAt: now, resends: lookup.resends + 1 };
  state.lookups.set(challengeId, renewed);
  return renewed;
}

export function lookupChallengeOf(
  { id, sentAt }: MemoryLookup,
  now: number,
  by: LookupRules['by'],
): Challenge {
  return {
    id,
    kind: by,
    channel: 'email',
    ...(by === 'code' && { codeLength: challengeCode.length }),
    ...timesOf(sentAt, now),
  };
}

/** What a guest must say of an order beside its number. */
export function detailsOf(order: MemoryOrder | undefined, customer: OrderLookup): OrderLookup {
  return order?.terms?.customer ?? customer;
}

function liveLookup(challengeId: string, state: ShopState, now: number): MemoryLookup {
  const lookup = state.lookups.get(challengeId);
  if (!lookup || lookup.tries >= mostTries || lookup.sentAt + challengeLifeMs <= now)
    throw new AdapterError('expired');
  return lookup;
}

function check(field: LookupField, typed: string): void {
  const isAddress = field !== 'email' || /^\S+@\S+$/.test(typed.trim());
  if (typed.trim() === '' || typed.length > longestField || !isAddress)
    throw new AdapterError('invalid', { field });
}

/** So many in so long, whatever they find. */
function limit(state: ShopState, now: number, words: Words): void {
  for (const [id, { askedAt, sentAt }] of state.lookups)
    if (askedAt + lookupWindowMs <= now && sentAt + challengeLifeMs <= now)
      state.lookups.delete(id);
  const recent = [...state.lookups.values()].filter(
    ({ askedAt }) => askedAt + lookupWindowMs > now,
  );
  const first = recent.at(-lookupLimit);
  if (first)
    throw new AdapterError('rate-limited', {
      retryAfterMs: first.askedAt + lookupWindowMs - now,
      detail: words.tooManyLookups,
    });
}

/** As people type it: "#1042", an address with capitals, a postcode with or without its space. */
function plain(field: LookupField, typed: string): string {
  const text = typed.normalize('NFC').trim().toLowerCase();
  switch (field) {
    case 'number':
      return text.replace(/^[#\s]+/, '').replace(/\s/g, '');
    case 'phone':
      return text.replace(/\D/g, '').replace(/^0+/, '');
    case 'postcode':
      return text.replace(/[\s-]/g, '');
    default:
      return text.replace(/\s+/g, ' ');
  }
}
