import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../ui/icons.js';
import { describedBy } from '../../ui/views/field-error.js';
import { framed } from '../../ui/views/form-fields.js';
import type { ShownFields, WithdrawalContext } from './withdrawal-context.js';
import type { WithdrawalHandlers } from './withdrawal-handlers.js';

interface TextFieldOptions {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly autocomplete: 'name' | 'email' | 'tel' | 'off';
  readonly inputMode?: 'email' | 'tel';
  readonly more?: TemplateResult | typeof nothing;
}

/** Never of type "email": the browser would rewrite an address with letters of another script, and not say where the caret is. */
export function textField(options: TextFieldOptions): TemplateResult {
  const { name, label, value, onInput, hint, error, autocomplete, inputMode, more } = options;
  return framed(
    { id: name, label, hint, error },
    html`<input
      class="input"
      part="input"
      id=${name}
      name=${name}
      data-field=${name}
      type="text"
      dir="auto"
      autocomplete=${autocomplete}
      inputmode=${inputMode ?? nothing}
      spellcheck="false"
      aria-required="true"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(name, error, Boolean(hint))}
      .value=${value}
      @input=${({ target }: Event) => onInput((target as HTMLInputElement).value)}
    />`,
    more,
  );
}

const kinds = ['email', 'phone', 'other'] as const;

/** An e-mail address, unless the consumer says otherwise. */
export function contactField(
  { contact, contactKind }: ShownFields,
  error: string | undefined,
  { words, declaration }: WithdrawalContext,
  on: WithdrawalHandlers,
): TemplateResult {
  const isChosen = declaration.draft.contactKind !== undefined;
  const choose = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    on.edit({ contactKind: kinds.find((kind) => kind === value) ?? 'email' });
  };
  const kindChoice = html`<label class="field-label visually-hidden" for="contact-kind"
      >${words.contactKind}</label
    >
    <div class="select">
      <select class="input" part="input" id="contact-kind" @change=${choose}>
        ${kinds.map(
          (kind) =>
            html`<option value=${kind} .selected=${kind === contactKind}>
              ${words.contactKinds[kind]}
            </option>`,
        )}</select
      >${icon('chevron')}
    </div>`;
  const other = html`<button type="button" class="link" part="link" @click=${on.chooseContact}>
    ${words.otherContact}
  </button>`;
  return textField({
    ...{ name: 'contact', label: words.contact[contactKind], value: contact, error },
    autocomplete: contactKind === 'email' ? 'email' : contactKind === 'phone' ? 'tel' : 'off',
    ...(contactKind !== 'other' && { inputMode: contactKind === 'email' ? 'email' : 'tel' }),
    onInput: (value) => on.edit({ contact: value }),
    more: isChosen ? kindChoice : other,
  });
}
