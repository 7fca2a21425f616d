import { css } from 'lit';

/** The frame, before its view has come. */
export const styles = css`
  :host(:not([presentation='inline'])) {
    position: absolute;
  }
  .dialog {
    --_top: clamp(16px, 8dvb, 96px);
    inline-size: min(var(--cancel-dialog-width, var(--_width, 36em)), 100vi - 32px);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.35);
  }
  /* Its upper edge stays where it is, however long what it shows becomes. */
  .dialog:modal {
    margin: var(--_top) auto auto;
  }
`;
