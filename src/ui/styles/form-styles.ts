import { css } from 'lit';

/** A card that holds a form, and the answer that takes its place. After `card-styles`. */
export const formStyles = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_5);
  }
  .card-header {
    display: grid;
    gap: var(--_1);
    text-wrap: pretty;
  }
  .card-title {
    justify-self: start;
    border-radius: 3px;
    font-size: var(--_title);
    font-weight: 600;
    line-height: 1.3;
  }
  .card-title:dir(rtl) {
    letter-spacing: 0;
  }
  .form,
  .form-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_5);
  }
  .form-row {
    align-items: start;
  }
  .form-footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3) var(--_4);
    align-items: center;
  }
  .form-footer > .button {
    min-block-size: 44px;
  }
  .form-footer > p {
    flex: 1 1 14em;
    text-wrap: pretty;
  }
  .answer {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_1) var(--_4);
    align-items: start;
  }
  .answer-mark {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_tone) 11%, transparent);
    color: var(--_tone);
  }
  .answer-mark > * {
    inline-size: 24px;
    block-size: 24px;
  }
  .answer-text {
    display: grid;
    gap: var(--_2);
    align-content: center;
    min-block-size: 44px;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  @container host (inline-size >= 560px) {
    .form-row {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .form-row > :only-child {
      grid-column: 1 / -1;
    }
  }
  @container host (inline-size < 420px) {
    .answer {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_3);
    }
    .form-footer > .button {
      inline-size: 100%;
    }
  }
`;
