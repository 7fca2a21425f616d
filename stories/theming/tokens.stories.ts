import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, nothing, render } from 'lit';
import { hostStyles } from '../../src/ui/styles/host-styles.js';
import { tokens } from './manifest.js';

const meta: Meta = { title: 'Theming/Tokens', parameters: { controls: { disable: true } } };
export default meta;

/** Made from the manifest, drawn through the elements' own ground: choose a theme in the toolbar, and see what it sets. */
export const Tokens: StoryObj = {
  parameters: { shows: '--rescind-color-accent' },
  render: () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [hostStyles, tableStyles].flatMap(
      ({ styleSheet }) => styleSheet ?? [],
    );
    const all = tokens();
    render(
      html`<div class="scope">
        <table>
          <caption>
            ${all.length} tokens, from custom-elements.json
          </caption>
          <thead>
            <tr>
              <th scope="col">Token</th>
              <th scope="col">Set by the theme</th>
              <th scope="col">Comes out as</th>
              <th scope="col">Sample</th>
            </tr>
          </thead>
          <tbody>
            ${all.map(
              ({ name, description, default: preset, elements }) =>
                html`<tr data-token=${name}>
                  <th scope="row">
                    <code>${name}</code><br /><span class="muted">${description}</span>
                    ${
                      elements.length > 1
                        ? nothing
                        : html`<span class="muted">Read by &lt;${elements[0]}&gt;.</span>`
                    }
                  </th>
                  <td data-set></td>
                  <td data-computed data-default=${preset ?? ''}></td>
                  <td>${sampleOf(name, preset)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
      root,
    );
    // What is computed is known once it stands in the page.
    requestAnimationFrame(() => tell(root));
    return host;
  },
};

/** The private role that a token becomes inside the elements, as their style sheet says. */
const roles = new Map<string, string>();
for (const [, role, token] of hostStyles.cssText.matchAll(/(--_[\w-]+):\s*var\(\s*(--[\w-]+)/g))
  if (role && token && !roles.has(token)) roles.set(token, role);

function sampleOf(name: string, preset = '') {
  if (name.includes('-on-accent'))
    return html`<span class="fill"
      ><span class="sample label" data-property="color">Cancel order 1042</span></span
    >`;
  if (name.endsWith('-color-text'))
    return html`<span class="sample" data-property="color">Order 1042, two items</span>`;
  if (name.endsWith('font-size'))
    return html`<span class="sample" data-property="font-size">Order 1042</span>`;
  const kind = name.includes('-color-') ? 'swatch' : name.endsWith('radius') ? 'corner' : 'length';
  const property = { swatch: 'background-color', corner: 'border-radius', length: 'inline-size' }[
    kind
  ];
  return html`<span class="window"
    ><span class="sample ${kind}" data-property=${property} data-fallback=${preset}></span
  ></span>`;
}

/** Fills in what the theme sets and what the browser makes of it. */
function tell(root: ShadowRoot): void {
  for (const row of root.querySelectorAll<HTMLElement>('[data-token]')) {
    const token = row.dataset['token'] ?? '';
    const sample = row.querySelector<HTMLElement>('.sample')!;
    const property = sample.dataset['property'] ?? '';
    const fallback = sample.dataset['fallback'] ?? '';
    const source = roles.get(token);
    if (!sample.matches('.label') && property !== 'color' && property !== 'font-size')
      sample.style.setProperty(property, source ? `var(${source})` : `var(${token}, ${fallback})`);
    const set = getComputedStyle(root.host).getPropertyValue(token).trim();
    const told = row.querySelector('[data-set]')!;
    told.textContent = set === '' ? 'not set' : set.replace(/\s+/g, ' ');
    told.classList.toggle('muted', set === '');
    row.querySelector('[data-computed]')!.textContent =
      getComputedStyle(sample).getPropertyValue(property);
  }
}

const tableStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
  }
  caption {
    padding-block-end: 12px;
    font-size: 1.25em;
    font-weight: 600;
    text-align: start;
  }
  :is(th, td) {
    padding: 12px 16px 12px 0;
    border-block-start: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    font-weight: 600;
  }
  td {
    max-inline-size: 20em;
    overflow-wrap: anywhere;
    font-family: ui-monospace, monospace;
    font-size: 0.9286em;
  }
  code {
    font-weight: 600;
  }
  .sample {
    display: inline-block;
    font-family: system-ui, sans-serif;
  }
  .swatch {
    inline-size: 96px;
    block-size: 40px;
    border-radius: var(--_radius-control);
    box-shadow: inset 0 0 0 1px var(--_border-button);
  }
  .corner {
    inline-size: 96px;
    block-size: 56px;
    border: 2px solid currentColor;
  }
  .window {
    display: block;
    max-inline-size: 240px;
    overflow: hidden;
  }
  .length {
    block-size: 12px;
    background: currentColor;
  }
  .fill {
    display: inline-block;
    padding: 8px 16px;
    border-radius: var(--_radius-control);
    background: var(--_accent);
    font-weight: 600;
  }
  .label {
    color: var(
      --rescind-color-on-accent,
      oklch(from var(--_accent) clamp(0, (0.59 - l) * 1000, 1) 0 0)
    );
  }
  @container host (inline-size < 700px) {
    :is(tr, th, td) {
      display: block;
    }
    thead {
      display: none;
    }
    :is(th, td) {
      border: 0;
      padding-block: 4px;
    }
    tbody tr {
      padding-block: 12px;
      border-block-start: 1px solid var(--_border);
    }
  }
`;
