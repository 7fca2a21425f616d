import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { challengeCode } from '../src/adapters/memory/index.js';
import type { OrderLookupElement } from '../src/components/order-lookup/order-lookup.js';
import type { CancellationProof, StorefrontAdapter } from '../src/flow/storefront-adapter.js';
import { AdapterError } from '../src/flow/storefront-adapter.js';
import { createControllableAdapter } from '../src/testing/index.js';
import '../src/define/cancel-dialog.js';
import '../src/define/cancellation-status.js';
import '../src/define/order-list.js';
import '../src/define/order-lookup.js';
import { inFrame } from './story-frame.js';
import { failing, flow, flowCutOff, holding, shopWith, type ShopOptions } from './story-shop.js';
import { after, chooses, sees, shop, types, type Step } from './story-steps.js';

type Args = Pick<OrderLookupElement, 'headingLevel' | 'contactUrl'>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/Order lookup',
  component: 'order-lookup',
  args: { headingLevel: 2, contactUrl: 'https://shop.example/contact' },
  argTypes: {
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
    contactUrl: { control: 'text' },
  },
  parameters: {
    controls: { include: ['headingLevel', 'contactUrl'] },
    shows: 'Find your order',
  },
};
export default meta;

const tag = 'order-lookup';

const element = ({ headingLevel, contactUrl }: Args, proof?: CancellationProof) =>
  html`<order-lookup
    heading-level=${headingLevel}
    contact-url=${contactUrl ?? nothing}
    .proof=${proof}
  ></order-lookup>`;

/** Nobody is signed in. */
const guests = (options: ShopOptions = {}) =>
  shopWith(({ openOrder }) => [openOrder], { guest: true, ...options });

const over = (make: () => StorefrontAdapter): Story => ({
  render: (args) => flow(make, element(args)),
});

const asks: readonly Step[] = [
  types(tag, '#number', '#1042'),
  types(tag, '#email', 'mira@example.com'),
  chooses(tag, 'Find order'),
];
const answers = (code: string): readonly Step[] => [
  sees(tag, 'Look into your inbox'),
  types(tag, '#code', code),
  chooses(tag, 'Open order'),
];

export const Playground: Story = over(() => guests());

export const Missing: Story = after(
  Playground,
  types(tag, '#email', 'mira@example'),
  chooses(tag, 'Find order'),
  sees(tag, 'Please enter the order number.'),
);

/** What the shop asks, in its order. */
export const OtherFields: Story = over(() =>
  guests({ lookup: ['number', 'last-name', 'postcode', 'phone'] }),
);

export const Looking: Story = after(
  over(() => holding(guests(), 'findOrder')),
  ...asks,
  sees(tag, 'Looking for the order …'),
);

/** The same whether there is such an order or not. */
export const CodeSent: Story = after(Playground, ...asks, sees(tag, 'Code from the message'));

export const WrongCode: Story = after(
  CodeSent,
  ...asks,
  ...answers('000 000'),
  sees(tag, 'not the code'),
);

export const CodeOver: Story = after(
  CodeSent,
  ...asks,
  sees(tag, 'Code from the message'),
  shop((adapter) => adapter.advance(3_600_000)),
  ...answers(challengeCode),
  sees(tag, 'Ask for a new one.'),
);

export const LinkSent: Story = after(
  over(() => guests({ lookupBy: 'link' })),
  ...asks,
  sees(tag, 'Send a new link'),
);

export const Found: Story = after(
  Playground,
  ...asks,
  ...answers(challengeCode),
  sees(tag, 'You have access to order 1042'),
);

/** What was found is in the list, can be canceled, and is followed: as for somebody with an account. */
export const WholeWay: Story = after(
  {
    render: (args) =>
      flow(
        () => guests(),
        inFrame(
          'stack',
          html`${element(args)}<order-list></order-list><cancellation-status></cancellation-status
            ><cancel-dialog></cancel-dialog>`,
        ),
      ),
  },
  ...asks,
  ...answers(challengeCode),
  sees('order-list', 'Cancel order'),
);

export const TooOften: Story = after(
  over(() =>
    failing(guests(), 'findOrder', new AdapterError('rate-limited', { retryAfterMs: 600_000 })),
  ),
  ...asks,
  sees(tag, 'You can try again at'),
);

export const NoAnswer: Story = after(
  over(() => failing(guests(), 'findOrder', new AdapterError('network'))),
  ...asks,
  sees(tag, 'There is no connection to the shop.'),
);

export const Offline: Story = {
  parameters: { shows: 'You are offline.' },
  render: (args) =>
    flowCutOff(
      () => guests(),
      ({ capabilities }) => capabilities !== undefined,
      element(args),
    ),
};

/** Opened from a message: nothing is sent before the button is pressed. */
export const FromALink: Story = {
  parameters: { shows: 'Nothing has been done yet.' },
  render: (args) =>
    flow(() => guests(), element(args, { challengeId: 'lookup-1', token: challengeCode })),
};

export const LinkOver: Story = after(
  FromALink,
  chooses(tag, 'Open my order'),
  sees(tag, 'This link is no longer valid.'),
);

const confirmation = { orderId: '1042', cancellationId: 'c-1', token: challengeCode };

export const Confirmation: Story = {
  parameters: { shows: 'the shop gets the request when you confirm' },
  render: (args) => flow(() => guests(), element(args, confirmation)),
};

export const ConfirmationUnconfirmed: Story = after(
  {
    ...Confirmation,
    render: (args) =>
      flow(
        () => failing(guests(), 'confirmCancellation', new AdapterError('network')),
        element(args, confirmation),
      ),
  },
  chooses(tag, 'Confirm request'),
  sees(tag, 'We do not know whether it arrived.'),
);

export const NotOffered: Story = {
  parameters: { shows: 'Orders cannot be looked up here' },
  ...over(() => guests({ without: ['findOrder', 'verifyLookup'] })),
};

export const Loading: Story = {
  parameters: { shows: 'Your account', loading: true },
  render: (args) =>
    html`<h1>Your account</h1>
      ${flow(() => createControllableAdapter({ methods: ['describe'] }), element(args))}`,
};

export const Narrow: Story = {
  ...CodeSent,
  render: (args, context) => inFrame('narrow', Playground.render!(args, context)),
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
