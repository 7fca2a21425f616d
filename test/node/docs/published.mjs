import { join } from 'node:path';
import { entries } from '../../../scripts/entries.mjs';
import { root } from '../../../scripts/run.mjs';

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

/** For esbuild: what a script imports of the package comes from the sources, so that it runs before anything is built. */
export const fromSources = {
  name: 'from sources',
  setup(compiler) {
    compiler.onResolve({ filter: /^rescind($|\/)/ }, ({ path }) => ({
      path: join(root, published.get(path)),
    }));
  },
};
