import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { FaqAccordionElement } from '../src/components/faq-accordion/faq-accordion.js';
import type { FaqEntry } from '../src/model/support.js';
import { createControllableAdapter } from '../src/testing/index.js';
import '../src/define/faq-accordion.js';
import '../src/define/order-list.js';
import { inFrame } from './story-frame.js';
import { flow, shopWith } from './story-shop.js';
import { chooses, sees, steps, types } from './story-steps.js';

type Args = Pick<FaqAccordionElement, 'headingLevel' | 'openEntry' | 'contactUrl'>;
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Elements/FAQ accordion',
  component: 'faq-accordion',
  args: { headingLevel: 2, contactUrl: 'https://shop.example/contact' },
  argTypes: {
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
    openEntry: { control: 'text' },
    contactUrl: { control: 'text' },
  },
  parameters: {
    controls: { include: ['headingLevel', 'openEntry', 'contactUrl'] },
    shows: 'Why can’t I cancel my order?',
  },
};
export default meta;

/** More answers than one reads: the shop's own. */
const topics: readonly (readonly [string, string])[] = [
  ['Can I cancel a gift card?', 'Until it has been sent to the person it is for.'],
  [
    'Can I cancel a pre-order?',
    'Yes, until the day on which it is sent. Nothing is charged before.',
  ],
  ['Can I cancel a subscription box?', 'The next box, until the tenth of the month.'],
  ['Can I cancel a gift for somebody else?', 'Yes. The person it is for is told nothing.'],
  ['Can I cancel on the telephone?', 'Yes, from nine to six. Please have the order number ready.'],
  ['Can I cancel a repair?', 'Until the workshop has opened the parcel.'],
  ['Who pays for the way back?', 'We do, when the parcel had left before your request.'],
  ['Do you cancel by yourself?', 'Only what we can no longer deliver. You get your money at once.'],
  ['What is my right of withdrawal?', 'Fourteen days from the day on which the parcel arrived.'],
];
const faq: readonly FaqEntry[] = topics.map(([question, answer], index) => ({
  id: `topic-${index}`,
  question,
  answer,
  ...(index === 0 && { url: 'https://shop.example/gift-cards' }),
}));

const accordion = ({ headingLevel, openEntry, contactUrl }: Args) =>
  html`<faq-accordion
    heading-level=${headingLevel}
    open-entry=${openEntry ?? nothing}
    contact-url=${contactUrl ?? nothing}
  ></faq-accordion>`;

export const Playground: Story = {
  render: (args) => flow(() => shopWith(() => []), accordion(args)),
};

export const OneOpen: Story = { ...Playground, args: { openEntry: 'refund-when' } };

/** An order that cannot be canceled points at the answer, which opens. */
export const OpenedByAnOrder: Story = {
  parameters: { shows: 'Too late to cancel' },
  tags: ['!autodocs'],
  render: (args) =>
    flow(
      () => shopWith(({ shippedOrder }) => [shippedOrder]),
      html`<order-list></order-list> ${accordion(args)}`,
    ),
  play: steps(
    chooses('order-list', 'Why can’t I cancel?'),
    sees('faq-accordion', 'About order 1039'),
  ),
};

/** The shop's own answers; from nine on there is a search. */
export const OfTheShop: Story = {
  args: { openEntry: 'topic-0' },
  parameters: { shows: 'Can I cancel a gift card?' },
  render: (args) => flow(() => shopWith(() => [], { faq }), accordion(args)),
};

export const Searched: Story = {
  ...OfTheShop,
  tags: ['!autodocs'],
  play: steps(
    types('faq-accordion', 'input[type="search"]', 'gift'),
    sees('faq-accordion', '2 answers for “gift”'),
  ),
};

export const NothingFound: Story = {
  ...OfTheShop,
  tags: ['!autodocs'],
  play: steps(
    types('faq-accordion', 'input[type="search"]', 'umbrella'),
    sees('faq-accordion', 'No answer for “umbrella”'),
  ),
};

export const Loading: Story = {
  parameters: { shows: 'Questions', loading: true },
  render: (args) =>
    html`<h1>Questions</h1>
      ${flow(() => createControllableAdapter({ methods: ['listFaq'] }), accordion(args))}`,
};

/** The tokens of another shop, on a page of its own colors. */
export const Theming: Story = {
  ...OneOpen,
  render: (args, context) => inFrame('shop', Playground.render!(args, context)),
};

/** Answers that are written in the page. */
export const Slots: Story = {
  parameters: { shows: 'Do you cancel gifts?' },
  render: ({ contactUrl }) =>
    flow(
      () => shopWith(() => []),
      html`<faq-accordion contact-url=${contactUrl ?? nothing}>
        <details id="gifts" open>
          <summary>Do you cancel gifts?</summary>
          <p>Yes, until they are wrapped.</p>
        </details>
        <details id="pre-orders">
          <summary>Do you cancel pre-orders?</summary>
          <p>Yes, until the day on which they are sent.</p>
        </details>
      </faq-accordion>`,
    ),
};

export const RightToLeft: Story = {
  ...OneOpen,
  render: (args, context) => inFrame('rtl', Playground.render!(args, context)),
};
