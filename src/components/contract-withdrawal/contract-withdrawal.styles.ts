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

/** Step two, and what became of it. */
export const formStyles = css`
  .steps {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
  }
  .card {
    display: grid;
    gap: var(--_5);
    min-inline-size: 0;
  }
  .card-header {
    display: grid;
    gap: var(--_1);
  }
  .card-title {
    border-radius: 3px;
    font-size: var(--_title);
    font-weight: 600;
    line-height: 1.3;
  }
  .card-title:dir(rtl) {
    letter-spacing: 0;
  }
  .form,
  .fields,
  .form-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_5);
  }
  .form-row {
    align-items: start;
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
  .form-footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3) var(--_4);
    align-items: center;
  }
  .form-footer > .button {
    min-block-size: 44px;
  }
  .busy {
    display: flex;
    gap: var(--_2);
    align-items: center;
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
    overflow-wrap: anywhere;
  }
  .earlier {
    display: grid;
    gap: var(--_3);
  }
  .earlier > .card {
    gap: var(--_3);
  }
  @container host (inline-size >= 560px) {
    .form-row {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
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
