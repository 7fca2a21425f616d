import type { OrderDetail } from '../events.js';
import { ask } from './emit.js';
import type { WithdrawalWindow } from './windows.js';

export interface Withdraw {
  readonly host: EventTarget;
  /** The element on the page that takes it, if there is one. */
  readonly window: WithdrawalWindow | undefined;
  readonly detail: Partial<OrderDetail>;
  /** On a link, it is followed only where neither the page nor an element on it answers. */
  readonly press: Event;
}

/** Each way to the statutory withdrawal: the page's own, else the element that is on the page, else the link. */
export function withdraw({ host, window, detail, press }: Withdraw): void {
  const isLeft = ask(host, 'withdrawal-request', detail);
  if (!isLeft || window) press.preventDefault();
  if (isLeft) window?.open(detail.orderId);
}
