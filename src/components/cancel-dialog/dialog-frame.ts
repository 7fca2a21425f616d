import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { IconName } from '../../ui/icons.js';
import { icon } from '../../ui/icons.js';
import { moreIcon } from '../../ui/icons-more.js';
import type { Tone } from '../../ui/views/story.js';
import type { DialogContext, DialogFrame } from './dialog-context.js';

/**
 * Title, what scrolls, and the answers. Title and close button are the same nodes in every step, so that focus stays where it is; all else
 * is made anew for another view: an answer never becomes another one under the finger, and nothing moves to where something else was.
 */
export function dialogFrame(
  { title, subtitle, body, footerNote = nothing, actions, keeps = false, isWide }: DialogFrame,
  { more, actions: { close } }: Pick<DialogContext, 'more' | 'actions'>,
  key: string,
): TemplateResult {
  const header = html`<header class="dialog-header" part="dialog-header">
    <h2 class="dialog-title" part="dialog-title" id="title" tabindex="-1">${title}</h2>
    ${
      subtitle
        ? html`<p class="dialog-subtitle" part="dialog-subtitle" id="subtitle">${subtitle}</p>`
        : nothing
    }
    <button
      type="button"
      class="icon-button"
      part="close"
      aria-label=${keeps ? more.dialog.closeKeep : more.close}
      @click=${close}
    >
      ${moreIcon('cross')}
    </button>
  </header>`;
  const content = html`<div class="dialog-body" part="dialog-body">${body}</div>
    <footer class="dialog-footer" part="dialog-footer">
      ${footerNote === nothing ? nothing : html`<p class="footer-note" part="footer-note">${footerNote}</p>`}
      <div class="actions" part="actions">${actions}</div>
    </footer>`;
  return html`${keyed(isWide, header)}${keyed(key, content)}`;
}

export interface AnswerOptions {
  readonly tone: Tone;
  /** Without it: a spinner. */
  readonly icon?: IconName;
  /** Paragraphs; the first one tells, the others add. */
  readonly lines: readonly unknown[];
}

/** What became of it, with its mark. */
export function answer({ tone, icon: name, lines }: AnswerOptions): TemplateResult {
  return html`<div class="answer tone-${tone}" part="answer answer-${tone || 'plain'}">
    <span class="mark">
      ${name ? icon(name) : html`<span class="spinner" aria-hidden="true"></span>`}
    </span>
    <div class="answer-text">
      ${lines
        .filter((line) => line !== undefined && line !== '' && line !== nothing)
        .map((line, index) => html`<p class=${index > 0 ? 'muted' : ''}>${line}</p>`)}
    </div>
  </div>`;
}

export interface ButtonOptions {
  readonly label: string;
  readonly onClick: (event: Event) => void;
  /** Classes, which are parts as well. */
  readonly weight?: string;
  readonly icon?: TemplateResult;
  readonly isBusy?: boolean;
  /** Not to be used yet: stays focusable, and says why in the element with this id. */
  readonly disabledBy?: string | undefined;
  readonly name?: string;
}

export function button({
  label,
  onClick,
  weight = '',
  icon: mark,
  isBusy = false,
  disabledBy,
  name,
}: ButtonOptions): TemplateResult {
  const look = `button ${weight}`.trim();
  const isDisabled = isBusy || disabledBy !== undefined;
  return html`<button
    type="button"
    class=${look}
    part=${look}
    aria-label=${name ?? nothing}
    aria-busy=${isBusy ? 'true' : nothing}
    aria-disabled=${isDisabled ? 'true' : nothing}
    aria-describedby=${disabledBy ?? nothing}
    @click=${isDisabled ? nothing : onClick}
  >
    <span class="label"
      >${isBusy ? html`<span class="spinner" aria-hidden="true"></span>` : (mark ?? nothing)}<span
        >${label}</span
      ></span
    >
  </button>`;
}

/** While something is read: the shape of what comes. */
export function bones(): TemplateResult {
  return html`<div class="section" part="skeleton" aria-hidden="true">
    <span class="bone bone-medium"></span><span class="bone bone-long"></span
    ><span class="bone bone-long"></span>
  </div>`;
}
