import { css } from 'lit';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { fieldStyles } from '../../ui/styles/field-styles.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { motionStyles } from '../../ui/styles/motion-styles.js';
import { panelStyles } from '../../ui/styles/panel-styles.js';
import { preferenceStyles } from '../../ui/styles/preference-styles.js';
import { blankStyles } from '../../ui/views/blank.js';
import { noticeStyles } from '../../ui/views/notice.js';
import { orderLinesStyles } from '../../ui/views/order-lines.js';
import { requestProgressStyles } from '../../ui/views/request-progress.js';
import { statusBadgeStyles } from '../../ui/views/status-badge.js';
import { rowStyles } from './order-row.styles.js';

const frameStyles = css`
  .list-header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_4);
    align-items: baseline;
    justify-content: space-between;
    margin-block-end: var(--_4);
    border-radius: var(--_radius-control);
  }
  .list-title {
    font-size: 1.5em;
    letter-spacing: -0.015em;
  }
  :is(.list-title, .order-number):dir(rtl) {
    letter-spacing: 0;
  }
  .toolbar {
    display: grid;
    gap: var(--_3);
    margin-block-end: var(--_5);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  .filter {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 36px;
    padding: 0.25em 0.9em;
    border: 1px solid var(--_border-button);
    border-radius: 99px;
    font-size: 0.875em;
    font-weight: 500;
    cursor: pointer;
  }
  .filter > input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .filter > .icon {
    display: none;
    inline-size: 1em;
    block-size: 1em;
  }
  .filter:hover {
    background: var(--_hover);
  }
  .filter:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }
  .filter:has(:checked) > .icon {
    display: block;
  }
  .filter:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .banner {
    margin-block-end: var(--_4);
  }
  .orders {
    display: grid;
    gap: var(--order-list-gap, var(--_4));
    /* Not none: Safari would no longer call it a list. */
    list-style-type: '';
  }
  .list-footer {
    display: grid;
    justify-items: center;
    gap: var(--_2);
    margin-block-start: var(--_5);
  }
  .list-footer > .note {
    justify-self: stretch;
  }
  .compact > .orders {
    gap: var(--order-list-gap, var(--_2));
  }
  @container host (inline-size >= 760px) {
    .toolbar {
      display: flex;
      align-items: center;
    }
    /* The filters come first: the search takes what they leave on the row. */
    .search {
      flex: 1 0 14em;
      max-inline-size: 22em;
    }
    .filters:not(:only-child) {
      justify-content: end;
      margin-inline-start: auto;
    }
  }
`;

export const styles = [
  ...[hostStyles, buttonStyles, fieldStyles, motionStyles],
  ...[panelStyles, requestProgressStyles, statusBadgeStyles, orderLinesStyles],
  ...[noticeStyles, blankStyles, frameStyles, rowStyles, preferenceStyles],
];
