import { css } from 'lit';

/** One order. Focus rings inside it stay within its padding, where neither its corners nor content-visibility clip them. */
export const rowStyles = css`
  .order {
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  /* What is far down waits for its turn. The first ones do not: each would be drawn in its expected height first, and move the next. */
  li:nth-child(n + 9) > .order {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 16em;
  }
  .order-header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--_4);
    padding: var(--_4) var(--_5);
    border-block-end: 1px solid var(--_border);
  }
  .order-heading {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_3);
    align-items: center;
    min-inline-size: 0;
  }
  .order-number {
    border-radius: 3px;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .order-total {
    font-weight: 600;
    line-height: 1.4;
    text-align: end;
  }
  .order-total > s {
    margin-inline-end: 0.25em;
    font-size: var(--_small);
    font-weight: 400;
    text-decoration-thickness: 1px;
  }
  .order-meta,
  .order-count {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .order-meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.4em;
    min-inline-size: 0;
  }
  .order-meta > span {
    overflow-wrap: anywhere;
  }
  .order-count {
    text-align: end;
    white-space: nowrap;
  }
  .order-body {
    display: grid;
  }
  .order-main {
    display: grid;
    align-content: start;
    gap: var(--_4);
    min-inline-size: 0;
    padding: var(--_5);
  }
  /* Room for what it says once the shop is asked: the orders below stay where they are. */
  .panel:is(.tone-pending, :has([part~='cancel-action'])) {
    min-block-size: 16em;
  }
  .more > summary {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 32px;
    border-radius: 4px;
    font-size: var(--_small);
    font-weight: 600;
    list-style: none;
    cursor: pointer;
  }
  .more > summary::-webkit-details-marker {
    display: none;
  }
  .more > summary > .icon {
    inline-size: 1em;
    block-size: 1em;
    transition: rotate 160ms ease-out;
  }
  .more[open] > summary > .icon {
    rotate: 180deg;
  }
  .more > .lines {
    margin-block-start: var(--_4);
  }
  .order-links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_5);
    font-size: var(--_small);
  }
  .panel .button-quiet {
    font-weight: 400;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .compact :is(.order-header, .order-main, .panel) {
    padding: var(--_3) var(--_4);
  }
  .compact .lines {
    gap: var(--_2);
  }
  .compact .thumb {
    inline-size: 40px;
    block-size: 40px;
  }
  @container host (560px <= inline-size < 820px) {
    .panel:is(.tone-pending, :has([part~='cancel-action'])) {
      min-block-size: 9em;
    }
  }
  @container host (inline-size >= 820px) {
    .order-header {
      padding-inline: var(--_6);
    }
    .order-main {
      padding: var(--_5) var(--_6);
    }
    .order-body:has(> .panel) {
      grid-template-columns: minmax(0, 1fr) minmax(19em, 34%);
    }
  }
  @container host (inline-size < 420px) {
    .order-header,
    .order-main {
      padding-inline: var(--_4);
    }
    .order-meta {
      column-gap: 0.75em;
    }
    .order-meta > .separator {
      display: none;
    }
  }
  @media print {
    li > .order {
      content-visibility: visible;
    }
  }
`;
