import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { tags } from './entries.mjs';
import { root } from './run.mjs';

/** Loads a TypeScript module of the project into Node. */
export async function load(path) {
  const folder = join(root, 'node_modules/.cache/rescind/modules');
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, `${path.replace(/\W+/g, '-')}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, path)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
    tsconfig: join(root, 'tsconfig.json'),
  });
  return import(`${pathToFileURL(outfile)}?${Date.now()}`);
}

/** Each element as its const table says it, and as the manifest has it: `{ tag: { parts, states, slots, documented } }`. */
export async function readElements() {
  const manifest = JSON.parse(
    await readFile(join(root, 'custom-elements.json'), 'utf8').catch(() => '{"modules":[]}'),
  );
  const documented = new Map(
    manifest.modules
      .flatMap(({ declarations }) => declarations)
      .map((declaration) => [declaration.tagName, declaration]),
  );
  const elements = {};
  for (const tag of tags()) {
    const path = `src/components/${tag}/${tag}.parts.ts`;
    const table = existsSync(join(root, path)) ? await load(path) : {};
    elements[tag] = {
      parts: Object.keys(table.parts ?? {}),
      states: Object.keys(table.states ?? {}),
      slots: Object.keys(table.slots ?? {}),
      hasTable: existsSync(join(root, path)),
      documented: documented.get(tag),
    };
  }
  return elements;
}
