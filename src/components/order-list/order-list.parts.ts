import { blankParts } from '../../ui/views/blank.js';
import { noticeParts } from '../../ui/views/notice.js';
import { orderLinesParts } from '../../ui/views/order-lines.js';
import { remedyActionsParts } from '../../ui/views/remedy-actions.js';
import { requestProgressParts } from '../../ui/views/request-progress.js';
import { statusBadgeParts } from '../../ui/views/status-badge.js';

/** Part, state and slot names of `<order-list>`: the template uses them, the documentation check compares them. */
export const parts = {
  'list-header': 'Heading, and how many orders are shown.',
  'list-title': 'The heading of the list.',
  toolbar: 'Search and filter.',
  search: 'The search form.',
  input: 'The search field.',
  filters: 'The filter by status.',
  filter: 'One status to filter by.',
  banner: 'What holds for all orders: offline, signed out, not loaded.',
  orders: 'The list of orders.',
  order: 'One order; its status as a second part: `order-shipped`.',
  'order-header': 'Number, status, total, date.',
  'order-number': 'The heading of an order.',
  'order-total': 'What it cost; struck through where it is another figure today.',
  'order-meta': 'Date, payment, seller.',
  'order-count': 'How many items.',
  'order-links': 'Links to the shop’s own pages about the order.',
  'withdrawal-entry': 'The statutory withdrawal: until when, and its control.',
  'withdraw-action': 'The control with the statutory label.',
  more: 'Folds the items beyond the first three.',
  'more-summary': 'Unfolds them.',
  sellers: 'The items by seller, where there are several.',
  seller: 'One seller’s items.',
  'seller-name': 'Who sells them.',
  'seller-state':
    'The story of this seller’s items; its tone as a second part: `seller-state-warning`.',
  'cancel-action': 'The button that opens the dialog.',
  'retract-action': 'The button that takes a request back.',
  'check-action': 'The button that asks the shop what became of a request.',
  'resend-action': 'The button that sends a request again that did not arrive.',
  'confirm-action': 'The button that opens the dialog to confirm a request.',
  'more-action': 'The button that loads more orders.',
  'list-footer': 'The button that loads more orders, and how many are shown.',
  ...blankParts,
  ...noticeParts,
  ...orderLinesParts,
  ...remedyActionsParts,
  ...requestProgressParts,
  ...statusBadgeParts,
} as const;

export const states = {
  loading: 'Nothing to show yet.',
  empty: 'There is no order.',
  failed: 'The orders could not be read.',
  busy: 'More orders, or the same ones anew, are being read.',
  offline: 'There is no connection.',
  pending: 'A request is under way that the shop has not answered.',
} as const;

export const slots = {
  heading: 'In place of the heading.',
  empty: 'In place of what is said when there is no order.',
  'order-actions:{orderId}': 'More actions for one order.',
} as const;
