import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { MemoryOrder } from '../src/adapters/memory/index.js';
import type { CancellationStatusElement } from '../src/components/cancellation-status/cancellation-status.js';
import {
  createControllableAdapter,
  createNamedOrders,
  type SampleName,
} from '../src/testing/index.js';
import '../src/define/cancel-dialog.js';
import '../src/define/cancellation-status.js';
import { inFrame } from './story-frame.js';
import { flow, flowInHaste, holding, shopWith, type ShopOptions } from './story-shop.js';
import {
  after,
  chooses,
  confirms,
  copiesByHand,
  minutes,
  sees,
  steps,
  type Step,
} from './story-steps.js';

type Args = Pick<CancellationStatusElement, 'compact' | 'shoppingUrl' | 'purchasesUrl'>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/Cancellation status',
  component: 'cancellation-status',
  args: { compact: false, shoppingUrl: '#shop', purchasesUrl: '#orders' },
  argTypes: { shoppingUrl: { control: 'text' }, purchasesUrl: { control: 'text' } },
  parameters: { controls: { include: ['compact', 'shoppingUrl', 'purchasesUrl'] } },
};
export default meta;

const ids = createNamedOrders();

const status = (id: string, { compact, shoppingUrl, purchasesUrl }: Args) =>
  html`<cancellation-status
    order-id=${id}
    ?compact=${compact}
    shopping-url=${shoppingUrl ?? nothing}
    purchases-url=${purchasesUrl ?? nothing}
  ></cancellation-status>`;

const withDialog = (id: string, args: Args) =>
  html`<cancel-dialog order-id=${id} open presentation="inline"></cancel-dialog>
    ${status(id, args)}`;

/** One order's story, as its own page would show it. */
const statusOf = (name: SampleName, shows: string, options?: ShopOptions): Story => ({
  parameters: { shows },
  render: (args) =>
    flow(() => shopWith((orders) => [orders[name]], options), status(ids[name].id, args)),
});

/** A request made a moment ago: the dialog stands in the page, and closes when it is done. */
const asked = (then: readonly Step[], options?: ShopOptions): Story => ({
  parameters: { shows: 'Keep order' },
  tags: ['!autodocs'],
  render: (args) =>
    flow(() => shopWith(({ openOrder }) => [openOrder], options), withDialog('order-1042', args)),
  play: steps(...confirms, ...then),
});

const closes = chooses('cancel-dialog', 'Close');
const done = chooses('cancel-dialog', 'Done');
const says = (words: string) => sees('cancellation-status', words);

export const Playground: Story = statusOf('requestedOrder', 'Cancellation requested');

/** What becomes of a request, from the first step to the last. */
export const Overview: Story = {
  parameters: { shows: 'Order 1029 is canceled' },
  render: (args) => {
    const names = [
      ...(['requestedOrder', 'processingOrder', 'declinedOrder'] as const),
      ...(['refundPendingOrder', 'canceledOrder'] as const),
    ];
    return flow(
      () => shopWith((orders) => names.map((name) => orders[name])),
      html`${inFrame(
        'stack',
        names.map((name) => status(ids[name].id, args)),
      )}`,
    );
  },
};

export const Compact: Story = { ...Playground, args: { compact: true } };

export const Unfolded: Story = after(
  Compact,
  chooses('cancellation-status', 'Details'),
  says('Requested'),
);

export const AwaitingConfirmation: Story = asked(
  [sees('cancel-dialog', 'Code from the message'), closes, says('Enter code')],
  { scenario: 'challenge' },
);

/** The shop tells what it does. */
export const Processing: Story = {
  parameters: { shows: 'The parcel is being taken back from the van.' },
  render: (args) =>
    flow(
      () => shopWith(({ processingOrder }) => [told(processingOrder)]),
      status(ids.processingOrder.id, args),
    ),
};

export const Overdue: Story = statusOf('overdueOrder', 'This takes longer than usual');

export const RefundOnItsWay: Story = statusOf('refundPendingOrder', 'Order 1031 is canceled');

export const RefundIssued: Story = statusOf('canceledOrder', 'Order 1029 is canceled');

export const Receipt: Story = after(
  RefundIssued,
  chooses('cancellation-status', 'View receipt'),
  says('Download receipt'),
);

/** The browser does not let a page copy: the text is shown. */
export const CopiedByHand: Story = after(
  RefundIssued,
  chooses('cancellation-status', 'View receipt'),
  copiesByHand('cancellation-status', 'Copy as text'),
);

export const NothingWasCharged: Story = statusOf('refundReleasedOrder', 'is canceled');

export const RefundFailed: Story = statusOf('refundFailedOrder', 'Contact support');

export const PartlyCanceled: Story = statusOf('partlyCanceledOrder', 'partly canceled');

export const Declined: Story = statusOf('declinedOrder', 'could not cancel');

/** Three sellers answer one by one. */
export const Sellers: Story = {
  ...asked(
    [sees('cancel-dialog', 'Nordlicht Keramik'), done, minutes(1), says('partly canceled')],
    {
      scenario: 'partly-declines',
    },
  ),
  render: (args) =>
    flow(
      () => shopWith(({ sellersOrder }) => [sellersOrder], { scenario: 'partly-declines' }),
      withDialog('order-1045', args),
    ),
};

/** The answer was lost: nobody knows yet whether it arrived. */
export const Unconfirmed: Story = asked(
  [sees('cancel-dialog', 'Check now'), closes, says('Check now')],
  { scenario: 'lost-requests' },
);

/** Looked long enough: it is not there, and can be sent again. */
export const NotReceived: Story = {
  ...asked([
    ...[sees('cancel-dialog', 'Check now'), closes],
    ...[chooses('cancellation-status', 'Check now'), says('Send again')],
  ]),
  render: (args) =>
    flowInHaste(
      () => shopWith(({ openOrder }) => [openOrder], { scenario: 'lost-requests' }),
      withDialog('order-1042', args),
    ),
};

export const TakingBack: Story = after(
  {
    ...Playground,
    render: (args) =>
      flow(
        () =>
          holding(
            shopWith(({ requestedOrder }) => [requestedOrder]),
            'retractCancellation',
          ),
        status(ids.requestedOrder.id, args),
      ),
  },
  chooses('cancellation-status', 'Take back request'),
  says('Taking the request back'),
);

export const TakenBack: Story = after(
  Playground,
  chooses('cancellation-status', 'Take back request'),
  says('You took your request back'),
);

export const Loading: Story = {
  parameters: { shows: 'Order 1038', loading: true },
  render: (args) =>
    html`<p>Order 1038</p>
      ${flow(createControllableAdapter, status('order-1038', args))}`,
};

export const Empty: Story = {
  parameters: { shows: 'No cancellation to show' },
  render: () => flow(() => shopWith(() => []), html`<cancellation-status></cancellation-status>`),
};

export const NotLoaded: Story = statusOf('requestedOrder', 'Try again', { scenario: 'lost-reads' });

export const SignedOut: Story = statusOf('requestedOrder', 'Sign in', { scenario: 'signed-out' });

export const Narrow: Story = {
  ...Playground,
  render: (args, context) => inFrame('narrow', Playground.render!(args, context)),
};

/** The tokens of another shop, on a page of its own colors. */
export const Theming: Story = {
  ...Playground,
  render: (args, context) => inFrame('shop', Playground.render!(args, context)),
};

/** The shop's own words where there is nothing to tell. */
export const Slots: Story = {
  parameters: { shows: 'Nothing is being canceled' },
  render: () =>
    flow(
      () => shopWith(() => []),
      html`<cancellation-status>
        <p slot="empty">Nothing is being canceled. All your parcels are on their way.</p>
      </cancellation-status>`,
    ),
};

export const RightToLeft: Story = {
  ...Playground,
  render: (args, context) => inFrame('rtl', Playground.render!(args, context)),
};

/** The order with a word of the shop's on its newest step. */
function told(order: MemoryOrder): MemoryOrder {
  const message = 'The parcel is being taken back from the van.';
  return {
    ...order,
    cancellations: order.cancellations.map((request) => ({
      ...request,
      timeline: request.timeline.map((step, index, all) =>
        index === all.length - 1 ? { ...step, message } : step,
      ),
    })),
  };
}
