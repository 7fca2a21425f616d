import { find } from './find.js';

/** What the shop would answer on: here only the address, with what the shopper was stuck on. */
export function showContact({
  orderNumber,
  about,
}: {
  readonly orderNumber?: string;
  readonly about?: string;
}): void {
  const subject = [orderNumber === undefined ? 'your question' : `order ${orderNumber}`, about]
    .filter(Boolean)
    .join(', ');
  find('#contact-about').textContent =
    `care@birch-and-loom.example answers within a day. Please name: ${subject}.`;
  find<HTMLDialogElement>('#contact').showModal();
}
