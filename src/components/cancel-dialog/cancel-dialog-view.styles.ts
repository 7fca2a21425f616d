import { css, type CSSResult } from 'lit';
import { amountsStyles } from '../../ui/styles/amounts-styles.js';
import { answerStyles } from '../../ui/styles/answer-styles.js';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { cardStyles } from '../../ui/styles/card-styles.js';
import { fieldStyles } from '../../ui/styles/field-styles.js';
import { inputStyles } from '../../ui/styles/input-styles.js';
import { panelStyles } from '../../ui/styles/panel-styles.js';
import { preferenceStyles } from '../../ui/styles/preference-styles.js';
import { noticeStyles } from '../../ui/views/notice.js';
import { orderLinesStyles } from '../../ui/views/order-lines.js';
import { copyControlStyles } from '../../ui/views/copy-control.js';
import { previewStyles } from '../../ui/views/preview.js';
import { requestProgressStyles } from '../../ui/views/request-progress.js';
import { dialogButtonStyles } from './dialog-button-styles.js';
import { stepStyles } from './step-styles.js';

const frameStyles = css`
  .dialog-wide {
    --_width: 60em;
  }
  .dialog {
    container: dialog / inline-size;
    overflow: clip;
  }
  .dialog[hidden] {
    display: none;
  }
  section.dialog {
    inline-size: auto;
  }
  .dialog:modal {
    display: flex;
    flex-direction: column;
    max-inline-size: none;
    max-block-size: min(52em, 100dvb - var(--_top) - 16px);
    padding: 0;
    background: var(--rescind-color-surface, Canvas);
    color: var(--rescind-color-text, color-mix(in srgb, CanvasText 88%, Canvas));
    /* Top layer or not: an invisible ancestor would hide it, and leave the page frozen. */
    visibility: visible;
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.06),
      0 24px 60px -12px rgb(0 0 0 / 0.28);
  }
  /* Figures and hints come while the question stands: its answers stay where they are. */
  .dialog-asks:modal {
    block-size: 46em;
  }
  @supports (color: light-dark(#000, #fff)) {
    .dialog:modal {
      background: var(
        --rescind-color-surface,
        light-dark(Canvas, color-mix(in oklab, Canvas 93%, CanvasText))
      );
    }
  }
  .dialog::backdrop {
    background: rgb(15 17 22 / 0.45);
  }
  .dialog-header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_3);
    align-items: start;
    padding: var(--_5) var(--_6) var(--_4);
  }
  .dialog-title {
    font-size: var(--_title);
    letter-spacing: -0.015em;
    line-height: 1.25;
    text-wrap: balance;
  }
  .dialog-title:dir(rtl) {
    letter-spacing: 0;
  }
  /* Focused so that it is read; it is nothing to press. */
  .dialog-title:focus-visible {
    outline: none;
  }
  .dialog-subtitle {
    grid-column: 1;
    margin-block-start: var(--_1);
    color: var(--_muted);
    font-size: var(--_small);
  }
  .dialog-header > .icon-button {
    grid-area: 1 / 2;
    margin: -4px;
    margin-inline-end: -8px;
  }
  .dialog-body {
    display: grid;
    align-content: start;
    gap: var(--_6);
    padding: var(--_1) var(--_6) var(--_6);
  }
  .dialog:modal > .dialog-body {
    flex: auto;
    overflow-y: auto;
    scrollbar-gutter: stable;
    overscroll-behavior: contain;
  }
  .dialog-body > .notice {
    grid-column: 1 / -1;
  }
  .dialog-column {
    display: grid;
    align-content: start;
    gap: var(--_6);
    min-inline-size: 0;
  }
  .dialog-footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3);
    align-items: center;
    justify-content: end;
    padding: var(--_4) var(--_6);
    border-block-start: 1px solid var(--_border);
  }
  .footer-note {
    flex: 1 1 11em;
    text-wrap: balance;
    color: var(--_muted);
    font-size: var(--_small);
  }
  /* Both answers stay side by side and weigh the same. */
  .dialog-footer > .actions {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
  }
  .dialog-footer > .actions > .button {
    padding-inline: var(--_3);
    min-block-size: 44px;
    min-inline-size: 8.5em;
  }
  @container dialog (inline-size >= 720px) {
    .dialog-wide.dialog-asks > .dialog-body {
      grid-template-columns: minmax(0, 1fr) minmax(0, 22em);
      align-items: start;
    }
  }
  @container dialog (inline-size < 480px) {
    .dialog-header {
      padding: var(--_4) var(--_4) var(--_3);
    }
    .dialog-body {
      padding: var(--_1) var(--_4) var(--_5);
    }
    .dialog-footer {
      flex-direction: column;
      align-items: stretch;
      padding: var(--_3) var(--_4) var(--_4);
    }
    .footer-note {
      flex: none;
    }
    .dialog-footer > .actions {
      grid-auto-flow: row;
    }
  }
  /* A label does not give way to its spinner. */
  .label > .spinner {
    inline-size: 1em;
    block-size: 1em;
    margin-inline-start: calc(-1em - var(--_2));
  }
  @media (width < 480px) {
    .dialog:modal {
      inline-size: 100%;
      block-size: calc(100dvb - 24px);
      max-block-size: none;
      margin-block: 24px 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      padding-block-end: env(safe-area-inset-bottom);
    }
  }
  /* As low as a telephone on its side, or any window at 400 % zoom: all of it scrolls, and nothing covers what has focus. */
  @media (height < 480px) {
    .dialog:modal {
      display: block;
      overflow-y: auto;
      overscroll-behavior: contain;
    }
    .dialog:modal > .dialog-body {
      overflow: visible;
    }
  }
`;

/** Adopted when the view has come; what the reader asked the system for has the last word. */
export const viewStyles: readonly CSSResult[] = [
  ...[buttonStyles, inputStyles, fieldStyles, cardStyles, amountsStyles, panelStyles, noticeStyles],
  ...[orderLinesStyles, previewStyles, requestProgressStyles, copyControlStyles],
  ...[dialogButtonStyles, frameStyles, answerStyles, stepStyles, preferenceStyles],
];
