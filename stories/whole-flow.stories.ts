import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createMemoryAdapter } from '../src/adapters/memory/index.js';
import type { CancellationProviderElement } from '../src/components/cancellation-provider/cancellation-provider.js';
import { createSampleOrders } from '../src/testing/index.js';
import '../src/define/all.js';
import { flow, imageUrl, press, shopWith, text } from './story-shop.js';

const meta: Meta = { title: 'Whole flow', component: 'cancellation-provider' };
export default meta;

/** All elements under one provider, as a shop's account page has them. */
export const AccountPage: StoryObj = {
  parameters: { shows: 'Your orders' },
  render: () =>
    flow(
      createMemoryAdapter({ orders: (now) => createSampleOrders({ now, imageUrl }) }),
      html`<order-list page-size="5"></order-list>
        <cancellation-status></cancellation-status>
        <faq-accordion contact-url="https://shop.example/contact"></faq-accordion>
        <cancel-dialog></cancel-dialog>`,
    ),
};

/** From the button to the receipt. */
export const CancelAnOrder: StoryObj = {
  tags: ['!autodocs'],
  parameters: { shows: 'Order 1042' },
  render: () =>
    flow(
      shopWith(({ openOrder }) => [openOrder], {
        script: {
          processingAfterMs: 200,
          decidedAfterMs: 400,
          refundPendingAfterMs: 600,
          refundSettledAfterMs: 800,
        },
      }),
      html`<order-list></order-list>
        <cancellation-status></cancellation-status>
        <cancel-dialog presentation="inline"></cancel-dialog>`,
    ),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'order-list', 'cancel-action');
    await text(canvasElement, 'cancel-dialog', 'Keep order');
    await press(canvasElement, 'cancel-dialog', 'button-danger');
    await text(canvasElement, 'cancellation-status', 'Order 1042 is canceled');
    await text(canvasElement, 'order-list', 'Refund issued');
  },
};

/** A list of the shop's own, which opens the dialog by order id. */
export const YourOwnList: StoryObj = {
  parameters: { shows: 'Order 1042, two linen shirts' },
  render: () =>
    flow(
      shopWith(({ openOrder }) => [openOrder]),
      html`<p>Order 1042, two linen shirts and a mug</p>
        <button type="button" @click=${openByHand}>Cancel this order</button>
        <cancel-dialog presentation="inline"></cancel-dialog>`,
    ),
  play: async ({ canvasElement }) => {
    canvasElement.querySelector('button')?.click();
    await text(canvasElement, 'cancel-dialog', 'Cancel order 1042?');
  },
};

function openByHand({ currentTarget }: Event): void {
  const provider = (currentTarget as Element).closest<CancellationProviderElement>(
    'cancellation-provider',
  );
  provider?.openCancellation('order-1042');
}
