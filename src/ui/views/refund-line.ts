import { css, html, nothing, type TemplateResult } from 'lit';
import type { Refund } from '../../model/cancellation.js';
import { icon } from '../icons.js';
import { REFUND_LOOKS, refundSentence } from './refund-story.js';
import { badge } from './status-badge.js';
import type { ViewContext } from './view-context.js';
import { moneyText } from './words.js';

export const refundLineParts = {
  refund: 'The refund, a second story; its state as a second part: `refund-issued`',
  'refund-title': 'Its heading',
  'refund-text': 'One sentence about it',
  'refund-parts': 'Where its parts go, when they move apart',
} as const;

/** A card of its own, beside the cancellation. `text` replaces the usual sentence, as for a declined request. */
export function refundLine(refund: Refund, context: ViewContext, text?: string): TemplateResult {
  const { status, parts = [] } = refund;
  const words = context.messages.refund;
  const [tone, name] = REFUND_LOOKS[status];
  const sentence = text === undefined ? refundSentence(refund, context) : { text };
  const { lead } = sentence;
  return html`<div class="refund tone-${tone || 'plain'}" part="refund refund-${status}">
    <div class="refund-header">
      <strong class="refund-title" part="refund-title">${icon('refund')}${words.title}</strong>
      ${badge(`refund-${status}`, name, words.status[status], tone && `tone-${tone}`)}
    </div>
    <p class="refund-text" part="refund-text">
      ${
        lead
          ? html`<strong><bdi class="money">${lead}</bdi></strong
              >${sentence.text?.startsWith('.') ? '' : ' '}`
          : nothing
      }${sentence.text}
    </p>
    ${
      parts.length > 1
        ? html`<ul class="refund-parts" part="refund-parts">
            ${parts.map(
              (part) =>
                html`<li>
                  <bdi
                    >${
                      part.destination?.label ??
                      words.destinations[part.destination?.kind ?? 'refund']
                    }</bdi
                  >
                  <span class="muted">${words.status[part.status]}</span>
                  ${moneyText(part.amount, context)}
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}

export const refundLineStyles = css`
  .refund {
    display: grid;
    gap: var(--_2);
    padding: var(--_4);
    border: 1px solid color-mix(in srgb, var(--_tone) 18%, transparent);
    border-radius: var(--_radius-control);
    background: color-mix(in srgb, var(--_tone) 5%, transparent);
  }
  .refund-header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_3);
    align-items: center;
    justify-content: space-between;
  }
  .refund-title {
    display: inline-flex;
    gap: var(--_2);
    align-items: center;
  }
  .refund-title > .icon {
    color: var(--_tone);
  }
  .refund-text,
  .refund-parts {
    font-size: var(--_small);
    text-wrap: pretty;
  }
  .refund-parts > li {
    display: flex;
    gap: var(--_3);
    align-items: baseline;
  }
  .refund-parts > li > :last-child {
    margin-inline-start: auto;
  }
`;
