import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.js';
import { moreIcon } from '../icons-more.js';
import type { TimelineStep } from './timeline-steps.js';
import type { DetailContext } from './view-context.js';
import { timeText } from './words.js';

export const timelineParts = {
  timeline: 'What has happened, and what is ahead',
  step: 'One step; `step-done`, `step-current`, `step-ahead` or `step-problem`',
  'step-name': 'What it is',
  'step-time': 'When it was, or is expected',
  'step-text': 'What the shop says about it',
} as const;

/** Past is solid, ahead is dotted, the present breathes. */
export function timeline(steps: readonly TimelineStep[], context: DetailContext): TemplateResult {
  const { format, now } = context;
  const words = context.more.status;
  return html`<ol class="timeline" part="timeline" aria-label=${words.timeline}>
    ${steps.map(
      ({ state, status, name, at, when, text }) =>
        html`<li
          class="step step-${state}"
          part="step step-${state}"
          aria-current=${state === 'current' ? 'step' : nothing}
        >
          <span
            class="step-mark ${status === 'failed' ? 'tone-danger' : state === 'problem' ? 'tone-warning' : ''}"
          >
            ${stepMark(state, status)}
          </span>
          <div class="step-body">
            <span class="step-name" part="step-name"
              >${name}<span class="visually-hidden">: ${words.marks[state]}</span></span
            >
            ${
              at || when
                ? html`<span class="step-time" part="step-time"
                    >${at ? timeText(at, format.moment(at, now)) : when}</span
                  >`
                : nothing
            }
            ${text ? html`<span class="step-text" part="step-text">${text}</span>` : nothing}
          </div>
        </li>`,
    )}
  </ol>`;
}

function stepMark(
  state: TimelineStep['state'],
  status: TimelineStep['status'],
): TemplateResult | typeof nothing {
  if (state === 'problem') return status === 'failed' ? icon('alert') : moreIcon('cross');
  if (state !== 'done') return nothing;
  return icon(status === 'retracted' ? 'return' : 'check');
}

export const timelineStyles = css`
  .timeline {
    display: grid;
  }
  .step {
    position: relative;
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 0 var(--_3);
    padding-block-end: var(--_4);
  }
  .step:last-child {
    padding-block-end: 0;
  }
  /* The thread to the next step: solid where the way was gone, dotted where it is still ahead. */
  .step:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 27px 3px;
    inset-inline-start: 11px;
    border-inline-start: 2px dotted var(--_border-control);
  }
  .step-done:not(:last-child)::before {
    border-inline-start-style: solid;
  }
  .step-mark {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border: 2px solid var(--_border-control);
    border-radius: 50%;
  }
  :is(.step-done, .step-problem) > .step-mark {
    border-color: transparent;
    background: color-mix(in srgb, var(--_tone) 13%, transparent);
    color: var(--_tone);
  }
  .step-current > .step-mark {
    border-color: var(--_accent);
  }
  .step-current > .step-mark::after {
    content: '';
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_accent);
    animation: breathe 1600ms ease-in-out infinite alternate;
  }
  .step-mark > .icon {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2.2;
  }
  .step-body {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
    align-items: baseline;
    justify-content: space-between;
    min-inline-size: 0;
  }
  .step-name {
    font-weight: 600;
  }
  .step-ahead .step-name {
    color: var(--_muted);
    font-weight: 400;
  }
  .step-time,
  .step-text {
    color: var(--_muted);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .step-text {
    flex-basis: 100%;
  }
  @media (forced-colors: active) {
    .step-current > .step-mark::after {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
