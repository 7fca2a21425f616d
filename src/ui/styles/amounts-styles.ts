import { css } from 'lit';

/** Pairs of name and amount, with a sum; in the consequences and on the receipt. */
export const amountsStyles = css`
  .amounts {
    display: grid;
    gap: var(--_1);
  }
  .amounts > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_4);
    align-items: baseline;
  }
  .amounts dt {
    color: var(--_muted);
  }
  .amounts dd {
    text-align: end;
  }
  .amounts > .amounts-total {
    margin-block-start: var(--_1);
    padding-block-start: var(--_2);
    border-block-start: 1px solid var(--_border);
    font-weight: 600;
  }
  .amounts-total > dt {
    color: inherit;
  }
`;
