import { css } from 'lit';

export const styles = css`
  .code-input {
    max-inline-size: 11em;
    min-block-size: 54px;
    font-size: var(--_title);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.2em;
  }
  .facts > div {
    align-items: center;
  }
  /* Small print in small print. */
  .facts .badge {
    background: none;
    padding: 0;
    font-size: inherit;
  }
  /* Empty it takes no room, and still is there to be heard. */
  .status:empty {
    position: absolute;
  }
  @container host (inline-size < 420px) {
    .card > .actions {
      display: grid;
    }
    .code-input {
      max-inline-size: none;
    }
  }
`;
