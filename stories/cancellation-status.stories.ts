import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { MemoryAdapterOptions } from '../src/adapters/memory/index.js';
import type { CancellationStatusElement } from '../src/components/cancellation-status/cancellation-status.js';
import { createNamedOrders, type SampleName } from '../src/testing/index.js';
import '../src/define/cancel-dialog.js';
import '../src/define/cancellation-status.js';
import { flow, press, shopWith, text } from './story-shop.js';

type Args = Pick<CancellationStatusElement, 'compact'>;

const meta: Meta<Args> = {
  title: 'Elements/Cancellation status',
  component: 'cancellation-status',
  args: { compact: false },
};
export default meta;

type Story = StoryObj<Args>;

const ids = createNamedOrders();

/** One order's story, as its own page would show it. */
const statusOf = (
  name: SampleName,
  shows: string,
  options: Omit<MemoryAdapterOptions, 'orders'> = {},
): Story => ({
  parameters: { shows },
  render: ({ compact }) =>
    flow(
      shopWith((orders) => [orders[name]], options),
      html`<cancellation-status
        order-id=${ids[name].id}
        ?compact=${compact}
        shopping-url="#shop"
        purchases-url="#orders"
      ></cancellation-status>`,
    ),
});

export const Playground: Story = statusOf('requestedOrder', 'Cancellation requested');

export const Compact: Story = {
  ...statusOf('requestedOrder', 'Cancellation requested'),
  args: { compact: true },
};

export const Processing: Story = statusOf('processingOrder', 'The shop is canceling your order');

export const Overdue: Story = statusOf('overdueOrder', 'This takes longer than usual');

export const RefundOnItsWay: Story = statusOf('refundPendingOrder', 'is canceled');

export const RefundIssued: Story = statusOf('canceledOrder', 'is canceled');

export const NothingWasCharged: Story = statusOf('refundReleasedOrder', 'is canceled');

export const RefundFailed: Story = statusOf('refundFailedOrder', 'Contact support');

export const PartlyCanceled: Story = statusOf('partlyCanceledOrder', 'partly canceled');

export const Declined: Story = statusOf('declinedOrder', 'could not cancel');

export const Empty: Story = {
  parameters: { shows: 'Nothing is being canceled' },
  render: () =>
    flow(
      shopWith(() => []),
      html`<cancellation-status>
        <p slot="empty">Nothing is being canceled.</p>
      </cancellation-status>`,
    ),
};

export const NotLoaded: Story = statusOf('requestedOrder', 'Try again', { scenario: 'lost-reads' });

export const SignedOut: Story = statusOf('requestedOrder', 'Sign in', { scenario: 'signed-out' });

/** Confirmed a moment ago; the answer was lost. */
export const Unconfirmed: Story = {
  parameters: { shows: 'Keep order' },
  render: () =>
    flow(
      shopWith(({ openOrder }) => [openOrder], { scenario: 'lost-requests' }),
      html`<cancel-dialog order-id="order-1042" open presentation="inline"></cancel-dialog>
        <cancellation-status></cancellation-status>`,
    ),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'cancel-dialog', 'button-danger');
    await text(canvasElement, 'cancellation-status', 'Check now');
  },
};

/** Taken back while the shop still allows it. */
export const TakenBack: Story = {
  ...statusOf('requestedOrder', 'Cancellation requested'),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'cancellation-status', 'retract-action');
    await text(canvasElement, 'cancellation-status', 'back');
  },
};
