import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '../../messages/en-forms.js';
import type { Order } from '../../model/order.js';
import type { WithdrawalAcknowledgement } from '../../model/withdrawal.js';
import { fact, lineTable } from './receipt.js';
import type { DetailContext } from './view-context.js';
import { zoneTime } from './zone-time.js';

export interface WithdrawalReceiptOptions {
  readonly acknowledgement: WithdrawalAcknowledgement;
  /** Where it is known: what its items are called, and came to. */
  readonly order?: Order | undefined;
}

export interface WithdrawalReceiptContext extends DetailContext {
  readonly words: FormMessages['withdrawal'];
}

/** On paper: what the shop says that it has received, when, in which zone. */
export function withdrawalReceipt(
  options: WithdrawalReceiptOptions,
  context: WithdrawalReceiptContext,
): TemplateResult {
  const { acknowledgement, order } = options;
  const { words, messages, more, format, now } = context;
  const { scope } = acknowledgement.statement;
  const isOfLines = typeof scope === 'object' && 'lines' in scope;
  return html`<article class="receipt" part="receipt">
    <header class="receipt-header">
      <div>
        <h2 class="receipt-title" part="receipt-title">${words.receiptTitle}</h2>
        ${order ? html`<p>${messages.order(order.number)}</p>` : nothing}
      </div>
    </header>
    ${acknowledgementFacts(options, context)}
    ${order ? lineTable(order, { lines: isOfLines ? scope.lines : 'all' }, context) : nothing}
    <p class="fine">${more.receipt.printed(format.dateTime(new Date(now).toISOString()))}</p>
  </article>`;
}

/** What was received, word for word as the shop has it. */
export function acknowledgementFacts(
  { acknowledgement, order }: WithdrawalReceiptOptions,
  { words, messages, format }: WithdrawalReceiptContext,
): TemplateResult {
  const { receivedAt, timeZone, reference, id, statement, sentTo, late } = acknowledgement;
  const { facts } = words;
  return html`<dl class="facts">
    ${fact(facts.received, zoneTime(receivedAt, timeZone, format.locale))}
    ${fact(facts.reference, reference ?? id)} ${late ? fact(facts.note, words.late) : nothing}
    ${fact(facts.name, statement.name)} ${fact(facts.contract, statement.contract)}
    ${fact(facts.contact, statement.contact.value)}
    ${fact(facts.scope, scopeText(statement.scope, order, { words, format }))}
    ${fact(facts.statement, messages.quoted(statement.statement))}
    ${sentTo ? fact(facts.copy, sentTo) : nothing}
  </dl>`;
}

function scopeText(
  scope: WithdrawalAcknowledgement['statement']['scope'],
  order: Order | undefined,
  { words, format }: Pick<WithdrawalReceiptContext, 'words' | 'format'>,
): string {
  if (scope === 'all') return words.whole;
  if ('text' in scope) return scope.text;
  return withdrawnItems(scope.lines, order, { words, format });
}

/** "2 × Linen shirt, Blue and 1 × Mug" */
export function withdrawnItems(
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
  order: Order | undefined,
  { words, format }: Pick<WithdrawalReceiptContext, 'words' | 'format'>,
): string {
  return format.list(
    lines.map(({ lineId, quantity }) => {
      const line = order?.lines.find(({ id }) => id === lineId);
      const name = line?.variant ? line.name + format.comma + line.variant : (line?.name ?? lineId);
      return words.item(format.quantity(quantity, line?.unit), name);
    }),
  );
}
