import { css } from 'lit';

export const styles = css`
  .faq,
  .faq-header {
    display: grid;
    gap: var(--_3);
  }
  .faq {
    gap: var(--_5);
  }
  .faq-title {
    font-size: var(--_title);
    font-weight: 600;
    line-height: 1.3;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .faq-title:dir(rtl) {
    letter-spacing: 0;
  }
  .entries {
    border-block-end: 1px solid var(--_border);
  }
  .entry {
    border-block-start: 1px solid var(--_border);
    scroll-margin-block: var(--_8);
  }
  .entry > summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_4);
    align-items: center;
    min-block-size: 56px;
    padding-block: var(--_3);
    border-radius: 4px;
    font-weight: 600;
    line-height: 1.4;
    list-style: none;
    cursor: pointer;
  }
  .entry > summary::-webkit-details-marker {
    display: none;
  }
  .entry > summary:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
  }
  .entry > summary > .icon {
    transition: rotate 160ms ease-out;
  }
  .entry[open] > summary > .icon {
    rotate: 180deg;
  }
  .entry-answer {
    display: grid;
    gap: var(--_3);
    justify-items: start;
    max-inline-size: 42em;
    padding-block: var(--_1) var(--_5);
    text-wrap: pretty;
  }
  .entry-answer > p {
    justify-self: stretch;
    text-align: match-parent;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  /* Opened because an order points here. */
  .entry-highlighted {
    margin-block: -1px;
    padding-inline: var(--_4);
    border: 1px solid color-mix(in srgb, var(--_accent) 35%, transparent);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius-control);
    background: color-mix(in srgb, var(--_accent) 4%, transparent);
  }
  .entry-highlighted + .entry {
    border-block-start: 0;
  }
  .entry-answer > .entry-why {
    display: flex;
    gap: var(--_2);
    padding-block-start: var(--_2);
    font-size: var(--_small);
    font-weight: 600;
  }
  mark {
    border-radius: 2px;
    background: color-mix(in srgb, var(--_warning) 20%, transparent);
    color: inherit;
  }
  .still {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3) var(--_6);
    align-items: center;
    justify-content: space-between;
    padding: var(--_5);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .still > div {
    flex: 1 1 18em;
  }
  .still-title {
    font-weight: 600;
  }
  @container host (inline-size < 420px) {
    .still > .button {
      inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .entry-highlighted {
      border-color: Highlight;
    }
  }
`;
