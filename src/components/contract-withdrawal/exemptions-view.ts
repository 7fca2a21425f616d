import { html, nothing, type TemplateResult } from 'lit';
import type { WithdrawalRight } from '../../model/withdrawal.js';
import { rightOf, type WithdrawalContext } from './withdrawal-context.js';

type Exemption = NonNullable<WithdrawalRight['exemptions']>[number];

/** Items that the shop says are not covered, and why. Nothing is hidden because of them: the shop may be wrong. */
export function exemptionsList(context: WithdrawalContext): TemplateResult | typeof nothing {
  const { words, order } = context;
  const exemptions = rightOf(context)?.exemptions ?? [];
  if (exemptions.length === 0) return nothing;
  return html`<div class="exemptions small" part="exemptions">
    <p>${words.exemptTitle}</p>
    <ul>
      ${exemptions.map((one) => {
        const line = order?.lines.find(({ id }) => id === one.lineId);
        return html`<li part="exemption">
          <bdi>${line?.name ?? words.exemptOrder}</bdi>: ${exemptionText(one, context)}
        </li>`;
      })}
    </ul>
    <p>${words.exemptUnsure}</p>
  </div>`;
}

/** The code's words, and the shop's own beside them. */
export function exemptionText(
  { code, message }: Exemption,
  { words, messages }: WithdrawalContext,
): string {
  const known = Object.hasOwn(words.exemptions, code)
    ? words.exemptions[code as keyof typeof words.exemptions]
    : `${words.exemptions.other} (${code})`;
  return message ? `${known}. ${messages.quoted(message)}` : known;
}
