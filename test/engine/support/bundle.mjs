import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const source = new URL('../../../src/', import.meta.url).pathname;

/** The adapters, their documents and the contract suite, bundled from their sources: what runs is what is in the tree. */
export async function bundle() {
  const folder = await mkdtemp(join(tmpdir(), 'rescind-vendure-'));
  const outfile = join(folder, 'adapter.mjs');
  await build({
    stdin: {
      contents: `
        export * from './adapters/rest/index.ts';
        export * from './adapters/vendure/index.ts';
        export * as documents from './adapters/vendure/documents.ts';
        export { adapterContract } from './testing/adapter-contract.ts';`,
      resolveDir: source,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outfile,
    logLevel: 'silent',
  });
  const module = await import(pathToFileURL(outfile).href);
  await rm(folder, { recursive: true });
  return module;
}
