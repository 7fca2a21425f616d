import type { OrderDetail } from '../events.js';
import type { CancellationFlow } from '../flow/core-flow.js';
import { ask } from './emit.js';
import { withdrawalWindow } from './windows.js';

export interface Withdraw {
  readonly host: EventTarget;
  readonly flow: CancellationFlow | undefined;
  readonly detail: Partial<OrderDetail>;
  /** On a link, it is followed only where neither the page nor an element on it answers. */
  readonly press: Event;
}

/** Each way to the statutory withdrawal: the page's own, else the element that is on the page, else the link. */
export function withdraw({ host, flow, detail, press }: Withdraw): void {
  const isLeft = ask(host, 'withdrawal-request', detail);
  const window = isLeft && flow ? withdrawalWindow(flow) : undefined;
  if (!isLeft || window) press.preventDefault();
  window?.open(detail.orderId);
}
