import { css } from 'lit';

export const styles = css`
  :host {
    scroll-margin-block: 16px;
  }
  .context {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--_1) var(--_3);
    align-items: center;
    padding: var(--_3) var(--_4);
    border-radius: var(--_radius-control);
    background: var(--_tint);
    overflow-wrap: anywhere;
  }
  .context > .thumb {
    inline-size: 40px;
    block-size: 40px;
  }
  textarea.input {
    max-block-size: 24em;
  }
  /* Empty it takes no room, and still is there to be heard. */
  .status:empty {
    position: absolute;
  }
  .facts {
    align-items: baseline;
  }
  @container host (inline-size < 420px) {
    .context {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .context > .button {
      grid-column: 2;
      justify-self: start;
      margin-inline-start: -0.5em;
    }
    .card > .actions {
      display: grid;
    }
  }
`;
