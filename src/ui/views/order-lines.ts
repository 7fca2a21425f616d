import { css, html, nothing, type TemplateResult } from 'lit';
import type { CancellationLine } from '../../model/cancellation.js';
import type { OrderLine } from '../../model/order.js';
import { icon } from '../icons.js';
import type { ViewContext } from './view-context.js';
import { moneyText } from './words.js';

export const orderLinesParts = {
  lines: 'The items of an order',
  line: 'One item; `line-canceled` when all of it is canceled',
  thumb: 'Its picture; `thumb-missing` where there is none',
  'line-name': 'Its name',
  'line-detail': 'Variant and quantity',
  'line-amount': 'What it cost',
  'line-outcome': 'What became of it in a cancellation',
} as const;

export type LineOutcome = Pick<CancellationLine, 'outcome' | 'message'>;

export interface OrderLinesOptions {
  readonly lines: readonly OrderLine[];
  /** What a cancellation made of a line, by the line's id. */
  readonly outcomes?: ReadonlyMap<string, LineOutcome>;
}

export function orderLines(
  { lines, outcomes }: OrderLinesOptions,
  context: ViewContext,
): TemplateResult {
  return html`<ul class="lines" part="lines">
    ${lines.map((line) => orderLine(line, context, outcomes?.get(line.id)))}
  </ul>`;
}

export function orderLine(
  line: OrderLine,
  context: ViewContext,
  outcome?: LineOutcome,
): TemplateResult {
  const { name, lang = nothing, url, quantity, canceled = 0 } = line;
  const isCanceled = quantity !== undefined && quantity > 0 && canceled >= quantity;
  const row = isCanceled ? 'line line-canceled' : 'line';
  return html`<li class=${row} part=${row}>
    ${thumb(line)}
    <div class="line-body">
      <p class="line-name" part="line-name">
        <bdi lang=${lang}>${url ? html`<a class="line-link" href=${url}>${name}</a>` : name}</bdi>
      </p>
      <p class="line-detail" part="line-detail">${lineDetail(line, context)}</p>
      ${lineOutcome(line, context, outcome)}
    </div>
    <p class="line-amount" part="line-amount">${moneyText(line.total, context)}</p>
  </li>`;
}

/** Pieces; what is sold by measure counts as one. */
export function countItems(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, { quantity = 1, unit }) => sum + (unit ? 1 : quantity), 0);
}

/** "Sand, M · Quantity 2". */
export function lineDetail(
  { variant, quantity, unit }: OrderLine,
  { format, messages }: Pick<ViewContext, 'format' | 'messages'>,
): TemplateResult {
  const amount = messages.quantity(format.quantity(quantity, unit));
  return html`${variant ? html`<bdi>${variant}</bdi>${' · '}` : nothing}<span class="line-quantity"
      >${amount}</span
    >`;
}

/** A picture that does not arrive leaves a drawn one in its place. */
export function thumb({ imageUrl }: Pick<OrderLine, 'imageUrl'>): TemplateResult {
  return imageUrl === undefined
    ? html`<span class="thumb thumb-missing" part="thumb thumb-missing">${icon('picture')}</span>`
    : html`<span class="thumb" part="thumb"
        >${icon('picture')}<img
          src=${imageUrl}
          alt=""
          loading="lazy"
          decoding="async"
          @error=${markPicture}
          @load=${markPicture}
      /></span>`;
}

function markPicture({ type, target }: Event): void {
  const box = (target as HTMLElement).parentElement;
  for (const names of [box?.classList, box?.part]) names?.toggle('thumb-missing', type === 'error');
}

function lineOutcome(
  { quantity, unit, canceled = 0 }: OrderLine,
  { format, messages }: ViewContext,
  { outcome, message }: LineOutcome = {},
): TemplateResult | typeof nothing {
  const words = messages.progress.lines;
  const tell = (
    state: 'pending' | 'canceled' | 'partly' | 'declined',
    text: string,
  ): TemplateResult =>
    html`<p class="line-outcome ${OUTCOMES[state][1]}" part="line-outcome line-outcome-${state}">
      ${icon(OUTCOMES[state][0])}<span
        >${text}${message ? html`: <bdi>${message}</bdi>` : nothing}</span
      >
    </p>`;
  const isPart = quantity !== undefined && canceled > 0 && canceled < quantity;
  // A shop that declines some of a line has canceled the rest of it.
  if (outcome === 'pending' || (outcome === 'declined' && !isPart))
    return tell(outcome, words[outcome]);
  if (canceled <= 0) return outcome ? tell('canceled', words.canceled) : nothing;
  return isPart
    ? tell(
        'partly',
        messages.someCanceled(format.quantity(canceled), format.quantity(quantity, unit)),
      )
    : tell('canceled', words.canceled);
}

const OUTCOMES = {
  pending: ['hourglass', ''],
  canceled: ['cross-circle', ''],
  partly: ['half-circle', ''],
  declined: ['lock', 'tone-warning'],
} as const;

export const orderLinesStyles = css`
  .lines {
    display: grid;
    gap: var(--_4);
  }
  .line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--_4);
    align-items: start;
  }
  .thumb {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    overflow: hidden;
    border-radius: var(--_radius-control);
    background: color-mix(in srgb, currentColor 6%, transparent);
  }
  .thumb > * {
    grid-area: 1 / 1;
  }
  .thumb > img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .thumb:not(.thumb-missing) > .icon {
    display: none;
  }
  /* Not display: a picture that is loaded lazily would then never be tried again. */
  .thumb-missing > img {
    visibility: hidden;
  }
  .thumb-missing {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_border);
    color: var(--_muted);
  }
  .line-body {
    display: grid;
    gap: 1px;
    min-inline-size: 0;
  }
  .line-name {
    overflow-wrap: anywhere;
    hyphens: auto;
    font-weight: 500;
    line-height: 1.4;
  }
  .line-link {
    color: inherit;
    text-decoration: none;
  }
  .line-link:hover {
    text-decoration: underline;
  }
  .line-link:focus-visible {
    outline-offset: -2px;
  }
  .line-detail {
    color: var(--_muted);
    font-size: var(--_small);
  }
  /* "Quantity 1" stays in one piece. */
  .line-quantity {
    display: inline-block;
  }
  .line-amount {
    line-height: 1.4;
    text-align: end;
  }
  .line-outcome {
    display: flex;
    align-items: start;
    gap: 0.4em;
    margin-block-start: var(--_1);
    font-size: var(--_small);
    font-weight: 600;
  }
  .line-outcome bdi {
    font-weight: 400;
  }
  .line-outcome > .icon {
    margin-block-start: 0.25em;
    color: var(--_tone);
  }
  .line-canceled :is(.line-name, .line-amount) {
    color: var(--_muted);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .line-canceled .thumb {
    opacity: 0.6;
    filter: grayscale(1);
  }
  @container (inline-size < 420px) {
    .line {
      column-gap: var(--_3);
    }
  }
`;
