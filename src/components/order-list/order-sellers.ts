import { css, html, nothing } from 'lit';
import { currentCancellation } from '../../flow/selectors.js';
import type { LineOutcome } from '../../ui/views/order-lines.js';
import { orderLines } from '../../ui/views/order-lines.js';
import type { Cancellation } from '../../model/cancellation.js';
import type { Order, OrderLine, Seller } from '../../model/order.js';
import { lineChoices, type LineChoice } from '../../model/selection-rules.js';
import { icon } from '../../ui/icons.js';
import { cancellationStory } from '../../ui/views/cancellation-story.js';
import { blockStory, eligibilityStory } from '../../ui/views/eligibility-story.js';
import type { Story } from '../../ui/views/story.js';
import { isolate } from '../../ui/views/words.js';
import { cancelAction, isCancelable, remedyAction, retractAction } from './order-actions.js';
import { isUnseen } from './order-panel.js';
import type { Drawn, OrderView } from './order-view.js';

interface SellerGroup {
  readonly seller: Seller | undefined;
  readonly lines: readonly OrderLine[];
  /** What the seller's part of the order is about, where it has a story of its own. */
  readonly cancellation: Cancellation | undefined;
  readonly choices: readonly LineChoice[];
}

/** In the order's own sequence. */
function sellerGroups(order: Order): readonly SellerGroup[] {
  const ids = new Set(order.lines.map(({ seller }) => seller?.id));
  const choices = lineChoices(order);
  return [...ids].map((id) => {
    const own = choices.filter(({ line }) => line.seller?.id === id);
    const cancellations = order.cancellations.filter(({ seller }) => seller?.id === id);
    return {
      seller: own[0]?.line.seller,
      lines: own.map(({ line }) => line),
      cancellation: id === undefined ? undefined : currentCancellation({ ...order, cancellations }),
      choices: own,
    };
  });
}

/** A write that is under way, or that the shop knows nothing of, is the story; the order's own state waits. */
function tellsOfOperation({ operation, order }: OrderView): boolean {
  return (
    operation !== undefined &&
    (operation.step !== 'received' || isUnseen(operation, order.cancellations))
  );
}

/** Whether the whole order has a story beside its sellers': something under way, or one answer for all of them. */
function hasCommonStory(view: OrderView, groups: readonly SellerGroup[]): boolean {
  if (tellsOfOperation(view)) return true;
  const { cancellations, eligibility } = view.order;
  if (cancellations.some(({ seller }) => seller === undefined)) return true;
  if (groups.some(({ cancellation }) => cancellation)) return false;
  if (eligibility === 'ask' || !eligibility.allowed || eligibility.scope === 'order') return true;
  return groups.every(isOpen);
}

/** The items by seller, and whether the whole order has a story beside theirs. */
export function orderSellers(
  view: OrderView,
  outcomes: ReadonlyMap<string, LineOutcome>,
): readonly [items: Drawn, hasPanel: boolean] {
  const groups = sellerGroups(view.order);
  const isAlone = !hasCommonStory(view, groups);
  const items = html`<div class="sellers" part="sellers">
    ${groups.map(
      (group) =>
        html`<section class="seller" part="seller">
          <div class="seller-header">
            ${
              group.seller
                ? html`<h4 class="seller-name" part="seller-name" aria-level=${view.level + 2}>
                    ${icon('store')}<span
                      >${view.messages.list.soldBy(isolate(group.seller.name))}</span
                    >
                  </h4>`
                : nothing
            }${isAlone ? nothing : cancelItems(group, view)}
          </div>
          ${orderLines({ lines: group.lines, outcomes }, view)} ${sellerState(group, view, isAlone)}
        </section>`,
    )}
  </div>`;
  return [items, !isAlone];
}

function isOpen({ choices }: SellerGroup): boolean {
  return choices.some(({ max }) => max > 0);
}

function sellerState(group: SellerGroup, view: OrderView, isAlone: boolean): Drawn {
  const { cancellation, choices } = group;
  if (cancellation && cancellation.status !== 'retracted') {
    return state(
      cancellationStory(cancellation, view, view.order),
      retractAction(cancellation, view, 'button-small'),
    );
  }
  if (isOpen(group)) {
    return isAlone && isCancelable(view)
      ? state(eligibilityStory(view.order.eligibility, view), cancelItems(group, view))
      : nothing;
  }
  const block = choices.find(({ blocks }) => blocks.length > 0)?.blocks[0];
  return block
    ? state(blockStory(block, view), remedyAction(block, view, 'button-small'))
    : nothing;
}

function cancelItems({ choices, cancellation }: SellerGroup, view: OrderView): Drawn {
  if (cancellation && cancellation.status !== 'retracted') return nothing;
  const lines = choices
    .filter(({ max }) => max > 0)
    .map(({ line, max }) => ({ lineId: line.id, quantity: max }));
  return lines.length > 0 ? cancelAction(view, lines) : nothing;
}

/** In one breath, because there is one per seller. */
function state({ tone, heading, lead, text }: Story, actions: Drawn): Drawn {
  const look = tone || 'plain';
  return html`<div class="seller-state tone-${look}" part="seller-state seller-state-${look}">
    <p>
      <strong>${heading}</strong>${lead || text ? '. ' : ''}${
        lead ? html`<bdi class="money">${lead}</bdi>${text?.startsWith('.') ? '' : ' '}` : nothing
      }${text ?? nothing}
    </p>
    ${actions === nothing ? nothing : html`<div class="actions" part="actions">${actions}</div>`}
  </div>`;
}

export const sellerStyles = css`
  .sellers {
    display: grid;
    gap: var(--_5);
  }
  .seller {
    display: grid;
    gap: var(--_4);
    min-inline-size: 0;
  }
  .seller + .seller {
    padding-block-start: var(--_5);
    border-block-start: 1px solid var(--_border);
  }
  .seller-header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_4);
    align-items: center;
    justify-content: space-between;
  }
  .seller-name {
    display: flex;
    align-items: center;
    gap: var(--_2);
  }
  .seller-state {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_4);
    align-items: center;
    justify-content: space-between;
    padding: var(--_3) var(--_4);
    border-radius: var(--_radius-control);
    background: color-mix(in srgb, var(--_tone) 5%, transparent);
  }
  .seller-state > p {
    flex: 1 1 16em;
    text-wrap: pretty;
  }
  @container host (inline-size >= 820px) {
    .seller:has(> .seller-state) {
      grid-template-columns: minmax(0, 1fr) minmax(17em, 32%);
      gap: var(--_4) var(--_6);
    }
    .seller-header {
      grid-column: 1 / -1;
    }
    .seller-state {
      flex-direction: column;
      align-items: start;
      align-self: start;
      padding: var(--_4);
    }
    .seller-state > p {
      flex: none;
    }
  }
  @container host (inline-size < 420px) {
    .seller-state > .actions {
      display: grid;
      inline-size: 100%;
    }
  }
`;
