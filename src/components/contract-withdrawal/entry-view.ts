import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../ui/icons.js';
import { withdrawControl } from './bare-view.js';
import { actionControl } from '../../ui/views/remedy-actions.js';
import { note } from '../../ui/views/notice.js';
import { acknowledgementActions, acknowledgementSheet } from './acknowledgement-view.js';
import { exemptionsList } from './exemptions-view.js';
import { receivedOf, rightOf, type WithdrawalContext } from './withdrawal-context.js';
import type { ViewMemory, WithdrawalHandlers } from './withdrawal-handlers.js';
import { zoneTime } from '../../ui/views/zone-time.js';

/** Step one: the control with the statutory label, and what the shop says about the right. */
export function entryView(
  context: WithdrawalContext,
  memory: ViewMemory,
  on: WithdrawalHandlers,
): TemplateResult {
  const { words, labels } = context;
  const right = rightOf(context);
  const isOpen = right?.applies !== 'no';
  return html`<div class="still" part="entry">
      <div>
        <div class="title" part="entry-title" role="heading" aria-level=${memory.headingLevel}>
          ${words.title}
        </div>
        ${isOpen ? html`<p class="small">${words.intro} ${untilText(context)}</p>` : nothing}
        ${
          right?.message
            ? html`<p class="small" dir="auto">${context.messages.quoted(right.message)}</p>`
            : nothing
        }
        ${exemptionsList(context)}
      </div>
      ${isOpen ? withdrawControl(labels.withdraw, memory.canDeclare ? undefined : memory.contactHref, on.open) : nothing}
    </div>
    ${memory.canDeclare ? nothing : noWay(context, memory, on)} ${earlier(context, memory, on)}`;
}

/** Nothing but what the shop says: the period may end later than it knows. */
function untilText(context: WithdrawalContext): string {
  const { words, order, format, now } = context;
  const until = rightOf(context)?.until;
  if (until === undefined || !order) return '';
  return words.untilFor(order.number, format.moment(until, now));
}

function noWay(
  { words, messages }: WithdrawalContext,
  { contactHref }: ViewMemory,
  { contact }: WithdrawalHandlers,
): TemplateResult {
  return note({
    icon: 'warning',
    tone: 'warning',
    lead: words.noWay,
    text: words.noWayText,
    actions: html`${actionControl({
      label: messages.contact,
      weight: 'button-small',
      icon: 'mail',
      onClick: contact,
      ...(contactHref && { href: contactHref }),
    })}`,
  });
}

/** What was declared before, with its receipt. Another declaration stays possible. */
function earlier(
  context: WithdrawalContext,
  memory: ViewMemory,
  on: WithdrawalHandlers,
): TemplateResult | typeof nothing {
  const { words, format } = context;
  const received = receivedOf(context);
  if (received.length === 0) return nothing;
  return html`<ul class="earlier" part="earlier" aria-label=${words.earlier}>
    ${received.map((acknowledgement) => {
      const { id, receivedAt, timeZone, reference = id } = acknowledgement;
      const isOpen = memory.receiptId === id;
      return html`<li class="card" part="card">
        <p>
          ${words.receivedOn(zoneTime(receivedAt, timeZone, format.locale))} ·
          <bdi class="money">${reference}</bdi>
        </p>
        <div class="actions" part="actions">
          <button
            type="button"
            class="button button-small"
            part="button button-small"
            aria-expanded=${isOpen}
            @click=${() => on.toggleReceipt(id)}
          >
            <span class="label"
              >${icon('receipt')}<span
                >${isOpen ? words.hideReceipt : words.showReceipt}</span
              ></span
            >
          </button>
        </div>
        ${
          isOpen
            ? html`${acknowledgementSheet(acknowledgement, context)}
              ${acknowledgementActions(acknowledgement, context, memory, on)}`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}
