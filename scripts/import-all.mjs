import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Writes a test that imports every source file, so that coverage counts what no other test touches.
 * Returns its path, as web-test-runner wants it.
 */
export async function writeImportAll() {
  const src = join(root, 'src');
  const sources = existsSync(src)
    ? readdirSync(src, { recursive: true })
        .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
        .sort()
    : [];
  const imports = sources.map((path) => `  () => import('/src/${path}'),`).join('\n');
  const code = `const imports = [
${imports}
];
it('imports each of the ${sources.length} source files', async () => {
  for (const load of imports) await load();
}).timeout(30000);
`;
  const folder = join(root, 'node_modules/.cache/rescind');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'import-all.test.js'), code);
  return 'node_modules/.cache/rescind/import-all.test.js';
}
