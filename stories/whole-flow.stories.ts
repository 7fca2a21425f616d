import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { CancellationProviderElement } from '../src/components/cancellation-provider/cancellation-provider.js';
import type { Order } from '../src/model/order.js';
import { createNamedOrders } from '../src/testing/index.js';
import '../src/define/all.js';
import { flow, shopWith } from './story-shop.js';
import { confirms, minutes, presses, sees, steps } from './story-steps.js';

/** Every event appears in the panel “Actions” with its detail, as a page around the elements hears it. */
const meta: Meta = { title: 'Whole flow', component: 'cancellation-provider' };
export default meta;

/** All elements under one provider, as a shop's account page has them: cancel, wait half a minute, and read the receipt. */
export const AccountPage: StoryObj = {
  parameters: { shows: 'Your orders', controls: { disable: true } },
  render: () =>
    flow(
      () =>
        shopWith((orders) => [
          ...[orders.openOrder, orders.promotionOrder, orders.requestedOrder],
          ...[orders.marketplaceOrder, orders.shippedOrder, orders.refundPendingOrder],
        ]),
      html`${layout}
        <div class="account">
          <cancellation-status shopping-url="#shop"></cancellation-status>
          <order-list page-size="4"></order-list>
          <faq-accordion contact-url="https://shop.example/contact"></faq-accordion>
        </div>
        <cancel-dialog shopping-url="#shop"></cancel-dialog>`,
    ),
};

/** From the button to the refund; the shop's clock is moved on in between. */
export const CancelAnOrder: StoryObj = {
  tags: ['!autodocs'],
  parameters: { shows: 'Order 1042', controls: { disable: true } },
  render: () =>
    flow(
      () => shopWith(({ openOrder }) => [openOrder]),
      html`${layout}
        <div class="account">
          <order-list></order-list>
          <cancel-dialog presentation="inline"></cancel-dialog>
          <cancellation-status></cancellation-status>
        </div>`,
    ),
  play: steps(
    ...[presses('order-list', 'cancel-action'), ...confirms],
    ...[sees('cancellation-status', 'Cancellation requested'), minutes(1)],
    sees('cancellation-status', 'Order 1042 is canceled'),
    sees('order-list', 'Refund issued'),
  ),
};

/** A list of the shop's own, which opens the dialog by order id. */
export const YourOwnList: StoryObj = {
  parameters: { shows: 'Order 1042', controls: { disable: true } },
  render: () =>
    flow(
      () => shopWith(({ openOrder, unpaidOrder }) => [openOrder, unpaidOrder]),
      html`${layout}
        <table class="own-list">
          <caption>
            Orders
          </caption>
          <tbody>
            ${own.map(
              (order) =>
                html`<tr>
                  <th scope="row">Order ${order.number}</th>
                  <td>${order.lines.map(({ name }) => name).join(', ')}</td>
                  <td>
                    <button type="button" @click=${(event: Event) => openByHand(event, order)}>
                      Cancel order ${order.number}
                    </button>
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
        <cancel-dialog presentation="inline"></cancel-dialog>`,
    ),
  play: async (context) => {
    context.canvasElement.querySelector('button')?.click();
    await sees('cancel-dialog', 'Cancel order 1042?')(context.canvasElement);
  },
};

const { openOrder, unpaidOrder } = createNamedOrders();
const own: readonly Order[] = [openOrder, unpaidOrder];

const layout = html`<style>
  .account {
    display: grid;
    gap: 48px;
  }
  .own-list {
    inline-size: 100%;
    margin-block-end: 24px;
    border-collapse: collapse;
  }
  .own-list caption {
    padding-block: 8px;
    font-weight: 600;
    text-align: start;
  }
  .own-list :is(th, td) {
    padding: 12px 8px;
    border-block-start: 1px solid color-mix(in srgb, currentColor 20%, transparent);
    font-weight: 400;
    text-align: start;
  }
  .own-list td:last-child {
    text-align: end;
  }
</style>`;

function openByHand({ currentTarget }: Event, { id }: Order): void {
  const provider = (currentTarget as Element).closest<CancellationProviderElement>(
    'cancellation-provider',
  );
  provider?.openCancellation(id);
}
