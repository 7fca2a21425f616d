import type { SupportContactDetail } from '../events.js';
import type { CancellationFlow } from '../flow/core-flow.js';
import type { ShopperEvent } from '../flow/flow-event.js';
import { ask } from './emit.js';
import { hasWindow } from './windows.js';

export interface Contact {
  readonly host: EventTarget;
  readonly flow: CancellationFlow | undefined;
  readonly detail: SupportContactDetail;
  /** On a link, it is followed only where neither the page nor a form on it answers. */
  readonly press?: Event | undefined;
  /** Where something has to be out of the way first. */
  readonly send?: (event: ShopperEvent) => void;
}

/** Each way to the shop: the page's own, else the form that is on the page, else the link. False: the link is not followed. */
export function contact({ host, flow, detail, press, send }: Contact): boolean {
  let isTaken = !ask(host, 'support-contact-request', detail);
  if (!isTaken && flow && hasWindow(flow, 'support')) {
    isTaken = true;
    const open = { type: 'open-support', ...detail } as const;
    if (send) send(open);
    else flow.send(open);
  }
  if (isTaken) press?.preventDefault();
  return !isTaken;
}
