import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const files = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      )
    : [];
const modules = (folder) =>
  files(folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ name }) => `${folder}/${name}`);

/** What `exports` in package.json publishes, as `{ 'define/order-list': 'src/define/order-list.ts' }`. */
export function entries() {
  const paths = [
    'src/index.ts',
    'src/testing/index.ts',
    ...modules('src/define'),
    ...modules('src/messages'),
    ...files('src/adapters')
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/adapters/${name}/index.ts`),
  ].filter((path) => existsSync(join(root, path)));
  return Object.fromEntries(paths.map((path) => [path.slice(4, -3), path]));
}

/** The tags that have a folder. */
export const tags = () =>
  files('src/components')
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
