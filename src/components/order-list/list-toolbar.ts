import { css, html, nothing } from 'lit';
import type { OrderStatus } from '../../model/order.js';
import { icon } from '../../ui/icons.js';
import type { FrameView } from './list-frame.js';
import type { Drawn } from './order-view.js';
import type { SearchField } from './search-field.js';

/** Search and filter, as far as the shop has them. */
export function toolbar({ state, messages, on }: FrameView, field: SearchField): Drawn {
  const { search = false, statusFilter = [] } = state.capabilities ?? {};
  const { query } = state.orders;
  const words = messages.list;
  const filter = (status: OrderStatus | undefined, label: string): Drawn =>
    html`<label class="filter" part="filter"
      ><input
        type="radio"
        name="status"
        .checked=${query.status === status}
        @change=${() => on.filter(status)}
      />${icon('check')}${label}</label
    >`;
  return html`<div class="toolbar" part="toolbar">
    ${
      search
        ? html`<form class="search" part="search" role="search" @submit=${field.submitted}>
            ${icon('search')}<input
              class="input"
              part="input"
              type="search"
              enterkeyhint="search"
              aria-label=${words.search}
              placeholder=${search === 'number' ? words.searchNumber : words.searchText}
              value=${query.search ?? ''}
              @input=${field.typed}
            />
          </form>`
        : nothing
    }
    ${
      statusFilter.length > 0
        ? html`<fieldset class="filters" part="filters">
            <legend class="visually-hidden">${words.filter}</legend>
            ${filter(undefined, words.all)}
            ${statusFilter.map((status) => filter(status, messages.orderStatus[status]))}
          </fieldset>`
        : nothing
    }
  </div>`;
}

export const toolbarStyles = css`
  .toolbar {
    display: grid;
    gap: var(--_3);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  .filter {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 36px;
    padding: 0.25em 0.9em;
    border: 1px solid var(--_border-button);
    border-radius: 99px;
    font-size: var(--_small);
    font-weight: 500;
    cursor: pointer;
  }
  .filter > input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .filter > .icon {
    display: none;
    inline-size: 1em;
    block-size: 1em;
  }
  .filter:hover {
    background: var(--_hover);
  }
  .filter:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }
  .filter:has(:checked) > .icon {
    display: block;
  }
  .filter:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  @container host (inline-size >= 760px) {
    .toolbar {
      display: flex;
      align-items: center;
    }
    /* The filters come first: the search takes what they leave on the row. */
    .search {
      flex: 1 0 14em;
      max-inline-size: 22em;
    }
    .filters:not(:only-child) {
      justify-content: end;
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .filter:has(:checked) {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
