import { html, type TemplateResult } from 'lit';
import type { WithdrawalDeclaration } from '../../flow/withdrawal-state.js';
import { icon } from '../../ui/icons.js';
import { note } from '../../ui/views/notice.js';
import { fact } from '../../ui/views/receipt.js';
import { actionControl } from '../../ui/views/remedy-actions.js';
import { zoneTime } from '../../ui/views/zone-time.js';
import { copyControl } from '../../ui/views/copy-control.js';
import type { WithdrawalContext } from './withdrawal-context.js';
import type { ViewMemory, WithdrawalHandlers } from './withdrawal-handlers.js';

/** Sent, and no answer: the statement is kept, the way out is named, the time of the first attempt is shown. */
export function unconfirmedView(
  { sent, firstAt, failure }: WithdrawalDeclaration & { readonly step: 'unconfirmed' },
  context: WithdrawalContext,
  { contactHref, headingLevel, copies }: ViewMemory,
  on: WithdrawalHandlers,
): TemplateResult {
  const { words, messages, more, format } = context;
  const { statement } = sent;
  const first = firstAt ?? sent.at;
  const time = zoneTime(
    new Date(first.shop ?? first.wall).toISOString(),
    format.timeZone,
    format.locale,
  );
  const text = (): string =>
    [statement.statement, statement.name, statement.contact.value, `${words.firstSent}: ${time}`]
      .filter(Boolean)
      .join('\n');
  return html`<section class="card" part="card">
    <div
      class="card-title"
      part="card-title"
      role="heading"
      aria-level=${headingLevel}
      tabindex="-1"
    >
      ${words.unconfirmedTitle}
    </div>
    ${note({
      ...{
        icon: 'warning',
        tone: 'warning',
        lead: failure.detail ?? messages.failures[failure.code],
      },
      text: words.unconfirmedText,
      actions: html`<button
          type="button"
          class="button button-small"
          part="button button-small resend-action"
          @click=${on.resend}
        >
          <span class="label">${icon('retry')}<span>${words.sendAgain}</span></span></button
        >${copyControl({
          ...{ key: 'sent', label: words.copyStatement, text, controller: copies, words: more },
        })}<button
          type="button"
          class="button button-small"
          part="button button-small"
          @click=${on.change}
        >
          <span class="label">${words.change}</span></button
        >${actionControl({
          ...{ label: messages.contact, weight: 'button-small', icon: 'mail', onClick: on.contact },
          ...(contactHref && { href: contactHref }),
        })}`,
    })}
    <dl class="facts" part="facts">
      ${fact(words.firstSent, time)} ${fact(words.facts.name, statement.name)}
      ${fact(words.facts.contact, statement.contact.value)}
      ${fact(words.facts.statement, messages.quoted(statement.statement))}
    </dl>
  </section>`;
}
