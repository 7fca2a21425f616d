import type { OrderLookup } from '../../model/capabilities.js';

/** What the shop sends instead of an e-mail. There is no post: the page that embeds the shop shows it, or a test reads it. */
export interface MemoryMessage {
  readonly to: string;
  readonly kind: 'code' | 'link' | 'support' | 'withdrawal';
  /** With 'code' and 'link': the challenge that it answers. */
  readonly challengeId?: string;
  /** With 'code': what is typed. With 'link' it stands in the link. */
  readonly code?: string;
  /** With `accountUrl`: the page, with `?proof={challengeId}.{code}`. */
  readonly link?: string;
  readonly text: string;
}

/** Whose orders these are, where no order says otherwise. */
export const defaultCustomer: OrderLookup = {
  email: 'mira@example.com',
  postcode: '10115',
  'last-name': 'Sommer',
  phone: '+49 30 901820',
};

/** Enough to recognise an address by, and too little to write to it. */
export function masked(address: string): string {
  const [first = ''] = address;
  const at = address.lastIndexOf('@');
  return at > 0 ? `${first}•••${address.slice(at)}` : `•••${address.slice(-2)}`;
}

export function linkTo(accountUrl: string, challengeId: string, code: string): string {
  const proof = encodeURIComponent(`${challengeId}.${code}`);
  return `${accountUrl}${accountUrl.includes('?') ? '&' : '?'}proof=${proof}`;
}

/** Later, so that the answer comes as soon where nothing is sent, and a listener that throws spoils nothing. */
export function sendLater(
  onMessage: ((message: MemoryMessage) => void) | undefined,
  message: MemoryMessage,
): void {
  if (onMessage)
    queueMicrotask(() => {
      onMessage(message);
    });
}
