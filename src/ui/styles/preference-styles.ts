import { css } from 'lit';

/** What the reader asked the system for, of what more than one element draws. Last in each element's list of styles, so that it has the last word. */
export const preferenceStyles = css`
  @media (prefers-contrast: more) {
    .scope {
      --_muted: currentColor;
      --_border: currentColor;
      --_border-button: currentColor;
      --_border-control: currentColor;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    :is(.badge, .note, .refund, .status-compact, .consequences, .still, .context, .seller-state) {
      border: 1px solid CanvasText;
    }
    .note-plain {
      border: 0;
    }
    :is(.button-primary, .button-danger):not([aria-disabled='true']) {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonText;
    }
    :is(.button-primary, .button-danger):not([aria-disabled='true']) > .label {
      color: ButtonFace;
    }
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
    .progress > .done {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
    }
    .progress > .current {
      border-color: Highlight;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
