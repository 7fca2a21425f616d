import { css } from 'lit';

export const styles = css`
  .stack {
    display: grid;
    gap: var(--_4);
  }
  .status {
    display: grid;
    gap: var(--_5);
    padding: var(--_5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .status-header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--_4);
    align-items: center;
  }
  .status-title {
    font-size: var(--_title);
    letter-spacing: -0.01em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .status-title:dir(rtl) {
    letter-spacing: 0;
  }
  .status-meta {
    color: var(--_muted);
    font-size: var(--_small);
  }
  /* "C-1042-1" stays in one piece. */
  .status-meta > bdi {
    display: inline-block;
  }
  .status-main,
  .status-side {
    display: grid;
    align-content: start;
    gap: var(--_5);
    min-inline-size: 0;
    text-wrap: pretty;
  }
  .status-compact {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--_3);
    align-items: center;
    padding: var(--_3) var(--_4);
    border: 1px solid color-mix(in srgb, var(--_tone) 18%, transparent);
    border-radius: var(--_radius-control);
    background: color-mix(in srgb, var(--_tone) 5%, transparent);
  }
  .status-compact > .icon {
    color: var(--_tone);
  }
  .compact-text {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_3);
    align-items: baseline;
  }
  .compact-text > .panel-text {
    color: var(--_muted);
  }
  @container host (inline-size >= 820px) {
    .status {
      grid-template-columns: minmax(0, 1fr) minmax(19em, 38%);
      gap: var(--_5) var(--_8);
      padding: var(--_6);
    }
    .status > :not(.status-main, .status-side),
    .status-main:not(:has(+ .status-side)) {
      grid-column: 1 / -1;
    }
  }
  @container host (inline-size < 420px) {
    .status {
      padding: var(--_4);
    }
    .status-compact {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .status-compact > .link {
      grid-column: 2;
      justify-self: start;
    }
  }
`;
