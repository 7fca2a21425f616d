import { html, nothing, type TemplateResult } from 'lit';
import type { BlockCode, Remedy } from '../../model/eligibility.js';
import type { OrderLinks } from '../../model/order.js';
import { icon, type IconName } from '../icons.js';
import type { ViewContext } from './view-context.js';
import { nameFor } from './words.js';

export const actionControlParts = {
  button: 'A button, or a link that looks like one; weight as a second part: `button-primary`',
} as const;

export const remedyActionsParts = {
  ...actionControlParts,
  link: 'A link',
} as const;

/** A block, or a decline: both say why not and what to do about it. */
export interface RemedyOffer {
  readonly code?: BlockCode;
  readonly remedy?: Remedy;
  readonly url?: string;
  readonly faqId?: string;
}

/** What a press leads to. Without a handler there is no control, unless an address can be opened. */
export interface RemedyHandlers {
  /** The event is the click: on a link, `preventDefault` keeps the page. */
  readonly contact?: (event: Event) => void;
  readonly signIn?: (event: Event) => void;
  readonly withdraw?: (event: Event) => void;
  /** Look again. */
  readonly retry?: (event: Event) => void;
  /** Show the answer that explains it. */
  readonly explain?: (event: Event) => void;
}

export interface RemedyActionsOptions {
  readonly offer: RemedyOffer;
  readonly links?: OrderLinks;
  readonly handlers: RemedyHandlers;
  /** Classes of the button, as in "button-primary". */
  readonly weight?: string;
  /** The number of the order that it is about, for the names, where nothing around says it. */
  readonly about?: string | undefined;
}

/** One button that helps, and one link that explains. */
export function remedyActions(
  { offer, links, handlers, weight = '', about }: RemedyActionsOptions,
  context: Pick<ViewContext, 'messages'>,
): TemplateResult {
  const { messages } = context;
  const name = (label: string): string | undefined =>
    about === undefined ? undefined : nameFor(label, about, context);
  return html`${remedyControl(offer, links, handlers, { weight, name }, messages)}${
    handlers.explain
      ? html`<button
          type="button"
          class="link"
          part="link"
          aria-label=${name(messages.whyNot) ?? nothing}
          @click=${handlers.explain}
        >
          ${messages.whyNot}
        </button>`
      : nothing
  }`;
}

/** What is offered in the end. A shop that names no remedy: what has left it can go back; for the rest, and without an address, one can ask. */
export function offeredRemedy({ code, remedy, url }: RemedyOffer, links: OrderLinks = {}): Remedy {
  const canReturn = (url ?? links.return) !== undefined;
  const hasLeft = code === 'shipped' || code === 'delivered';
  const named = remedy ?? (hasLeft && links.return ? 'return' : 'contact-support');
  return named === 'return' && !canReturn ? 'contact-support' : named;
}

function remedyControl(
  offer: RemedyOffer,
  links: OrderLinks = {},
  handlers: RemedyHandlers,
  look: { readonly weight: string; readonly name: (label: string) => string | undefined },
  messages: ViewContext['messages'],
): TemplateResult | typeof nothing {
  const { url } = offer;
  const words = messages.remedies;
  const control = (label: string, href?: string, onClick?: Handler, name?: IconName): Control =>
    actionControl({
      label,
      weight: look.weight,
      name: look.name(label),
      ...(href && { href }),
      ...(onClick && { onClick }),
      ...(name && { icon: name }),
    });

  switch (offeredRemedy(offer, links)) {
    case 'return':
      return control(words.return, url ?? links.return, undefined, 'return');
    case 'refuse-delivery':
      return url ? control(words['refuse-delivery'], url) : nothing;
    case 'contact-support':
      return control(words['contact-support'], url ?? links.support, handlers.contact);
    case 'sign-in':
      return control(words['sign-in'], url, handlers.signIn);
    case 'withdraw':
      return control(words.withdraw, url, handlers.withdraw, 'document');
    case 'wait':
      return control(words.wait, undefined, handlers.retry, 'retry');
    case 'none':
      return nothing;
  }
}

type Handler = (event: Event) => void;
type Control = TemplateResult | typeof nothing;

export interface ActionControlOptions {
  readonly label: string;
  /** Makes it a link. */
  readonly href?: string;
  readonly onClick?: Handler;
  readonly icon?: IconName;
  /** Classes beside `button`. */
  readonly weight?: string;
  /** What is read out where the label alone does not name the order. */
  readonly name?: string | undefined;
}

/** A button, or a link where there is an address. Nothing where neither would do anything. */
export function actionControl({
  label,
  href,
  onClick,
  icon: name,
  weight = '',
  name: spoken,
}: ActionControlOptions): Control {
  const look = `button ${weight}`.trim();
  const body = html`<span class="label">${name ? icon(name) : nothing}<span>${label}</span></span>`;
  if (href) {
    return html`<a
      class=${look}
      part=${look}
      href=${href}
      aria-label=${spoken ?? nothing}
      @click=${onClick ?? nothing}
      >${body}</a
    >`;
  }
  return onClick
    ? html`<button
        type="button"
        class=${look}
        part=${look}
        aria-label=${spoken ?? nothing}
        @click=${onClick}
      >
        ${body}
      </button>`
    : nothing;
}
