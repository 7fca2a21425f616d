import { css } from 'lit';

/**
 * The ground under every element: `.scope` is the one wrapper in its shadow root.
 * Tokens become private roles here and not on the host, so that a host page's rule for the tag cannot break them.
 * Every chain ends in something native: neutrals are mixed from the page's own text color, on any background.
 */
export const hostStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .scope {
    --_accent: var(--rescind-color-accent, currentColor);
    /* Where colors cannot be computed from others, half of each tone is the text's: legible on any ground. */
    --_danger: var(--rescind-color-danger, color-mix(in srgb, #b3261e, currentColor));
    --_warning: var(--rescind-color-warning, color-mix(in srgb, #8f5600, currentColor));
    --_success: var(--rescind-color-success, color-mix(in srgb, #1b6e44, currentColor));
    --_muted: var(--rescind-color-muted, color-mix(in srgb, currentColor 70%, transparent));
    --_border: var(--rescind-color-border, color-mix(in srgb, currentColor 15%, transparent));
    --_border-control: color-mix(
      in srgb,
      currentColor 56%,
      var(--rescind-color-border, transparent)
    );
    --_border-button: color-mix(in srgb, currentColor 30%, transparent);
    --_tint: color-mix(in srgb, currentColor 4.5%, transparent);
    --_hover: color-mix(in srgb, currentColor 7%, transparent);
    --_surface: var(--rescind-color-surface, transparent);
    --_tone: currentColor;
    --_1: var(--rescind-space, 4px);
    --_2: calc(var(--_1) * 2);
    --_3: calc(var(--_1) * 3);
    --_4: calc(var(--_1) * 4);
    --_5: calc(var(--_1) * 5);
    --_6: calc(var(--_1) * 6);
    --_8: calc(var(--_1) * 8);
    --_radius: var(--rescind-radius, 12px);
    --_radius-control: min(var(--_radius), 8px);
    /* Three sizes: titles, the page's own, and the small print. Relative to what is around, so none stands inside another. */
    --_title: 1.375em;
    --_small: max(0.875em, 12px);
    container: host / inline-size;
    color: var(--rescind-color-text, inherit);
    /* The page's own, but never so small that the small print is not read: html { font-size: 62.5% } alone makes 10px. */
    font-size: var(--rescind-font-size, max(1em, 14px));
    line-height: 1.5;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  /*
   * Each tone has a value beside dark text and one beside light text; how light the text around is decides, whatever the page says of
   * its color-scheme. Both ends are exact: #b3261e or #ff9b90, #8f5600 or #f0b64a, #1b6e44 or #71d19d.
   */
  @supports (color: oklch(from currentColor l c h)) {
    .scope {
      --_up: (l - 0.6) * 1e4;
      --_down: (0.6 - l) * 1e4;
      --_danger: var(
        --rescind-color-danger,
        oklch(
          from currentColor clamp(0.501, var(--_up), 0.79) clamp(0.122, var(--_down), 0.178) 28 / 1
        )
      );
      --_warning: var(
        --rescind-color-warning,
        oklch(
          from currentColor clamp(0.507, var(--_up), 0.811) clamp(0.112, var(--_up), 0.139)
            clamp(66.7, var(--_up), 79.8) / 1
        )
      );
      --_success: var(
        --rescind-color-success,
        oklch(
          from currentColor clamp(0.479, var(--_up), 0.788) clamp(0.103, var(--_up), 0.119) 157 / 1
        )
      );
    }
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :is(h1, h2, h3, h4, h5, h6, p, dl, dd, ol, ul, figure, fieldset, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  /* Not none: Safari would no longer call it a list. */
  :is(ol, ul) {
    list-style: '';
  }
  :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1em;
    font-weight: 600;
    line-height: 1.3;
  }
  strong {
    font-weight: 600;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :is(.badge, .button, .link, .line-outcome) > .icon {
    inline-size: 1em;
    block-size: 1em;
    stroke-width: 1.8;
  }
  .icon-directional:dir(rtl) {
    scale: -1 1;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: var(--_small);
  }
  .fine {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .money {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .tone-danger {
    --_tone: var(--_danger);
  }
  .tone-warning {
    --_tone: var(--_warning);
  }
  .tone-success {
    --_tone: var(--_success);
  }
  .tone-pending {
    --_tone: var(--_accent);
  }
`;
