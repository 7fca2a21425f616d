import { copyControlParts } from '../../ui/views/copy-control.js';
import { blankParts } from '../../ui/views/blank.js';
import { noticeParts } from '../../ui/views/notice.js';
import { orderLinesParts } from '../../ui/views/order-lines.js';
import { receiptParts } from '../../ui/views/receipt.js';
import { refundLineParts } from '../../ui/views/refund-line.js';
import { remedyActionsParts } from '../../ui/views/remedy-actions.js';
import { statusBadgeParts } from '../../ui/views/status-badge.js';
import { timelineParts } from '../../ui/views/timeline.js';

/** Part, state and slot names of `<cancellation-status>`: the template uses them, the documentation check compares them. */
export const parts = {
  status: 'One request; its state as a second part: `status-requested`, `status-sending`.',
  'status-header': 'Mark, headline and order.',
  'status-title': 'What is the case.',
  'status-meta': 'Order, request and seller.',
  'status-main': 'The sentence, what has happened, and what became of each item.',
  'status-side': 'The refund.',
  'status-footer': 'What can be done.',
  'status-compact': 'The one line of `compact`; its state as a second part.',
  'panel-text': 'One sentence about it.',
  ...copyControlParts,
  ...timelineParts,
  ...refundLineParts,
  ...statusBadgeParts,
  ...orderLinesParts,
  ...noticeParts,
  ...receiptParts,
  ...remedyActionsParts,
  ...blankParts,
} as const;

export const states = {
  loading: 'The order is on its way.',
  empty: 'There is no cancellation to tell about.',
  failed: 'The order could not be read.',
  busy: 'Something is being sent.',
  pending: 'A request is open.',
} as const;

export const slots = {
  empty: 'Shown where there is no cancellation to tell about, in place of ours.',
} as const;
