import { html, nothing, type TemplateResult } from 'lit';
import type { Operation } from '../../flow/flow-state.js';
import type { Challenge } from '../../model/cancellation.js';
import { icon } from '../../ui/icons.js';
import type { DialogContext, DialogFrame } from './dialog-context.js';
import { answer, button } from './dialog-frame.js';
import { describedBy, fieldError } from '../../ui/views/field-error.js';
import { securityNote } from './form-view.js';

// The template check knows an older list of tokens, without this one.
const oneTimeCode = 'one-time-code' as string as 'on';

/** The shop wants to know that it is the shopper who asks: a code typed here, or a link in a message. */
export function challengeView(
  challenge: Challenge | undefined,
  operation: Operation & { readonly step: 'awaiting-confirmation' },
  context: DialogContext,
): DialogFrame {
  const { messages, more, number, actions } = context;
  const words = more.dialog;
  const isCode = challenge?.kind !== 'link';
  const address = challenge?.sentTo && `\u2068${challenge.sentTo}\u2069`;
  const sent = isCode
    ? address
      ? words.codeSentTo(address)
      : words.codeSent
    : address
      ? words.linkSentTo(address)
      : words.linkSent;
  const valid =
    challenge?.validForMs !== undefined &&
    words.codeValid(context.format.duration(challenge.validForMs));
  return {
    title: words.challengeTitle,
    subtitle: messages.order(number),
    body: html`${answer({ tone: 'pending', icon: 'mail', lines: [sent, valid || undefined] })}
    ${isCode ? codeForm(challenge, operation, context) : resend(context)} ${securityNote(context)}`,
    actions: [
      button({ label: more.close, onClick: actions.close }),
      isCode
        ? button({
            label: words.confirm,
            onClick: actions.confirmCode,
            weight: 'button-primary',
          })
        : button({ label: messages.checkNow, onClick: actions.lookAgain, icon: icon('retry') }),
    ],
  };
}

function codeForm(
  challenge: Challenge | undefined,
  { failure, notReceived }: Operation & { readonly step: 'awaiting-confirmation' },
  context: DialogContext,
): TemplateResult {
  const { messages, more, form, actions } = context;
  const words = more.dialog;
  const rejected =
    failure === undefined
      ? notReceived && messages.failures.network
      : (failure.detail ??
        (failure.code === 'expired'
          ? words.codeExpired
          : failure.code === 'invalid'
            ? words.codeWrong
            : messages.failures[failure.code]));
  const error = form.errors.code ?? (rejected || undefined);
  const length = challenge?.codeLength;
  return html`<form class="field" part="code field" novalidate @submit=${actions.confirmCode}>
    <label class="field-label" part="field-label" for="code">${words.code}</label>
    <input
      class="input code-input"
      part="input code-input"
      id="code"
      data-field="code"
      autocomplete=${oneTimeCode}
      autocapitalize="none"
      spellcheck="false"
      enterkeyhint="done"
      maxlength=${length ?? nothing}
      .value=${form.code}
      aria-required="true"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy('code', error, true)}
      @input=${({ target }: Event) => actions.typeCode((target as HTMLInputElement).value)}
    />
    ${fieldError('code', error)}
    <p class="field-hint" part="field-hint" id="code-hint">
      ${length === undefined ? nothing : words.codeLength(length)} ${words.codeHelp}
    </p>
    ${resend(context)}
  </form>`;
}

/** Waits as long as the shop says, and tells how long. */
function resend({ more, form, actions, format }: DialogContext): TemplateResult {
  const words = more.dialog;
  const isWaiting = form.waitMs > 0;
  return html`<div class="actions" part="actions">
    ${button({
      label: words.resend,
      onClick: actions.resendCode,
      weight: 'button-small',
      disabledBy: isWaiting ? 'wait' : undefined,
    })}
    ${
      isWaiting
        ? html`<span class="fine" id="wait">${words.resendIn(format.duration(form.waitMs))}</span>`
        : nothing
    }
  </div>`;
}
