import { css } from 'lit';

/** Step one: the same block before and after the rest has come. */
export const entryStyles = css`
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
    display: grid;
    flex: 1 1 18em;
    gap: var(--_1);
    min-inline-size: 0;
    text-wrap: pretty;
  }
  .title {
    font-weight: 600;
  }
  .button {
    overflow-wrap: anywhere;
  }
  @container host (inline-size < 420px) {
    .still {
      padding-inline: var(--_4);
    }
    .still > .button {
      inline-size: 100%;
    }
  }
`;

/** Step two, and what became of it. After `form-styles`. */
export const stepStyles = css`
  .steps {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_5);
  }
  .field > .link {
    justify-self: start;
    font-size: var(--_small);
  }
  .items {
    display: grid;
    gap: var(--_2);
    padding-inline-start: calc(24px + var(--_3));
  }
  .item {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_3);
    align-items: start;
    justify-content: space-between;
  }
  .item > .choice {
    flex: 1 1 12em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .item-exempt {
    display: block;
  }
  .quantity {
    flex: 0 1 9em;
  }
  .statement {
    padding: var(--_4) var(--_5);
    border-inline-start: 3px solid var(--_border-control);
    background: var(--_tint);
    overflow-wrap: anywhere;
  }
  .exemptions {
    display: grid;
    gap: var(--_1);
    overflow-wrap: anywhere;
  }
  .exemptions > ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .busy {
    display: flex;
    gap: var(--_2);
    align-items: center;
  }
  .earlier {
    display: grid;
    gap: var(--_3);
  }
  .earlier > .card {
    gap: var(--_3);
  }
  @container host (inline-size < 420px) {
    .statement {
      padding-inline: var(--_4);
    }
  }
  @media (forced-colors: active) {
    .statement {
      border-inline-start-color: CanvasText;
    }
  }
`;
