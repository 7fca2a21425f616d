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
