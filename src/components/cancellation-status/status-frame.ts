import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../model/order.js';
import { icon } from '../../ui/icons.js';
import { storyText } from '../../ui/views/request-progress.js';
import type { Story } from '../../ui/views/story.js';
import type { ViewContext } from '../../ui/views/view-context.js';
import { nameFor } from '../../ui/views/words.js';
import { chapterStory, compactStory, isDone, type Chapter } from './status-chapter.js';

export interface LineOptions {
  readonly chapter: Chapter;
  readonly order: Order | undefined;
  readonly isUnfolded: boolean;
  readonly onToggle: () => void;
}

/** All of it in one line. */
export function compactLine(
  { chapter, order, isUnfolded, onToggle }: LineOptions,
  context: ViewContext,
): TemplateResult {
  const { messages } = context;
  const { cancellation } = chapter;
  const story = compactStory(chapter, order, context);
  const label = cancellation && isDone(cancellation) ? messages.viewReceipt : messages.details;
  return html`<div
    class="status-compact tone-${story.tone}"
    part="status-compact status-compact-${stateOf(chapter)}"
  >
    ${icon(story.icon)}
    <div class="compact-text"><strong>${story.heading}</strong>${storyText(story)}</div>
    <button
      type="button"
      class="link"
      part="link"
      aria-label=${order ? nameFor(label, order.number, context) : nothing}
      aria-expanded=${isUnfolded}
      @click=${onToggle}
    >
      ${label}
    </button>
  </div>`;
}

/** What the details add, once they are here. */
export interface ChapterDetails {
  /** In place of the headline's own. */
  readonly story: Partial<Story>;
  readonly meta: TemplateResult;
  readonly main?: TemplateResult | undefined;
  readonly rest: TemplateResult;
}

export interface ArticleOptions {
  readonly chapter: Chapter;
  readonly order: Order | undefined;
  readonly details: ChapterDetails | undefined;
}

export function chapterArticle(
  { chapter, order, details }: ArticleOptions,
  context: ViewContext,
): TemplateResult {
  const story = { ...chapterStory(chapter, context), ...details?.story };
  const step = stateOf(chapter);
  const isWaiting = step === 'sending' || step === 'settling' || step === 'unconfirmed';
  const mark = isWaiting
    ? html`<span class="spinner" aria-hidden="true"></span>`
    : // The mark is a circle already.
      icon(story.icon === 'check-circle' ? 'check' : story.icon);
  return html`<article class="status" part="status status-${step}">
    <header class="status-header tone-${story.tone}" part="status-header">
      <span class="mark">${mark}</span>
      <div>
        <h2 class="status-title" part="status-title" tabindex="-1">${story.heading}</h2>
        <p class="status-meta" part="status-meta">
          ${details?.meta ?? (order && html`<bdi>${context.messages.order(order.number)}</bdi>`)}
        </p>
      </div>
    </header>
    ${
      story.text || details?.main
        ? html`<div class="status-main" part="status-main">
            ${storyText(story)}${details?.main}
          </div>`
        : nothing
    }
    ${details?.rest}
  </article>`;
}

/** What stands in a second part: the request's state, else the write's step. */
function stateOf({ cancellation, operation }: Chapter): string {
  return cancellation?.status ?? operation?.step ?? '';
}
