import { html, nothing, type TemplateResult } from 'lit';
import { formAnswer, formButton, minuteAfter, textField } from '../../ui/views/form-fields.js';
import { isolate } from '../../ui/views/words.js';
import type { Drawn, LookupContext, Step } from './lookup-context.js';
import { failureNote, offlineNote } from './lookup-form.js';

/** The template check knows an older list of tokens. */
const oneTimeCode = 'one-time-code' as string as 'on';

type Challenged = Step<'challenged' | 'verifying' | 'resending'>;

/** The same for everybody: a message is on its way, if there is such an order. */
export function challengeView(view: Challenged, context: LookupContext): TemplateResult {
  const { words, level, fields, format, on } = context;
  const { kind, channel, sentTo, validForMs } = view.challenge;
  const isPlain = fields.length === 2 && fields.includes('number') && fields.includes('email');
  return html`${formAnswer({
      icon: 'mail',
      tone: 'pending',
      title: channel === 'email' ? words.sentTitleEmail : words.sentTitle,
      level,
      lines: [
        words.sent[kind][isPlain ? 'address' : 'details'],
        [
          sentTo && words.sentTo(isolate(sentTo)),
          validForMs !== undefined && words.valid(format.duration(validForMs)),
        ]
          .filter(Boolean)
          .join(' '),
      ],
    })}
    ${failureNote(view, context)}
    ${
      kind === 'code'
        ? codeForm(view, context)
        : html`<div class="form-footer" part="form-footer">${resend(view, context)}</div>
            ${offlineNote(context)}`
    }
    <p class="muted small">${words.nothingCame}</p>
    <div class="actions" part="actions">
      ${formButton({
        ...{ label: words.startOver, weight: 'button-small', onClick: on.startOver },
      })}
      ${context.contact('button-small button-quiet')}
    </div>`;
}

function codeForm(view: Challenged, context: LookupContext): TemplateResult {
  const { step, challenge } = view;
  const { words, code, errors, disabledBy, on } = context;
  const { codeLength } = challenge;
  return html`<form class="form" part="form" novalidate @submit=${on.submitCode}>
    ${textField({
      id: 'code',
      label: words.code,
      value: code,
      error: errors.code,
      hint: codeLength === undefined ? undefined : words.codeLength(codeLength),
      autocomplete: oneTimeCode,
      inputMode: 'text',
      enterKeyHint: 'go',
      maxLength: 64,
      look: 'code-input',
      onInput: (value) => on.type('code', value),
    })}
    <div class="form-footer" part="form-footer">
      ${formButton({
        ...{ label: words.open, weight: 'button-primary', disabledBy },
        isBusy: step === 'verifying',
      })}
      ${resend(view, context)}
    </div>
    ${offlineNote(context)}
  </form>`;
}

/** Waits as long as the shop says, and tells until when. */
function resend({ step, challenge, resendAt }: Challenged, context: LookupContext): Drawn {
  const { words, format, now, waitsForResend, state, on } = context;
  const until =
    waitsForResend && resendAt !== undefined
      ? words.resendAt(format.moment(minuteAfter(resendAt), now))
      : undefined;
  const isOffline = state.connection === 'offline';
  return html`${formButton({
    label: words.resend[challenge.kind],
    onClick: on.resend,
    isBusy: step === 'resending',
    disabledBy: until ? 'resend-wait' : isOffline ? 'offline' : undefined,
  })}
  ${until ? html`<p class="muted small" id="resend-wait">${until}</p>` : nothing}`;
}
