import { css } from 'lit';

/** The story of the cancellation: in the list beside the items (`panel`), in dialog and status with its mark (`answer`). */
export const panelStyles = css`
  .panel {
    display: flex;
    flex-direction: column;
    gap: var(--_2);
    min-inline-size: 0;
    padding: var(--_4) var(--_5);
    border-block-start: 1px solid color-mix(in srgb, var(--_tone) 18%, transparent);
  }
  /* A tint means: something is going on here. Without a tone the panel is as plain as the items beside it. */
  .panel.tone-pending {
    background: color-mix(in srgb, var(--_tone) 4.5%, transparent);
  }
  .panel:is(.tone-danger, .tone-warning, .tone-success) {
    background: color-mix(in srgb, var(--_tone) 7%, transparent);
  }
  .panel-body {
    display: grid;
    gap: var(--_2);
    align-content: start;
    min-inline-size: 0;
  }
  .panel-heading {
    display: flex;
    gap: var(--_2);
    align-items: start;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }
  .panel-heading > .icon {
    margin-block-start: 0.05em;
    color: var(--_tone);
  }
  .panel-text {
    text-wrap: pretty;
  }
  .panel-fine {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .panel > .actions {
    margin-block-start: auto;
    padding-block-start: var(--_2);
  }
  @container host (inline-size >= 560px) {
    .panel:has(> .actions) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--_6);
    }
    .panel > .actions {
      flex-direction: column;
      align-items: stretch;
      align-self: center;
      margin: 0;
      padding: 0;
    }
    .panel > .actions > .link {
      justify-content: center;
    }
  }
  @container host (inline-size >= 820px) {
    .panel,
    .panel:has(> .actions) {
      display: flex;
      gap: var(--_2);
      padding: var(--_5) var(--_6);
      border-block-start: 0;
      border-inline-start: 1px solid color-mix(in srgb, var(--_tone) 18%, transparent);
    }
    .panel > .actions {
      flex-direction: row;
      align-items: center;
      align-self: auto;
      margin-block-start: auto;
      padding-block-start: var(--_2);
    }
  }
  @container host (inline-size < 420px) {
    .panel {
      padding-inline: var(--_4);
    }
    .panel > .actions {
      display: grid;
      inline-size: 100%;
    }
    .panel > .actions > .link {
      justify-content: center;
      min-block-size: 36px;
    }
  }
`;
