import { css, html, nothing, type TemplateResult } from 'lit';
import type { Cancellation } from '../../model/cancellation.js';
import type { Order, OrderLine } from '../../model/order.js';
import { refundOf } from './refund-story.js';
import type { DetailContext } from './view-context.js';
import { isolate, moneyText } from './words.js';

export const receiptParts = {
  receipt: 'A sheet of paper, light in both color schemes',
  'receipt-title': 'Its heading',
  'receipt-lines': 'The items, as a table',
} as const;

export interface ReceiptOptions {
  readonly order: Order;
  readonly cancellation: Cancellation;
  /** The shop's name and address, as its page says it. */
  readonly shop?: string;
}

interface ReceiptLine {
  readonly lineId: string;
  readonly quantity?: number;
}

/** Every time on it states its zone. Says "request" until the shop has canceled. */
export function receipt(
  { order, cancellation, shop }: ReceiptOptions,
  context: DetailContext,
): TemplateResult {
  const { messages, more, format } = context;
  const words = more.receipt;
  const isDone =
    cancellation.status === 'completed' || cancellation.status === 'partially-completed';
  const doneAt = cancellation.timeline.findLast(
    ({ status }) => status === 'completed' || status === 'partially-completed',
  )?.at;
  const { requestedAt, reference, reason, status } = cancellation;
  return html`<article class="receipt" part="receipt">
    <header class="receipt-header">
      <div>
        <h2 class="receipt-title" part="receipt-title">
          ${isDone ? words.title : words.titleOpen}
        </h2>
        <p>${messages.order(order.number)}</p>
      </div>
      ${shop ? html`<p><bdi>${shop}</bdi></p>` : nothing}
    </header>
    <dl class="facts">
      ${fact(more.facts.request, reference)}
      ${fact(more.facts.state, messages.cancellation[status])}
      ${fact(more.facts.sent, requestedAt && format.dateTime(requestedAt))}
      ${fact(more.facts.canceled, doneAt && format.dateTime(doneAt))}
      ${fact(more.facts.reason, reason?.label ?? reason?.code)}
    </dl>
    ${lineTable(order, cancellation, context)} ${refundSection(order, cancellation, context)}
    <p class="fine">${words.printed(format.dateTime(new Date(context.now).toISOString()))}</p>
  </article>`;
}

/** A pair of name and value; nothing where the value is missing. */
export function fact(
  name: string,
  value: string | TemplateResult | undefined,
): TemplateResult | typeof nothing {
  return value
    ? html`<div>
        <dt>${name}</dt>
        <dd><bdi>${value}</bdi></dd>
      </div>`
    : nothing;
}

/** What it is about: all of the order, or some of its lines. */
export function lineTable(
  order: Order,
  { lines }: { readonly lines: 'all' | readonly ReceiptLine[] },
  context: DetailContext,
): TemplateResult {
  const { more, format } = context;
  const words = more.receipt;
  const rows = (lines === 'all' ? order.lines : lines).map((chosen) => {
    const id = 'lineId' in chosen ? chosen.lineId : chosen.id;
    const line = order.lines.find((candidate) => candidate.id === id);
    return { line, name: line?.name ?? id, quantity: chosen.quantity };
  });
  if (!rows.length) return html`<p>${words.whole}</p>`;
  return html`<table class="receipt-lines" part="receipt-lines">
    <thead>
      <tr>
        <th scope="col">${words.item}</th>
        <th scope="col">${words.quantity}</th>
        <th scope="col">${words.amount}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ line, name, quantity }) =>
          html`<tr>
            <th scope="row">
              <bdi>${name}</bdi
              >${line?.variant ? `${format.comma}${isolate(line.variant)}` : nothing}
            </th>
            <td>${format.quantity(quantity, line?.unit)}</td>
            <td>${moneyText(amountOf(line, quantity), context)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Only for the whole line: a part's share is the shop's to say, never computed. */
function amountOf(line: OrderLine | undefined, quantity: number | undefined): OrderLine['total'] {
  return line?.quantity === quantity ? line?.total : undefined;
}

function refundSection(
  order: Order,
  cancellation: Cancellation,
  context: DetailContext,
): TemplateResult | typeof nothing {
  const refund = refundOf(cancellation, order);
  const { messages, more, format } = context;
  const words = messages.refund;
  if (refund.status === 'unknown' && refund.amount === undefined) return nothing;
  return html`<dl class="amounts">
      <div class="amounts-total">
        <dt>${more.facts.refund}</dt>
        <dd>${refund.amount ? moneyText(refund.amount, context) : words.status[refund.status]}</dd>
      </div>
    </dl>
    <dl class="facts">
      ${(refund.parts ?? [refund]).map(({ status, amount, destination, at }) =>
        fact(
          destination?.label ?? words.destinations[destination?.kind ?? 'refund'],
          [amount && format.money(amount), words.status[status], at && format.dateTime(at)]
            .filter(Boolean)
            .join(format.comma),
        ),
      )}
    </dl>`;
}

export const receiptStyles = css`
  .receipt {
    --_muted: #55575c;
    --_border: #d9d9d6;
    color-scheme: light;
    display: grid;
    gap: var(--_5);
    max-inline-size: 42em;
    padding: var(--_8);
    border: 1px solid var(--_border);
    background: #fff;
    color: #17181a;
  }
  .receipt-header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_5);
    justify-content: space-between;
    padding-block-end: var(--_4);
    border-block-end: 2px solid currentColor;
  }
  .receipt-title {
    font-size: var(--_title);
  }
  .receipt-lines {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .receipt-lines :is(th, td) {
    padding: 0.45em 0;
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  .receipt-lines thead th {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .receipt-lines :is(th, td):not(:first-child) {
    padding-inline-start: 1em;
    text-align: end;
    white-space: nowrap;
  }
  @container (inline-size < 420px) {
    .receipt {
      padding: var(--_4);
    }
  }
  @media print {
    .receipt {
      max-inline-size: none;
      padding: 0;
      border: 0;
    }
  }
`;
