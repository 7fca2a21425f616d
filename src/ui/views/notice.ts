import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../icons.js';
import type { Tone } from './story.js';

export const noticeParts = {
  note: 'A sentence with an icon; its tone as a second part: `note-warning`, `note-plain`',
} as const;

export interface NoteOptions {
  readonly icon: IconName | TemplateResult;
  readonly text: string | TemplateResult;
  readonly lead?: string;
  /** Plain: without a box. */
  readonly tone?: Tone | 'plain';
  readonly actions?: TemplateResult;
  readonly id?: string;
}

/** A warning, a hint, or an answer in place. Not a live region: what is said aloud is decided by the flow. */
export function note({
  icon: mark,
  text,
  lead,
  tone = '',
  actions,
  id,
}: NoteOptions): TemplateResult {
  const look = tone ? `note note-${tone}` : 'note';
  return html`<div class="${look} tone-${tone}" part=${look} id=${id ?? nothing}>
    ${typeof mark === 'string' ? icon(mark) : mark}
    <div class="note-body">
      <p>${lead ? html`<strong>${lead}</strong>${' '}` : nothing}${text}</p>
      ${actions ? html`<div class="actions">${actions}</div>` : nothing}
    </div>
  </div>`;
}

export const noticeStyles = css`
  .note {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_1) var(--_3);
    align-items: start;
    padding: var(--_3) var(--_4);
    border: 1px solid color-mix(in srgb, var(--_tone) 22%, transparent);
    border-radius: var(--_radius-control);
    background: color-mix(in srgb, var(--_tone) 6%, transparent);
  }
  .note > .icon {
    margin-block-start: 0.1em;
    color: var(--_tone);
  }
  .note-body {
    display: grid;
    gap: var(--_3);
    text-wrap: pretty;
  }
  .note-plain {
    padding: 0;
    border: 0;
    background: none;
    font-size: var(--_small);
  }
  .note-plain > .icon {
    color: var(--_muted);
  }
  @container (inline-size < 420px) {
    .note .actions {
      display: grid;
    }
  }
`;
