import { css } from 'lit';

/** What has come of something, beside its mark. */
export const answerStyles = css`
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
    align-content: center;
    min-block-size: 44px;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
`;
