import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { minifyLiterals } from './minify-literals.mjs';
import { root } from './run.mjs';

/**
 * Bundles `code` (a module that imports what a page would) as a shop's own build does: production conditions, Lit
 * included, minified, dynamic imports as chunks. Resolves to the chunks; nothing is written.
 */
export async function bundle(code, { name = 'entry', sourcemap = false } = {}) {
  // A file that is nowhere on the disk: the plugin below has its text.
  const entry = join(root, `${name}.virtual.ts`);
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: './',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
      minifyLiterals(),
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      sourcemap,
      modulePreload: false,
      // As a library: without Vite's own preload helper around each dynamic import.
      lib: { entry: { [name]: entry }, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // What must arrive before anything shows is one file: it compresses better than its parts. The entry only
          // imports it, so that no chunk asks for the entry by another address (a CDN's redirect) and gets a second copy.
          codeSplitting: { groups: [{ name: 'base', tags: ['$initial'] }] },
        },
      },
    },
  });
  return [result].flat().flatMap(({ output }) => output);
}

/**
 * The file of the entry and those that it imports statically: what must arrive before anything shows. `fetched`: modules that are
 * imported later, by the end of their path; their files count as well.
 */
export function staticClosure(output, fetched = []) {
  const byName = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const seen = new Set();
  const walk = (fileName) => {
    if (seen.has(fileName)) return;
    seen.add(fileName);
    byName.get(fileName)?.imports?.forEach(walk);
  };
  const holds = (moduleIds, path) => moduleIds?.some((id) => id.endsWith(path));
  for (const path of fetched)
    if (!output.some(({ moduleIds }) => holds(moduleIds, path)))
      throw new Error(`No file has ${path}.`);
  output
    .filter(({ isEntry, moduleIds }) => isEntry || fetched.some((path) => holds(moduleIds, path)))
    .forEach(({ fileName }) => walk(fileName));
  return output.filter(({ fileName }) => seen.has(fileName));
}

/** Bytes on the wire: each file is compressed by itself. */
export const brotli = (chunks) =>
  chunks
    .filter(({ type }) => type === 'chunk')
    .reduce(
      (sum, { code }) =>
        sum + brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
      0,
    );
