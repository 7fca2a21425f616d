// Computed contrast of everything that the stories draw: every preset and none, on every page of pages.mjs, in the page and in the window.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { launchBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { pages } from './pages.mjs';

/** WCAG 2.2 AA: 1.4.3 text, 1.4.11 what carries a meaning. The high-contrast preset promises more. */
const usual = { text: 4.5, icon: 3, outline: 3, fill: 3, focus: 3 };
const high = { text: 7, icon: 4.5, outline: 4.5, fill: 4.5, focus: 4.5 };
const themes = {
  none: usual,
  default: usual,
  dense: usual,
  herbarium: usual,
  'high-contrast': high,
};

/** Style sheets as text, as Vite has them. */
const inline = {
  name: 'inline',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?inline', '')),
      namespace: 'inline',
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'inline' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** A filled button in a bridge is the system's own. */
const mapped = { text: 4.5, icon: 3, outline: 3, focus: 3 };
const bridges = ['bootstrap', 'dawn', 'wordpress', 'shadcn', 'shadcn-hsl'];

let browser;
let page;
let server;
const sheets = { none: '' };

before(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/themes/stage.ts')],
    ...{ bundle: true, write: false, format: 'esm', target: 'es2022' },
    ...{ plugins: [inline], logLevel: 'error' },
    conditions: ['production'],
  });
  for (const theme of [...Object.keys(themes).slice(1), ...bridges])
    sheets[theme] = await readFile(join(root, `src/themes/${theme}.css`), 'utf8');
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setViewport({ width: 900, height: 700 });
  // The products' pictures; and an origin, which storage and locks need.
  server = await serve(join(root, 'demo/public'));
  await page.goto(`${server.address}/`);
  await page.setContent(
    '<!doctype html><html lang="en"><head><style id="page"></style><style id="theme"></style></head><body></body></html>',
  );
  await page.addScriptTag({ type: 'module', content: outputFiles[0].text });
  await page.waitForFunction(() => globalThis.stage);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Measures what is drawn in one theme on one page. */
async function look(theme, name, { css = '', limits = themes[theme] } = {}) {
  const { scheme = 'light', className = '', css: ground } = pages[name];
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  return page.evaluate(
    (dress, limits) => {
      document.documentElement.className = dress.className;
      document.querySelector('#page').textContent = dress.ground;
      document.querySelector('#theme').textContent = dress.theme;
      return globalThis.stage.look(limits);
    },
    { className, ground, theme: sheets[theme] + css },
    limits,
  );
}

const told = ({ kind, ratio, where, colors }) => `${ratio.toFixed(2)} ${kind} ${where}: ${colors}`;
const distinct = (failures) => [...new Set(failures.map(told))].slice(0, 12).join('\n');

for (const [place, modal] of [
  ['in the page', false],
  ['in the window', true],
])
  describe(`contrast ${place}`, () => {
    const sum = { pairs: 0, kinds: {}, lowest: {} };

    before(async () => {
      const { count, problems } = await page.evaluate(
        (modal) => globalThis.stage.draw(modal),
        modal,
      );
      assert.deepEqual(problems, []);
      assert.ok(count > 20, `only ${count} stories`);
      sum.stories = count;
    });

    /** Counts what was seen, and lets nothing under its limit pass. */
    const judge = ({ counts, lowest, failures }, limits, where) => {
      for (const kind of Object.keys(limits)) assert.ok(counts[kind] > 0, `no ${kind} was seen`);
      for (const [kind, count] of Object.entries(counts)) {
        sum.pairs += count;
        sum.kinds[kind] = (sum.kinds[kind] ?? 0) + count;
        const key = `${kind}${limits === high ? ' (high-contrast)' : ''}`;
        const ratio = Math.floor(lowest[kind].ratio * 100) / 100;
        if (ratio < (sum.lowest[key]?.ratio ?? Infinity))
          sum.lowest[key] = { ratio, where, what: lowest[kind].where };
      }
      assert.equal(failures.length, 0, distinct(failures));
    };

    for (const [theme, limits] of Object.entries(themes))
      for (const name of Object.keys(pages))
        it(`holds with the theme ${theme} on a page that is ${name}`, async () => {
          judge(await look(theme, name), limits, `${theme}, ${name}`);
        });

    for (const bridge of bridges)
      for (const scheme of ['light', 'dark'])
        it(`holds with the bridge ${bridge} on a ${scheme} page of its system`, async () => {
          await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
          const seen = await page.evaluate(
            (name, isDark, theme, limits) => {
              globalThis.stage.host(name, isDark);
              document.querySelector('#theme').textContent = theme;
              return globalThis.stage.look(limits);
            },
            ...[bridge, scheme === 'dark', sheets[bridge], mapped],
          );
          judge(seen, mapped, `${bridge}, ${scheme}`);
        });

    it('would not hold with a grey that is too light, or with one red for every page', async () => {
      const grey = await look('none', 'light', { css: ':root { --rescind-color-muted: #999 }' });
      assert.match(distinct(grey.failures), /2\.8\d text/);
      const red = ':root { --rescind-color-danger: #b3261e; --rescind-color-warning: #8f5600 }';
      const dark = await look('none', 'dark', { css: red });
      assert.ok(
        dark.failures.some(({ kind }) => kind === 'icon'),
        'a dark red icon on a dark page',
      );
    });

    after(() => console.log(JSON.stringify({ contrast: place, ...sum })));
  });
