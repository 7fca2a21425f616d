import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Dialog } from '../../flow/flow-state.js';
import type { Order } from '../../model/order.js';
import { openQuantity } from '../../model/order-rules.js';
import type { CancellationPreview } from '../../model/preview.js';
import { orderLines } from '../../ui/views/order-lines.js';
import { note } from '../../ui/views/notice.js';
import { consequences, consequencesPending } from '../../ui/views/preview.js';
import { isolate, nameFor, processingText } from '../../ui/views/words.js';
import { chosenLines, countItems, type DialogContext, type DialogFrame } from './dialog-context.js';
import { button } from './dialog-frame.js';
import { assurances, reasonFields } from './form-view.js';
import { hasChoice, selectionView } from './selection-view.js';

type Review = Extract<Dialog, { step: 'reviewing' | 'checking' }>;

/** The shop has none: that is said, and canceling stays possible. */
const UNKNOWN: CancellationPreview = { exact: false, refund: 'unknown', benefits: [] };

/** The question: what is canceled, what comes back, and two answers that weigh the same. */
export function reviewView(dialog: Review, order: Order, context: DialogContext): DialogFrame {
  const { messages, more, draft, number, actions, format } = context;
  const words = more.dialog;
  const isChoosing = hasChoice(order);
  const isChecking = dialog.step === 'checking';
  const lines = draft?.lines ?? 'all';
  const count = countItems(chosenLines(lines, order), order);
  const all = countItems(chosenLines('all', order), order);
  const isPartial = lines !== 'all' && count < all;
  const preview = dialog.preview.step === 'ready' ? dialog.preview.value : undefined;
  // What stands below the figures comes with them; what stands below the fields is made anew when they come.
  const isAwaited = dialog.preview.step === 'loading' && !dialog.preview.last;
  const time = processingText(preview?.processing ?? order.processing, context);
  const total = order.currentTotal ?? order.total;
  const items = count > 0 ? messages.cancelItems(count) : words.cancelChosen;
  const subtitle = [
    order.placedAt && messages.placed(format.date(order.placedAt)),
    all > 0 && messages.items(all),
    total && isolate(format.money(total)),
  ].filter(Boolean);

  const fields = html`${reasonFields(dialog.reasons, context)}`;
  const outcome = count > 0 || !isChoosing ? previewSection(dialog, context) : nothing;
  const facts = html`${assurances(context)}${
    order.eligibility !== 'ask' && order.eligibility.mode === 'immediate'
      ? note({ icon: 'info', tone: 'plain', text: words.immediate })
      : nothing
  }${isPartial && time ? note({ icon: 'clock', tone: 'plain', text: time }) : nothing}`;

  return {
    title: isChoosing ? words.titleChoose(number) : words.title(number),
    subtitle: subtitle.join(' · '),
    isWide: isChoosing,
    isQuestion: !isChoosing,
    keeps: true,
    body: html`${noticeOf(dialog, context)}${
      isChoosing
        ? html`<div class="dialog-column">${selectionView(order, context)}${fields}${facts}</div>
            ${outcome}`
        : html`${wholeOrder(order, all, context)}${fields}${keyed(
            dialog.reasons.step,
            html`${outcome}${isAwaited ? nothing : facts}`,
          )}`
    }`,
    footerNote: isChecking
      ? words.checking
      : isPartial
        ? words.stays(Math.max(0, all - count))
        : (time ?? nothing),
    actions: [
      button({ label: more.keepOrder, onClick: actions.close }),
      button({
        ...(isPartial
          ? { label: items, name: nameFor(items, number, context) }
          : { label: messages.cancelOrder(number) }),
        onClick: actions.confirm,
        weight: 'button-danger',
        isBusy: isChecking,
      }),
    ],
  };
}

function wholeOrder(order: Order, count: number, context: DialogContext): TemplateResult {
  const words = context.more.dialog;
  const lines = order.lines.filter((line) => openQuantity(line) !== 0);
  const isWholeOnly =
    order.linesComplete === false ||
    (lines.length > 1 && order.eligibility !== 'ask' && order.eligibility.scope === 'order');
  return html`<section class="section" part="section">
    ${
      count > 0
        ? html`<h3 class="section-title" part="section-title">${words.canceling(count)}</h3>`
        : nothing
    }
    ${orderLines({ lines }, context)}
    ${isWholeOnly ? html`<p class="fine">${words.wholeOnly}</p>` : nothing}
  </section>`;
}

function previewSection({ preview }: Review, context: DialogContext): TemplateResult {
  switch (preview.step) {
    case 'off':
      return consequences(UNKNOWN, context);
    case 'ready':
      return consequences(preview.value, context);
    case 'failed':
      return consequencesPending('failed', context);
    case 'loading':
      return preview.last
        ? html`<div class="outdated" aria-busy="true">
            ${consequences(preview.last, context)}
            <p class="fine">${context.more.preview.outdated}</p>
          </div>`
        : consequencesPending('loading', context);
  }
}

function noticeOf(dialog: Review, { more, messages, state, actions }: DialogContext) {
  const notice = dialog.step === 'reviewing' ? dialog.notice : undefined;
  const words = more.dialog;
  const warn = (text: string, mark: 'warning' | 'offline' | 'lock', act?: TemplateResult) =>
    html`<div class="notice">
      ${note({ icon: mark, tone: 'warning', text, ...(act && { actions: act }) })}
    </div>`;
  switch (notice) {
    case undefined:
      return nothing;
    case 'order-changed':
      return warn(words.orderChanged, 'warning');
    case 'stopped':
      return warn(words.stopped, 'warning');
    case 'offline':
      return state.connection === 'offline' ? warn(words.offline, 'offline') : nothing;
    case 'signed-out':
      return state.session === 'signed-out'
        ? warn(
            words.signedOut,
            'lock',
            button({ label: messages.signIn, onClick: actions.signIn, weight: 'button-small' }),
          )
        : nothing;
  }
}
