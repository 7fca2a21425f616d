import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What a module exports that is written in terms of the sources: `export { createRestAdapter } from './src/adapters/rest/index.js'`. */
export async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../..', import.meta.url)), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    write: false,
  });
  return importText(outputFiles[0].text);
}

export function importText(code) {
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
