import { html, nothing } from 'lit';
import { selectBlocks } from '../../flow/selectors.js';
import type { Block } from '../../model/eligibility.js';
import type { Failure } from '../../model/failure.js';
import { icon } from '../../ui/icons.js';
import { blockStory } from '../../ui/views/eligibility-story.js';
import { remedyActions } from '../../ui/views/remedy-actions.js';
import type { DialogContext, DialogFrame } from './dialog-context.js';
import { answer, bones, button } from './dialog-frame.js';

/** Before anything can be asked: the order is read, or could not be. */
export function preparingView(failure: Failure | undefined, context: DialogContext): DialogFrame {
  const { messages, more, actions, number, order } = context;
  const close = button({ label: more.close, onClick: actions.close });
  if (!failure) {
    return {
      title: order ? messages.cancelOrder(number) : messages.list.cancel,
      body: html`<p class="muted">${more.dialog.preparing}</p>
        ${bones()}${bones()}`,
      actions: close,
      keeps: true,
    };
  }
  const isSignedOut = failure.code === 'unauthenticated';
  const wait = context.form.waitMs;
  return {
    title: more.dialog.prepareFailed,
    subtitle: more.dialog.nothingChanged,
    body: html`${answer({
      tone: 'warning',
      icon: failure.code === 'network' ? 'offline' : 'warning',
      lines: [
        failure.detail ?? messages.failures[failure.code],
        wait > 0 && html`<span id="wait">${messages.retryIn(context.format.duration(wait))}</span>`,
      ].filter(Boolean),
    })}
    ${
      isSignedOut
        ? nothing
        : html`<div class="actions" part="actions">${contactControl(context, 'cancellation')}</div>`
    }`,
    actions: [
      close,
      isSignedOut ? button({ label: messages.signIn, onClick: actions.signIn }) : nothing,
      button({
        label: messages.retry,
        onClick: actions.retryPrepare,
        weight: 'button-primary',
        icon: icon('retry'),
        disabledBy: wait > 0 ? 'wait' : undefined,
      }),
    ],
    keeps: true,
  };
}

/** It cannot be canceled: why, and what to do instead. */
export function blockedView(blocks: readonly Block[], context: DialogContext): DialogFrame {
  const { more, order, number, actions } = context;
  const known = blocks.length > 0 ? blocks : order ? selectBlocks(order) : [];
  const [first = { code: 'unknown' } as const] = known;
  const about = first.lineId === undefined ? known : known.slice(0, 3);
  return {
    title: more.dialog.blockedTitle(number),
    subtitle: more.dialog.nothingChanged,
    body: html`${about.map((block) => blockAnswer(block, context))}${blockActions(first, context)}`,
    footerNote: whyNot(first, context),
    actions: button({ label: more.close, onClick: actions.close }),
    keeps: true,
  };
}

export function blockAnswer(block: Block, context: DialogContext) {
  const { heading, icon: mark, text } = blockStory(block, context);
  return answer({ tone: 'warning', icon: mark, lines: [heading, text] });
}

/** The remedy as a button, and the way to the shop beside it. */
export function blockActions(block: Block, context: DialogContext) {
  const { actions, order } = context;
  const handlers = {
    contact: (event: Event) => actions.contact(block.code, event),
    signIn: actions.signIn,
    retry: actions.review,
    ...(actions.canWithdraw && { withdraw: actions.withdraw }),
  };
  const remedy = remedyActions(
    {
      offer: block,
      handlers,
      weight: 'button-primary',
      ...(order?.links && { links: order.links }),
    },
    context,
  );
  const leadsAway = block.remedy !== undefined && block.remedy !== 'contact-support';
  return html`<div class="actions" part="actions">
    ${remedy}${leadsAway ? contactControl(context, block.code) : nothing}
  </div>`;
}

export function whyNot(block: Block, { messages, actions }: DialogContext) {
  const { faqId } = block;
  if (faqId === undefined) return nothing;
  return html`<button type="button" class="link" part="link" @click=${() => actions.explain(faqId)}>
    ${messages.whyNot}
  </button>`;
}

/** The way to a person: the shop's own address, or the page's. */
export function contactControl(
  { messages, actions, order }: DialogContext,
  about: Parameters<DialogContext['actions']['contact']>[0],
) {
  const href = order?.seller?.supportUrl ?? order?.links?.support;
  const onClick = (event: Event): void => actions.contact(about, event);
  return href
    ? html`<a class="button" part="button" href=${href} @click=${onClick}
        ><span class="label"><span>${messages.contact}</span></span></a
      >`
    : button({ label: messages.contact, onClick });
}
