// dist: unbundled modules with their types and themes, and dist/cdn: one entry with hashed chunks and their hashes.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { bundle } from './bundle.mjs';
import { root, run } from './run.mjs';

const step = async (name, args) => {
  const { code } = await run(name, args, { show: true });
  if (code !== 0) process.exit(code);
};

await step('node', ['scripts/manifest.mjs']);
await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
await step('tsc', ['--project', 'tsconfig.build.json']);

const themes = join(root, 'src/themes');
if (existsSync(themes)) await cp(themes, join(root, 'dist/themes'), { recursive: true });

await cp(join(root, 'src/define/undefined.css'), join(root, 'dist/define/undefined.css'));

const all = 'src/define/all.ts';
if (existsSync(join(root, all))) await cdn();

async function cdn() {
  const output = await bundle(`import './${all}';`, { name: 'rescind', sourcemap: true });
  const integrity = {};
  for (const file of output) {
    const path = join(root, 'dist/cdn', file.fileName);
    const body = file.type === 'chunk' ? file.code : file.source;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, body);
    if (file.type === 'chunk')
      integrity[file.fileName] = `sha384-${createHash('sha384').update(body).digest('base64')}`;
  }
  const list = JSON.stringify(integrity, null, 2);
  await writeFile(join(root, 'dist/cdn/integrity.json'), `${list}\n`);
  console.log(`dist/cdn: ${Object.keys(integrity).length} files, hashes in integrity.json`);
}
