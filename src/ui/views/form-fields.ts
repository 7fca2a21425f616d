import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../icons.js';
import type { Tone } from './story.js';
import { describedBy, fieldError } from './field-error.js';

export const formFieldsParts = {
  field: 'A label with what is filled in',
  'field-label': 'The label',
  'field-hint': 'What it is for, or where it is found',
  'field-error': 'What is wrong',
  input: 'A field',
} as const;

export interface FieldOptions {
  /** Unique in the element. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Says "(optional)" after the label; without it the field is required. */
  readonly optional?: string | undefined;
}

export interface TextFieldOptions extends FieldOptions {
  readonly autocomplete?: 'on' | 'off' | 'email' | 'family-name' | 'postal-code' | 'tel';
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric';
  readonly enterKeyHint?: 'next' | 'go' | 'send' | 'done';
  readonly maxLength?: number;
  /** Classes and parts beside `input`. */
  readonly look?: string;
}

/**
 * One line of text. Never of type "email": the browser would rewrite an address with letters of another script, and reject what is pasted
 * with a space.
 */
export function textField(options: TextFieldOptions): TemplateResult {
  const { id, value, onInput, error, hint, optional, look = '', autocomplete = 'off' } = options;
  const input = `input ${look}`.trim();
  return framed(
    options,
    html`<input
      class=${input}
      part=${input}
      id=${id}
      name=${id}
      type="text"
      dir="auto"
      autocomplete=${autocomplete}
      autocapitalize="none"
      spellcheck="false"
      inputmode=${options.inputMode ?? nothing}
      enterkeyhint=${options.enterKeyHint ?? nothing}
      maxlength=${options.maxLength ?? 254}
      aria-required=${optional === undefined ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(id, error, Boolean(hint))}
      .value=${value}
      @input=${({ target }: Event) => onInput((target as HTMLInputElement).value)}
    />`,
  );
}

export interface TextAreaOptions extends FieldOptions {
  readonly maxLength: number;
}

export function textArea(options: TextAreaOptions): TemplateResult {
  const { id, value, onInput, error, hint, maxLength } = options;
  return framed(
    options,
    html`<textarea
      class="input"
      part="input"
      id=${id}
      name=${id}
      rows="4"
      dir="auto"
      maxlength=${maxLength}
      aria-required="true"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(id, error, Boolean(hint))}
      .value=${value}
      @input=${({ target }: Event) => onInput((target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function selectField({
  choices,
  ...options
}: FieldOptions & { readonly choices: readonly Choice[] }): TemplateResult {
  const { id, value, onInput, error, hint } = options;
  return framed(
    options,
    html`<div class="select">
      <select
        class="input"
        part="input"
        id=${id}
        name=${id}
        aria-describedby=${describedBy(id, error, Boolean(hint))}
        @change=${({ target }: Event) => onInput((target as HTMLSelectElement).value)}
      >
        ${choices.map(
          (choice) =>
            html`<option value=${choice.value} .selected=${choice.value === value}>
              ${choice.label}
            </option>`,
        )}
      </select>
      ${icon('chevron')}
    </div>`,
  );
}

/** A control with its label, what is wrong, and what helps; `more` stands below. */
export function framed(
  { id, label, optional, error, hint }: Omit<FieldOptions, 'value' | 'onInput'>,
  control: TemplateResult,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="field" part="field">
    <label class="field-label" part="field-label" for=${id}
      >${
        // The space is no text of its own: Chromium would leave it out of the name.
        optional ? html`${`${label} `}<span class="field-optional">${optional}</span>` : label
      }</label
    >
    ${control} ${fieldError(id, error)}
    ${hint ? html`<p class="field-hint" part="field-hint" id="${id}-hint">${hint}</p>` : nothing}
    ${more}
  </div>`;
}

export interface FormButtonOptions {
  readonly label: string;
  /** Without it: the form's own, which Enter presses too. */
  readonly onClick?: (event: Event) => void;
  /** Classes, which are parts as well. */
  readonly weight?: string;
  readonly icon?: IconName;
  /** What it waits for: the button keeps focus, and does nothing. */
  readonly isBusy?: boolean;
  /** Not to be used now: keeps focus, and says why in the element with this id. */
  readonly disabledBy?: string | undefined;
  readonly name?: string | undefined;
}

export function formButton({
  label,
  onClick,
  weight = '',
  icon: mark,
  isBusy = false,
  disabledBy,
  name,
}: FormButtonOptions): TemplateResult {
  const look = `button ${weight}`.trim();
  const isOff = isBusy || disabledBy !== undefined;
  return html`<button
    type=${onClick ? 'button' : 'submit'}
    class=${look}
    part=${look}
    aria-label=${name ?? nothing}
    aria-busy=${isBusy ? 'true' : nothing}
    aria-disabled=${isOff ? 'true' : nothing}
    aria-describedby=${disabledBy ?? nothing}
    @click=${(isOff ? undefined : onClick) ?? nothing}
  >
    <span class="label"
      >${
        isBusy
          ? html`<span class="spinner" aria-hidden="true"></span>`
          : mark
            ? icon(mark)
            : nothing
      }<span>${label}</span></span
    >
  </button>`;
}

export interface FormAnswerOptions {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly title: string;
  readonly level: number;
  /** Paragraphs; the first one tells, the others add. */
  readonly lines: readonly (string | TemplateResult | undefined)[];
}

/** What has come of it, with its mark; the heading takes focus. */
export function formAnswer({ icon: mark, tone, title, level, lines }: FormAnswerOptions) {
  return html`<div class="answer tone-${tone}" part="answer answer-${tone || 'plain'}">
    <span class="mark">${icon(mark)}</span>
    <div class="answer-text">
      ${cardTitle(title, level)}
      ${lines
        .filter((line) => line !== undefined && line !== '')
        .map((line, index) => html`<p class=${index > 0 ? 'muted small' : ''}>${line}</p>`)}
    </div>
  </div>`;
}

export function cardTitle(title: string, level: number): TemplateResult {
  return html`<div
    class="card-title"
    part="card-title"
    role="heading"
    aria-level=${level}
    tabindex="-1"
  >
    ${title}
  </div>`;
}

/** A text as people paste it, without what surrounds it. */
export function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An address as people paste it: "mailto:mira@example.com", "mira @example.com". */
export function tidiedAddress(text: string): string {
  return tidied(text)
    .replace(/^mailto:/i, '')
    .replace(/\s/g, '');
}

/** Whether something can be sent there, as far as its form tells; letters of any script. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/u.test(text);
}

/** The last one that a date can have. */
const endOfTime = 8.64e15;

/** The time from which on something is possible, to the next full minute: never earlier than told. */
export function minuteAfter(at: number): string {
  return new Date(Math.min(Math.ceil(at / 60_000) * 60_000, endOfTime)).toISOString();
}
