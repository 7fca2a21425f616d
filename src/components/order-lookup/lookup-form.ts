import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../../model/failure.js';
import { cardTitle, formButton, minuteAfter, textField } from '../../ui/views/form-fields.js';
import { note } from '../../ui/views/notice.js';
import type { Drawn, LookupContext } from './lookup-context.js';
import { fieldLooks } from './lookup-fields.js';
import { errorField } from './lookup-rules.js';

/** What the shop asks, in its order. */
export function formView(context: LookupContext): TemplateResult {
  const { words, fields, typed, errors, level, slice, disabledBy, on } = context;
  const view = slice?.view;
  const isBusy = view?.step === 'sending';
  return html`<header class="card-header" part="card-header">
      ${cardTitle(words.title, level)}
      <p class="muted">${words.intro}</p>
    </header>
    <form class="form" part="form" novalidate @submit=${on.submit}>
      <div class="form-row">
        ${fields.map((field, index) =>
          textField({
            ...fieldLooks[field],
            id: field,
            label: words.fields[field],
            hint: words.hints[field],
            value: typed[field] ?? '',
            error: errors[field],
            enterKeyHint: index < fields.length - 1 ? 'next' : 'go',
            onInput: (value) => on.type(field, value),
          }),
        )}
      </div>
      ${view?.step === 'asking' ? failureNote(view, context) : nothing}
      <div class="form-footer" part="form-footer">
        ${formButton({ label: words.find, weight: 'button-primary', isBusy, disabledBy })}
        <p class="muted small">${words.use}</p>
      </div>
      ${offlineNote(context)}
    </form>`;
}

/** What the shop said no to, where no field says it: said aloud once, when it comes. */
export function failureNote(
  { failure, retryAt }: { readonly failure?: Failure; readonly retryAt?: number },
  context: LookupContext,
): Drawn {
  const { messages, words, errors, format, now } = context;
  if (!failure || errorField(failure, context) !== undefined || Object.keys(errors).length > 0)
    return nothing;
  const what =
    failure.detail ??
    (failure.code === 'not-found' ? words.notFound : messages.failures[failure.code]);
  const when =
    context.disabledBy === 'retry' && retryAt !== undefined
      ? words.retryAt(format.moment(minuteAfter(retryAt), now))
      : '';
  return html`<div role="alert" id="retry">
    ${note({
      icon: failure.code === 'rate-limited' ? 'clock' : 'alert',
      tone: failure.code === 'rate-limited' ? 'warning' : 'danger',
      text: html`<bdi>${what}</bdi> ${when}`,
    })}
  </div>`;
}

export function offlineNote({ state, words }: LookupContext): Drawn {
  return state.connection === 'offline'
    ? note({ icon: 'offline', tone: 'plain', text: words.offline, id: 'offline' })
    : nothing;
}
