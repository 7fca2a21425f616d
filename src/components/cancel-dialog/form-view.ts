import { html, nothing, type TemplateResult } from 'lit';
import type { ReasonChoice } from '../../model/cancellation.js';
import type { Loadable } from '../../flow/flow-state.js';
import { icon } from '../../ui/icons.js';
import { moreIcon } from '../../ui/icons-more.js';
import { describedBy, fieldError } from '../../ui/views/field-error.js';
import { note } from '../../ui/views/notice.js';
import { joined } from '../../ui/views/words.js';
import type { DialogContext, FieldName } from './dialog-context.js';
import { bones } from './dialog-frame.js';

/** The shop's reasons and the note, as far as the shop asks. */
export function reasonFields(reasons: Loadable<ReasonChoice>, context: DialogContext) {
  if (reasons.step === 'off') return nothing;
  if (reasons.step === 'loading') return bones();
  if (reasons.step === 'failed') {
    return note({ icon: 'info', tone: 'plain', text: context.more.dialog.reasonsFailed });
  }
  const choice = reasons.value;
  return html`${choice.reasons.length > 0 ? reasonField(choice, context) : nothing}${
    choice.note === 'none' ? nothing : noteField(choice, context)
  }`;
}

function reasonField({ reasons, required }: ReasonChoice, context: DialogContext): TemplateResult {
  const { more, draft, form, actions } = context;
  const words = more.dialog;
  const fallback = required ? undefined : reasons.find((reason) => reason.fallback);
  const error = form.errors.reason;
  const choose = ({ target }: Event): void =>
    actions.edit({ reasonCode: (target as HTMLSelectElement).value || null });
  return html`<div class="field" part="field">
    ${fieldLabel('reason', words.reason, !required, more.optional)}
    <div class="select">
      <select
        class="input"
        part="input"
        id="reason"
        data-field="reason"
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${describedBy('reason', error, fallback !== undefined)}
        @change=${choose}
      >
        <option value="" ?selected=${draft?.reasonCode === undefined}>${words.reasonChoose}</option>
        ${reasons.map(
          ({ code, label }) =>
            html`<option value=${code} ?selected=${draft?.reasonCode === code}>${label}</option>`,
        )}
      </select>
      ${icon('chevron')}
    </div>
    ${fieldError('reason', error)}
    ${
      fallback
        ? html`<p class="field-hint" part="field-hint" id="reason-hint">
            ${words.reasonFallback(fallback.label)}
          </p>`
        : nothing
    }
  </div>`;
}

function noteField(choice: ReasonChoice, context: DialogContext): TemplateResult {
  const { more, draft, form, actions } = context;
  const words = more.dialog;
  const error = form.errors.note;
  const isRequired = choice.note === 'required';
  const max = choice.noteMaxLength ?? 1000;
  const text = draft?.note ?? '';
  const write = ({ target }: Event): void =>
    actions.edit({ note: (target as HTMLTextAreaElement).value || null });
  return html`<div class="field" part="field">
    ${fieldLabel('note', words.note, !isRequired, more.optional)}
    <textarea
      class="input"
      part="input"
      id="note"
      data-field="note"
      rows="3"
      maxlength=${max}
      .value=${text}
      aria-required=${isRequired ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy('note', error, true)}
      @input=${write}
    ></textarea>
    ${fieldError('note', error)}
    <p class="field-hint" part="field-hint" id="note-hint">
      ${joined(words.noteHint, words.noteCount(text.length, max))}
    </p>
  </div>`;
}

/** Policy, acknowledgement, and how to stay safe. */
export function assurances(context: DialogContext): TemplateResult {
  const { more, order, settings, form, actions } = context;
  const words = more.dialog;
  const url = settings.policyUrl ?? order?.links?.policy ?? order?.seller?.policyUrl;
  const error = form.errors.policy;
  const link = url
    ? html`${words.policyText}
        <a class="link" part="link" href=${url} target="_blank" rel="noopener"
          >${words.policy}${moreIcon('external')}<span class="visually-hidden"
            >${more.opensNew}</span
          ></a
        >`
    : nothing;
  const accept = ({ target }: Event): void => actions.accept((target as HTMLInputElement).checked);
  return html`<div class="assurances">
    <div part="policy" ?hidden=${!url && !settings.hasPolicySlot}>
      ${note({
        icon: 'document',
        tone: 'plain',
        text: html`<slot name="policy" @slotchange=${actions.slotChanged}>${link}</slot>`,
      })}
    </div>
    ${
      settings.requirePolicy
        ? html`<div part="accept">
            <label class="choice">
              <input
                class="check"
                part="check"
                type="checkbox"
                id="policy"
                data-field="policy"
                .checked=${form.policyAcceptedAt !== undefined}
                aria-required="true"
                aria-invalid=${error ? 'true' : nothing}
                aria-describedby=${describedBy('policy', error, false)}
                @change=${accept}
              />
              <span>${words.policyAccept}</span>
            </label>
            ${fieldError('policy', error)}
          </div>`
        : nothing
    }
    ${securityNote(context)}
  </div>`;
}

export function securityNote({ more }: Pick<DialogContext, 'more'>): TemplateResult {
  return html`<div part="security">
    ${note({
      icon: moreIcon('shield'),
      tone: 'plain',
      text: html`<slot name="security">${more.dialog.security}</slot>`,
    })}
  </div>`;
}

export function fieldLabel(id: FieldName, label: string, isOptional: boolean, optional: string) {
  return html`<label class="field-label" part="field-label" for=${id}
    >${
      // The space is no text of its own: Chromium would leave it out of the name.
      isOptional ? html`${`${label} `}<span class="field-optional">${optional}</span>` : label
    }</label
  >`;
}
