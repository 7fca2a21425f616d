import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/** Faults that the story tests must find: each is expected to fail, so that a pass elsewhere means something. */
const meta: Meta = { title: 'Controls/Planted faults', tags: ['!dev', '!autodocs', 'planted'] };
export default meta;

export const NamelessButton: StoryObj = {
  parameters: { shows: 'A planted fault', finds: 'button-name' },
  render: () =>
    html`<p>A planted fault</p>
      <button type="button"></button>`,
};

export const TextNotShown: StoryObj = {
  parameters: { shows: 'Nobody wrote this', finds: 'is not shown' },
  render: () => html`<p>A planted fault</p>`,
};

export const ElementNotDefined: StoryObj = {
  parameters: { shows: 'A planted fault', finds: 'is not defined' },
  render: () => html`<never-defined>A planted fault</never-defined>`,
};

export const PlayThrows: StoryObj = {
  parameters: { shows: 'A planted fault', finds: 'planted throw' },
  render: () => html`<p>A planted fault</p>`,
  play: () => {
    throw new Error('planted throw');
  },
};
