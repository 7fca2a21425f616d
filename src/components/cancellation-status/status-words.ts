import { html, nothing } from 'lit';
import { refusalOf } from '../../flow/selectors.js';
import type { Cancellation, Refund } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import type { Story } from '../../ui/views/story.js';
import type { DetailContext } from '../../ui/views/view-context.js';
import { isolate, nameFor } from '../../ui/views/words.js';
import { isDone, type Chapter } from './status-chapter.js';
import type { DetailsContext } from './status-details.js';

/** What the base words do not say. */
export function storyOf(
  { cancellation, operation }: Chapter,
  context: DetailsContext,
): Partial<Story> {
  const { more, order } = context;
  const words = more.dialog;
  const number = order?.number ?? '';
  switch (cancellation?.status ?? operation?.step) {
    case 'completed': {
      // Nothing is called canceled that stays in the order.
      const isWhole = cancellation?.lines === 'all' || order?.status === 'canceled';
      const { orderCanceled, orderPartly } = more.status;
      return { heading: isWhole ? orderCanceled(number) : orderPartly(number) };
    }
    case 'partially-completed':
      return { heading: more.status.orderPartly(number), text: more.status.partly };
    case 'awaiting-confirmation':
      return cancellation?.challenge ? { text: challengeText(cancellation.challenge, words) } : {};
    case 'received':
      return { text: words.receivedText };
    case 'unconfirmed':
      if (operation?.step !== 'unconfirmed') return {};
      if (operation.cannotCheck) {
        return { heading: words.cannotCheckTitle, text: words.cannotCheckText };
      }
      return operation.likely ? { heading: words.likelyTitle(number), text: words.likelyText } : {};
    case 'not-received':
    case 'refused': {
      const code = operation && refusalOf(operation)?.code;
      const isDecided = code === 'not-eligible' || code === 'invalid' || code === 'forbidden';
      return isDecided ? { heading: words.refusedByShop } : {};
    }
    default:
      return {};
  }
}

function challengeText(
  { kind, sentTo }: NonNullable<Cancellation['challenge']>,
  words: DetailContext['more']['dialog'],
): string {
  if (kind === 'link') return sentTo ? words.linkSentTo(isolate(sentTo)) : words.linkSent;
  return sentTo ? words.codeSentTo(isolate(sentTo)) : words.codeSent;
}

/** "Order 1042 · Request C-20931 · Sold by …", without what the headline says. */
export function metaOf({ cancellation }: Chapter, { messages, more, order }: DetailsContext) {
  const isNamed = cancellation && isDone(cancellation);
  const seller = cancellation?.seller ?? order?.seller;
  const parts = [
    order && !isNamed && messages.order(order.number),
    cancellation?.reference && more.status.reference(cancellation.reference),
    seller && messages.list.soldBy(seller.name),
  ].filter((part) => part !== undefined && part !== '' && part !== false);
  return html`${parts.map((part, index) => html`${index > 0 ? ' · ' : nothing}<bdi>${part}</bdi>`)}`;
}

/**
 * The money of this request; of the order's refunds, which no request claims, all with the newest one. Where nothing was canceled, only
 * money that has moved.
 */
export function refundsOf(cancellation: Cancellation, order: Order | undefined): readonly Refund[] {
  const { refund, status } = cancellation;
  const isTied = refund.status === 'unknown' && !refund.amount && order?.refunds?.length;
  const refunds = !isTied
    ? [refund]
    : cancellation.id === order.cancellations[0]?.id
      ? (order.refunds ?? [])
      : [];
  const isOpen = status === 'requested' || status === 'processing';
  return refunds.filter(
    (one) =>
      isDone(cancellation) ||
      ['pending', 'issued', 'released', 'failed'].includes(one.status) ||
      (isOpen && one.status !== 'unknown'),
  );
}

/** With the order that the status is about, once it is known. */
export function nameOf(label: string, context: DetailsContext): string | undefined {
  return context.order && nameFor(label, context.order.number, context);
}

/** For events. */
export function named(order: DetailsContext['order']): { orderId?: string; orderNumber?: string } {
  return order ? { orderId: order.id, orderNumber: order.number } : {};
}
