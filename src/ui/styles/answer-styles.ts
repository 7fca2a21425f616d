import { css } from 'lit';
import { markStyles } from './mark-styles.js';

/** What has come of something, beside its mark. */
export const answerStyles = css`
  ${markStyles}
  .answer {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_1) var(--_4);
    align-items: start;
  }
  .answer-text {
    display: grid;
    gap: var(--_2);
    align-content: center;
    min-block-size: 44px;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
`;
