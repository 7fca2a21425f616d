// axe on every story of the built Storybook in every dress: theme × direction × light and dark, without opening the story anew. The first
// dress of each story is asked for everything; a dress changes no names, roles or relations, so the others are asked for what they change.
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launchBrowser } from '../browser.mjs';
import { root } from '../run.mjs';
import { serve } from '../static-server.mjs';

const folder = join(root, 'storybook-static');
const themesFolder = join(root, 'src/themes');

/** The looks of each story: `share` of n takes every n-th of them, another one for each story, so that all of them are met. */
export async function looks() {
  const files = (await readdir(themesFolder)).filter((file) => file.endsWith('.css')).sort();
  const themes = [{ theme: 'none', css: '' }];
  for (const file of files) {
    const css = await readFile(join(themesFolder, file), 'utf8');
    themes.push({ theme: file.replace('.css', ''), css });
  }
  return themes.flatMap((theme) =>
    ['ltr', 'rtl'].flatMap((direction) =>
      ['light', 'dark'].map((scheme) => ({ ...theme, direction, scheme })),
    ),
  );
}

/** Resolves to `{ stories, runs, themes, violations: [{ story, theme, direction, scheme, id, help, target }], unfinished, planted }`. */
export async function runAxe({ share = 1, only = '' } = {}) {
  const dresses = await looks();
  const source = await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  const stories = Object.values(entries).filter(
    ({ type, tags, id }) => type === 'story' && !tags.includes('planted') && id.includes(only),
  );
  const server = await serve(folder);
  const browser = await launchBrowser({ protocolTimeout: 120_000 });
  const outcome = { stories: stories.length, runs: 0, violations: [], unfinished: [], planted: 0 };
  outcome.themes = [...new Set(dresses.map(({ theme }) => theme))];
  const queue = [...stories.entries()];
  const work = async () => {
    const page = await openPage(browser);
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, { id }] = next;
      const wanted = dresses.filter((_, place) => (place + index) % share === 0);
      try {
        await show(page, `${server.address}/iframe.html?id=${id}&globals=a11y.manual:!true`);
        await page.evaluate(source);
        for (const [place, dress] of wanted.entries()) {
          const found = await page.evaluate(checkIn, { ...dress, isFirst: place === 0 });
          outcome.runs += 1;
          outcome.violations.push(
            ...found.map((fault) => ({ story: id, ...label(dress), ...fault })),
          );
        }
      } catch (error) {
        outcome.unfinished.push(`${id}: ${error.message}`);
      }
    }
  };
  try {
    await Promise.all([work(), work()]);
    outcome.planted = await findPlanted(browser, server.address, { source, dresses, stories });
  } finally {
    await browser.close();
    await server.close();
  }
  return outcome;
}

/** Faults put into a real story have to be found: in how many dresses they were. */
async function findPlanted(browser, address, { source, dresses, stories }) {
  const page = await openPage(browser);
  await show(page, `${address}/iframe.html?id=${stories[0].id}&globals=a11y.manual:!true`);
  await page.evaluate(source);
  await page.evaluate(() => {
    const host = [...document.querySelectorAll('*')].find(({ shadowRoot }) =>
      shadowRoot?.querySelector('.scope'),
    );
    const nameless = document.createElement('button');
    const faint = document.createElement('p');
    faint.textContent = 'A planted fault';
    faint.setAttribute('style', 'color:#888;background:#777');
    host.shadowRoot.querySelector('.scope').append(nameless, faint);
  });
  let found = 0;
  for (const dress of dresses) {
    const isFirst = dress === dresses[0];
    const ids = new Set((await page.evaluate(checkIn, { ...dress, isFirst })).map(({ id }) => id));
    if (ids.has('color-contrast') && ids.has('button-name') === isFirst) found += 1;
  }
  await page.close();
  return found;
}

const label = ({ theme, direction, scheme }) => ({ theme, direction, scheme });

async function openPage(browser) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 900 });
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
  });
  return page;
}

async function show(page, address) {
  await page.goto(`${address}&viewMode=story`);
  await page.waitForFunction(
    () => globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0],
    { timeout: 30_000, polling: 50 },
  );
}

/** Runs in the page: dresses it as the toolbar does, and asks axe. */
async function checkIn({ css, direction, scheme, isFirst }) {
  const page = document.documentElement;
  page.dir = direction;
  page.style.colorScheme = scheme;
  document.querySelector('#story-theme').textContent = css;
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  // What a story says of itself, as in the Storybook: one that shows an element ten times has ten landmarks of one name.
  const { a11y } = globalThis.__STORYBOOK_PREVIEW__.currentRender.story.parameters;
  const own = (a11y?.config?.rules ?? []).map(({ id, enabled }) => [id, { enabled }]);
  const { violations } = await globalThis.axe.run(
    { include: [['#storybook-root']] },
    {
      ...{ resultTypes: ['violations'], preload: false, iframes: false },
      ...(!isFirst && {
        runOnly: {
          type: 'rule',
          values: [
            ...['color-contrast', 'link-in-text-block'],
            ...['target-size', 'scrollable-region-focusable'],
          ],
        },
      }),
      rules: {
        'target-size': { enabled: true },
        // A story is a part of a page: the page's landmarks and its first heading are not its own.
        ...(isFirst && {
          region: { enabled: false },
          'page-has-heading-one': { enabled: false },
          ...Object.fromEntries(own),
        }),
      },
    },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => ({
      ...{ id, help, target: target.flat().join(' ') },
      why: any[0]?.message ?? '',
    })),
  );
}
