import { html, type TemplateResult } from 'lit';

const CIRCLE = 'M2.5 10a7.5 7.5 0 1 1 15 0 7.5 7.5 0 1 1-15 0Z';
const BOX_WIDE = 'a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v';

/** A 20-unit grid, strokes of 1.6 with round ends; each is one path. What only dialog, receipt and FAQ draw is in `icons-more`. */
const PATHS = {
  check: 'm4.5 10.5 3.6 3.6 7.4-8',
  'check-circle': `${CIRCLE}m4.1.3 2.3 2.3 4.6-4.9`,
  'cross-circle': `${CIRCLE}M7.4 7.4l5.2 5.2m0-5.2-5.2 5.2`,
  'half-circle': `${CIRCLE}M10 2.5v15M11.5 3v14M13 3.5v13M14.5 4.5v11M16 6.5v7`,
  clock: `${CIRCLE}M10 5.8V10l2.8 2`,
  info: `${CIRCLE}M10 9.3v4.2M10 6.6h.01`,
  question: `${CIRCLE}M7.9 8a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.6M10 13.8h.01`,
  hourglass:
    'M5.5 2.8h9M5.5 17.2h9M6.5 2.8v2.4c0 2.1 3.5 3 3.5 4.8 0-1.8 3.5-2.7 3.5-4.8V2.8M6.5 17.2v-2.4c0-2.1 3.5-3 3.5-4.8 0 1.8 3.5 2.7 3.5 4.8v2.4',
  warning: 'M10 3 2.6 16.2h14.8ZM10 8.2v3.6M10 14h.01',
  alert: 'M6.9 2.8h6.2l4.1 4.1v6.2l-4.1 4.1H6.9l-4.1-4.1V6.9ZM10 6.6v4.2M10 13.4h.01',
  lock: 'M4 10.8a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2ZM6.7 8.8V6.3a3.3 3.3 0 0 1 6.6 0v2.5',
  truck:
    'M2.2 5h9.3v9H2.2zM11.5 8h3.4l2.9 3v3h-6.3M4 14.6a1.7 1.7 0 1 1 3.4 0 1.7 1.7 0 1 1-3.4 0ZM12.5 14.6a1.7 1.7 0 1 1 3.4 0 1.7 1.7 0 1 1-3.4 0Z',
  box: 'm10 2.6 6.7 3.4v8L10 17.4 3.3 14V6ZM3.5 6.1 10 9.4l6.5-3.3M10 9.4v7.8',
  return: 'M7.2 4.2 3.4 8l3.8 3.8M3.6 8h8.2a4.3 4.3 0 0 1 0 8.6H8',
  refund: `M2.5 7${BOX_WIDE}6a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2ZM7.8 10a2.2 2.2 0 1 1 4.4 0 2.2 2.2 0 1 1-4.4 0ZM5.3 10h.01M14.7 10h.01`,
  retry: 'M16.6 10a6.6 6.6 0 1 1-2-4.7M16.8 2.8v3.4h-3.4',
  receipt:
    'M4.5 2.5h11v15l-1.9-1.3-1.8 1.3-1.8-1.3-1.8 1.3-1.8-1.3-1.9 1.3ZM7.5 6.5h5M7.5 9.5h5M7.5 12.5h3',
  search: 'M3.3 8.8a5.5 5.5 0 1 1 11 0 5.5 5.5 0 1 1-11 0ZM13 13l4 4',
  chevron: 'm5 7.5 5 5 5-5',
  store:
    'M3.5 8v8.5h13V8M2.5 7 4 3h12l1.5 4c0 1.2-1 2-2.2 2s-2.3-.8-2.3-2c0 1.2-1.2 2-2.5 2s-3-.8-3-2c0 1.2-1.1 2-2.5 2S2.5 8.2 2.5 7Z',
  offline:
    'm3 3 14 14M6.2 6.9a3.6 3.6 0 0 0-3.6 3.6 3.5 3.5 0 0 0 3.6 3.6h7.3M8.4 5.3a4.7 4.7 0 0 1 6.1 3.5 2.8 2.8 0 0 1 2.1 4.3',
  mail: `M2.5 6.5${BOX_WIDE}7a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2ZM3 6l7 5 7-5`,
  document: 'M5 2.5h6.5L15 6v11.5H5ZM11.5 2.5V6H15M7.5 10h5M7.5 13.2h5',
  minus: 'M5 10h10',
  picture: 'M3 5.5h14v9.5H3ZM3.5 14l4.3-4.3 3 3 2.4-2.4 3.5 3.5M13.5 8h.01',
};

export type IconName = keyof typeof PATHS;

/** Decoration: the word beside it says the same. */
export function icon(name: IconName): TemplateResult {
  return drawIcon(PATHS[name], name === 'return' || name === 'truck');
}

/** `directional`: turned round where reading goes from right to left. */
export function drawIcon(path: string, directional = false): TemplateResult {
  return html`<svg
    class=${directional ? 'icon icon-directional' : 'icon'}
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    <path d=${path}></path>
  </svg>`;
}
