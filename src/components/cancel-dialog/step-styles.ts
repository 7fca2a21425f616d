import { css } from 'lit';

/** What stands in the dialog's body: choices, answers, the code. */
export const stepStyles = css`
  .dialog .thumb {
    inline-size: 48px;
    block-size: 48px;
  }
  .dialog .lines {
    gap: var(--_3);
  }
  .section-title > .button {
    margin-inline-end: -0.75em;
  }
  .choices > li {
    border-block-start: 1px solid var(--_border);
  }
  .choices > li:last-child {
    border-block-end: 1px solid var(--_border);
  }
  .choice-line {
    display: grid;
    grid-template-columns: 24px auto minmax(0, 1fr) auto;
    gap: var(--_2) var(--_3);
    align-items: center;
    padding-block: var(--_3);
  }
  .choice-line > .stepper {
    justify-self: end;
  }
  .choice-blocked {
    align-items: start;
  }
  .choice-blocked > .thumb {
    opacity: 0.6;
  }
  .choice-blocked > .check {
    margin-block-start: 12px;
  }
  .choice-reason {
    grid-column: 3 / -1;
    display: flex;
    gap: 0.5em;
    align-items: start;
    font-size: var(--_small);
  }
  .choice-reason > .icon {
    inline-size: 1em;
    block-size: 1em;
    margin-block-start: 0.25em;
    color: var(--_muted);
  }
  .stepper {
    display: inline-grid;
    grid-template-columns: 36px auto 36px;
    align-items: center;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-control);
  }
  .stepper > .icon-button {
    border-radius: calc(var(--_radius-control) - 1px);
  }
  .stepper > .icon-button > .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  .stepper > .icon-button[aria-disabled='true'] {
    cursor: not-allowed;
  }
  /* Not on the button: its focus ring would be as pale. */
  .stepper > .icon-button[aria-disabled='true'] > .icon {
    opacity: 0.45;
  }
  .stepper > output {
    min-inline-size: 4.2em;
    text-align: center;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .stepper > .icon-button[aria-disabled='true'] > .icon {
      color: GrayText;
      opacity: 1;
    }
  }
  .assurances {
    display: grid;
    gap: var(--_2);
  }
  .assurances > [hidden] {
    display: none;
  }
  .assurances .link > .icon {
    inline-size: 0.9em;
    block-size: 0.9em;
  }
  .outdated {
    display: grid;
    gap: var(--_2);
    align-content: start;
  }
  .sellers {
    display: grid;
    gap: var(--_4);
  }
  .seller {
    display: grid;
    gap: var(--_2);
    justify-items: start;
    padding: var(--_4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .seller > .progress {
    inline-size: 100%;
  }
  .code-input {
    max-inline-size: 11em;
    min-block-size: 54px;
    font-size: var(--_title);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.2em;
    text-align: center;
  }
  @container dialog (inline-size < 480px) {
    .choice-line {
      grid-template-columns: 24px auto minmax(0, 1fr);
    }
    .choice-line > :is(.stepper, .line-amount, .choice-reason) {
      grid-column: 3;
      justify-self: start;
      text-align: start;
    }
    .answer {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_3);
    }
    .answer-text {
      min-block-size: 0;
    }
  }
`;
