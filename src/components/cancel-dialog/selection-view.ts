import { html, nothing, type TemplateResult } from 'lit';
import type { LineSelection } from '../../model/cancellation.js';
import type { Block } from '../../model/eligibility.js';
import type { Order } from '../../model/order.js';
import { openQuantity, steadyQuantity } from '../../model/order-rules.js';
import { lineChoices, type LineChoice } from '../../model/selection-rules.js';
import { icon } from '../../ui/icons.js';
import { moreIcon } from '../../ui/icons-more.js';
import { lineDetail, thumb } from '../../ui/views/order-lines.js';
import { moneyText } from '../../ui/views/words.js';
import { chosenLines, type DialogContext } from './dialog-context.js';
import { fieldError } from '../../ui/views/field-error.js';

/** More than one answer to "which items": else the order is shown as a whole. */
export function hasChoice(order: Order): boolean {
  const choices = lineChoices(order);
  const open = choices.filter(({ max }) => max > 0);
  return open.length > 0 && (choices.length > 1 || open.some(hasStepper));
}

/** Items to tick, with quantities; what cannot be chosen stays in reach and says why. */
export function selectionView(order: Order, context: DialogContext): TemplateResult {
  const { more, draft, actions, form } = context;
  const words = more.dialog;
  const choices = lineChoices(order);
  const chosen = chosenLines(draft?.lines ?? 'all', order);
  const quantities = new Map(chosen.map(({ lineId, quantity }) => [lineId, quantity]));
  const open = choices.filter(({ max }) => max > 0);
  const isAll = open.every(({ line, max }) => (quantities.get(line.id) ?? 0) >= max);
  const selectAll = (): void =>
    actions.edit({
      lines: isAll ? [] : open.map(({ line, max }) => ({ lineId: line.id, quantity: max })),
    });
  const change = (choice: LineChoice, quantity: number): void =>
    actions.edit({ lines: changed(chosen, choice, quantity, order) });
  const firstOfBundle = new Set<string>();

  return html`<section class="section" part="section">
    <h3 class="section-title" part="section-title" id="items">
      ${words.itemsTitle}
      ${
        open.length > 1
          ? html`<button
              type="button"
              class="button button-quiet button-small"
              part="button button-quiet button-small"
              @click=${selectAll}
            >
              <span class="label"><span>${isAll ? words.selectNone : words.selectAll}</span></span>
            </button>`
          : nothing
      }
    </h3>
    <ul class="choices" part="choices" aria-labelledby="items">
      ${choices.map((choice, index) => {
        const { bundleId } = choice.line;
        const isBundled =
          bundleId !== undefined &&
          choices.filter(({ line }) => line.bundleId === bundleId).length > 1;
        const tellsBundle = isBundled && !firstOfBundle.has(bundleId);
        if (tellsBundle) firstOfBundle.add(bundleId);
        return choiceLine(
          { choice, index, quantity: quantities.get(choice.line.id) ?? 0, tellsBundle },
          change,
          context,
        );
      })}
    </ul>
    ${fieldError('lines', form.errors.lines)}
  </section>`;
}

interface ChoiceRow {
  readonly choice: LineChoice;
  readonly index: number;
  readonly quantity: number;
  readonly tellsBundle: boolean;
}

function choiceLine(
  { choice, index, quantity, tellsBundle }: ChoiceRow,
  change: (choice: LineChoice, quantity: number) => void,
  context: DialogContext,
): TemplateResult {
  const { line, max } = choice;
  const { more, form } = context;
  const isBlocked = max === 0;
  const reason = isBlocked
    ? blockedText(choice, context)
    : tellsBundle
      ? more.dialog.bundle
      : undefined;
  const withStepper = hasStepper(choice) && quantity > 0;
  const look = isBlocked ? 'choice-line choice-blocked' : 'choice-line';
  const described = [reason && `why-${index}`, !isBlocked && form.errors.lines && 'lines-error'];
  const toggle = (event: Event): void => {
    if (isBlocked) return event.preventDefault();
    change(choice, quantity > 0 ? 0 : max);
  };
  return html`<li class=${look} part=${look}>
    <input
      class="check"
      part="check"
      type="checkbox"
      id="choice-${index}"
      data-field=${isBlocked ? nothing : 'lines'}
      .checked=${quantity > 0}
      aria-disabled=${isBlocked ? 'true' : nothing}
      aria-describedby=${described.filter(Boolean).join(' ') || nothing}
      @click=${toggle}
    />${thumb(line)}
    <label class="line-body" for="choice-${index}">
      <span class="line-name" part="line-name" id="name-${index}"
        ><bdi lang=${line.lang ?? nothing}>${line.name}</bdi></span
      >
      <span class="line-detail" part="line-detail">${detail(choice, context)}</span>
    </label>
    ${
      withStepper
        ? stepper({ choice, index, quantity, tellsBundle }, change, context)
        : html`<p class="line-amount" part="line-amount">${moneyText(line.total, context)}</p>`
    }
    ${
      reason
        ? html`<p class="choice-reason" part="choice-reason" id="why-${index}">
            ${icon(isBlocked ? 'lock' : 'info')}
            <span>${reason}${isBlocked ? help(choice.blocks[0], context) : nothing}</span>
          </p>`
        : nothing
    }
  </li>`;
}

function stepper(
  { choice, index, quantity }: ChoiceRow,
  change: (choice: LineChoice, quantity: number) => void,
  { more, format }: DialogContext,
): TemplateResult {
  const { line, max, step } = choice;
  const words = more.dialog;
  const control = (name: 'less' | 'more', next: number, isEnd: boolean): TemplateResult =>
    html`<button
      type="button"
      class="icon-button"
      part="stepper-button"
      id="${name}-${index}"
      aria-label=${words[name]}
      aria-labelledby="${name}-${index} name-${index}"
      aria-disabled=${isEnd ? 'true' : nothing}
      @click=${() => isEnd || change(choice, steadyQuantity(next))}
    >
      ${name === 'less' ? icon('minus') : moreIcon('plus')}
    </button>`;
  return html`<div
    class="stepper"
    part="stepper"
    role="group"
    aria-label=${words.quantityFor(line.name)}
  >
    ${control('less', quantity - step, quantity <= step)}<output part="quantity"
      >${words.quantityOf(format.quantity(quantity), format.quantity(max, line.unit))}</output
    >${control('more', Math.min(max, quantity + step), quantity >= max)}
  </div>`;
}

function hasStepper({ whole, max, step }: LineChoice): boolean {
  return !whole && max > step;
}

/** The selection after one line's change; a bundle goes together. */
function changed(
  chosen: readonly LineSelection[],
  { line }: LineChoice,
  quantity: number,
  order: Order,
): readonly LineSelection[] {
  const together = new Set(
    line.bundleId === undefined
      ? [line.id]
      : order.lines.filter(({ bundleId }) => bundleId === line.bundleId).map(({ id }) => id),
  );
  const rest = chosen.filter(({ lineId }) => !together.has(lineId));
  return quantity > 0 ? [...rest, { lineId: line.id, quantity }] : rest;
}

function detail(choice: LineChoice, context: DialogContext): TemplateResult {
  const { line } = choice;
  if (!hasStepper(choice) || !line.unitPrice) return lineDetail(line, context);
  const each = context.more.dialog.each(context.format.money(line.unitPrice));
  return html`${line.variant ? html`<bdi>${line.variant}</bdi>${' · '}` : nothing}${each}`;
}

function blockedText({ line, blocks }: LineChoice, { messages }: DialogContext): string {
  const [block] = blocks;
  if (block) return block.message ?? `${messages.blocks[block.code]}.`;
  return openQuantity(line) === 0 ? messages.progress.lines.canceled : messages.blocks.unknown;
}

function help(block: Block | undefined, { messages, actions }: DialogContext) {
  if (!block?.remedy || block.remedy === 'none' || block.remedy === 'wait') return nothing;
  const label = messages.remedies[block.remedy];
  if (block.url) {
    return html`${' '}<a class="link" part="link" href=${block.url} target="_blank" rel="noopener"
        >${label}</a
      >`;
  }
  if (block.remedy !== 'contact-support') return nothing;
  const contact = (event: Event): void => actions.contact(block.code, event);
  return html`${' '}<button type="button" class="link" part="link" @click=${contact}>
      ${label}
    </button>`;
}
