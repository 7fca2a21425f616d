import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { FlowState, Operation } from '../../flow/flow-state.js';
import type { Cancellation } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import type { FlowController } from '../../ui/flow-controller.js';
import { icon } from '../../ui/icons.js';
import { moreIcon } from '../../ui/icons-more.js';
import { pageUrl } from '../../ui/page-url.js';
import { CopyController } from '../../ui/copy-controller.js';
import { copyControl, copyControlStyles } from '../../ui/views/copy-control.js';
import { downloadReceipt, printReceipt, receiptText } from '../../ui/receipt-output.js';
import { amountsStyles } from '../../ui/styles/amounts-styles.js';
import { cardStyles } from '../../ui/styles/card-styles.js';
import { note, noticeStyles } from '../../ui/views/notice.js';
import { orderLines, orderLinesStyles } from '../../ui/views/order-lines.js';
import { receipt, receiptStyles } from '../../ui/views/receipt.js';
import { refundLine, refundLineStyles } from '../../ui/views/refund-line.js';
import { statusBadgeStyles } from '../../ui/views/status-badge.js';
import { timelineSteps } from '../../ui/views/timeline-steps.js';
import { timeline, timelineStyles } from '../../ui/views/timeline.js';
import type { DetailContext } from '../../ui/views/view-context.js';
import { isolate } from '../../ui/views/words.js';
import type { CancellationStatusElement } from './cancellation-status.js';
import { StatusActions } from './status-actions.js';
import type { ChapterDetails } from './status-frame.js';
import { metaOf, nameOf, refundsOf, storyOf } from './status-words.js';
import { isDone, type Chapter, type OpenReceipt } from './status-chapter.js';

export interface DetailsContext extends DetailContext {
  readonly state: FlowState;
  readonly order: Order | undefined;
  /** Classes of what a chapter asks for first: filled, unless it is one of several. */
  readonly weight: string;
}

/** All of a chapter but its headline. */
export class DetailsView {
  readonly #host: CancellationStatusElement;
  readonly #flow: FlowController;
  readonly #actions: StatusActions;
  readonly #open: OpenReceipt;
  readonly #copies: CopyController;

  constructor(host: CancellationStatusElement, flow: FlowController, open: OpenReceipt) {
    this.#host = host;
    this.#flow = flow;
    this.#open = open;
    this.#copies = new CopyController(host);
    this.#actions = new StatusActions(host, flow);
  }

  draw(chapter: Chapter, context: DetailsContext): ChapterDetails {
    const { cancellation, operation } = chapter;
    const { order } = context;
    const refunds = cancellation ? refundsOf(cancellation, order) : [];
    const footer = cancellation
      ? html`${this.#actions.ofCancellation(cancellation, context)}${this.#whatNext(cancellation, context)}`
      : operation && this.#actions.ofOperation(operation, context);
    return {
      story: storyOf(chapter, context),
      meta: metaOf(chapter, context),
      main: cancellation && this.#main(cancellation, operation, context),
      rest: html`${
          refunds.length > 0
            ? html`<div class="status-side" part="status-side">
                ${refunds.map((refund) => refundLine(refund, context))}
              </div>`
            : nothing
        }
        <footer class="status-footer actions" part="status-footer">${footer}</footer>
        ${
          cancellation && order && cancellation.id === this.#open.of
            ? this.#receipt(cancellation, order, context)
            : nothing
        }`,
    };
  }

  #main(
    cancellation: Cancellation,
    operation: Operation | undefined,
    context: DetailsContext,
  ): TemplateResult {
    const { more, order } = context;
    const steps = timelineSteps(cancellation, context);
    // One step without a time tells nothing that the headline does not.
    const tells = steps.length > 1 || steps[0]?.at !== undefined;
    const outcomes = cancellation.lines === 'all' ? [] : cancellation.lines;
    const isMixed = isDone(cancellation) && outcomes.some(({ outcome }) => outcome === 'declined');
    const told = new Map(outcomes.map((line) => [line.lineId, line]));
    return html`${tells ? timeline(steps, context) : nothing}
    ${
      isMixed && order
        ? html`<section>
            <h3 class="result-title">${more.status.result}</h3>
            ${orderLines(
              { lines: order.lines.filter(({ id }) => told.has(id)), outcomes: told },
              context,
            )}
          </section>`
        : nothing
    }
    ${operation ? this.#aboutWrite(operation, context) : nothing}`;
  }

  /** Taking it back, or proving who asked, is told beside the request that it is about. */
  #aboutWrite(operation: Operation, context: DetailsContext) {
    const { messages, more, order, format } = context;
    const { kind, step } = operation;
    const words = more.dialog;
    const spinner = html`<span class="spinner" aria-hidden="true"></span>`;
    if (kind === 'request') {
      const missing = step === 'received' ? (operation.missing ?? []) : [];
      const names = missing.map(({ lineId }) =>
        isolate(order?.lines.find(({ id }) => id === lineId)?.name ?? lineId),
      );
      return names.length > 0
        ? note({ icon: 'warning', tone: 'warning', text: words.missingLines(format.list(names)) })
        : nothing;
    }
    switch (step) {
      case 'sending':
        return note({
          icon: spinner,
          text: kind === 'retract' ? words.takingBack : messages.progress.sending,
        });
      case 'settling':
        return note({ icon: spinner, text: messages.progress.unconfirmed });
      case 'unconfirmed':
        return note({
          ...{ icon: 'hourglass', lead: messages.progress.unconfirmed },
          text: operation.cannotCheck ? words.cannotCheckText : messages.progress.unconfirmedText,
          actions: html`${this.#actions.check(operation, context)}${
            operation.cannotCheck
              ? this.#actions.contact({ about: 'unconfirmed' }, context)
              : nothing
          }`,
        });
      case 'not-received':
        return note({ icon: 'warning', tone: 'warning', text: words.retractNotReceived });
      case 'refused': {
        const { code, detail, blocks } = operation.failure;
        const isLate = blocks?.some((block) => block.code === 'already-canceled');
        const text = detail ?? (isLate ? words.retractTooLate : messages.failures[code]);
        return note({ icon: 'warning', tone: 'warning', text });
      }
      default:
        return nothing;
    }
  }

  /** The receipt, and where to go from here. */
  #whatNext(cancellation: Cancellation, context: DetailsContext) {
    if (!isDone(cancellation) || !context.order) return nothing;
    const { messages, more, order } = context;
    const shoppingUrl = pageUrl(this.#host.shoppingUrl, 'shopping-url');
    const purchasesUrl = pageUrl(this.#host.purchasesUrl, 'purchases-url');
    const isOpen = cancellation.id === this.#open.of;
    const toggle = (): void => {
      this.#open.of = isOpen ? undefined : cancellation.id;
      this.#host.requestUpdate();
    };
    return html`<button
        type="button"
        class="button button-small"
        part="button button-small"
        aria-label=${nameOf(messages.viewReceipt, context) ?? nothing}
        aria-expanded=${isOpen}
        @click=${toggle}
      >
        <span class="label">${icon('receipt')}<span>${messages.viewReceipt}</span></span>
      </button>
      ${this.#print(cancellation, order, context)}
      ${
        shoppingUrl
          ? html`<a class="button button-small" part="button button-small" href=${shoppingUrl}
              ><span class="label">${more.shopping}</span></a
            >`
          : nothing
      }
      ${
        purchasesUrl
          ? html`<a class="link" part="link" href=${purchasesUrl}>${more.purchases}</a>`
          : nothing
      }`;
  }

  #print(cancellation: Cancellation, order: Order, context: DetailsContext) {
    const print = (): void => void printReceipt(this.#sheet(cancellation, order, context));
    return html`<button
      type="button"
      class="button button-small"
      part="button button-small"
      aria-label=${nameOf(context.more.print, context) ?? nothing}
      @click=${print}
    >
      <span class="label">${moreIcon('print')}<span>${context.more.print}</span></span>
    </button>`;
  }

  #receipt(cancellation: Cancellation, order: Order, context: DetailsContext) {
    const { more } = context;
    const download = (): void => downloadReceipt(this.#sheet(cancellation, order, context));
    return html`<div class="status-receipt">
      ${receipt({ order, cancellation }, context)}
      <div class="actions">
        <button
          type="button"
          class="button button-small"
          part="button button-small"
          aria-label=${nameOf(more.download, context) ?? nothing}
          @click=${download}
        >
          <span class="label">${moreIcon('download')}<span>${more.download}</span></span>
        </button>
        ${copyControl({
          ...{ key: cancellation.id, label: more.copy, name: nameOf(more.copy, context) },
          text: () => receiptText(this.#sheet(cancellation, order, context)),
          ...{ controller: this.#copies, words: more },
        })}
      </div>
    </div>`;
  }

  #sheet(cancellation: Cancellation, order: Order, context: DetailsContext) {
    return {
      title: `${context.more.receipt.title} ${order.number}`,
      locale: this.#flow.format.locale,
      direction: getComputedStyle(this.#host).direction as 'ltr' | 'rtl',
      content: receipt({ order, cancellation }, context),
    };
  }
}

const ownStyles = css`
  .status-footer:not(:has(*)) {
    display: none;
  }
  .result-title {
    margin-block-end: var(--_3);
  }
  .status-receipt {
    display: grid;
    gap: var(--_3);
  }
  @container host (inline-size < 420px) {
    .status-footer > :is(.button, .link, p) {
      flex: 1 1 100%;
      justify-content: center;
    }
    .status-footer > .button-small {
      flex: 1 1 8em;
    }
    .status-footer > .link {
      min-block-size: 36px;
    }
  }
`;

export const detailStyles: readonly CSSResult[] = [
  ...[cardStyles, amountsStyles, statusBadgeStyles, orderLinesStyles, timelineStyles],
  ...[refundLineStyles, receiptStyles, noticeStyles, copyControlStyles, ownStyles],
];
