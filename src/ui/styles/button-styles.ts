import { css } from 'lit';

/** One shape and its weights: `button`, `button-primary`, `button-quiet`; `button-small`; links. What only the dialog has is in its own styles. */
export const buttonStyles = css`
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_2);
    min-block-size: 40px;
    padding: 0.4em 1em;
    border: 1px solid var(--_border-button);
    border-radius: var(--_radius-control);
    background: transparent;
    color: inherit;
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  /* On hover alone: a change of color scheme must not fade. */
  .button:hover {
    background: var(--_hover);
    transition: background-color 120ms ease-out;
  }
  .label {
    display: inline-flex;
    align-items: center;
    gap: var(--_2);
  }
  .label > .icon {
    inline-size: 1em;
    block-size: 1em;
    stroke-width: 1.8;
  }
  /* A filled button keeps the page's color as its own, and gives its label the opposite of the fill. */
  @supports (color: oklch(from currentColor l c h)) {
    .button-primary {
      border-color: transparent;
      background: var(--_accent);
    }
    .button-primary:hover {
      background: color-mix(in oklab, var(--_accent) 88%, transparent);
    }
    .button-primary > .label {
      color: var(
        --rescind-color-on-accent,
        oklch(from var(--_accent) clamp(0, (0.59 - l) * 1000, 1) 0 0)
      );
    }
  }
  .button-quiet {
    border-color: transparent;
    padding-inline: 0.5em;
  }
  .button-small {
    min-block-size: 34px;
    padding: 0.25em 0.75em;
    font-size: var(--_small);
  }
  /* Not disabled: it keeps focus and says why (aria-describedby). */
  .button[aria-disabled='true'] {
    border-style: dashed;
    border-color: var(--_border-button);
    background: transparent;
    color: var(--_muted);
    cursor: not-allowed;
  }
  .button[aria-disabled='true'] > .label {
    color: inherit;
  }
  .button[aria-busy='true'] {
    border-style: solid;
    cursor: progress;
  }
  .link {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: var(--rescind-color-accent, inherit);
    font: inherit;
    font-weight: 500;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentColor 42%, transparent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
    cursor: pointer;
  }
  .link:hover {
    text-decoration-color: currentColor;
    text-decoration-thickness: 2px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_3);
  }
`;
