import { html, nothing, type TemplateResult } from 'lit';
import type { SupportContactDetail } from '../../events.js';
import type { Operation } from '../../flow/flow-state.js';
import type { ShopperEvent } from '../../flow/flow-event.js';
import { canOpen, canResend, canRetract, refusalOf } from '../../flow/selectors.js';
import type { Cancellation } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import { contact } from '../../ui/contact.js';
import { ask } from '../../ui/emit.js';
import type { FlowController } from '../../ui/flow-controller.js';
import { icon, type IconName } from '../../ui/icons.js';
import { isOverdue } from '../../ui/views/cancellation-story.js';
import { refundOf } from '../../ui/views/refund-story.js';
import {
  actionControl,
  offeredRemedy,
  remedyActions,
  type RemedyOffer,
} from '../../ui/views/remedy-actions.js';
import { isPast } from '../../ui/views/words.js';
import { warnOfMissingDialog } from '../../ui/warn.js';
import { findWindow, hasWindow } from '../../ui/windows.js';
import { withdraw } from '../../ui/withdraw.js';
import type { DetailsContext } from './status-details.js';
import { named, nameOf } from './status-words.js';

type Drawn = TemplateResult | typeof nothing;
type About = Pick<SupportContactDetail, 'about' | 'cancellationId'>;

interface Press {
  readonly label: string;
  /** Default: the label, and the order. */
  readonly name?: string;
  readonly weight?: string;
  readonly icon?: IconName;
  /** Leads into the dialog: its view is fetched when the button is approached. */
  readonly isWarming?: true;
  readonly press: () => void;
}

/** What can be done about one request: asks the page, then sends to the flow. */
export class StatusActions {
  readonly #host: HTMLElement;
  readonly #flow: FlowController;

  constructor(host: HTMLElement, flow: FlowController) {
    this.#host = host;
    this.#flow = flow;
  }

  /** Of a request that the shop has, but for what follows when it is done. */
  ofCancellation(cancellation: Cancellation, context: DetailsContext): Drawn {
    const { messages, more, format, now } = context;
    const { id: cancellationId, status, retractableUntil, decline = {} } = cancellation;
    const about: About = { about: 'cancellation', cancellationId };
    const retract = this.#retract(cancellation, context);
    switch (status) {
      case 'awaiting-confirmation':
        return this.#aboutCode(cancellation, retract, context);
      case 'requested':
      case 'processing': {
        const fine =
          retractableUntil === undefined || cancellation.inferred
            ? nothing
            : retract !== nothing && !isPast(retractableUntil, now)
              ? more.status.possibleUntil(format.moment(retractableUntil, now))
              : messages.progress.takeBackOver;
        const help = isOverdue(cancellation, now)
          ? this.contact(about, context, context.weight)
          : nothing;
        const note = html`<p class="muted small">${fine}</p>`;
        return html`${help}${retract}${fine === nothing ? nothing : note}`;
      }
      case 'completed':
      case 'partially-completed':
        return refundOf(cancellation, context.order).status === 'failed'
          ? this.contact({ about: 'refund', cancellationId }, context, context.weight)
          : nothing;
      case 'declined': {
        const help = { about: decline.code ?? 'declined', cancellationId } as const;
        const isContact = offeredRemedy(decline, context.order?.links) === 'contact-support';
        return html`${this.#remedy(decline, help, context)}${
          isContact ? nothing : this.contact(help, context)
        }`;
      }
      case 'retracted':
        return this.#again(context, messages.cancelOrder);
      case 'failed':
        return html`${this.#again(context)}${this.contact(about, context)}`;
      case 'unknown':
        return this.contact(about, context);
    }
  }

  /** Of a write that the shop shows no request of. */
  ofOperation(operation: Operation, context: DetailsContext): Drawn {
    const { messages, more, state, order } = context;
    const { orderId, step } = operation;
    const help = { about: 'unconfirmed' } as const;
    switch (step) {
      case 'unconfirmed':
        return html`${this.check(operation, context)}${
          operation.cannotCheck ? this.contact(help, context) : nothing
        }`;
      case 'not-received':
        if (refusalOf(operation)) return this.#open(more.dialog.back, orderId, context);
        return html`${
          canResend(state, operation, Date.now())
            ? this.#press(
                {
                  ...{ label: more.dialog.sendAgain, weight: context.weight, icon: 'retry' },
                  press: () => this.#send({ type: 'resend', orderId }),
                },
                context,
              )
            : nothing
        }${this.contact(help, context)}`;
      case 'awaiting-confirmation':
        return this.#open(more.status.enterCode, orderId, context);
      case 'refused': {
        const [block] = operation.failure.blocks ?? [];
        if (operation.failure.code === 'unauthenticated') {
          return html`${actionControl({ label: messages.signIn, onClick: () => this.#signIn(context) })}`;
        }
        if (block) return this.#remedy(block, { about: block.code }, context);
        return order && canOpen(state, order)
          ? this.#open(more.dialog.back, orderId, context)
          : this.contact({ about: 'cancellation' }, context);
      }
      default:
        return nothing;
    }
  }

  /** Asks the shop at once what has become of it. */
  check({ orderId }: Operation, context: DetailsContext): Drawn {
    const press = (): void => this.#send({ type: 'check-now', orderId });
    return this.#press({ label: context.messages.checkNow, icon: 'retry', press }, context);
  }

  contact(about: About, context: DetailsContext, weight = ''): Drawn {
    const { messages, order } = context;
    const href = order?.seller?.supportUrl ?? order?.links?.support;
    return html`${actionControl({
      ...{ label: messages.contact, weight, name: nameOf(messages.contact, context) },
      ...(href && { href }),
      onClick: (press) => this.#ask(press, about, order),
    })}`;
  }

  #ask(press: Event, about: About, order: Order | undefined): void {
    const detail = { ...named(order), ...about };
    contact({ host: this.#host, flow: this.#flow.flow, detail, press });
  }

  #remedy(offer: RemedyOffer, about: About, context: DetailsContext): Drawn {
    const { order } = context;
    const orderId = order?.id ?? '';
    const flow = this.#flow.flow;
    const host = this.#host;
    const window = flow && findWindow(flow, 'withdrawal');
    const canExplain = offer.code && flow && hasWindow(flow, 'answers');
    return html`${remedyActions(
      {
        ...{ offer, weight: context.weight, about: order?.number },
        ...(order?.links && { links: order.links }),
        handlers: {
          contact: (press) => this.#ask(press, about, order),
          signIn: () => this.#signIn(context),
          ...(window && {
            withdraw: (press) => withdraw({ host, window, detail: named(order), press }),
          }),
          retry: () => this.#send({ type: 'refresh', orderId }),
          ...(canExplain && {
            explain: () =>
              this.#send({ type: 'show-entry', id: offer.faqId ?? offer.code ?? '', orderId }),
          }),
        },
      },
      context,
    )}`;
  }

  #retract(cancellation: Cancellation, context: DetailsContext): Drawn {
    const { state, now, messages, order } = context;
    if (!order || !canRetract(state, cancellation, now)) return nothing;
    const { id: cancellationId, orderId } = cancellation;
    return this.#press(
      {
        label: messages.takeBack,
        press: () => {
          const detail = { ...named(order), orderId, cancellationId };
          if (ask(this.#host, 'retraction-request', detail))
            this.#send({ type: 'retract', orderId, cancellationId });
        },
      },
      context,
    );
  }

  /** Buttons first, the link last. What a link asks for is done in the e-mail. */
  #aboutCode({ orderId, challenge }: Cancellation, retract: Drawn, context: DetailsContext): Drawn {
    if (challenge?.kind === 'link') return retract;
    const again = context.more.dialog.resend;
    return html`${this.#open(context.more.status.enterCode, orderId, context)}${retract}${
      challenge
        ? html`<button
            type="button"
            class="link"
            part="link"
            aria-label=${nameOf(again, context) ?? nothing}
            @click=${() => this.#send({ type: 'resend-challenge', orderId })}
          >
            ${again}
          </button>`
        : nothing
    }`;
  }

  /** Another request for the same order, where the shop would take one. */
  #again(context: DetailsContext, name?: (number: string) => string): Drawn {
    const { order, state, messages } = context;
    if (!order || !canOpen(state, order)) return nothing;
    const flow = this.#flow.flow;
    if (flow && !hasWindow(flow, 'dialog')) {
      const href = order.links?.cancel;
      const label = messages.list.shopPage;
      return href ? html`${actionControl({ label, href, name: nameOf(label, context) })}` : nothing;
    }
    const isRetry = name === undefined;
    return this.#press(
      {
        label: isRetry ? messages.retry : name(order.number),
        ...(!isRetry && { name: name(order.number) }),
        isWarming: true,
        ...(isRetry && {
          weight: context.weight,
          icon: 'retry',
          name: `${messages.retry}: ${messages.cancelOrder(order.number)}`,
        }),
        press: () => {
          if (
            ask(this.#host, 'cancellation-review-request', { orderId: order.id, ...named(order) })
          )
            this.#show(order.id);
        },
      },
      context,
    );
  }

  #open(label: string, orderId: string, context: DetailsContext): Drawn {
    const press = (): void => this.#show(orderId);
    return this.#press({ label, weight: context.weight, isWarming: true, press }, context);
  }

  #show(orderId: string): void {
    const flow = this.#flow.flow;
    if (flow && !hasWindow(flow, 'dialog')) warnOfMissingDialog();
    this.#send({ type: 'open', orderId });
  }

  #signIn({ order }: DetailsContext): void {
    ask(this.#host, 'sign-in-request', named(order));
  }

  #send(event: ShopperEvent): void {
    this.#flow.send(event);
  }

  /** Needs the shop: offline it keeps focus, and says why it does nothing. */
  #press(
    { label, name: given, weight = '', icon: mark, isWarming, press }: Press,
    context: DetailsContext,
  ): Drawn {
    const { state, messages } = context;
    const name = given ?? nameOf(label, context) ?? label;
    const isOff = state.connection === 'offline';
    const look = `button ${weight}`.trim();
    const warm = isWarming ? () => this.#send({ type: 'warm' }) : nothing;
    return html`<button
      type="button"
      class=${look}
      part=${look}
      @pointerenter=${warm}
      @focus=${warm}
      aria-label=${isOff ? `${name}. ${messages.list.offlineAction}` : name}
      aria-disabled=${isOff ? 'true' : nothing}
      @click=${isOff ? nothing : press}
    >
      <span class="label">${mark ? icon(mark) : nothing}<span>${label}</span></span>
    </button>`;
  }
}
