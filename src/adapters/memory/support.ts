import type { OrderLookup } from '../../model/capabilities.js';
import type { SupportMessage, SupportReceipt } from '../../model/support.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import { instantOf } from './memory-clock.js';
import type { ShopState } from './shop-state.js';
import type { Words } from './words.js';

const longestMessage = 4000;
const longestAddress = 254;

export interface SupportContext {
  readonly state: ShopState;
  readonly now: number;
  readonly words: Words;
  /** Whose session it is; undefined: nobody's, so an answer needs an address. */
  readonly customer: OrderLookup | undefined;
}

export interface ReceivedMessage {
  readonly receipt: SupportReceipt;
  /** Where the confirmation goes; undefined for a repetition. */
  readonly confirmTo: string | undefined;
}

/** The same message twice is one message. What it says is not kept: nobody reads it. */
export function receiveMessage(
  { email, message }: SupportMessage,
  key: string,
  { customer, now, state, words }: SupportContext,
): ReceivedMessage {
  const { messages } = state;
  const isNew = !messages.has(key);
  if (isNew) {
    if (message.trim() === '' || message.length > longestMessage)
      throw new AdapterError('invalid', { field: 'message' });
    const isAddress = email !== undefined && /^\S+@\S+$/.test(email);
    if (email === undefined ? !customer : !isAddress || email.length > longestAddress)
      throw new AdapterError('invalid', { field: 'email' });
  }
  const receivedAt = messages.get(key) ?? now;
  messages.set(key, receivedAt);
  const place = [...messages.keys()].indexOf(key) + 1;
  return {
    receipt: {
      reference: `S-${String(7000 + place)}`,
      receivedAt: instantOf(receivedAt),
      expected: { text: words.supportAnswers },
    },
    confirmTo: isNew ? (email ?? customer?.email) : undefined,
  };
}
