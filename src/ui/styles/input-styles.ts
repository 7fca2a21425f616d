import { css } from 'lit';

/** What is typed into, and a `search` around it. */
export const inputStyles = css`
  .input {
    appearance: none;
    inline-size: 100%;
    min-block-size: 42px;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-control);
    background: color-mix(in srgb, currentColor 2%, transparent);
    color: inherit;
    font: inherit;
    line-height: 1.4;
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .input:focus-visible {
    outline-offset: 0;
  }
  .search {
    position: relative;
    display: grid;
    align-items: center;
  }
  .search > .icon {
    position: absolute;
    inset-inline-start: 0.75em;
    color: var(--_muted);
    pointer-events: none;
  }
  .search > .input {
    padding-inline-start: 2.5em;
  }
`;
