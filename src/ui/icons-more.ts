import type { TemplateResult } from 'lit';
import { drawIcon } from './icons.js';

/** What only dialog, status details, receipt and FAQ draw. */
const PATHS = {
  cross: 'm5 5 10 10M15 5 5 15',
  shield:
    'M10 2.5 3.8 4.8v4.6c0 3.9 2.6 6.7 6.2 8.1 3.6-1.4 6.2-4.2 6.2-8.1V4.8ZM7.4 9.9l1.9 1.9 3.4-3.7',
  print: 'M6 7V2.8h8V7M6 14H3.5V8.5c0-.8.7-1.5 1.5-1.5h10c.8 0 1.5.7 1.5 1.5V14H14M6 11.5h8v5.7H6z',
  download: 'M10 3v9.5M6.2 8.9l3.8 3.8 3.8-3.8M3.5 16.5h13',
  external: 'M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16 4l-7 7',
  coupon:
    'M2.5 5.5h15v3a1.5 1.5 0 0 0 0 3v3h-15v-3a1.5 1.5 0 0 0 0-3ZM8 12l4-4M8.2 8.2h.01M11.8 11.8h.01',
  points: 'm10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5-3.6-3.5 5-.7Z',
  gift: 'M3 7h14v3.5H3zM4.2 10.5h11.6v6.7H4.2zM10 7v10.2M10 7C8.5 3 5 2.8 5.2 5.2 5.3 6.6 7.5 7 10 7Zm0 0c1.5-4 5-4.2 4.8-1.8C14.7 6.6 12.5 7 10 7Z',
  card: 'M2.5 6.5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2ZM2.5 8.3h15M5.5 12.3h3',
  plus: 'M5 10h10M10 5v10',
};

export type MoreIconName = keyof typeof PATHS;

/** Decoration: the word beside it says the same. */
export function moreIcon(name: MoreIconName): TemplateResult {
  return drawIcon(PATHS[name], name === 'external');
}
