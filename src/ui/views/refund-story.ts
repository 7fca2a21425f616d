import type { Cancellation, Refund, RefundStatus } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import type { IconName } from '../icons.js';
import type { Story, Tone } from './story.js';
import type { ViewContext } from './view-context.js';
import { isolate, joined } from './words.js';

/** From the least settled. */
const LEAST_SETTLED: readonly RefundStatus[] = [
  'failed',
  'unknown',
  'expected',
  'pending',
  'issued',
  'released',
  'none',
];

export const REFUND_LOOKS: Record<RefundStatus, readonly [tone: Tone, icon: IconName]> = {
  none: ['', 'minus'],
  expected: ['pending', 'clock'],
  pending: ['pending', 'hourglass'],
  issued: ['success', 'check-circle'],
  released: ['success', 'check-circle'],
  failed: ['danger', 'alert'],
  unknown: ['', 'question'],
};

/** The cancellation's refund; where the platform ties refunds to the order, the least settled of those. */
export function refundOf(cancellation: Cancellation, order?: Pick<Order, 'refunds'>): Refund {
  const own = cancellation.refund;
  if (own.status !== 'unknown' || own.amount !== undefined) return own;
  const [least = own] = [...(order?.refunds ?? [])].sort(
    (a, b) => LEAST_SETTLED.indexOf(a.status) - LEAST_SETTLED.indexOf(b.status),
  );
  return least;
}

export function refundStory(refund: Refund, context: ViewContext): Story {
  const { status } = refund;
  const [tone, icon] = REFUND_LOOKS[status];
  const words = context.messages.refund;
  return {
    tone,
    icon: tone === 'pending' ? 'refund' : icon,
    heading: words.headline[status],
    ...refundSentence(refund, context),
  };
}

/** "€64.00" and "to Visa •••• 4242, expected by 1 December. It is with the payment provider." */
export function refundSentence(
  { status, amount, destination, expected, at }: Omit<Refund, 'parts'>,
  { format, messages, now }: ViewContext,
): Pick<Story, 'lead' | 'text'> {
  const words = messages.refund;
  const when = expected?.text ? isolate(expected.text) : undefined;
  const isOpen = status === 'expected' || status === 'pending';
  const place =
    destination &&
    words.to(destination.label ? isolate(destination.label) : words.destinations[destination.kind]);
  const day = isOpen
    ? expected?.latest && words.expectedBy(format.moment(expected.latest, now))
    : at && words.on(format.day(at, now));
  const clause = [place, day].filter(Boolean).join(isOpen ? format.comma : ' ');
  const explanation = joined(
    isOpen && when ? `${messages.expected(when)}.` : undefined,
    words.text[status],
  );
  if (amount === undefined || status === 'none') return { text: explanation };
  // The amount stands in bold before the rest of its sentence.
  return {
    lead: format.money(amount),
    text: clause ? `${clause}. ${explanation}` : `. ${explanation}`,
  };
}
