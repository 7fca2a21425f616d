import type { Announcement } from '../../flow/announcements.js';
import type { Messages } from '../../messages/en.js';

/** What a live region says: the headline that is shown, with the order it is about. */
export function announcementText(
  { kind, orderNumber, count = 0 }: Omit<Announcement, 'id'>,
  messages: Messages,
): string {
  const news = newsOf(kind, count, messages);
  return orderNumber === undefined ? news : messages.said.about(orderNumber, news);
}

/** The same sentence again is another text: a screen reader may leave out what it has just read. */
export function sayIn(region: Element | null, text: string): void {
  if (region) region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

function newsOf(kind: Announcement['kind'], count: number, messages: Messages): string {
  const { said, progress, refund, cancellation, list, failures } = messages;
  switch (kind) {
    case 'orders-loaded':
      return said.loaded(count);
    case 'orders-failed':
      return list.failedTitle;
    case 'parts-failed':
      return failures.network;
    case 'sending':
    case 'unconfirmed':
      return progress[kind];
    case 'not-received':
      return progress.notReceived;
    case 'received':
    case 'refused':
    case 'stopped':
    case 'online':
      return said[kind];
    case 'order-changed':
      return said.orderChanged;
    case 'offline':
      return list.offlineTitle;
    case 'signed-out':
      return failures.unauthenticated;
    case 'refund-issued':
      return refund.headline.issued;
    case 'refund-failed':
      return refund.headline.failed;
    default:
      return cancellation[kind];
  }
}
