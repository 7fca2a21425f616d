import { css, html, nothing, type TemplateResult } from 'lit';
import type { RefundDestination } from '../../model/cancellation.js';
import type { CancellationPreview, PreviewBenefit, PreviewRefund } from '../../model/preview.js';
import { moreIcon } from '../icons-more.js';
import { icon } from '../icons.js';
import { note } from './notice.js';
import type { DetailContext } from './view-context.js';
import { expectationText, moneyText } from './words.js';

export const previewParts = {
  consequences: 'What a cancellation brings back',
  amounts: 'The sum, part by part',
  ways: 'Where the money goes; coupons and points',
  way: 'One destination or benefit',
  outcome: 'What becomes of a coupon or of points',
} as const;

type KnownRefund = Extract<PreviewRefund, { kind: 'amount' }>;

/** Made by the shop; an estimate, "not known" and "nothing was paid" are said as such. */
export function consequences(
  { exact, refund, benefits }: CancellationPreview,
  context: DetailContext,
): TemplateResult {
  const words = context.more.preview;
  const known = refund !== 'unknown' && refund.kind === 'amount' ? refund : undefined;
  const nothingBack = refund !== 'unknown' && refund.kind === 'none' ? refund.why : undefined;
  return html`<div class="consequences" part="consequences">
    ${
      known
        ? amountSection(known, exact, context)
        : html`<section class="section">
            <h3 class="section-title">${words.title}</h3>
            <p class="small">${nothingBack ? words.none[nothingBack] : words.unknown}</p>
          </section>`
    }
    ${
      benefits.length
        ? html`<section class="section">
            <h3 class="section-title">${words.benefits}</h3>
            <ul class="ways" part="ways">
              ${benefits.map((benefit) => benefitItem(benefit, context))}
            </ul>
          </section>`
        : nothing
    }
    ${known && !exact ? note({ icon: 'info', tone: 'plain', text: words.estimate }) : nothing}
  </div>`;
}

/** While the shop is asked, and when it does not answer: canceling stays possible. */
export function consequencesPending(
  step: 'loading' | 'failed',
  { more }: Pick<DetailContext, 'more'>,
): TemplateResult {
  const words = more.preview;
  return html`<div class="consequences" part="consequences">
    ${
      step === 'loading'
        ? html`<p class="small busy"><span class="spinner"></span>${words.loading}</p>`
        : note({ icon: 'info', tone: 'plain', text: words.failed })
    }
  </div>`;
}

function amountSection(
  { total, parts, destinations }: KnownRefund,
  exact: boolean,
  context: DetailContext,
): TemplateResult {
  const words = context.more.preview;
  return html`<div class="amount-hero" id="back">
      <h3>${exact ? words.exact : words.about}</h3>
      <p>${moneyText(total, context)}</p>
    </div>
    ${
      parts.length
        ? html`<dl class="amounts" part="amounts">
            ${parts.map(
              ({ kind, label, amount }) =>
                html`<div>
                  <dt><bdi>${label ?? words.parts[kind]}</bdi></dt>
                  <dd>${moneyText(amount, context)}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
    ${
      destinations.length
        ? html`<section class="section">
            <h3 class="section-title">${words.destinations}</h3>
            <ul class="ways" part="ways">
              ${destinations.map((destination) => destinationItem(destination, context))}
            </ul>
          </section>`
        : nothing
    }`;
}

function destinationItem(
  { kind, label, amount, expected }: KnownRefund['destinations'][number],
  context: DetailContext,
): TemplateResult {
  const when = expectationText(expected, context);
  return html`<li class="way" part="way">
    ${destinationIcon(kind)}
    <div>
      <strong><bdi>${label ?? context.more.preview.destination[kind]}</bdi></strong>
      ${when ? html`<p class="muted">${when}</p>` : nothing}
    </div>
    <p>${amount ? moneyText(amount, context) : nothing}</p>
  </li>`;
}

function destinationIcon(kind: RefundDestination['kind']): TemplateResult {
  if (kind === 'gift-card') return moreIcon('gift');
  return kind === 'store-credit' ? icon('store') : moreIcon('card');
}

const BENEFIT_ICONS = {
  coupon: 'coupon',
  points: 'points',
  'gift-card': 'gift',
  'free-gift': 'gift',
  promotion: 'coupon',
} as const;

function benefitItem(
  { kind, label, points, amount, outcome, message }: PreviewBenefit,
  context: DetailContext,
): TemplateResult {
  const words = context.more.preview;
  const tone =
    outcome === 'returned'
      ? 'success'
      : outcome === 'lost' || outcome === 'reduced'
        ? 'warning'
        : 'plain';
  const figure = points === undefined ? amount && moneyText(amount, context) : words.points(points);
  return html`<li class="way tone-${tone}" part="way way-${outcome}">
    ${moreIcon(BENEFIT_ICONS[kind])}
    <div>
      <bdi>${label || figure}</bdi>
      ${label && figure ? html`${' '}<span class="muted">${figure}</span>` : nothing}
      ${message ? html`<p class="muted"><bdi>${message}</bdi></p>` : nothing}
    </div>
    <p class="outcome" part="outcome">${words.outcome[outcome]}</p>
  </li>`;
}

export const previewStyles = css`
  .consequences {
    display: grid;
    gap: var(--_5);
    align-content: start;
    padding: var(--_5);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .busy {
    display: flex;
    gap: var(--_2);
    align-items: center;
  }
  .section {
    display: grid;
    gap: var(--_3);
    min-inline-size: 0;
  }
  .section-title {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_3);
    align-items: baseline;
    justify-content: space-between;
  }
  .amount-hero {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_3);
    align-items: baseline;
    justify-content: space-between;
  }
  .amount-hero > p {
    font-size: var(--_title);
    font-weight: 600;
    line-height: 1.25;
  }
  .ways {
    display: grid;
    gap: var(--_3);
  }
  .way {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--_3);
    align-items: start;
  }
  .way > .icon {
    margin-block-start: 0.08em;
    color: var(--_tone);
  }
  .way .muted,
  .outcome {
    font-size: var(--_small);
  }
  .outcome {
    font-weight: 600;
    text-align: end;
    white-space: nowrap;
  }
  @container (inline-size < 480px) {
    .consequences {
      padding: var(--_4);
    }
  }
`;
