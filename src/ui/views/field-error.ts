import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.js';

/** What is wrong with the control of this id, below it. */
export function fieldError(id: string, text: string | undefined): TemplateResult | typeof nothing {
  return text
    ? html`<p class="field-error" part="field-error" id="${id}-error">
        ${icon('alert')}<span>${text}</span>
      </p>`
    : nothing;
}

/** For `aria-describedby`: what is wrong first, then what helps. */
export function describedBy(
  id: string,
  error: string | undefined,
  hasHint: boolean,
): string | typeof nothing {
  return [error && `${id}-error`, hasHint && `${id}-hint`].filter(Boolean).join(' ') || nothing;
}
