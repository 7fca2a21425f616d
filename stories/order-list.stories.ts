import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { OrderListElement } from '../src/components/order-list/order-list.js';
import { createControllableAdapter } from '../src/testing/index.js';
import '../src/define/order-list.js';
import '../src/define/cancel-dialog.js';
import { inFrame } from './story-frame.js';
import {
  flow,
  flowCutOff,
  flowInHaste,
  holding,
  shopWith,
  wholeShop,
  type ShopOptions,
} from './story-shop.js';
import { after, chooses, confirms, presses, refreshes, sees, shop, types } from './story-steps.js';

type Args = Pick<OrderListElement, 'pageSize' | 'headingLevel' | 'density'>;
type Story = StoryObj<Args>;
type Orders = Parameters<typeof shopWith>[0];

const meta: Meta<Args> = {
  title: 'Elements/Order list',
  component: 'order-list',
  args: { pageSize: 20, headingLevel: 2, density: 'comfortable' },
  argTypes: {
    density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
  },
  parameters: { controls: { include: ['pageSize', 'headingLevel', 'density'] } },
};
export default meta;

const list = ({ pageSize, headingLevel, density }: Args) => html`
  <order-list page-size=${pageSize} heading-level=${headingLevel} density=${density}></order-list>
  <cancel-dialog></cancel-dialog>
`;

/** Orders by name, as they are. */
const shows = (words: string, pick: Orders, options?: ShopOptions): Story => ({
  parameters: { shows: words },
  render: (args) => flow(() => shopWith(pick, options), list(args)),
});

const open: Orders = ({ openOrder }) => [openOrder];
const opens = presses('order-list', 'cancel-action');
const closes = chooses('cancel-dialog', 'Close');

export const Playground: Story = shows('Your orders', (orders) => [
  ...[orders.openOrder, orders.marketplaceOrder, orders.requestedOrder],
  ...[orders.shippedOrder, orders.refundPendingOrder],
]);

/** A shopper's whole history, page by page. */
export const WholeHistory: Story = {
  parameters: { shows: 'Your orders' },
  render: (args) => flow(() => wholeShop(), list(args)),
};

export const CanBeCanceled: Story = shows('You can cancel until', open);

export const AskedWhenOpened: Story = shows('Cancel order', ({ askOrder }) => [askOrder]);

export const TooLate: Story = shows('Too late to cancel', ({ shippedOrder }) => [shippedOrder]);

export const Delivered: Story = shows('Start a return', ({ deliveredOrder }) => [deliveredOrder]);

export const MadeForYou: Story = shows('Made for you', ({ customMadeOrder }) => [customMadeOrder]);

export const OnHold: Story = shows('The payment is still open', ({ onHoldOrder }) => [onHoldOrder]);

export const Sending: Story = after(
  {
    parameters: { shows: 'Order 1042' },
    render: (args) => flow(() => holding(shopWith(open), 'requestCancellation'), list(args)),
  },
  ...[opens, ...confirms, closes, sees('order-list', 'Sending the request')],
);

export const Requested: Story = shows('Cancellation requested', ({ requestedOrder }) => [
  requestedOrder,
]);

export const AwaitingConfirmation: Story = after(
  shows('Order 1042', open, { scenario: 'challenge' }),
  ...[opens, ...confirms, sees('cancel-dialog', 'Code from the message'), closes],
  sees('order-list', 'Confirm request'),
);

export const Processing: Story = shows(
  'The shop is canceling this order',
  ({ processingOrder }) => [processingOrder],
);

export const Overdue: Story = shows('This takes longer than usual', ({ overdueOrder }) => [
  overdueOrder,
]);

export const TakenBack: Story = after(
  shows('Cancellation requested', ({ requestedOrder }) => [requestedOrder]),
  presses('order-list', 'retract-action'),
  sees('order-list', 'You took your request back'),
);

export const Declined: Story = shows(
  'The shop could not cancel this order',
  ({ declinedOrder }) => [declinedOrder],
);

export const RefundOnItsWay: Story = shows('Refund on its way', ({ refundPendingOrder }) => [
  refundPendingOrder,
]);

export const RefundIssued: Story = shows('Refund issued', ({ canceledOrder }) => [canceledOrder]);

export const NothingWasCharged: Story = shows('Canceled', ({ refundReleasedOrder }) => [
  refundReleasedOrder,
]);

export const RefundFailed: Story = shows(
  'The refund did not go through',
  ({ refundFailedOrder }) => [refundFailedOrder],
);

export const PartlyCanceled: Story = shows('Partly canceled', ({ partlyCanceledOrder }) => [
  partlyCanceledOrder,
]);

/** Three sellers, three stories. */
export const Marketplace: Story = shows('Sold by', ({ marketplaceOrder }) => [marketplaceOrder]);

export const LongNames: Story = shows('Order WEB-2026', ({ longNamesOrder }) => [longNamesOrder]);

/** The answer was lost: nobody knows yet whether the request arrived. */
export const Unconfirmed: Story = after(
  shows('Order 1042', open, { scenario: 'lost-requests' }),
  ...[opens, ...confirms, sees('cancel-dialog', 'Check now'), closes],
  sees('order-list', 'Check now'),
);

/** Looked long enough: it is not there, and can be sent again. */
export const NotReceived: Story = after(
  {
    parameters: { shows: 'Order 1042' },
    render: (args) => flowInHaste(() => shopWith(open, { scenario: 'lost-requests' }), list(args)),
  },
  ...[opens, ...confirms, sees('cancel-dialog', 'Check now'), closes],
  presses('order-list', 'check-action'),
  sees('order-list', 'The request did not reach the shop'),
);

export const LoadMore: Story = after(
  { ...WholeHistory, args: { pageSize: 3 }, parameters: { shows: 'Showing 3 of' } },
  presses('order-list', 'more-action'),
  sees('order-list', 'Showing 6 of'),
);

export const MoreNotLoaded: Story = after(
  LoadMore,
  shop((adapter) => adapter.setScenario('lost-reads')),
  presses('order-list', 'more-action'),
  sees('order-list', 'More orders could not be loaded'),
);

export const NothingFound: Story = after(
  WholeHistory,
  types('order-list', 'input[type="search"]', 'umbrella'),
  sees('order-list', 'No order matches “umbrella”'),
);

/** The shape of what comes, while nothing has come. */
export const Loading: Story = {
  parameters: { shows: 'Your orders', loading: true },
  render: (args) => flow(createControllableAdapter, list(args)),
};

export const Empty: Story = shows('No orders yet', () => []);

export const NotLoaded: Story = shows('Your orders could not be loaded', () => [], {
  scenario: 'lost-reads',
});

/** What was read before stays. */
export const NotLoadedAgain: Story = after(
  shows('Order 1042', open),
  shop((adapter) => adapter.setScenario('lost-reads')),
  refreshes,
  sees('order-list', 'Your orders could not be loaded'),
);

export const SignedOut: Story = shows('Please sign in', () => [], { scenario: 'signed-out' });

export const SignedOutMeanwhile: Story = after(
  shows('Order 1042', open),
  shop((adapter) => adapter.setScenario('signed-out')),
  refreshes,
  sees('order-list', 'You are signed out'),
);

export const Offline: Story = {
  parameters: { shows: 'You are offline' },
  render: (args) =>
    flowCutOff(
      () => shopWith(open),
      ({ orders }) => orders.step === 'ready',
      list(args),
    ),
};

/** Hostile data beside good: one bad order never hides the others. */
export const BrokenData: Story = shows(
  'Order 1042',
  ({ openOrder, shippedOrder }) => [openOrder, shippedOrder],
  { scenario: 'broken-data' },
);

export const Compact: Story = { ...Playground, args: { density: 'compact' } };

/** As on a telephone: the element measures its own place, not the window. */
export const Narrow: Story = {
  ...Playground,
  render: (args, context) => inFrame('narrow', Playground.render!(args, context)),
};

/** The tokens of another shop, on a page of its own colors. */
export const Theming: Story = {
  ...Playground,
  render: (args, context) => inFrame('shop', Playground.render!(args, context)),
};

/** A shop's own words and actions in the places that are kept for them. */
export const Slots: Story = {
  parameters: { shows: 'What you bought from us' },
  render: () =>
    flow(
      () => shopWith(open),
      html`<order-list>
          <h2 slot="heading">What you bought from us</h2>
          <a slot="order-actions:order-1042" href="#gift">Send as a gift</a>
        </order-list>
        <cancel-dialog></cancel-dialog>`,
    ),
};

export const RightToLeft: Story = {
  ...Playground,
  render: (args, context) => inFrame('rtl', Playground.render!(args, context)),
};
