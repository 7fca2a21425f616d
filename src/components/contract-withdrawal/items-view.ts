import { html, nothing, type TemplateResult } from 'lit';
import type { LineSelection } from '../../model/cancellation.js';
import type { OrderLine } from '../../model/order.js';
import { icon } from '../../ui/icons.js';
import { exemptionText } from './exemptions-view.js';
import { fieldError } from '../../ui/views/field-error.js';
import {
  choosableLines,
  chosenLines,
  mostOf,
  rightOf,
  type WithdrawalContext,
} from './withdrawal-context.js';
import type { WithdrawalHandlers } from './withdrawal-handlers.js';

/** So many quantities are chosen from; beyond it, only all of a line. */
const mostChoices = 99;

/** The whole contract, or some of its items, where the shop takes a part. */
export function itemsView(
  error: string | undefined,
  context: WithdrawalContext,
  on: WithdrawalHandlers,
): TemplateResult | typeof nothing {
  const lines = choosableLines(context);
  const chosen = chosenLines(context);
  if (lines.length === 0 && !chosen) return nothing;
  const { words } = context;
  const radio = (label: string, checked: boolean, choose: () => void): TemplateResult =>
    html`<label class="choice" part="choice"
      ><input
        class="check"
        part="check"
        type="radio"
        name="scope"
        .checked=${checked}
        @change=${choose}
      /><span>${label}</span></label
    >`;
  return html`<fieldset
    class="field"
    part="field"
    aria-describedby=${error ? 'lines-error' : nothing}
  >
    <legend class="field-label" part="field-label">${words.scope}</legend>
    ${radio(words.whole, chosen === undefined, () => on.edit({ lines: 'all' }))}
    ${radio(words.some, chosen !== undefined, () => on.edit({ lines: chosen ?? [] }))}
    ${
      chosen
        ? html`<ul class="items" part="items">
            ${lines.map((line) => itemView(line, chosen, context, on))}
          </ul>`
        : nothing
    }
    ${fieldError('lines', error)}
  </fieldset>`;
}

function itemView(
  line: OrderLine,
  chosen: readonly LineSelection[],
  context: WithdrawalContext,
  on: WithdrawalHandlers,
): TemplateResult {
  const { format } = context;
  const { id, name, variant } = line;
  const known = chosen.find(({ lineId }) => lineId === id);
  const exemption = rightOf(context)?.exemptions?.find(({ lineId }) => lineId === id);
  const others = chosen.filter(({ lineId }) => lineId !== id);
  const toggle = ({ target }: Event): void => {
    const { checked } = target as HTMLInputElement;
    const lines = checked ? [...others, { lineId: id, quantity: mostOf(line) }] : others;
    on.edit({ lines });
  };
  return html`<li class="item" part="item">
    <label class="choice" part="choice"
      ><input
        class="check"
        part="check"
        type="checkbox"
        data-field=${context.order?.lines[0] === line ? 'lines' : nothing}
        .checked=${known !== undefined}
        @change=${toggle}
      /><span
        ><bdi>${name}</bdi>${variant ? html`${format.comma}<bdi>${variant}</bdi>` : nothing}
        ${
          exemption
            ? html`<span class="small muted item-exempt"
                >${exemptionText(exemption, context)}</span
              >`
            : nothing
        }</span
      ></label
    >
    ${known ? quantityView(line, known, others, context, on) : nothing}
  </li>`;
}

function quantityView(
  line: OrderLine,
  { quantity }: LineSelection,
  others: readonly LineSelection[],
  { words, format }: WithdrawalContext,
  on: WithdrawalHandlers,
): TemplateResult | typeof nothing {
  const most = mostOf(line);
  if (!Number.isInteger(most) || line.unit || most < 2 || most > mostChoices) return nothing;
  const choose = ({ target }: Event): void =>
    on.edit({
      lines: [
        ...others,
        { lineId: line.id, quantity: Number((target as HTMLSelectElement).value) },
      ],
    });
  return html`<div class="select quantity">
    <select class="input" part="input" aria-label=${words.quantityOf(line.name)} @change=${choose}>
      ${Array.from({ length: most }, (_, index) => index + 1).map(
        (count) =>
          html`<option value=${count} .selected=${count === quantity}>
            ${words.ofQuantity(format.quantity(count), format.quantity(most))}
          </option>`,
      )}</select
    >${icon('chevron')}
  </div>`;
}
