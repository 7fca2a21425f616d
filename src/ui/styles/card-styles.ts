import { css } from 'lit';

/** A card, and `facts`: pairs of name and value. */
export const cardStyles = css`
  .card {
    padding: var(--_5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .card-title {
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .facts {
    display: grid;
    gap: var(--_2);
    font-size: var(--_small);
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(6em, 2fr) minmax(0, 5fr);
    gap: var(--_3);
    align-items: baseline;
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  @container (inline-size < 420px) {
    .card {
      padding-inline: var(--_4);
    }
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`;
