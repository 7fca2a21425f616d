import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.js';
import type { Segment, Story } from './story.js';

export const requestProgressParts = {
  panel: 'The story of the cancellation; its tone as a second part: `panel-warning`',
  'panel-heading': 'What is the case',
  'panel-text': 'One sentence about it',
  'panel-fine': 'Fine print',
  progress: 'How far the request is, in three bars; the words beside it say the same',
  actions: 'What can be done',
} as const;

/** A whole panel. `actions`: buttons and links, at most one of each, or `nothing`. */
export function storyPanel(
  story: Story,
  actions: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const tone = story.tone || 'plain';
  return html`<div class="panel tone-${tone}" part="panel panel-${tone}">
    <div class="panel-body">${storyBody(story)}</div>
    ${actions === nothing ? nothing : html`<div class="actions" part="actions">${actions}</div>`}
  </div>`;
}

/** Heading, bars, sentence and fine print, without a box. */
export function storyBody(story: Story): TemplateResult {
  return html`<p class="panel-heading" part="panel-heading">
      ${icon(story.icon)}<span>${story.heading}</span>
    </p>
    ${story.segments ? barsOf(story, story.segments) : nothing} ${storyText(story)}
    ${story.fine ? html`<p class="panel-fine" part="panel-fine">${story.fine}</p>` : nothing}`;
}

/** Other nodes once there is a sentence: they do not move when the heading takes more or fewer lines than while it was sent. */
function barsOf({ text }: Story, segments: readonly Segment[]): TemplateResult {
  const bars = progressBars(segments);
  return text ? bars : html`${bars}`;
}

/** The sentence alone, its amount in bold. */
export function storyText({ lead, text }: Story): TemplateResult | typeof nothing {
  if (!text) return nothing;
  const gap = text.startsWith('.') ? '' : ' ';
  return html`<p class="panel-text" part="panel-text">
    ${
      lead
        ? html`<strong><bdi class="money">${lead}</bdi></strong
            >${gap}`
        : nothing
    }${text}
  </p>`;
}

/** Decoration: heading and sentence say it in words. */
export function progressBars(segments: readonly Segment[]): TemplateResult {
  return html`<div class="progress" part="progress" aria-hidden="true">
    ${segments.map((segment) => html`<i class=${segment}></i>`)}
  </div>`;
}

export const requestProgressStyles = css`
  .progress {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    gap: 4px;
    padding-block: var(--_1);
  }
  .progress > i {
    block-size: 6px;
    border: 1px solid var(--_border-control);
    border-radius: 99px;
  }
  .progress > .done {
    border-color: transparent;
    background: var(--_tone);
  }
  .progress > .current {
    border-color: var(--_tone);
    background: linear-gradient(to right, var(--_tone) 50%, transparent 50%);
  }
  .progress > .current:dir(rtl) {
    background: linear-gradient(to left, var(--_tone) 50%, transparent 50%);
  }
`;
