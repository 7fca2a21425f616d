import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { CancelDialogElement } from '../src/components/cancel-dialog/cancel-dialog.js';
import {
  createControllableAdapter,
  createNamedOrders,
  type SampleName,
} from '../src/testing/index.js';
import '../src/define/cancel-dialog.js';
import { inFrame } from './story-frame.js';
import {
  flow,
  flowCutOff,
  flowInHaste,
  holding,
  shopWith,
  type ShopOptions,
} from './story-shop.js';
import {
  after,
  chooses,
  confirms,
  copiesByHand,
  minutes,
  presses,
  sees,
  shop,
  steps,
  types,
} from './story-steps.js';

type Args = Pick<
  CancelDialogElement,
  'presentation' | 'policyUrl' | 'requirePolicy' | 'shoppingUrl' | 'purchasesUrl'
>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/Cancel dialog',
  component: 'cancel-dialog',
  args: {
    presentation: 'inline',
    policyUrl: 'https://shop.example/returns',
    requirePolicy: false,
    shoppingUrl: '#shop',
  },
  argTypes: {
    presentation: { control: 'inline-radio', options: ['inline', 'dialog'] },
    policyUrl: { control: 'text' },
    shoppingUrl: { control: 'text' },
    purchasesUrl: { control: 'text' },
  },
  parameters: {
    shows: 'Cancel order 1042?',
    controls: {
      include: ['presentation', 'policyUrl', 'requirePolicy', 'shoppingUrl', 'purchasesUrl'],
    },
  },
};
export default meta;

const ids = createNamedOrders();

const dialog = (id: string, args: Args) =>
  html`<cancel-dialog
    order-id=${id}
    open
    presentation=${args.presentation}
    policy-url=${args.policyUrl ?? nothing}
    ?require-policy=${args.requirePolicy}
    shopping-url=${args.shoppingUrl ?? nothing}
    purchases-url=${args.purchasesUrl ?? nothing}
  ></cancel-dialog>`;

/** The dialog as a page opens it: by order id, over a real flow. */
const about = (name: SampleName, shows: string, options?: ShopOptions): Story => ({
  parameters: { shows },
  render: (args) =>
    flow(() => shopWith((orders) => [orders[name]], options), dialog(ids[name].id, args)),
});

const title = 'Cancel order 1042?';
const says = (words: string) => sees('cancel-dialog', words);
const scenario = (name: ShopOptions['scenario'] & string, options: ShopOptions = {}): Story =>
  about('openOrder', title, { ...options, scenario: name });

export const Playground: Story = about('openOrder', title);

/** As most pages use it: a native modal. Kept off the docs page, where it would cover everything. */
export const Modal: Story = {
  ...Playground,
  args: { presentation: 'dialog' },
  tags: ['!autodocs'],
};

/** Items, quantities, a promotion that is lost, an item that cannot be canceled. */
export const ChooseItems: Story = about('promotionOrder', 'Which items of order 1043');

export const NothingChosen: Story = after(
  ChooseItems,
  ...[chooses('cancel-dialog', 'Select none'), ...confirms],
  says('Choose at least one item.'),
);

export const Bundle: Story = about('bundleOrder', 'These items can only be canceled together.');

export const ByWeight: Story = about('weightOrder', 'kg');

export const ReasonMissing: Story = after(
  about('openOrder', title, {
    reasons: {
      reasons: [{ code: 'late', label: 'It would arrive too late' }],
      required: true,
      note: 'optional',
    },
  }),
  ...confirms,
  says('The shop asks for a reason.'),
);

export const PolicyMissing: Story = {
  ...after(Playground, ...confirms, says('Please confirm that you have read the return policy.')),
  args: { requirePolicy: true },
};

export const RefundNotKnown: Story = about('openOrder', 'The shop works out the refund', {
  without: ['previewCancellation', 'listReasons'],
});

export const NothingWasPaid: Story = about('unpaidOrder', 'Nothing was paid');

export const Preparing: Story = {
  parameters: { shows: 'Order 1042', loading: true },
  tags: ['!autodocs'],
  render: (args) =>
    html`<p>Order 1042</p>
      ${flow(createControllableAdapter, dialog('order-1042', args))}`,
};

export const NotLoaded: Story = about('openOrder', 'Try again', { scenario: 'lost-reads' });

export const Blocked: Story = about('shippedOrder', 'Too late to cancel');

/** The network broke while the shopper was choosing: nothing is lost. */
export const Offline: Story = {
  parameters: { shows: 'You are offline' },
  tags: ['!autodocs'],
  render: (args) =>
    flowCutOff(
      () => shopWith(({ openOrder }) => [openOrder]),
      ({ dialog: asked }) => asked?.step === 'reviewing' && asked.preview.step === 'ready',
      dialog('order-1042', args),
    ),
  play: steps(says('You get back'), ...confirms, says('You are offline. Nothing was sent')),
};

/** The page around has a question of its own first. */
export const Checking: Story = {
  ...after(Playground, ...confirms, says('The shop is checking your choice')),
  render: (args, context) =>
    html`<div @cancellation-request=${asksForever}>${Playground.render!(args, context)}</div>`,
};

/** It was open for so long that the time to cancel is over. */
export const TooLateMeanwhile: Story = after(
  Playground,
  ...[says('Keep order'), minutes(600), ...confirms],
  says('can no longer be canceled'),
);

export const Sending: Story = {
  ...after(Playground, ...confirms, says('Sending your request to the shop')),
  render: (args) =>
    flow(
      () =>
        holding(
          shopWith(({ openOrder }) => [openOrder]),
          'requestCancellation',
        ),
      dialog('order-1042', args),
    ),
};

export const Received: Story = after(Playground, ...confirms, says('The shop has your request'));

export const Canceled: Story = after(scenario('immediate'), ...confirms, says('is canceled'));

/** The browser does not let a page copy: the text is shown. */
export const CopiedByHand: Story = after(
  scenario('immediate'),
  ...confirms,
  copiesByHand('cancel-dialog', 'Copy as text'),
);

export const Declined: Story = after(
  scenario('declines'),
  ...[...confirms, says('The shop has your request'), minutes(1)],
  says('The shop could not cancel this order'),
);

export const PartlyCanceled: Story = after(
  about('promotionOrder', 'Which items of order 1043', { scenario: 'partly-declines' }),
  ...[...confirms, says('The shop has your request'), minutes(1)],
  says('Order 1043 is partly canceled'),
);

/** One confirmation, three sellers: each answers for itself. */
export const Sellers: Story = after(
  about('sellersOrder', 'Which items of order 1045', { scenario: 'partly-declines' }),
  ...[...confirms, says('Nordlicht Keramik'), minutes(1)],
  says('Order 1045 is partly canceled'),
);

export const TakenBack: Story = after(
  Playground,
  ...[...confirms, chooses('cancel-dialog', 'Take back request')],
  says('The order goes on as placed'),
);

export const Challenge: Story = after(
  scenario('challenge'),
  ...[...confirms, says('Code from the message')],
);

export const WrongCode: Story = after(
  scenario('challenge'),
  ...[...confirms, types('cancel-dialog', '[data-field="code"]', '000000')],
  ...[chooses('cancel-dialog', 'Confirm request'), says('This is not the code')],
);

/** The answer was lost: nobody knows yet whether the request arrived. */
export const Unconfirmed: Story = after(
  scenario('lost-requests'),
  ...[...confirms, says('Check now')],
);

/** Looked long enough: it is not there, and can be sent again. */
export const NotReceived: Story = {
  ...after(
    Playground,
    ...[...confirms, chooses('cancel-dialog', 'Check now')],
    says('Your request did not reach the shop'),
  ),
  render: (args) =>
    flowInHaste(
      () => shopWith(({ openOrder }) => [openOrder], { scenario: 'lost-requests' }),
      dialog('order-1042', args),
    ),
};

export const NotNow: Story = after(scenario('rate-limited'), ...confirms, says('Send again'));

export const SignedOut: Story = after(
  Playground,
  ...[says('Keep order'), shop((adapter) => adapter.setScenario('signed-out'))],
  ...[presses('cancel-dialog', 'button-danger'), says('You are signed out')],
);

/** As on a telephone: the element measures its own place, not the window. */
export const Narrow: Story = {
  ...ChooseItems,
  render: (args, context) => inFrame('narrow', ChooseItems.render!(args, context)),
};

/** The tokens of another shop, on a page of its own colors. */
export const Theming: Story = {
  ...Playground,
  render: (args, context) => inFrame('shop', Playground.render!(args, context)),
};

/** The shop's own words in the places that are kept for them. */
export const Slots: Story = {
  parameters: { shows: 'Canceling is free' },
  render: () =>
    flow(
      () => shopWith(({ openOrder }) => [openOrder]),
      html`<cancel-dialog order-id="order-1042" open presentation="inline">
        <p slot="policy">Canceling is free until the parcel leaves our house.</p>
        <p slot="security">We never call you about a cancellation.</p>
      </cancel-dialog>`,
    ),
};

export const RightToLeft: Story = {
  ...ChooseItems,
  render: (args, context) => inFrame('rtl', ChooseItems.render!(args, context)),
};

function asksForever(event: HTMLElementEventMap['cancellation-request']): void {
  event.waitUntil(new Promise(() => undefined));
}
