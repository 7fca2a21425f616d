// What a package's user gets: every path resolves with and without its extension, and bundlers drop and keep the right things.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { entries, tags } from '../../scripts/entries.mjs';
import { root, run } from '../../scripts/run.mjs';

const { exports: published } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

const specifiers = Object.keys(entries()).flatMap((entry) => {
  const path = entry
    .replace(/^index$/, '')
    .replace(/^(testing|adapters\/[^/]+)\/index$/, '$1')
    .replace(/^define\/mount$/, 'mount')
    .replace(/^define\/all$/, 'define');
  return path === '' ? ['rescind', 'rescind/index.js'] : [`rescind/${path}`, `rescind/${path}.js`];
});

describe('exports', () => {
  for (const specifier of specifiers)
    it(`resolves ${specifier} to a built module with types`, () => {
      const file = fileURLToPath(import.meta.resolve(specifier));
      assert.ok(existsSync(file), file);
      assert.ok(existsSync(file.replace(/\.js$/, '.d.ts')), `${file} has no types`);
    });

  it('covers every path of package.json', () => {
    const fixed = Object.keys(published).filter(
      (path) => path.startsWith('./') && !path.includes('*'),
    );
    for (const path of fixed) import.meta.resolve(`rescind/${path.slice(2)}`);
    assert.ok(fixed.length > 5);
  });

  it('packs the built modules and nothing of the tests', async () => {
    const { output } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
    const [{ files }] = JSON.parse(output.slice(output.indexOf('[')));
    const paths = files.map(({ path }) => path);
    for (const path of ['dist/index.js', 'dist/index.d.ts', 'custom-elements.json', 'LICENSE'])
      assert.ok(paths.includes(path), `${path} is missing`);
    assert.deepEqual(
      paths.filter((path) => /^(test|stories|demo|examples|scripts)\//.test(path)),
      [],
    );
  });
});

// A shop that has the package installed, built.
let shop;
before(async () => {
  shop = await mkdtemp(join(tmpdir(), 'shop-'));
  await mkdir(join(shop, 'node_modules'));
  await symlink(root, join(shop, 'node_modules/rescind'));
});
after(() => rm(shop, { recursive: true }));

/** Each resolves to the text of the entry, and of all files together. */
const bundlers = {
  async esbuild(code) {
    const { outputFiles } = await esbuild({
      stdin: { contents: code, resolveDir: shop, loader: 'js' },
      bundle: true,
      format: 'esm',
      splitting: true,
      outdir: 'out',
      write: false,
      conditions: ['production'],
      logLevel: 'silent',
    });
    const entry = outputFiles.find(({ path }) => path.endsWith('stdin.js'));
    return { entry: entry.text, all: outputFiles.map(({ text }) => text).join('\n') };
  },
  async vite(code) {
    const result = await vite({
      root: shop,
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === 'virtual:app' ? join(shop, 'app.js') : null),
          load: (id) => (id === join(shop, 'app.js') ? code : null),
        },
      ],
      build: { write: false, minify: false, rolldownOptions: { input: 'virtual:app' } },
    });
    const files = [result].flat().flatMap(({ output }) => output);
    const entry = files.find(({ isEntry }) => isEntry);
    return { entry: entry.code, all: files.map(({ code: text = '' }) => text).join('\n') };
  },
};

for (const [name, bundle] of Object.entries(bundlers))
  describe(`bundled by ${name}`, () => {
    it('an import of a class registers no tag', async () => {
      const { all: code } = await bundle(
        "import { OrderListElement } from 'rescind';\nwindow.kept = OrderListElement;\n",
      );
      assert.match(code, /OrderListElement/);
      assert.doesNotMatch(code, /customElements\.define\(/);
    });

    it('an import that is not used leaves nothing of ours', async () => {
      const { entry } = await bundle(
        "import { OrderListElement } from 'rescind';\nwindow.kept = 1;\n",
      );
      assert.match(entry, /window\.kept/);
      // What is imported on intent may lie beside it as a file that nothing asks for.
      assert.doesNotMatch(entry, /rescind|OrderList|\bimport\b/);
    });

    for (const tag of tags())
      it(`an import of define/${tag} registers it`, async () => {
        const { all: code } = await bundle(`import 'rescind/define/${tag}';\n`);
        assert.match(code, new RegExp(`["'\`]${tag}["'\`]`));
        assert.match(code, /customElements\.define\(/);
      });
  });
