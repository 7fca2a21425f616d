import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { MemoryAdapterOptions } from '../src/adapters/memory/index.js';
import type { CancelDialogElement } from '../src/components/cancel-dialog/cancel-dialog.js';
import {
  createControllableAdapter,
  createNamedOrders,
  type SampleName,
} from '../src/testing/index.js';
import '../src/define/cancel-dialog.js';
import { flow, press, shopWith, text } from './story-shop.js';

type Args = Pick<CancelDialogElement, 'presentation' | 'policyUrl' | 'requirePolicy'>;

const meta: Meta<Args> = {
  title: 'Elements/Cancel dialog',
  component: 'cancel-dialog',
  args: { presentation: 'inline', policyUrl: 'https://shop.example/returns', requirePolicy: false },
  argTypes: { presentation: { control: 'inline-radio', options: ['inline', 'dialog'] } },
};
export default meta;

type Story = StoryObj<Args>;

const ids = createNamedOrders();

/** The dialog as a page opens it: by order id, over a real flow. */
function dialog(
  name: SampleName,
  options: Omit<MemoryAdapterOptions, 'orders'> = {},
): NonNullable<Story['render']> {
  return ({ presentation, policyUrl, requirePolicy }) =>
    flow(
      shopWith((orders) => [orders[name]], options),
      html`<cancel-dialog
        order-id=${ids[name].id}
        open
        presentation=${presentation}
        policy-url=${policyUrl ?? nothing}
        ?require-policy=${requirePolicy}
      ></cancel-dialog>`,
    );
}

/** Confirms like a shopper, and waits for what follows. */
const confirm =
  (then: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await text(canvasElement, 'cancel-dialog', 'Keep order');
    await press(canvasElement, 'cancel-dialog', 'button-danger');
    await text(canvasElement, 'cancel-dialog', then);
  };

const title = 'Cancel order 1042?';

export const Playground: Story = { parameters: { shows: title }, render: dialog('openOrder') };

/** As most pages use it: a native modal. Kept off the docs page, where it would cover everything. */
export const Modal: Story = {
  args: { presentation: 'dialog' },
  tags: ['!autodocs'],
  parameters: { shows: title },
  render: dialog('openOrder'),
};

/** Items, quantities, a promotion that is lost, an item that cannot be canceled. */
export const ChooseItems: Story = {
  parameters: { shows: '1043' },
  render: dialog('promotionOrder'),
};

export const Bundle: Story = {
  parameters: { shows: 'Keep order' },
  render: dialog('bundleOrder'),
};

export const ByWeight: Story = {
  parameters: { shows: 'kg' },
  render: dialog('weightOrder'),
};

export const ReasonRequired: Story = {
  parameters: { shows: title },
  render: dialog('openOrder', {
    reasons: {
      reasons: [{ code: 'late', label: 'It would arrive too late' }],
      required: true,
      note: 'optional',
    },
  }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'cancel-dialog', 'button-danger');
    await text(canvasElement, 'cancel-dialog', 'reason');
  },
};

export const PolicyRequired: Story = {
  args: { requirePolicy: true },
  parameters: { shows: title },
  render: dialog('openOrder'),
};

export const RefundNotKnown: Story = {
  parameters: { shows: title },
  render: dialog('openOrder', { without: ['previewCancellation', 'listReasons'] }),
};

export const NothingWasPaid: Story = {
  parameters: { shows: 'Keep order' },
  render: dialog('unpaidOrder'),
};

export const Preparing: Story = {
  parameters: { shows: '1042', loading: true },
  tags: ['!autodocs'],
  render: ({ presentation }) =>
    flow(
      createControllableAdapter(),
      html`<p>Order 1042</p>
        <cancel-dialog order-id="order-1042" open presentation=${presentation}></cancel-dialog>`,
    ),
};

export const NotLoaded: Story = {
  parameters: { shows: 'Try again' },
  render: dialog('openOrder', { scenario: 'lost-reads' }),
};

export const Blocked: Story = {
  parameters: { shows: 'Close' },
  render: dialog('shippedOrder'),
};

export const Received: Story = {
  parameters: { shows: title },
  render: dialog('openOrder'),
  play: confirm('The shop has your request'),
};

export const CanceledAtOnce: Story = {
  parameters: { shows: title },
  render: dialog('openOrder', { scenario: 'immediate' }),
  play: confirm('canceled'),
};

export const Unconfirmed: Story = {
  parameters: { shows: title },
  render: dialog('openOrder', { scenario: 'lost-requests' }),
  play: confirm('Check now'),
};

export const NotNow: Story = {
  parameters: { shows: title },
  render: dialog('openOrder', { scenario: 'rate-limited' }),
  play: confirm('Send again'),
};

export const Challenge: Story = {
  parameters: { shows: title },
  render: dialog('openOrder', { scenario: 'challenge' }),
  play: confirm('code'),
};

/** The shop's own words in the places that are kept for them. */
export const Slots: Story = {
  parameters: { shows: 'Canceling is free' },
  render: () =>
    flow(
      shopWith(({ openOrder }) => [openOrder]),
      html`<cancel-dialog order-id="order-1042" open presentation="inline">
        <p slot="policy">Canceling is free until the parcel leaves our house.</p>
        <p slot="security">We never call you about a cancellation.</p>
      </cancel-dialog>`,
    ),
};
