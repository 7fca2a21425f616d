import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { FaqAccordionElement } from '../src/components/faq-accordion/faq-accordion.js';
import '../src/define/faq-accordion.js';
import '../src/define/order-list.js';
import { flow, press, shopWith, text } from './story-shop.js';

type Args = Pick<FaqAccordionElement, 'openEntry' | 'contactUrl'>;

const meta: Meta<Args> = {
  title: 'Elements/FAQ accordion',
  component: 'faq-accordion',
  args: { contactUrl: 'https://shop.example/contact' },
};
export default meta;

type Story = StoryObj<Args>;

const none = shopWith(() => []);

export const Playground: Story = {
  parameters: { shows: 'Why can’t I cancel' },
  render: ({ openEntry, contactUrl }) =>
    flow(
      none,
      html`<faq-accordion
        open-entry=${openEntry ?? nothing}
        contact-url=${contactUrl ?? nothing}
      ></faq-accordion>`,
    ),
};

export const OneOpen: Story = { ...Playground, args: { openEntry: 'refund-when' } };

/** An order that cannot be canceled points at the answer, which opens. */
export const OpenedByAnOrder: Story = {
  parameters: { shows: 'Too late to cancel' },
  render: () =>
    flow(
      shopWith(({ shippedOrder }) => [shippedOrder]),
      html`<order-list></order-list><faq-accordion></faq-accordion>`,
    ),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'order-list', 'link');
    await text(canvasElement, 'faq-accordion', '1039');
  },
};

/** The shop's own answers, written in the page. */
export const Slotted: Story = {
  parameters: { shows: 'Do you cancel gifts?' },
  render: () =>
    flow(
      none,
      html`<faq-accordion contact-url="https://shop.example/contact">
        <details id="gifts">
          <summary>Do you cancel gifts?</summary>
          <p>Yes, until they are wrapped.</p>
        </details>
      </faq-accordion>`,
    ),
};
