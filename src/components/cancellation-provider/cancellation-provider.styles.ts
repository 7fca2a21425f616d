import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  :host([hidden]) {
    display: none;
  }

  [part='live-region'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
