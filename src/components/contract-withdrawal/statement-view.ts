import { html, nothing, type TemplateResult } from 'lit';
import { actionControl } from '../../ui/views/remedy-actions.js';
import { note } from '../../ui/views/notice.js';
import { copyControl } from '../../ui/views/copy-control.js';
import { sameData } from '../../model/same-data.js';
import { exemptionsList } from './exemptions-view.js';
import { contactField, textField } from './field-view.js';
import { itemsView } from './items-view.js';
import {
  errorsOf,
  shownFields,
  statementOf,
  type WithdrawalContext,
} from './withdrawal-context.js';
import type { ViewMemory, WithdrawalHandlers } from './withdrawal-handlers.js';

/**
 * Step two: three fields, what is declared, and one button with the statutory label. No form submission: Enter in a field must not
 * declare anything.
 */
export function statementView(
  context: WithdrawalContext,
  memory: ViewMemory,
  on: WithdrawalHandlers,
): TemplateResult {
  const { words, labels, declaration } = context;
  const isSending = declaration.step === 'sending';
  const fields = shownFields(context);
  const errors = memory.isTried ? errorsOf(context) : rejectedField(context);
  return html`<section class="card" part="card">
    <header class="card-header">
      <div
        class="card-title"
        part="card-title"
        role="heading"
        aria-level=${memory.headingLevel}
        tabindex="-1"
      >
        ${words.formTitle}
      </div>
      <p class="muted small">${words.formText}</p>
    </header>
    ${refusal(context, memory, on)} ${offline(context)}
    <div class="form" part="form" role="form" aria-label=${words.formTitle}>
      <fieldset class="fields" ?disabled=${isSending}>
        <div class="form-row">
          ${textField({
            ...{ name: 'name', label: words.name, value: fields.name, error: errors.name },
            ...{ autocomplete: 'name' },
            onInput: (name) => on.edit({ name }),
          })}
          ${contactField(fields, errors.contact, context, on)}
        </div>
        ${textField({
          ...{ name: 'contract', label: words.contract, value: fields.contract },
          ...{ error: errors.contract, hint: words.contractHint, autocomplete: 'off' },
          onInput: (contract) => on.edit({ contract }),
        })}
        ${itemsView(errors.lines, context, on)} ${partField(errors.part, context, on)}
        ${exemptionsList(context)}
      </fieldset>
      <div class="field">
        <p class="field-label" part="field-label" id="statement-label">${words.statementTitle}</p>
        <div class="statement" part="statement" role="group" aria-labelledby="statement-label">
          <p dir="auto">${statementOf(context).statement}</p>
        </div>
      </div>
      ${isChanged(context) ? note({ icon: 'info', tone: 'plain', text: words.changed }) : nothing}
      <div class="form-footer" part="form-footer">
        <button
          type="button"
          class="button button-primary"
          part="button button-primary confirm-action"
          data-field="confirm"
          aria-disabled=${isSending ? 'true' : nothing}
          aria-busy=${isSending ? 'true' : nothing}
          @click=${isSending ? nothing : on.confirm}
        >
          <span class="label">${labels.confirm}</span>
        </button>
        ${
          isSending
            ? nothing
            : html`<button
                type="button"
                class="button button-quiet"
                part="button button-quiet"
                @click=${on.close}
              >
                <span class="label">${words.back}</span>
              </button>`
        }
        <p class="busy small" part="busy" role="status">
          ${isSending ? html`<span class="spinner"></span>${words.sending}` : nothing}
        </p>
      </div>
      <p class="muted small">
        ${words.otherWays}
        ${
          memory.modelFormHref
            ? html`<a class="link" part="link" href=${memory.modelFormHref}>${words.modelForm}</a>`
            : nothing
        }
      </p>
    </div>
  </section>`;
}

/** What a form without script has said in words of its own. */
function partField(
  error: string | undefined,
  { words, declaration }: WithdrawalContext,
  on: WithdrawalHandlers,
): TemplateResult | typeof nothing {
  const { part } = declaration.draft;
  if (part === undefined) return nothing;
  return textField({
    ...{ name: 'scope', label: words.part, value: part, error, autocomplete: 'off' },
    onInput: (text) => on.edit({ part: text }),
  });
}

/** The shop turned it away, for certain. */
function refusal(
  context: WithdrawalContext,
  { contactHref, copies }: ViewMemory,
  on: WithdrawalHandlers,
): TemplateResult | typeof nothing {
  const { declaration, words, messages } = context;
  const failure = declaration.step === 'stating' ? declaration.failure : undefined;
  if (!failure) return nothing;
  const notSent = ['network', 'timeout', 'aborted', 'unsupported'].includes(failure.code);
  const reason = failure.detail ? messages.quoted(failure.detail) : messages.failures[failure.code];
  const wait =
    failure.retryAfterMs !== undefined
      ? messages.retryIn(context.format.duration(failure.retryAfterMs))
      : '';
  return note({
    ...{ icon: 'alert', tone: 'danger' },
    lead: notSent ? words.refusedTitle : words.refusedByShop,
    text: `${reason} ${wait} ${words.kept}`.replace(/ +/g, ' '),
    actions: html`${copyStatement(context, copies)}
    ${actionControl({
      ...{ label: messages.contact, weight: 'button-small', icon: 'mail', onClick: on.contact },
      ...(contactHref && { href: contactHref }),
    })}`,
  });
}

export function copyStatement(
  context: WithdrawalContext,
  copies: ViewMemory['copies'],
): TemplateResult {
  return copyControl({
    ...{ key: 'statement', label: context.words.copyStatement, controller: copies },
    words: context.more,
    text: () => {
      const { statement, name, contact } = statementOf(context);
      return [statement, name, contact.value].filter(Boolean).join('\n');
    },
  });
}

function offline({ state, words }: WithdrawalContext): TemplateResult | typeof nothing {
  return state.connection === 'offline'
    ? note({ icon: 'offline', tone: 'plain', text: words.offline })
    : nothing;
}

/** The field that the shop found wrong. */
function rejectedField({
  declaration,
  messages,
}: WithdrawalContext): Partial<Record<'name' | 'contact' | 'contract' | 'lines' | 'part', string>> {
  const failure = declaration.step === 'stating' ? declaration.failure : undefined;
  if (failure?.code !== 'invalid' || !failure.field) return {};
  const text = failure.detail ?? messages.failures.invalid;
  const field = { email: 'contact', phone: 'contact', scope: 'lines' }[failure.field];
  return { [field ?? failure.field]: text };
}

/** One that may have arrived, and says something else. */
function isChanged(context: WithdrawalContext): boolean {
  const { sent, step } = context.declaration;
  if (step !== 'stating' || !sent?.unanswered) return false;
  return !sameData(sent.statement, statementOf(context));
}
