import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { SupportRequestElement } from '../src/components/support-request/support-request.js';
import type { StorefrontAdapter } from '../src/flow/storefront-adapter.js';
import { AdapterError } from '../src/flow/storefront-adapter.js';
import { createControllableAdapter, createNamedOrders } from '../src/testing/index.js';
import '../src/define/order-list.js';
import '../src/define/support-request.js';
import { inFrame } from './story-frame.js';
import { failing, flow, flowCutOff, holding, shopWith, type ShopOptions } from './story-shop.js';
import { after, chooses, copiesByHand, sees, types, type Step } from './story-steps.js';

type Args = Pick<SupportRequestElement, 'orderId' | 'headingLevel' | 'contactUrl'>;
type Story = StoryObj<Args>;

const { id: shippedId } = createNamedOrders({ now: 0 }).shippedOrder;

const meta: Meta<Args> = {
  title: 'Elements/Support request',
  component: 'support-request',
  args: { headingLevel: 2, orderId: shippedId },
  argTypes: {
    orderId: { control: 'text' },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
    contactUrl: { control: 'text' },
  },
  parameters: {
    controls: { include: ['orderId', 'headingLevel', 'contactUrl'] },
    shows: 'Contact support',
  },
};
export default meta;

const tag = 'support-request';

const element = ({ orderId, headingLevel, contactUrl }: Args) =>
  html`<support-request
    order-id=${orderId ?? nothing}
    heading-level=${headingLevel}
    contact-url=${contactUrl ?? nothing}
  ></support-request>`;

const shops = (options: ShopOptions = {}) =>
  shopWith(({ shippedOrder, requestedOrder }) => [shippedOrder, requestedOrder], options);

const over = (make: () => StorefrontAdapter): Story => ({
  render: (args) => flow(make, element(args)),
});

const sends: readonly Step[] = [
  sees(tag, 'Order 1039'),
  types(tag, '#message', 'The shoe is too small. Can the parcel be stopped?'),
  chooses(tag, 'Send message'),
];

/** About an order: it is shown, and can be taken away. */
export const Playground: Story = over(() => shops());

/** About nothing yet. */
export const WithoutOrder: Story = {
  args: { orderId: '' },
  ...over(() => shops()),
};

export const Missing: Story = after(
  Playground,
  sees(tag, 'Sent along'),
  chooses(tag, 'Send message'),
  sees(tag, 'Please write what you would like to know.'),
);

/** An order that cannot be canceled leads here. */
export const LedByAnOrder: Story = {
  args: { orderId: '' },
  ...after(
    {
      render: (args) =>
        flow(
          () => shopWith(({ shippedOrder, packedOrder }) => [packedOrder, shippedOrder]),
          inFrame('stack', html`<order-list></order-list>${element(args)}`),
        ),
    },
    chooses('order-list', 'Contact support'),
    sees(tag, 'Sent along'),
  ),
};

/** A guest, or somebody whose session is over: the answer needs an address. */
export const SignedOut: Story = {
  args: { orderId: '' },
  ...after(
    {
      render: (args) =>
        flow(
          () => shops({ scenario: 'signed-out' }),
          inFrame('stack', html`${element(args)}<order-list></order-list>`),
        ),
    },
    sees(tag, 'E-mail address for the answer'),
    chooses(tag, 'Send message'),
    sees(tag, 'Please enter the address'),
  ),
};

export const NearTheEnd: Story = after(
  Playground,
  sees(tag, 'Sent along'),
  types(tag, '#message', 'The parcel is lost. '.repeat(195)),
  sees(tag, 'characters left.'),
);

export const Sending: Story = after(
  over(() => holding(shops(), 'contactSupport')),
  ...sends,
  sees(tag, 'Sending your message …'),
);

export const Received: Story = after(Playground, ...sends, sees(tag, 'with the shop'));

/** The browser does not let a page copy: the text is shown. */
export const CopiedByHand: Story = after(Playground, ...sends, copiesByHand(tag, 'Copy reference'));

/** The answer was lost: said as it is, and sent again under the same key. */
export const Unconfirmed: Story = after(
  over(() => failing(shops(), 'contactSupport', new AdapterError('network'))),
  ...sends,
  sees(tag, 'it will not arrive twice'),
);

export const Refused: Story = after(
  over(() =>
    failing(shops(), 'contactSupport', new AdapterError('rate-limited', { retryAfterMs: 600_000 })),
  ),
  ...sends,
  sees(tag, 'You can try again at'),
);

export const Offline: Story = {
  parameters: { shows: 'You are offline.' },
  render: (args) =>
    flowCutOff(
      () => shops(),
      ({ orders }) => orders.held.size > 0,
      element(args),
    ),
};

/** The shop's own page, told what this is about. */
export const OfTheShop: Story = {
  ...Playground,
  args: { contactUrl: 'https://shop.example/contact' },
  parameters: { shows: 'The shop answers on a page of its own.' },
};

export const NoMessages: Story = {
  args: { orderId: '' },
  parameters: { shows: 'The shop takes no messages here.' },
  ...over(() => shops({ without: ['contactSupport'] })),
};

export const Loading: Story = {
  parameters: { shows: 'Your account', loading: true },
  render: (args) =>
    html`<h1>Your account</h1>
      ${flow(() => createControllableAdapter({ methods: ['describe'] }), element(args))}`,
};

export const Narrow: Story = {
  ...Unconfirmed,
  render: (args, context) => inFrame('narrow', Unconfirmed.render!(args, context)),
};

/** The tokens of another shop, on a page of its own colors. */
export const Theming: Story = {
  ...Missing,
  render: (args, context) => inFrame('shop', Playground.render!(args, context)),
};

export const RightToLeft: Story = {
  ...Missing,
  render: (args, context) => inFrame('rtl', Playground.render!(args, context)),
};
