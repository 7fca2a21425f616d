// npm run new -- tag-name: a component, its define file, a test and a story, in the shape of the others.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './run.mjs';
import { newElementFiles } from './new-element-files.mjs';

const [tag = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(tag)) {
  console.error('usage: npm run new -- tag-name   (lower case, at least one hyphen)');
  process.exit(1);
}
const files = newElementFiles(tag);
const taken = Object.keys(files).filter((path) => existsSync(join(root, path)));
if (taken.length > 0) {
  console.error(`there already: ${taken.join(', ')}`);
  process.exit(1);
}
for (const [path, text] of Object.entries(files)) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  const options = await resolveConfig(join(root, path));
  await writeFile(join(root, path), await format(text, { ...options, filepath: path }));
  console.log(path);
}
const className = Object.values(files)
  .join('')
  .match(/class (\w+)/)[1];
console.log(`
By hand:
- src/define/all.ts      import './${tag}.js';
- src/index.ts           export { ${className} } from './components/${tag}/${tag}.js';
- npm run manifest && npm run docs:tables`);
