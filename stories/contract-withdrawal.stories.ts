import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { MemoryOrder } from '../src/adapters/memory/index.js';
import type { ContractWithdrawalElement } from '../src/components/contract-withdrawal/contract-withdrawal.js';
import type { StorefrontAdapter } from '../src/flow/storefront-adapter.js';
import { AdapterError } from '../src/flow/storefront-adapter.js';
import type { NamedOrders } from '../src/testing/index.js';
import '../src/define/contract-withdrawal.js';
import '../src/define/order-list.js';
import { inFrame } from './story-frame.js';
import { flow, shopWith } from './story-shop.js';
import { chooses, copiesByHand, presses, sees, steps, types, type Step } from './story-steps.js';

type Args = Pick<
  ContractWithdrawalElement,
  'contactUrl' | 'modelFormUrl' | 'headingLevel' | 'withdrawLabel' | 'confirmLabel'
> & { readonly prefilled: boolean };
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/Contract withdrawal',
  component: 'contract-withdrawal',
  args: {
    contactUrl: 'https://shop.example/contact',
    modelFormUrl: 'https://shop.example/model-form',
    headingLevel: 2,
    prefilled: true,
  },
  argTypes: {
    contactUrl: { control: 'text' },
    modelFormUrl: { control: 'text' },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
    withdrawLabel: { control: 'text' },
    confirmLabel: { control: 'text' },
    prefilled: { control: 'boolean' },
  },
  parameters: {
    controls: {
      include: [
        ...['contactUrl', 'modelFormUrl', 'headingLevel', 'withdrawLabel', 'confirmLabel'],
        'prefilled',
      ],
    },
    shows: 'Right of withdrawal',
  },
};
export default meta;

const tag = 'contract-withdrawal';
const who = { name: 'Mira Albescu', email: 'mira@example.com' };

const element = (
  { contactUrl, modelFormUrl, headingLevel, withdrawLabel, confirmLabel, prefilled }: Args,
  orderId?: string,
  content: unknown = nothing,
) =>
  html`<contract-withdrawal
    order-id=${orderId ?? nothing}
    contact-url=${contactUrl ?? nothing}
    model-form-url=${modelFormUrl ?? nothing}
    heading-level=${headingLevel}
    withdraw-label=${withdrawLabel ?? nothing}
    confirm-label=${confirmLabel ?? nothing}
    .prefill=${prefilled ? who : undefined}
    >${content}</contract-withdrawal
  >`;

type Change = (shop: StorefrontAdapter) => StorefrontAdapter;

/** One order of the shop's, and what its `submitWithdrawal` does. */
function about(pick: (orders: NamedOrders) => MemoryOrder, change: Change = (shop) => shop): Story {
  return {
    render: (args) => {
      let orderId: string | undefined;
      const shop = change(
        shopWith((orders) => {
          const order = pick(orders);
          orderId = order.id;
          return [order];
        }),
      );
      return flow(() => shop, element(args, orderId));
    },
  };
}

const answering =
  (submitWithdrawal: () => Promise<never>): Change =>
  (shop) => ({ ...shop, submitWithdrawal });

const never = answering(() => new Promise<never>(() => undefined));
const lost = answering(() => Promise.reject(new AdapterError('network')));
const refusing = answering(() =>
  Promise.reject(
    new AdapterError('invalid', { field: 'email', detail: 'This mailbox does not exist.' }),
  ),
);

const opens: Step = presses(tag, 'withdraw-action');
const confirms: readonly Step[] = [
  opens,
  sees(tag, 'Confirm withdrawal'),
  presses(tag, 'confirm-action'),
];

/** A story that is told on, where nobody presses on the docs page. */
function then(story: Story, ...all: readonly Step[]): Story {
  return { ...story, tags: ['!autodocs'], play: steps(...all) };
}

const running = about(({ withdrawalOpenOrder }) => withdrawalOpenOrder);

export const Playground: Story = { ...running };

/** The shop does not say whether the right applies: the control is there. */
export const NotSaid: Story = about(({ withdrawalUnknownOrder }) => withdrawalUnknownOrder);

/** What is not covered is explained, and hides nothing. */
export const WithExemptions: Story = about(({ withdrawalExemptOrder }) => withdrawalExemptOrder);

export const ReceivedBefore: Story = about(({ withdrawnOrder }) => withdrawnOrder);

/** Nobody is signed in, and no order is named. */
export const WithoutOrder: Story = {
  render: (args) => flow(() => shopWith(() => []), element(args)),
  args: { prefilled: false },
};

export const Statement: Story = then(running, opens, sees(tag, 'Confirm withdrawal'));

export const SomeItems: Story = then(
  running,
  opens,
  chooses(tag, 'Some of the items'),
  chooses(tag, 'Teapot with strainer, Slate, 0.8 l'),
  sees(tag, '2 of 2'),
);

export const ExemptItems: Story = then(
  WithExemptions,
  opens,
  sees(tag, 'you can declare your withdrawal all the same'),
);

export const FieldsMissing: Story = {
  ...then(WithoutOrder, ...confirms, sees(tag, 'Please enter your name.')),
  args: { prefilled: false },
};

export const OtherContact: Story = then(
  running,
  opens,
  chooses(tag, 'Use a telephone number or another way'),
  types(tag, '[data-field="contact"]', '+40 700 000 000'),
);

export const Sending: Story = then(
  about(({ withdrawalOpenOrder }) => withdrawalOpenOrder, never),
  ...confirms,
  sees(tag, 'Sending your statement'),
);

export const NoAnswer: Story = then(
  about(({ withdrawalOpenOrder }) => withdrawalOpenOrder, lost),
  ...confirms,
  sees(tag, 'We do not know yet'),
);

export const ChangedAfterwards: Story = then(
  about(({ withdrawalOpenOrder }) => withdrawalOpenOrder, lost),
  ...confirms,
  chooses(tag, 'Change statement'),
  types(tag, '[data-field="name"]', 'Mira Albescu-Ionescu'),
  sees(tag, 'It goes out as a new one'),
);

export const TurnedAway: Story = then(
  about(({ withdrawalOpenOrder }) => withdrawalOpenOrder, refusing),
  ...confirms,
  sees(tag, 'This mailbox does not exist.'),
);

export const Acknowledged: Story = then(
  running,
  ...confirms,
  sees(tag, 'Your withdrawal has been received'),
);

/** The browser does not let a page copy: the text is shown. */
export const CopiedByHand: Story = then(running, ...confirms, copiesByHand(tag, 'Copy as text'));

export const AcknowledgedLate: Story = then(
  about(({ withdrawalExpiredOrder }) => withdrawalExpiredOrder),
  ...confirms,
  sees(tag, 'Received after the period had ended'),
);

/** The shop takes no statements by script: the control leads to where it does. */
export const NoAdapterMethod: Story = about(
  ({ withdrawalOpenOrder }) => withdrawalOpenOrder,
  (shop) => {
    const { submitWithdrawal: _submitWithdrawal, describe: _describe, ...rest } = shop;
    return rest;
  },
);

/** What a page without script shows; here taken over, open as it was. */
export const PlainForm: Story = {
  render: (args) =>
    flow(
      () => shopWith(() => []),
      element(
        args,
        undefined,
        html`<details open>
          <summary>Withdraw from contract here</summary>
          <form method="post" action="/withdrawals">
            <label>Name <input name="name" value="Mira Albescu" /></label>
            <label>Contract <input name="contract" value="Order 1039" /></label>
            <label>E-mail <input name="contact" value="mira@example.com" /></label>
            <button name="confirmed" value="yes">Confirm withdrawal</button>
          </form>
        </details>`,
      ),
    ),
  parameters: { shows: 'Confirm withdrawal' },
};

/** The row's own line, beside canceling and another thing. */
export const FromTheList: Story = {
  parameters: { shows: 'Your orders' },
  tags: ['!autodocs'],
  render: (args) =>
    flow(
      () =>
        shopWith(({ withdrawalOpenOrder, withdrawalNotOwedOrder }) => [
          withdrawalOpenOrder,
          withdrawalNotOwedOrder,
        ]),
      html`<order-list></order-list> ${element(args)}`,
    ),
  play: steps(presses('order-list', 'withdraw-action'), sees(tag, 'Confirm withdrawal')),
};

/** The tokens of another shop, on a page of its own colors. */
export const Theming: Story = {
  ...Statement,
  render: (args, context) => inFrame('shop', running.render!(args, context)),
};

export const Narrow: Story = {
  ...Statement,
  render: (args, context) => inFrame('narrow', running.render!(args, context)),
};

export const RightToLeft: Story = {
  ...Statement,
  render: (args, context) => inFrame('rtl', running.render!(args, context)),
};
