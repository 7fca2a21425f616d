import { entries } from '../../../scripts/entries.mjs';

/** What a page imports, with and without extension, and the source behind it: `rescind/testing` → `src/testing/index.ts`. */
export const published = new Map(
  Object.entries(entries()).flatMap(([entry, source]) => {
    const name = entry
      .replace(/^index$/, '')
      .replace(/^(testing|adapters\/[^/]+)\/index$/, '$1')
      .replace(/^define\/mount$/, 'mount')
      .replace(/^define\/all$/, 'define');
    return name === ''
      ? [['rescind', source]]
      : [`rescind/${name}`, `rescind/${name}.js`].map((specifier) => [specifier, source]);
  }),
);
