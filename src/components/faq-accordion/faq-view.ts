import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { CancellationFlow } from '../../flow/core-flow.js';
import type { FlowState } from '../../flow/flow-state.js';
import { selectBlocks, selectOrder } from '../../flow/selectors.js';
import type { FaqMessages } from '../../messages/en-faq.js';
import type { Messages } from '../../messages/en.js';
import type { BlockCode } from '../../model/eligibility.js';
import type { Order, ProcessingTime } from '../../model/order.js';
import type { FaqEntry } from '../../model/support.js';
import { contactHref } from '../../ui/contact-href.js';
import { contact } from '../../ui/contact.js';
import { icon } from '../../ui/icons.js';
import { pageUrl } from '../../ui/page-url.js';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { inputStyles } from '../../ui/styles/input-styles.js';
import type { Formatter } from '../../ui/format.js';
import { actionControl } from '../../ui/views/remedy-actions.js';
import { processingText } from '../../ui/views/words.js';
import { styles } from './faq-accordion.styles.js';
import type { FaqAccordionElement } from './faq-accordion.js';
import { marked, matches } from './faq-search.js';

/** From so many on, a list is searched rather than read. */
const LONG = 8;

export const viewStyles: readonly CSSResult[] = [buttonStyles, inputStyles, styles];

export interface FaqContext {
  readonly flow: CancellationFlow | undefined;
  readonly state: FlowState | undefined;
  readonly messages: Messages;
  readonly faq: FaqMessages;
  readonly format: Formatter;
  /** The page brings its own: they are in the light DOM, and only opened from here. */
  readonly isSlotted: boolean;
}

/** Questions, answers, the search, and the way to the shop. */
export class FaqView {
  readonly #host: FaqAccordionElement;
  #query = '';

  constructor(host: FaqAccordionElement) {
    this.#host = host;
  }

  /** What is hidden cannot be opened. */
  clearSearch(): void {
    this.#query = '';
    this.#host.requestUpdate();
  }

  /** `slot`: the page's own answers stand where ours would. */
  draw(context: FaqContext, slot: TemplateResult): TemplateResult {
    const { faq, isSlotted } = context;
    const entries = isSlotted ? [] : entriesOf(this.#host.entries, context);
    const hits = new Set(
      this.#query ? entries.filter((entry) => matches(entry, this.#query)) : entries,
    );
    return html`<header class="faq-header" part="faq-header">
        <div class="faq-title" part="faq-title" role="heading" aria-level=${this.#level(0)}>
          ${faq.title}
        </div>
        ${entries.length > LONG ? this.#search(hits.size, faq) : nothing}
      </header>
      ${hits.size === 0 && entries.length > 0 ? this.#showAll(entries.length, faq) : nothing}
      ${
        entries.length > 0
          ? html`<div class="entries" part="entries" ?hidden=${hits.size === 0}>
              ${entries.map((entry) => this.#entry(entry, hits.has(entry), context))}
            </div>`
          : nothing
      }
      ${slot} ${this.#still(context)}`;
  }

  /** 1 to 6: an outline has no more levels. */
  #level(below: number): number {
    const level = Math.round(Number(this.#host.headingLevel)) || 2;
    return Math.min(6, Math.max(1, level) + below);
  }

  #search(found: number, faq: FaqMessages) {
    const query = this.#query.trim();
    return html`<div class="search" part="search">
        ${icon('search')}<input
          class="input"
          part="input"
          type="search"
          dir="auto"
          aria-label=${faq.search}
          placeholder=${faq.search}
          .value=${this.#query}
          @input=${this.#onSearch}
        />
      </div>
      <p class="muted small" role="status">
        ${query ? (found > 0 ? faq.found(found, query) : faq.none(query)) : nothing}
      </p>`;
  }

  readonly #onSearch = ({ target }: Event): void => {
    this.#query = (target as HTMLInputElement).value;
    this.#host.requestUpdate();
  };

  #showAll(count: number, faq: FaqMessages) {
    const label = faq.showAll(count);
    const onClick = (): void => {
      this.clearSearch();
      this.#host.renderRoot.querySelector('input')?.focus();
    };
    return html`<p>${actionControl({ label, weight: 'button-small', onClick })}</p>`;
  }

  #entry(entry: FaqEntry, isHit: boolean, context: FaqContext) {
    const { id, question, answer, url } = entry;
    const { faq, state } = context;
    const shown = state?.openEntry;
    const isHighlighted = shown !== undefined && entry === entryFor(this.#host, shown, context);
    const why =
      isHighlighted && shown.orderId !== undefined ? whyOf(shown.orderId, context) : undefined;
    const href = pageUrl(url, 'entries[].url');
    const look = isHighlighted ? 'entry entry-highlighted' : 'entry';
    return html`<details class=${look} part=${look} data-entry=${id} ?hidden=${!isHit}>
      <summary part="entry-question">
        <span role="heading" aria-level=${this.#level(1)}
          ><bdi>${marked(question, this.#query)}</bdi></span
        >${icon('chevron')}
      </summary>
      <div class="entry-answer" part="entry-answer">
        ${why ? html`<p class="entry-why" part="entry-why">${icon('box')}<span>${why}</span></p>` : nothing}
        ${answer
          .split(/\n\s*\n/)
          .map((text) => html`<p dir="auto">${marked(text.trim(), this.#query)}</p>`)}
        ${href ? html`<a class="link" part="link" href=${href}>${faq.more}</a>` : nothing}
      </div>
    </details>`;
  }

  #still({ flow, state, messages, faq }: FaqContext) {
    const orderId = state?.openEntry?.orderId ?? state?.selectedOrderId;
    const order = state && selectOrder(state, orderId ?? '');
    const about = (order && reasonOf(order)) ?? 'other';
    const href =
      contactHref(this.#host.contactUrl, order ? { order: order.number, about } : {}) ??
      order?.links?.support;
    const onClick = (event: Event): void => {
      const named = order && { orderId: order.id, orderNumber: order.number };
      contact({ host: this.#host, flow, detail: { ...named, about }, press: event });
    };
    return html`<div class="still" part="still">
      <div>
        <div class="still-title" part="still-title" role="heading" aria-level=${this.#level(1)}>
          ${faq.still}
        </div>
        ${order ? html`<p class="muted small">${faq.stillText}</p>` : nothing}
      </div>
      ${actionControl({
        label: order ? faq.contactAbout(order.number) : messages.contact,
        icon: 'mail',
        onClick,
        ...(href && { href }),
      })}
    </div>`;
  }
}

/** The page's own, else the shop's, else ours with the shop's figure. */
function entriesOf(
  own: readonly FaqEntry[] | undefined,
  { state, faq, ...words }: FaqContext,
): readonly FaqEntry[] {
  if (own?.length) return own;
  if (state?.faq.step === 'ready' && state.faq.value.length > 0) return state.faq.value;
  return builtIn(faq, processingText(state && processingOf(state), words));
}

let last:
  | {
      readonly faq: FaqMessages;
      readonly figure: string | undefined;
      readonly entries: readonly FaqEntry[];
    }
  | undefined;

/** The same objects while nothing about them changes: entries are told apart by identity. */
function builtIn(faq: FaqMessages, figure: string | undefined): readonly FaqEntry[] {
  if (last?.faq !== faq || last.figure !== figure)
    last = { faq, figure, entries: faq.entries(figure) };
  return last.entries;
}

function processingOf({ dialog, orders }: FlowState): ProcessingTime | undefined {
  if (
    dialog &&
    'preview' in dialog &&
    dialog.preview.step === 'ready' &&
    dialog.preview.value.processing
  )
    return dialog.preview.value.processing;
  for (const { order } of orders.held.values()) if (order.processing) return order.processing;
  return undefined;
}

/** By its id; else the one that explains the block of that code, or the block that stands in the order's way. */
export function entryFor(
  host: FaqAccordionElement,
  { id, orderId }: NonNullable<FlowState['openEntry']>,
  context: FaqContext,
): FaqEntry | undefined {
  const entries = entriesOf(host.entries, context);
  const explains = (code: string | undefined): FaqEntry | undefined =>
    entries.find(({ about }) => about?.some((one) => one === code));
  const order = context.state && selectOrder(context.state, orderId ?? '');
  return (
    entries.find((entry) => entry.id === id) ?? explains(id) ?? explains(order && reasonOf(order))
  );
}

/** Why it cannot be canceled, as far as the shop says. */
function reasonOf(order: Order): BlockCode | undefined {
  return selectBlocks(order)[0]?.code ?? order.cancellations[0]?.decline?.code;
}

function whyOf(orderId: string, { state, messages, faq }: FaqContext): string | undefined {
  const order = state && selectOrder(state, orderId);
  if (!order) return undefined;
  const code = reasonOf(order);
  return code ? faq.about(order.number, messages.blocks[code]) : messages.order(order.number);
}
