// The package as a page gets it, made from the sources at hand so that a test never sees an old build: the same two builds as `npm run build`.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as compile } from 'esbuild';
import { build } from 'vite';
import { bundle } from '../../scripts/bundle.mjs';
import { root } from '../../scripts/run.mjs';

/** One script with its chunks, Lit included: address → text. */
export async function cdnBuild() {
  const files = await bundle(`import './src/define/all.ts';`, { name: 'rescind' });
  return new Map(files.map(({ fileName, code }) => [`/cdn/${fileName}`, code]));
}

/** The unbundled modules. What they import of Lit is served beside them, as a development server does. */
export async function modulesBuild() {
  const outputs = await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { write: false, sourcemap: false },
  });
  const imported = new Set();
  const files = new Map();
  for (const { fileName, code } of [outputs].flat().flatMap(({ output }) => output)) {
    const served = code.replace(
      /\b(from|import) ?"(@?lit[^"]*)"/g,
      (_match, keyword, specifier) => {
        imported.add(specifier);
        return `${keyword} "${vendorPath(specifier)}"`;
      },
    );
    files.set(`/modules/${fileName}`, served);
  }
  for (const [path, text] of await vendored([...imported])) files.set(path, text);
  return files;
}

const vendorPath = (specifier) => `/vendor/${specifier.replace(/\.js$/, '')}.js`;

/** Split, so that all of them share one Lit. */
async function vendored(specifiers) {
  const { outputFiles } = await compile({
    entryPoints: specifiers.map((specifier) => ({
      in: specifier,
      out: specifier.replace(/\.js$/, ''),
    })),
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'browser', write: false },
    ...{ absWorkingDir: root, outdir: '/vendor', logLevel: 'silent' },
  });
  return outputFiles.map(({ path, text }) => [path, text]);
}

/** A file of the repository, as text. */
export function readText(path) {
  return readFile(join(root, path), 'utf8');
}
