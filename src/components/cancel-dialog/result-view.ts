import { html, nothing, type TemplateResult } from 'lit';
import { canRetract } from '../../flow/selectors.js';
import type { Operation } from '../../flow/flow-state.js';
import type { Cancellation } from '../../model/cancellation.js';
import { isFinalCancellation } from '../../model/order-rules.js';
import { icon } from '../../ui/icons.js';
import { moreIcon } from '../../ui/icons-more.js';
import { cancellationStory } from '../../ui/views/cancellation-story.js';
import { copyControl } from '../../ui/views/copy-control.js';
import { note } from '../../ui/views/notice.js';
import { orderLines } from '../../ui/views/order-lines.js';
import { fact } from '../../ui/views/receipt.js';
import { refundOf } from '../../ui/views/refund-story.js';
import { remedyActions } from '../../ui/views/remedy-actions.js';
import { storyBody } from '../../ui/views/request-progress.js';
import { moneyText } from '../../ui/views/words.js';
import { contactControl } from './before-view.js';
import { itemsText, type DialogContext, type DialogFrame } from './dialog-context.js';
import { answer, button } from './dialog-frame.js';

/** The shop has it: what it said, in place. Several sellers answer one by one. */
export function resultView(
  cancellations: readonly Cancellation[],
  operation: Operation | undefined,
  context: DialogContext,
): DialogFrame {
  const { messages, more, number, order, settings, actions } = context;
  const [first] = cancellations;
  const purchases = settings.purchasesUrl ?? order?.links?.details;
  const missing = operation?.step === 'received' ? operation.missing : undefined;
  return {
    title: titleOf(cancellations, operation, context),
    subtitle: messages.order(number),
    body: html`${
      cancellations.length > 1
        ? sellersList(cancellations, context)
        : first
          ? single(first, operation, context)
          : withoutRequest(operation, context)
    }${
      missing?.length
        ? note({
            icon: 'warning',
            tone: 'warning',
            text: more.dialog.missingLines(itemsText(missing, order, context) ?? ''),
          })
        : nothing
    }${cancellations.length > 0 ? resultActions(cancellations, context) : nothing}`,
    footerNote: purchases
      ? html`<a class="link" part="link" href=${purchases}>${more.purchases}</a>`
      : nothing,
    actions: [
      settings.shoppingUrl
        ? html`<a class="button" part="button" href=${settings.shoppingUrl}
            ><span class="label"><span>${more.shopping}</span></span></a
          >`
        : nothing,
      button({
        label: more.done,
        onClick: actions.close,
        // Where there is a remedy, that is the way forward.
        weight: isKept(cancellations) ? '' : 'button-primary',
      }),
    ],
  };
}

function titleOf(
  cancellations: readonly Cancellation[],
  operation: Operation | undefined,
  { messages, more, number }: DialogContext,
): string {
  const [first] = cancellations;
  const isLikely = operation?.step === 'received' && operation.evidence === 'order';
  if (isLikely && first && !isFinalCancellation(first.status))
    return more.dialog.likelyTitle(number);
  if (!first || cancellations.some(({ status }) => !isFinalCancellation(status))) {
    return more.dialog.receivedTitle;
  }
  const statuses = new Set(cancellations.map(({ status }) => status));
  if (statuses.size > 1) return more.status.orderPartly(number);
  switch (first.status) {
    case 'completed':
      return first.lines === 'all' || operation?.whole
        ? more.status.orderCanceled(number)
        : more.status.orderPartly(number);
    case 'partially-completed':
      return more.status.orderPartly(number);
    default:
      return messages.cancellation[first.status];
  }
}

/** One request, or one that stands for all. */
function single(
  cancellation: Cancellation,
  operation: Operation | undefined,
  context: DialogContext,
): TemplateResult {
  const { more, order } = context;
  const { status, lines, requestedAt: _told, ...rest } = cancellation;
  const isOpen = !isFinalCancellation(status);
  // When it was sent stands among the facts.
  const story = cancellationStory({ ...rest, status, lines }, context, order);
  const sentence = story.lead
    ? html`<strong><bdi class="money">${story.lead}</bdi></strong
        >${story.text?.startsWith('.') ? '' : ' '}${story.text}`
    : story.text;
  const isLikely = operation?.step === 'received' && operation.evidence === 'order';
  const outcomes = lines === 'all' ? [] : lines.filter(({ outcome }) => outcome !== undefined);
  const withOutcomes =
    status === 'partially-completed' && order !== undefined && outcomes.length > 0;
  return html`${answer({
    tone: isOpen ? 'success' : story.tone,
    icon: isOpen ? 'check' : story.icon,
    lines: [
      !isOpen && status !== 'declined' && status !== 'retracted' && story.heading,
      sentence,
      isOpen && (isLikely ? more.dialog.likelyText : more.dialog.receivedText),
    ].filter((line) => line !== false),
  })}
  ${
    withOutcomes
      ? html`<section class="section" part="section">
          <h3 class="section-title" part="section-title">${more.status.result}</h3>
          ${orderLines(
            {
              lines: order.lines.filter(({ id }) => outcomes.some(({ lineId }) => lineId === id)),
              outcomes: new Map(outcomes.map((line) => [line.lineId, line])),
            },
            context,
          )}
        </section>`
      : nothing
  }
  ${factList(cancellation, operation, context)}`;
}

function factList(
  cancellation: Cancellation,
  operation: Operation | undefined,
  context: DialogContext,
): TemplateResult {
  const { more, messages, order, format, now } = context;
  const { requestedAt, reference, retractableUntil, lines, status } = cancellation;
  const names = more.facts;
  const refund = refundOf(cancellation, order);
  const items = lines === 'all' ? (operation?.lines ?? []) : lines;
  const isOpen = status === 'requested' || status === 'processing';
  const money = refund.amount && format.money(refund.amount);
  const isRetractable =
    retractableUntil !== undefined && canRetract(context.state, cancellation, now);
  return html`<dl class="facts" part="facts">
    ${fact(names.request, reference)}
    ${fact(names.sent, requestedAt ? format.dateTime(requestedAt) : sentText(operation, context))}
    ${fact(names.items, itemsText(items, order, context))}
    ${fact(
      names.refund,
      isOpen
        ? money && more.dialog.refundOnce(money)
        : refund.amount
          ? moneyText(refund.amount, context)
          : messages.refund.status[refund.status],
    )}
    ${isRetractable ? fact(names.takeBack, more.dialog.possibleUntil(format.moment(retractableUntil, now))) : nothing}
  </dl>`;
}

/** The shop took it and has no request to show: what the page knows. */
function withoutRequest(operation: Operation | undefined, context: DialogContext): TemplateResult {
  const { more, order } = context;
  return html`${answer({ tone: 'success', icon: 'check', lines: [more.dialog.receivedText] })}
    <dl class="facts" part="facts">
      ${fact(more.facts.sent, sentText(operation, context))}
      ${fact(more.facts.items, itemsText(operation?.lines ?? [], order, context))}
    </dl>`;
}

function sentText(operation: Operation | undefined, { format }: DialogContext): string | undefined {
  return operation && format.dateTime(new Date(operation.sentAt.wall).toISOString());
}

function sellersList(
  cancellations: readonly Cancellation[],
  context: DialogContext,
): TemplateResult {
  const { order, more } = context;
  return html`<ul class="sellers" part="sellers">
      ${cancellations.map((cancellation) => {
        const { seller, lines } = cancellation;
        const story = cancellationStory(cancellation, context, order);
        return html`<li class="seller tone-${story.tone}" part="seller">
          ${seller ? html`<h3 class="seller-name" part="seller-name"><bdi>${seller.name}</bdi></h3>` : nothing}
          ${lines === 'all' ? nothing : html`<p class="muted small">${itemsText(lines, order, context)}</p>`}
          ${storyBody(story)} ${retractControl(cancellation, context)}
        </li>`;
      })}
    </ul>
    ${
      cancellations.some(({ status }) => !isFinalCancellation(status))
        ? html`<p class="fine">${more.dialog.receivedText}</p>`
        : nothing
    }`;
}

function resultActions(
  cancellations: readonly Cancellation[],
  context: DialogContext,
): TemplateResult {
  const { more, actions, order } = context;
  const [first] = cancellations;
  if (first && isKept(cancellations)) {
    const handlers = {
      contact: (event: Event) => actions.contact('declined', event),
      signIn: actions.signIn,
    };
    return html`<div class="actions" part="actions">
      ${
        first.decline?.remedy
          ? remedyActions(
              {
                offer: first.decline,
                handlers,
                weight: 'button-primary',
                ...(order?.links && { links: order.links }),
              },
              context,
            )
          : contactControl(context, 'declined')
      }
    </div>`;
  }
  const weight = 'button-small';
  return html`<div class="actions" part="actions">
    ${button({ label: more.print, onClick: () => actions.receipts.print(cancellations), weight, icon: moreIcon('print') })}
    ${button({ label: more.download, onClick: () => actions.receipts.download(cancellations), weight, icon: moreIcon('download') })}
    ${copyControl({
      ...{ key: 'receipt', label: more.copy, controller: actions.receipts.copies, words: more },
      text: () => actions.receipts.text(cancellations),
    })}
    ${cancellations.length === 1 && first ? retractControl(first, context) : nothing}
  </div>`;
}

function retractControl(cancellation: Cancellation, context: DialogContext) {
  const { messages, state, now, actions } = context;
  if (!canRetract(state, cancellation, now)) return nothing;
  return button({
    label: messages.takeBack,
    onClick: () => actions.retract(cancellation),
    weight: 'button-small',
    icon: icon('return'),
  });
}

/** The order goes on as placed. */
function isKept(cancellations: readonly Cancellation[]): boolean {
  return (
    cancellations.length > 0 &&
    cancellations.every(({ status }) => status === 'declined' || status === 'failed')
  );
}
