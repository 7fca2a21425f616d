import { css } from 'lit';
import { buttonStyles } from '../../ui/styles/button-styles.js';
import { hostStyles } from '../../ui/styles/host-styles.js';
import { inputStyles } from '../../ui/styles/input-styles.js';
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
  /* A heading of the page's stands where ours would. */
  .list-header ::slotted(*) {
    margin: 0;
    font-size: var(--_title);
    font-weight: 600;
    line-height: 1.3;
  }
  .order-main ::slotted(a) {
    justify-self: start;
    color: inherit;
    font-size: var(--_small);
    text-underline-offset: 3px;
  }
  .list-title {
    font-size: var(--_title);
    letter-spacing: -0.015em;
  }
  :is(.list-title, .order-number):dir(rtl) {
    letter-spacing: 0;
  }
  .toolbar {
    min-block-size: 42px;
    margin-block-end: var(--_5);
  }
  .banner {
    margin-block-end: var(--_4);
  }
  .orders {
    display: grid;
    /* Never wider than its place: a row drawn for a wide one would hold it open. */
    grid-template-columns: minmax(0, 1fr);
    gap: var(--order-list-gap, var(--_4));
  }
  /* A screen of them: what stands below waits out of sight. */
  .orders:has(> .skeleton) {
    align-content: start;
    min-block-size: 100vb;
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
`;

export const styles = [
  ...[hostStyles, buttonStyles, inputStyles, motionStyles],
  ...[panelStyles, requestProgressStyles, statusBadgeStyles, orderLinesStyles],
  ...[noticeStyles, blankStyles, frameStyles, rowStyles, preferenceStyles],
];
