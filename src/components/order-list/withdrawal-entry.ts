import { css, html } from 'lit';
import { until } from 'lit/directives/until.js';
import type { FormMessages } from '../../messages/en-forms.js';
import { actionControl } from '../../ui/views/remedy-actions.js';
import { nameFor } from '../../ui/views/words.js';
import { findWindow } from '../../ui/windows.js';
import { withdraw } from '../../ui/withdraw.js';
import { labelsFor } from '../../ui/withdrawal-labels.js';
import type { Drawn, OrderView } from './order-view.js';

/** The statutory withdrawal of one order: another thing than canceling, and beside it whatever canceling allows. */
export function withdrawalEntry(view: OrderView): Drawn {
  const { order, state, messages, withdrawal } = view;
  const own = withdrawal?.labels() ?? {};
  const label = labelsFor({ own, locale: state.locale, messages }).withdraw;
  const href = withdrawal ? undefined : order.links?.support;
  const line = messages.loadForms().then(({ withdrawal: words }) => lineOf(view, words));
  return html`<div class="withdrawal-entry" part="withdrawal-entry">
    <p>${until(line, html``)}</p>
    ${actionControl({
      label,
      icon: 'document',
      weight: 'button-small withdraw-action',
      name: nameFor(label, order.number, view),
      onClick: (press) => leadOn(press, view),
      ...(href && { href }),
    })}
  </div>`;
}

function leadOn(press: Event, { order, flow }: OrderView): void {
  // It may have come after the row was drawn.
  const window = findWindow(flow, 'withdrawal');
  const { host } = (press.currentTarget as Element).getRootNode() as ShadowRoot;
  withdraw({ host, window, detail: { orderId: order.id, orderNumber: order.number }, press });
}

/** When the shop has received one, that is the news; else until when, as far as the shop says. */
function lineOf({ order, format, now }: OrderView, words: FormMessages['withdrawal']): string {
  const { until: end, acknowledgements: [received] = [] } = order.withdrawal ?? {};
  if (received) return words.receivedShort(format.moment(received.receivedAt, now));
  return end === undefined ? words.title : words.untilShort(format.moment(end, now));
}

export const withdrawalStyles = css`
  .withdrawal-entry {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_4);
    align-items: center;
    justify-content: space-between;
    padding-block-start: var(--_4);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_small);
  }
  .withdrawal-entry > p {
    flex: 1 1 12em;
    color: var(--_muted);
  }
  .withdrawal-entry > .button {
    font-size: 1em;
  }
  @container host (inline-size < 420px) {
    .withdrawal-entry > .button {
      inline-size: 100%;
    }
  }
`;
