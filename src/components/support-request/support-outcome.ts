import { html, nothing, type TemplateResult } from 'lit';
import { selectOrder } from '../../flow/selectors.js';
import type { SupportView } from '../../flow/support-state.js';
import { copyControl } from '../../ui/views/copy-control.js';
import { cardTitle, formAnswer, formButton, minuteAfter } from '../../ui/views/form-fields.js';
import { note } from '../../ui/views/notice.js';
import { actionControl } from '../../ui/views/remedy-actions.js';
import { expectationText, timeText } from '../../ui/views/words.js';
import type { Drawn, SupportViewContext } from './support-context.js';

type Step<Name extends SupportView['step']> = Extract<SupportView, { step: Name }>;

/** The shop has it: under which reference, and when it answers. */
export function receivedView(
  { sent, receipt }: Step<'received'>,
  context: SupportViewContext,
): TemplateResult {
  const { words, messages, format, level, copies, state, on } = context;
  const { reference, receivedAt, url } = receipt;
  const { orderId, email } = sent.message;
  // It may have been read only after it was sent.
  const number = selectOrder(state, orderId ?? '')?.number ?? sent.message.orderNumber ?? orderId;
  const answer = expectationText(receipt.expected, context);
  const facts = [
    reference && fact(words.reference, html`<bdi class="money">${reference}</bdi>`),
    number && fact(words.about, messages.order(number)),
    receivedAt && fact(words.received, timeText(receivedAt, format.dateTime(receivedAt))),
    answer && fact(words.answer, answer),
    email && fact(words.answerTo, html`<bdi>${email}</bdi>`),
  ].filter(Boolean);
  return html`${formAnswer({
      ...{ icon: 'check', tone: 'success', title: words.receivedTitle, level, lines: [] },
    })}
    ${facts.length > 0 ? html`<dl class="facts" part="facts">${facts}</dl>` : nothing}
    <div class="actions" part="actions">
      ${
        reference
          ? copyControl({
              ...{ key: 'reference', label: words.copyReference, text: () => reference },
              ...{ controller: copies, words },
            })
          : nothing
      }
      ${url ? actionControl({ label: words.follow, href: url, weight: 'button-small' }) : nothing}
      ${formButton({
        ...{ label: words.another, weight: 'button-small button-quiet', onClick: on.restart },
      })}
    </div>`;
}

function fact(name: string, value: string | TemplateResult): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** Not taken, or nobody knows: said aloud once, when it comes, with what can be done. */
export function failureNote(context: SupportViewContext): Drawn {
  const { view, words, messages, format, now, errors, disabledBy, copies, state } = context;
  if (view.step !== 'unconfirmed' && (view.step !== 'writing' || !view.failure)) return nothing;
  // What a field says is not said twice.
  if (view.step === 'writing' && Object.keys(errors).length > 0) return nothing;
  const { failure, retryAt } = view;
  const isOpen = view.step === 'unconfirmed';
  const what = failure?.detail ?? messages.failures[failure!.code];
  const kept =
    failure?.code === 'unauthenticated' && state.session === 'signed-out'
      ? words.signedOut
      : words.kept;
  const when =
    disabledBy === 'retry' && retryAt !== undefined
      ? words.retryAt(format.moment(minuteAfter(retryAt), now))
      : '';
  const text = isOpen
    ? html`${words.unconfirmedText} ${when}`
    : html`<bdi>${what}</bdi> ${kept} ${when}`;
  return html`<div role="alert" id="retry">
    ${note({
      icon: isOpen ? 'warning' : 'alert',
      tone: isOpen ? 'warning' : 'danger',
      lead: isOpen ? words.unconfirmedTitle : words.refusedTitle,
      text,
      actions: html`${copyControl({
        ...{ key: 'message', label: words.copyMessage, controller: copies, words },
        text: () => context.shown.message,
      })}`,
    })}
  </div>`;
}

/** The shop's own page, told what this is about; or nothing to lead to. */
export function channelView(
  href: string | undefined,
  onClick: (event: Event) => void,
  { words, shown, level }: SupportViewContext,
): TemplateResult {
  const number = shown.orderId === undefined ? '' : shown.orderNumber;
  const text = !href ? words.noChannel : number ? words.channelAbout(number) : words.channel;
  return html`<header class="card-header" part="card-header">
      ${cardTitle(words.title, level)}
      <p class="muted">${text}</p>
    </header>
    ${
      href
        ? html`<div class="form-footer" part="form-footer">
            ${actionControl({ label: words.opensPage, href, icon: 'mail', onClick })}
          </div>`
        : nothing
    }`;
}
