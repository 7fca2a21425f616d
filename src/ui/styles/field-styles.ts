import { css } from 'lit';

/** Around an `input` (its own styles come first): `field` with label, hint and error, `select`, and what is ticked: `check`, `choice`. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: var(--_1);
  }
  .field-label {
    font-size: var(--_small);
    font-weight: 600;
  }
  .field-optional {
    color: var(--_muted);
    font-weight: 400;
  }
  .field-hint {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .field-error {
    display: flex;
    gap: 0.4em;
    align-items: start;
    font-size: var(--_small);
    font-weight: 600;
  }
  .field-error > .icon {
    inline-size: 1em;
    block-size: 1em;
    margin-block-start: 0.2em;
    color: var(--_danger);
  }
  .input[aria-invalid='true'] {
    border: 2px solid var(--_danger);
  }
  textarea.input {
    min-block-size: 5.5em;
    resize: vertical;
    field-sizing: content;
  }
  .select {
    position: relative;
    display: grid;
    align-items: center;
  }
  .select > .icon {
    position: absolute;
    inset-inline-end: 0.75em;
    pointer-events: none;
  }
  .select > .input {
    padding-inline-end: 2.5em;
    text-overflow: ellipsis;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  .check {
    appearance: none;
    display: inline-grid;
    place-content: center;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    border: 1.5px solid var(--_border-control);
    border-radius: min(var(--_radius-control), 6px);
    background: transparent;
    color: inherit;
  }
  .check::before {
    content: '';
    inline-size: 6px;
    block-size: 11px;
    margin-block-end: 3px;
    border: solid transparent;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    /* In forced colors a transparent border is drawn. */
    visibility: hidden;
  }
  .check:checked::before {
    visibility: visible;
    border-color: currentColor;
  }
  .check[type='radio'] {
    border-radius: 50%;
  }
  .check[type='radio']::before {
    inline-size: 10px;
    block-size: 10px;
    margin: 0;
    border: 0;
    border-radius: 50%;
    rotate: none;
  }
  .check[type='radio']:checked::before {
    background: currentColor;
  }
  @supports (color: oklch(from currentColor l c h)) {
    .check:checked {
      --_tick: var(
        --rescind-color-on-accent,
        oklch(from var(--_accent) clamp(0, (0.59 - l) * 1000, 1) 0 0)
      );
      border-color: transparent;
      background: var(--_accent);
    }
    .check:checked::before {
      border-color: var(--_tick);
    }
    .check[type='radio']:checked::before {
      background: var(--_tick);
    }
  }
  /* Paler, but not by opacity: its focus ring would be as pale. */
  .check[aria-disabled='true'] {
    border: 1.5px dashed color-mix(in srgb, currentColor 36%, transparent);
  }
  .check[aria-disabled='true']:checked {
    background: color-mix(in srgb, var(--_accent) 65%, transparent);
  }
  .choice {
    display: flex;
    gap: var(--_3);
    align-items: start;
    padding-block: var(--_1);
  }
  @media (forced-colors: active) {
    .check:checked {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
    .check:checked::before {
      border-color: HighlightText;
    }
  }
`;
