/** The files of a new element: `{ path: text }`. */
export function newElementFiles(tag) {
  const words = tag.split('-').map((word) => word[0].toUpperCase() + word.slice(1));
  const name = `${words.join('')}Element`;
  const title = words.join(' ').replace(/ (.)/g, (_, letter) => ` ${letter.toLowerCase()}`);
  const folder = `src/components/${tag}`;
  return {
    [`${folder}/${tag}.parts.ts`]: `/** Part, state and slot names of \`<${tag}>\`: the documentation check compares them with JSDoc and DOM. */
export const parts = {
  heading: 'What this is about.',
} as const;

export const states = {
  loading: 'Nothing to show yet.',
} as const;

export const slots = {} as const;
`,
    [`${folder}/${tag}.styles.ts`]: `import { css } from 'lit';
import { hostStyles } from '../../ui/styles/host-styles.js';

export const styles = [
  hostStyles,
  css\`
    .heading {
      font-weight: 600;
    }
  \`,
];
`,
    [`${folder}/${tag}.ts`]: `import { html, LitElement, type TemplateResult } from 'lit';
import type { CancellationFlow } from '../../flow/cancellation-flow.js';
import { FlowController } from '../../ui/flow-controller.js';
import { toggleState } from '../../ui/toggle-state.js';
import { styles } from './${tag}.styles.js';

/**
 * Says in one sentence what a shopper sees here.
 *
 * @tagname ${tag}
 * @csspart heading - What this is about.
 * @cssstate loading - Nothing to show yet.
 */
export class ${name} extends LitElement {
  static override styles = styles;

  static override properties = {
    flow: { attribute: false },
  };

  /** A flow of your own; without it the nearest provider's. */
  declare flow?: CancellationFlow;

  readonly #internals = this.attachInternals();
  readonly #flow = new FlowController(this, { select: ({ orders }) => [orders] });

  protected override willUpdate(): void {
    toggleState(this.#internals, 'loading', this.#flow.messages === undefined);
  }

  protected override render(): TemplateResult {
    const { messages } = this.#flow;
    return html\`<div class="scope">
      <p class="heading" part="heading">\${messages?.details}</p>
    </div>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${name};
  }
}
`,
    [`src/define/${tag}.ts`]: `import { ${name} } from '../components/${tag}/${tag}.js';
import { defineElement } from './define-element.js';

defineElement('${tag}', ${name});
`,
    [`test/components/${tag}.test.ts`]: `import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import type { CancellationProviderElement } from '../../src/components/cancellation-provider/cancellation-provider.js';
import '../../src/define/cancellation-provider.js';
import '../../src/define/${tag}.js';

describe('<${tag}>', () => {
  it('shows its heading once the words are there', async () => {
    const adapter = createMemoryAdapter();
    const provider = await fixture<CancellationProviderElement>(html\`
      <cancellation-provider .adapter=\${adapter}><${tag}></${tag}></cancellation-provider>
    \`);
    const element = provider.querySelector('${tag}');
    const heading = () => element?.shadowRoot?.querySelector('[part="heading"]');
    await waitUntil(() => heading()?.textContent);
    expect(heading()).to.have.trimmed.text('Details');
    await expect(element).to.be.accessible();
  });
});
`,
    [`stories/${tag}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createMemoryAdapter } from '../src/adapters/memory/index.js';
import '../src/define/cancellation-provider.js';
import '../src/define/${tag}.js';

const meta: Meta = { title: 'Elements/${title}', component: '${tag}' };
export default meta;

/** The plain case. */
export const Plain: StoryObj = {
  parameters: { shows: 'Details' },
  render: () => html\`
    <cancellation-provider .adapter=\${createMemoryAdapter()}>
      <${tag}></${tag}>
    </cancellation-provider>
  \`,
};
`,
  };
}
