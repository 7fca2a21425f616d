import { html, nothing, type TemplateResult } from 'lit';
import { cancellationsOf } from '../../flow/selectors.js';
import { equalMoney } from '../../model/money-rules.js';
import type { Order } from '../../model/order.js';
import { icon } from '../../ui/icons.js';
import { countItems, orderLine, orderLines, type LineOutcome } from '../../ui/views/order-lines.js';
import { statusBadge } from '../../ui/views/status-badge.js';
import { isolate, moneyText, nameFor, timeText } from '../../ui/views/words.js';
import { offersWithdrawal } from './offers-withdrawal.js';
import { orderPanel } from './order-panel.js';
import type { Drawn, OrderView } from './order-view.js';

/** More lines than this are folded, down to `shownLines`. */
const mostLines = 4;
const shownLines = 3;

/** One order as an article: what was bought, and the story of its cancellation. */
export function orderRow(view: OrderView): TemplateResult {
  const { order, messages, level } = view;
  const { id, number, status, lines } = order;
  const [items, hasPanel] = body(view, lineOutcomes(view));
  return html`<article
    class="order"
    part="order order-${status}"
    aria-label=${messages.order(number)}
    data-order=${id}
  >
    <header class="order-header" part="order-header">
      <div class="order-heading">
        <h3 class="order-number" part="order-number" aria-level=${level + 1} tabindex="-1">
          ${messages.order(isolate(number))}
        </h3>
        ${statusBadge(order, view)}
      </div>
      <p class="order-total" part="order-total">${totals(view)}</p>
      <p class="order-meta" part="order-meta">${meta(view)}</p>
      <p class="order-count" part="order-count">
        ${lines.length > 0 ? messages.items(countItems(lines)) : nothing}
      </p>
    </header>
    <div class="order-body">
      <div class="order-main">
        ${items} ${orderLinks(view)} ${withdrawal(view)}
        <slot name="order-actions:${id}"></slot>
      </div>
      ${hasPanel ? orderPanel(view) : nothing}
    </div>
  </article>`;
}

/** Its items, and whether the whole order has a story beside them. */
function body(
  view: OrderView,
  outcomes: ReadonlyMap<string, LineOutcome>,
): readonly [items: Drawn, hasPanel: boolean] {
  const { order, extras } = view;
  if (isOfSeveral(order) && typeof extras === 'object') return extras.orderSellers(view, outcomes);
  return [shortLines(view, outcomes), !isOfSeveral(order) || extras !== 'loading'];
}

/** Of several sellers. */
export function isOfSeveral({ lines: [first, ...rest] }: Order): boolean {
  return rest.some(({ seller }) => seller?.id !== first?.seller?.id);
}

function withdrawal(view: OrderView): Drawn {
  const { order, extras, withdrawal } = view;
  return typeof extras === 'object' && offersWithdrawal(order, withdrawal !== undefined)
    ? extras.withdrawalEntry(view)
    : nothing;
}

/** As placed; struck through where today's figure is another one. */
function totals(view: OrderView): Drawn {
  const { total, currentTotal, status } = view.order;
  // What an order came to that is canceled: the refund has a line of its own.
  const isOver = status === 'canceled' && total !== undefined;
  if (isOver || !total || !currentTotal || equalMoney(total, currentTotal)) {
    return moneyText(total ?? currentTotal, view);
  }
  return html`<s class="muted">${moneyText(total, view)}</s> ${moneyText(currentTotal, view)}`;
}

function meta({ order, messages, format }: OrderView): Drawn {
  const { placedAt, payment, seller, group } = order;
  const facts = [
    placedAt && timeText(placedAt, messages.placed(format.date(placedAt))),
    payment && html`<bdi>${payment.label}</bdi>`,
    seller && messages.list.soldBy(isolate(seller.name)),
    group?.label && messages.list.group(isolate(group.label)),
  ].filter((fact) => fact !== undefined && fact !== '');
  return html`${facts.map(
    (fact, index) =>
      html`${index > 0 ? html`<span class="separator" aria-hidden="true">·</span>` : nothing}<span
          >${fact}</span
        >`,
  )}`;
}

function shortLines(view: OrderView, outcomes: ReadonlyMap<string, LineOutcome>): Drawn {
  const { lines: all, status } = view.order;
  // What the badge says of all is not said of each.
  const lines = status === 'canceled' ? all.map((line) => ({ ...line, canceled: 0 })) : all;
  if (lines.length === 0) return nothing;
  if (lines.length <= mostLines) return orderLines({ lines, outcomes }, view);
  const rest = lines.slice(shownLines);
  const label = view.messages.list.moreItems(rest.length);
  return html`${orderLines({ lines: lines.slice(0, shownLines), outcomes }, view)}
    <details class="more" part="more">
      <summary part="more-summary" aria-label=${nameFor(label, view.order.number, view)}>
        <span>${label}</span>${icon('chevron')}
      </summary>
      <ul class="lines" part="lines">
        ${rest.map((line) => orderLine(line, view, outcomes.get(line.id)))}
      </ul>
    </details>`;
}

/** What became of single lines, where the story of the whole does not say it. */
function lineOutcomes({ order, operation }: OrderView): ReadonlyMap<string, LineOutcome> {
  const told = cancellationsOf(order, operation).flatMap(({ lines, status }) =>
    lines !== 'all' && (status === 'partially-completed' || lines.length < order.lines.length)
      ? lines
      : [],
  );
  return new Map(told.map((line) => [line.lineId, line]));
}

const LINKS = {
  details: 'orderDetails',
  tracking: 'tracking',
  invoice: 'invoice',
  reorder: 'reorder',
} as const satisfies { readonly [Link in keyof NonNullable<Order['links']>]?: string };

function orderLinks(view: OrderView): Drawn {
  const { order, messages } = view;
  const { links = {}, number } = order;
  const names = (Object.keys(LINKS) as (keyof typeof LINKS)[]).filter((name) => links[name]);
  if (names.length === 0) return nothing;
  return html`<p class="order-links" part="order-links">
    ${names.map((name) => {
      const label = messages.list[LINKS[name]];
      return html`<a
        class="link"
        part="link"
        href=${links[name] ?? ''}
        aria-label=${nameFor(label, number, view)}
        >${label}</a
      >`;
    })}
  </p>`;
}
