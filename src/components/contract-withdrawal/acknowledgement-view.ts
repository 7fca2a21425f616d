import { html, nothing, type TemplateResult } from 'lit';
import type { WithdrawalAcknowledgement } from '../../model/withdrawal.js';
import { icon } from '../../ui/icons.js';
import { moreIcon, type MoreIconName } from '../../ui/icons-more.js';
import { copyControl } from '../../ui/views/copy-control.js';
import { acknowledgementFacts } from '../../ui/views/withdrawal-receipt.js';
import { isolate } from '../../ui/views/words.js';
import type { WithdrawalContext } from './withdrawal-context.js';
import type { ViewMemory, WithdrawalHandlers } from './withdrawal-handlers.js';

/** Received: what, when, in which zone, and where the durable copy goes. Whether the shop agrees is another story. */
export function acknowledgementView(
  acknowledgement: WithdrawalAcknowledgement,
  context: WithdrawalContext,
  memory: ViewMemory,
  on: WithdrawalHandlers,
): TemplateResult {
  const { words } = context;
  return html`<section class="card" part="card">
    <div class="answer tone-success" part="answer">
      <span class="mark">${icon('check')}</span>
      <div class="answer-text">
        <div
          class="card-title"
          part="card-title"
          role="heading"
          aria-level=${memory.headingLevel}
          tabindex="-1"
        >
          ${words.receivedTitle}
        </div>
        <p>${copyText(acknowledgement, context)}</p>
      </div>
    </div>
    ${acknowledgementSheet(acknowledgement, context)}
    ${acknowledgementActions(acknowledgement, context, memory, on)}
    <div class="actions" part="actions">
      <button type="button" class="link" part="link" @click=${on.restart}>${words.another}</button>
      <button type="button" class="link" part="link" @click=${on.close}>
        ${context.more.close}
      </button>
    </div>
  </section>`;
}

function copyText({ sentTo }: WithdrawalAcknowledgement, { words }: WithdrawalContext): string {
  return sentTo ? words.sentTo(isolate(sentTo)) : words.sentNowhere;
}

/** Its facts, word for word as the shop has them. */
export function acknowledgementSheet(
  acknowledgement: WithdrawalAcknowledgement,
  context: WithdrawalContext,
): TemplateResult {
  return acknowledgementFacts({ acknowledgement, order: context.order }, context);
}

/** To print, to keep, to copy; and the shop's own document, where there is one. */
export function acknowledgementActions(
  acknowledgement: WithdrawalAcknowledgement,
  context: WithdrawalContext,
  { copies }: ViewMemory,
  on: WithdrawalHandlers,
): TemplateResult {
  const { more, words } = context;
  const { id, documentUrl } = acknowledgement;
  return html`<div class="actions" part="actions">
    ${small(more.print, 'print', () => on.print(acknowledgement))}
    ${small(more.download, 'download', () => on.download(acknowledgement))}
    ${copyControl({
      key: `receipt ${id}`,
      label: more.copy,
      text: () => on.textOf(acknowledgement),
      controller: copies,
      words: more,
    })}
    ${
      documentUrl
        ? html`<a class="link" part="link" href=${documentUrl} target="_blank" rel="noopener"
            >${words.document} <span class="visually-hidden">${more.opensNew}</span></a
          >`
        : nothing
    }
  </div>`;
}

function small(label: string, mark: MoreIconName, press: () => void): TemplateResult {
  return html`<button
    type="button"
    class="button button-small"
    part="button button-small"
    @click=${press}
  >
    <span class="label">${moreIcon(mark)}<span>${label}</span></span>
  </button>`;
}
