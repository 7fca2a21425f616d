import { html, nothing } from 'lit';
import type { SupportContactDetail } from '../../events.js';
import { canResend, canRetract } from '../../flow/selectors.js';
import { isUnsettled } from '../../flow/flow-state.js';
import type { Cancellation, LineSelection } from '../../model/cancellation.js';
import { icon } from '../../ui/icons.js';
import { actionControl, remedyActions, type RemedyOffer } from '../../ui/views/remedy-actions.js';
import { nameFor } from '../../ui/views/words.js';
import { offersWithdrawal } from './offers-withdrawal.js';
import type { Drawn, OrderView } from './order-view.js';

interface ActOptions {
  /** A second part: `cancel-action`. */
  readonly part: string;
  readonly label: string;
  /** Read out where the label alone does not name the order. */
  readonly name?: string;
  readonly isBusy?: boolean;
  readonly weight?: string;
  readonly warm?: () => void;
  readonly press: (event: Event) => void;
}

/**
 * A press that needs the shop: offline it keeps focus and says why it does nothing.
 * Callers wrap it in a template of their own, so that another action never takes over a pressed button.
 */
function act(
  { part, label, name = label, isBusy = false, weight = '', warm, press }: ActOptions,
  { isOffline, messages }: OrderView,
): Drawn {
  const isOff = isOffline || isBusy;
  const look = weight ? `button ${weight}` : 'button';
  return html`<button
    type="button"
    class=${look}
    part="${look} ${part}"
    aria-label=${isOffline ? `${name}. ${messages.list.offlineAction}` : name}
    aria-disabled=${isOff ? 'true' : nothing}
    aria-busy=${isBusy ? 'true' : nothing}
    @pointerenter=${warm ?? nothing}
    @pointerdown=${warm ?? nothing}
    @focus=${warm ?? nothing}
    @click=${isOff ? nothing : press}
  >
    <span class="label"
      >${isBusy ? html`<span class="spinner"></span>` : nothing}<span>${label}</span></span
    >
  </button>`;
}

/** Nothing is under way, and the shop would take a request or wants to be asked. */
export function isCancelable({ order: { eligibility }, operation }: OrderView): boolean {
  return !isUnsettled(operation) && (eligibility === 'ask' || eligibility.allowed);
}

/** `lines`: only these, of one seller. */
export function cancelAction(view: OrderView, lines?: readonly LineSelection[]): Drawn {
  const { order, messages, isStale, isWithoutDialog, on } = view;
  if (!isCancelable(view)) return nothing;
  if (isWithoutDialog) {
    const { cancel } = order.links ?? {};
    return cancel
      ? html`${actionControl({
          label: messages.list.shopPage,
          name: nameFor(messages.list.shopPage, order.number, view),
          href: cancel,
        })}`
      : contactAction(view, { about: 'cancellation' });
  }
  const named = messages.cancelOrder(order.number);
  const label = lines ? messages.list.cancelThese(lines.length) : messages.list.cancel;
  return html`${act(
    {
      part: 'cancel-action',
      label,
      // In some languages "the order" and "order 1042" are other words.
      name: named.startsWith(label) ? named : nameFor(label, order.number, view),
      isBusy: isStale,
      weight: lines ? 'button-small' : '',
      warm: on.warm,
      press: (event) => on.review(order, event, lines),
    },
    view,
  )}`;
}

export function retractAction(cancellation: Cancellation, view: OrderView, weight = ''): Drawn {
  const { order, state, now, messages, on } = view;
  if (!canRetract(state, cancellation, now)) return nothing;
  return html`${act(
    {
      part: 'retract-action',
      label: messages.takeBack,
      name: nameFor(messages.takeBack, order.number, view),
      weight,
      press: () => on.retract(order, cancellation),
    },
    view,
  )}`;
}

export function confirmAction(view: OrderView): Drawn {
  const { order, messages, on, isWithoutDialog } = view;
  if (isWithoutDialog) return contactAction(view, { about: 'cancellation' });
  return html`${act(
    {
      part: 'confirm-action',
      label: messages.list.confirm,
      name: nameFor(messages.list.confirm, order.number, view),
      weight: 'button-primary',
      warm: on.warm,
      press: (event) => on.open(order, event),
    },
    view,
  )}`;
}

/** Asks the shop at once what has become of a request; stays in its place while it asks. */
export function checkAction(view: OrderView): Drawn {
  const { order, operation, messages, on } = view;
  return html`${act(
    {
      part: 'check-action',
      label: messages.checkNow,
      name: nameFor(messages.checkNow, order.number, view),
      isBusy: operation?.step === 'settling',
      press: () => on.send({ type: 'check-now', orderId: order.id }),
    },
    view,
  )}${operation?.step === 'unconfirmed' && operation.cannotCheck ? contactLink(view, { about: 'unconfirmed' }) : nothing}`;
}

/** Sends the same request once more, where that can never make two. */
export function resendAction(view: OrderView): Drawn {
  const { order, operation, state, messages, on } = view;
  if (!operation || !canResend(state, operation, Date.now())) {
    return contactAction(view, { about: 'unconfirmed' });
  }
  return html`${act(
    {
      part: 'resend-action',
      label: messages.retry,
      name: `${messages.retry}: ${messages.cancelOrder(order.number)}`,
      press: () => on.send({ type: 'resend', orderId: order.id }),
    },
    view,
  )}${contactLink(view, { about: 'unconfirmed' })}`;
}

type Contact = Pick<SupportContactDetail, 'about' | 'cancellationId'>;

export function contactAction(view: OrderView, about: Contact): Drawn {
  const { order, messages, on } = view;
  const href = order.links?.support;
  return html`${actionControl({
    label: messages.contact,
    name: nameFor(messages.contact, order.number, view),
    ...(href && { href }),
    onClick: (event) => on.contact(order, event, about),
  })}`;
}

function contactLink(view: OrderView, about: Contact): Drawn {
  const { order, messages, on } = view;
  return html`<button
    type="button"
    class="link"
    part="link"
    aria-label=${nameFor(messages.contact, order.number, view)}
    @click=${(event: Event) => on.contact(order, event, about)}
  >
    ${messages.contact}
  </button>`;
}

/** The receipt, or what else there is to tell, in the element that tells it. */
export function detailsLink(view: OrderView): Drawn {
  const { order, messages, on, showsReceipts } = view;
  if (!showsReceipts) return nothing;
  return html`<button
    type="button"
    class="link"
    part="link"
    aria-label=${nameFor(messages.viewReceipt, order.number, view)}
    @click=${() => on.select(order)}
  >
    ${icon('receipt')}<span>${messages.viewReceipt}</span>
  </button>`;
}

/** What to do instead, and the answer that explains why. */
export function remedyAction(wanted: RemedyOffer, view: OrderView, weight = ''): Drawn {
  const { order, on, showsAnswers, withdrawal } = view;
  // The row's own line has the same control.
  const offer: RemedyOffer =
    wanted.remedy === 'withdraw' && offersWithdrawal(order, withdrawal !== undefined)
      ? { ...wanted, remedy: 'none' }
      : wanted;
  const { code: about = 'declined', remedy, url, faqId } = offer;
  const isEmpty = remedy === 'none' || (remedy === 'refuse-delivery' && !url);
  if (isEmpty && !showsAnswers) return nothing;
  const { id: orderId, links, number } = order;
  return html`${remedyActions(
    {
      offer,
      weight,
      about: number,
      ...(links && { links }),
      handlers: {
        contact: (event) => on.contact(order, event, { about }),
        signIn: (event) => on.signIn(order, event),
        retry: () => on.send({ type: 'refresh', orderId }),
        ...(showsAnswers && {
          explain: () => on.send({ type: 'show-entry', id: faqId ?? 'why-not', orderId }),
        }),
      },
    },
    view,
  )}`;
}

/** At most one button and one link. */
export function both(button: Drawn, link: Drawn): Drawn {
  return button === nothing && link === nothing ? nothing : html`${button}${link}`;
}
