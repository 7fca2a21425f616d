import { html, nothing, type TemplateResult } from 'lit';
import { isConfirmation } from '../../flow/lookup-state.js';
import { selectOrder } from '../../flow/selectors.js';
import type { CancellationProof } from '../../flow/storefront-adapter.js';
import type { Order } from '../../model/order.js';
import { cardTitle, formAnswer, formButton } from '../../ui/views/form-fields.js';
import { note } from '../../ui/views/notice.js';
import { actionControl } from '../../ui/views/remedy-actions.js';
import { countItems } from '../../ui/views/order-lines.js';
import { statusBadge } from '../../ui/views/status-badge.js';
import { timeText } from '../../ui/views/words.js';
import type { Drawn, LookupContext, Step } from './lookup-context.js';
import { failureNote, offlineNote } from './lookup-form.js';

/** The order is open, or a request is confirmed. */
export function foundView(
  { orderId, confirmed }: Step<'found'>,
  context: LookupContext,
): TemplateResult {
  const { words, level, state, fields, on } = context;
  const order = selectOrder(state, orderId ?? '');
  return html`${formAnswer({
      icon: 'check',
      tone: 'success',
      level,
      title: confirmed ? words.confirmedTitle : words.foundTitle(order?.number ?? orderId ?? ''),
      lines: confirmed ? [words.confirmedText] : [words.foundText],
    })}
    ${order ? facts(order, context) : nothing}
    <div class="actions" part="actions">
      ${
        order?.links?.details
          ? actionControl({ label: words.details, href: order.links.details })
          : nothing
      }
      ${fields.length > 0 ? formButton({ label: words.another, onClick: on.startOver }) : nothing}
    </div>`;
}

function facts(order: Order, context: LookupContext): TemplateResult {
  const { words, messages, format } = context;
  const { placedAt, lines } = order;
  return html`<dl class="facts" part="facts">
    ${placedAt ? fact(words.placed, timeText(placedAt, format.date(placedAt))) : nothing}
    ${fact(words.state, statusBadge(order, context))}
    ${lines.length > 0 ? fact(words.items, messages.items(countItems(lines))) : nothing}
  </dl>`;
}

function fact(name: string, value: string | TemplateResult): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** What a link carried: one button, and nothing before it is pressed. */
export function proofView(proof: CancellationProof, context: LookupContext): TemplateResult {
  const { words, level, slice, disabledBy, fields, on } = context;
  const isConfirming = isConfirmation(proof);
  const view = slice?.view;
  const isOver = view?.step === 'unproven' && isLinkOver(view);
  const label = isConfirming ? words.confirm : words.proofOpen;
  return html`<header class="card-header" part="card-header">
      ${cardTitle(isConfirming ? words.confirmTitle : words.proofTitle, level)}
      ${
        view?.step === 'unproven'
          ? nothing
          : html`<p class="muted">${isConfirming ? words.confirmText : words.proofText}</p>`
      }
    </header>
    ${view?.step === 'unproven' ? linkFailure(view, context) : nothing}
    <div class="actions" part="actions">
      ${
        isOver
          ? nothing
          : formButton({
              ...{ label, weight: 'button-primary', disabledBy },
              isBusy: view?.step === 'proving',
              onClick: () => on.open(proof),
            })
      }
      ${
        fields.length > 0 && view?.step !== 'proving'
          ? formButton({
              label: words.withoutLink,
              weight: isOver ? '' : 'button-quiet',
              onClick: on.withoutLink,
            })
          : nothing
      }
      ${isOver ? context.contact('button-quiet') : nothing}
    </div>
    ${offlineNote(context)}`;
}

/** Pressed once more it would be answered alike. */
function isLinkOver({ failure, unconfirmed }: Step<'unproven'>): boolean {
  const over = ['expired', 'invalid', 'not-found', 'forbidden', 'unauthenticated', 'unsupported'];
  return failure !== undefined && !unconfirmed && over.includes(failure.code);
}

function linkFailure(view: Step<'unproven'>, context: LookupContext): Drawn {
  const { words } = context;
  const { failure, unconfirmed } = view;
  if (!failure) return nothing;
  if (unconfirmed)
    return html`<div role="alert">
      ${note({ icon: 'warning', tone: 'warning', lead: words.unconfirmed, text: words.unconfirmedText })}
    </div>`;
  if (!isLinkOver(view)) return failureNote(view, context);
  const text = failure.detail ?? (failure.code === 'expired' ? words.linkOver : words.linkWrong);
  return html`<div role="alert">
    ${note({ icon: 'alert', tone: 'danger', text: html`<bdi>${text}</bdi>` })}
  </div>`;
}

/** The shop has no such way. */
export function notOfferedView({ words, level, contact }: LookupContext): TemplateResult {
  return html`<header class="card-header" part="card-header">
      ${cardTitle(words.notOffered, level)}
      <p class="muted">${words.notOfferedText}</p>
    </header>
    <div class="actions" part="actions">${contact()}</div>`;
}
