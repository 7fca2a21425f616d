// Writes custom-elements.json from the code; with --check it only says whether the committed one is fresh.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { format } from 'prettier';
import { root, run } from './run.mjs';

const file = join(root, 'custom-elements.json');

export async function manifest() {
  const outdir = await mkdtemp(join(root, 'node_modules/.manifest-'));
  try {
    const { code, output } = await run('custom-elements-manifest', [
      'analyze',
      '--config',
      'custom-elements-manifest.config.mjs',
      '--outdir',
      relative(root, outdir),
    ]);
    if (code !== 0) throw new Error(output);
    const text = await readFile(join(outdir, 'custom-elements.json'), 'utf8');
    return await format(text, { parser: 'json', printWidth: 100 });
  } finally {
    await rm(outdir, { recursive: true });
  }
}

const fresh = await manifest();
if (process.argv.includes('--check')) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  const same = committed === fresh;
  console.log(
    same ? 'custom-elements.json is fresh' : 'custom-elements.json is stale: npm run manifest',
  );
  process.exitCode = same ? 0 : 1;
} else {
  await writeFile(file, fresh);
  const elements = JSON.parse(fresh).modules.flatMap(({ declarations }) => declarations);
  console.log(`custom-elements.json: ${elements.length} elements`);
}
