import { css } from 'lit';

/** The spinner, a turning arc that still is three quarters of a ring; bones of a skeleton; what breathes while it waits. */
export const motionStyles = css`
  .spinner {
    flex: none;
    display: inline-block;
    inline-size: 1.125em;
    block-size: 1.125em;
    border: 2px solid color-mix(in srgb, currentColor 25%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: turn 900ms linear infinite;
  }
  .bone {
    display: block;
    block-size: 0.85em;
    border-radius: 4px;
    background: color-mix(in srgb, currentColor 9%, transparent);
    animation: breathe 1600ms ease-in-out infinite alternate;
  }
  .bone-short {
    inline-size: 28%;
  }
  .bone-medium {
    inline-size: 55%;
  }
  .bone-long {
    inline-size: 88%;
  }
  .bone-amount {
    inline-size: 4em;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
