import { css } from 'lit';

/** An icon in a round of its tone. */
export const markStyles = css`
  .mark {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_tone) 11%, transparent);
    color: var(--_tone);
  }
  .mark > * {
    inline-size: 24px;
    block-size: 24px;
  }
`;
