import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { OrderListElement } from '../src/components/order-list/order-list.js';
import { createControllableAdapter, createSampleOrders } from '../src/testing/index.js';
import { createMemoryAdapter, type MemoryOrder } from '../src/adapters/memory/index.js';
import '../src/define/order-list.js';
import '../src/define/cancel-dialog.js';
import { flow, imageUrl, part, press, shopWith, text } from './story-shop.js';

type Args = Pick<OrderListElement, 'pageSize' | 'headingLevel' | 'density'>;

const meta: Meta<Args> = {
  title: 'Elements/Order list',
  component: 'order-list',
  args: { pageSize: 20, headingLevel: 2, density: 'comfortable' },
  argTypes: {
    density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
  },
};
export default meta;

type Story = StoryObj<Args>;

const list = (args: Args) => html`
  <order-list
    page-size=${args.pageSize}
    heading-level=${args.headingLevel}
    density=${args.density}
  ></order-list>
  <cancel-dialog></cancel-dialog>
`;

/** One row per story: the order stands alone, so that its state is all there is to see. */
const row = (pick: Parameters<typeof shopWith>[0], shows: string): Story => ({
  parameters: { shows },
  render: (args) => flow(shopWith(pick), list(args)),
});

/** Everything at once, as a shopper's history looks. */
export const Playground: Story = {
  parameters: { shows: 'Your orders' },
  render: (args) =>
    flow(
      createMemoryAdapter({ orders: (now) => createSampleOrders({ now, imageUrl }) }),
      list(args),
    ),
};

export const CanBeCanceled: Story = row(({ openOrder }) => [openOrder], 'You can cancel until');

export const AskedWhenOpened: Story = row(({ askOrder }) => [askOrder], 'Cancel order');

export const TooLate: Story = row(({ shippedOrder }) => [shippedOrder], 'Too late to cancel');

export const Delivered: Story = row(({ deliveredOrder }) => [deliveredOrder], 'Delivered');

export const MadeForYou: Story = row(({ customMadeOrder }) => [customMadeOrder], 'Order 10');

export const Requested: Story = row(
  ({ requestedOrder }) => [requestedOrder],
  'Cancellation requested',
);

export const Processing: Story = row(
  ({ processingOrder }) => [processingOrder],
  'The shop is canceling your order',
);

export const Overdue: Story = row(
  ({ overdueOrder }) => [overdueOrder],
  'This takes longer than usual',
);

export const RefundOnItsWay: Story = row(
  ({ refundPendingOrder }) => [refundPendingOrder],
  'Refund on its way',
);

export const RefundIssued: Story = row(({ canceledOrder }) => [canceledOrder], 'Refund issued');

export const NothingWasCharged: Story = row(
  ({ refundReleasedOrder }) => [refundReleasedOrder],
  'Canceled',
);

export const RefundFailed: Story = row(
  ({ refundFailedOrder }) => [refundFailedOrder],
  'The refund did not go through',
);

export const PartlyCanceled: Story = row(
  ({ partlyCanceledOrder }) => [partlyCanceledOrder],
  'Canceled',
);

export const Declined: Story = row(
  ({ declinedOrder }) => [declinedOrder],
  'The shop could not cancel this order',
);

export const Marketplace: Story = row(({ marketplaceOrder }) => [marketplaceOrder], 'Sold by');

export const LongNames: Story = row(({ longNamesOrder }) => [longNamesOrder], 'Order WEB-2026');

export const Compact: Story = {
  args: { density: 'compact' },
  parameters: { shows: 'Your orders' },
  render: (args) =>
    flow(
      shopWith((orders) => [orders.openOrder, orders.shippedOrder, orders.canceledOrder]),
      list(args),
    ),
};

export const LoadMore: Story = {
  args: { pageSize: 3 },
  parameters: { shows: 'Showing 3 of' },
  render: Playground.render!,
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'order-list', 'more-action');
    await text(canvasElement, 'order-list', 'Showing 6 of');
  },
};

/** The shape of what comes, while nothing has come. */
export const Loading: Story = {
  parameters: { shows: 'Your orders', loading: true },
  render: (args) => flow(createControllableAdapter(), list(args)),
};

export const Empty: Story = {
  parameters: { shows: 'No orders yet' },
  render: (args) =>
    flow(
      shopWith(() => []),
      list(args),
    ),
};

export const NotLoaded: Story = {
  parameters: { shows: 'Your orders could not be loaded' },
  render: (args) =>
    flow(
      shopWith(() => [], { scenario: 'lost-reads' }),
      list(args),
    ),
};

export const SignedOut: Story = {
  parameters: { shows: 'Sign in' },
  render: (args) =>
    flow(
      shopWith(() => [], { scenario: 'signed-out' }),
      list(args),
    ),
};

/** Hostile data beside good: one bad order never hides the others. */
export const BrokenData: Story = {
  parameters: { shows: 'Order 1042' },
  render: (args) =>
    flow(
      shopWith(({ openOrder, shippedOrder }) => [openOrder, shippedOrder], {
        scenario: 'broken-data',
      }),
      list(args),
    ),
};

/** The answer to the request was lost: nobody knows yet whether it arrived. */
export const Unconfirmed: Story = {
  parameters: { shows: 'Order 1042' },
  render: (args) =>
    flow(
      shopWith(({ openOrder }) => [openOrder], { scenario: 'lost-requests' }),
      list(args),
    ),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'order-list', 'cancel-action');
    await text(canvasElement, 'cancel-dialog', 'Cancel order 1042?');
    await press(canvasElement, 'cancel-dialog', 'button-danger');
    await part(canvasElement, 'order-list', 'check-action');
  },
};

/** A shop's own words and actions in the places that are kept for them. */
export const Slots: Story = {
  parameters: { shows: 'What you bought from us' },
  render: () =>
    flow(
      shopWith(({ openOrder }: { openOrder: MemoryOrder }) => [openOrder]),
      html`<order-list>
          <h2 slot="heading">What you bought from us</h2>
          <a slot="order-actions:order-1042" href="#gift">Send as a gift</a>
        </order-list>
        <cancel-dialog></cancel-dialog>`,
    ),
};
