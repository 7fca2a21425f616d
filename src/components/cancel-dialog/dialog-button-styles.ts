import { css } from 'lit';

/** What only the dialog's buttons are: the one that asks the shop to cancel, and those that are an icon alone. */
export const dialogButtonStyles = css`
  .button-danger {
    border-color: var(--_danger);
  }
  /* Filled with the tone of light text a little darker (#b3261e or #cf4237), and the opposite of it as its label. */
  @supports (color: oklch(from currentColor l c h)) {
    .button-danger {
      --_fill: var(
        --rescind-color-danger,
        oklch(from currentColor clamp(0.501, var(--_up), 0.58) 0.179 28.5 / 1)
      );
      border-color: transparent;
      background: var(--_fill);
    }
    .button-danger:hover:not([aria-disabled='true']) {
      background: color-mix(in oklab, var(--_fill) 88%, transparent);
    }
    .button-danger > .label {
      color: oklch(from var(--_fill) clamp(0, (0.59 - l) * 1000, 1) 0 0);
    }
  }
  .icon-button {
    appearance: none;
    display: inline-grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .icon-button:hover {
    background: var(--_hover);
  }
`;
