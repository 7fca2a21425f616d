// Drives the built Storybook for pictures: opens a story, waits for its end, and takes it in each look.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser as findBrowser, launchBrowser } from '../browser.mjs';
import { root, run } from '../run.mjs';
import { serve } from '../static-server.mjs';
import { buildStorybook } from '../stories.mjs';
import { atRest, extent, holdStill, printOut, putOn, storyEnd } from './in-page.mjs';

const folder = join(root, 'storybook-static');
// A browser or a font of the machine would draw other pictures.
delete process.env.CHROME_PATH;
/** The moment at which every story plays: 16:20 in the shop's place. */
const moment = { now: Date.UTC(2026, 10, 23, 15, 20), timezoneId: 'Europe/Berlin' };

export async function buildStories() {
  const { code, output } = await run('node', ['scripts/manifest.mjs']);
  if (code !== 0) throw new Error(output);
  await buildStorybook();
}

/** The stories of the built Storybook, `{ id, name, element }`, built first when they are not there. */
export async function listStories({ build = false, only = '' } = {}) {
  if (build || !existsSync(join(folder, 'index.json'))) await buildStories();
  const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  return Object.values(entries)
    .filter(({ type, tags }) => type === 'story' && !tags.includes('planted'))
    .map(({ id, name, importPath }) => ({
      ...{ id, name },
      element: importPath.replace(/^.*\/(.*)\.stories\..*$/, '$1'),
    }))
    .filter(({ id, element }) => `${element} ${id}`.includes(only));
}

/**
 * A browser that looks at stories: `take(stories, options, each)` calls `each` per story with its pictures (one PNG per look, and
 * what stood out of it), two stories at a time. `options`: `{ looks, theme, locale, change, highest }`: `change` is CSS for the page,
 * `highest` where a picture is cut.
 */
export async function openStories({ plainGlyphs = false, machineFonts = false } = {}) {
  // Another run may build anew meanwhile: the pictures of one run are of one build.
  const copy = await mkdtemp(join(tmpdir(), 'rescind-stories-'));
  await cp(folder, copy, { recursive: true });
  const server = await serve(copy, { isFixed: true });
  const { env } = await findBrowser();
  const fonts = await writeFonts(env, copy, { plainGlyphs, machineFonts });
  const browser = await launchBrowser({
    protocolTimeout: 60_000,
    env: { ...env, FONTCONFIG_FILE: fonts },
    args: [
      '--lang=en-US',
      '--force-color-profile=srgb',
      // No story may depend on the world outside.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...(plainGlyphs ? ['--disable-font-subpixel-positioning'] : []),
    ],
  });
  return {
    browser,
    async take(stories, options, each) {
      const queue = [...stories];
      const work = async () => {
        const context = await browser.createBrowserContext();
        const page = await preparePage(context);
        for (let story = queue.shift(); story; story = queue.shift())
          await each(story, await takeStory(page, server.address, story, options));
        await context.close();
      };
      await Promise.all([work(), work()]);
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(copy, { recursive: true });
    },
  };
}

/**
 * `plainGlyphs`: glyphs of whole pixels, the same places and colors in a third of the bytes. `machineFonts`: also those of the
 * machine, behind the packaged one, which has no Arabic.
 */
async function writeFonts({ FONTCONFIG_PATH }, folder, { plainGlyphs, machineFonts }) {
  const edit = '<edit name="antialias" mode="assign"><bool>false</bool></edit>';
  const rules = [
    plainGlyphs && `<match target="pattern">${edit}</match><match target="font">${edit}</match>`,
    machineFonts &&
      '<dir>/usr/share/fonts</dir><match target="pattern"><edit name="family" mode="prepend_first"><string>Open Sans</string></edit></match>',
  ];
  const own = await readFile(join(FONTCONFIG_PATH, 'fonts.conf'), 'utf8');
  const path = join(folder, 'fonts.conf');
  await writeFile(
    path,
    own.replace('</fontconfig>', `${rules.filter(Boolean).join('')}</fontconfig>`),
  );
  return path;
}

async function preparePage(context) {
  const page = await context.newPage();
  const client = await page.createCDPSession();
  await client.send('Emulation.setTimezoneOverride', { timezoneId: moment.timezoneId });
  await client.send('Emulation.setLocaleOverride', { locale: 'en-US' });
  await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await client.send('Emulation.setScrollbarsHidden', { hidden: true });
  await page.evaluateOnNewDocument(holdStill, { now: moment.now });
  return Object.assign(page, { client });
}

/**
 * `{ problem, pictures: [{ look, png, width, height, overflow, inspected }] }`: all looks of one start. `inspect`: what runs in the page of
 * each look, one after the other; the last one's answer is `inspected`.
 */
async function takeStory(page, address, { id, element }, options) {
  const { looks, theme = 'none', locale = 'en', change, highest, inspect = [] } = options;
  // What a look does to the page stays: those that do more than turn the light on and off come last.
  const trace = ({ modal, paper }) => Number(modal ?? false) + 2 * Number(paper ?? false);
  const wanted = looks
    .filter(({ of = element }) => of === element)
    .sort((one, other) => trace(one) - trace(other));
  if (wanted.length === 0) return { problem: '', pictures: [] };
  await wear(page, wanted[0]);
  // What axe finds is another test's: here it would only cost time.
  const globals = `theme:${theme};a11y.manual:!true`;
  const url = `${address}/iframe.html?id=${id}&viewMode=story&globals=${globals}`;
  // On a busy machine a story may miss its own time limit; whether it ends well is another test's.
  const problem = (await play(page, url)) && (await play(page, url));
  // Parts of the elements may still be on their way.
  await page.waitForNetworkIdle({ idleTime: 100, timeout: 10_000 });
  await page.evaluate(atRest, { quietFrames: 6 });
  await page.evaluate(() => globalThis.__stillTimers.stop());
  if (change) await page.addStyleTag({ content: change });
  const pictures = [];
  for (const look of wanted) {
    await wear(page, look);
    const direction = look.direction ?? (locale.startsWith('ar') ? 'rtl' : 'ltr');
    await page.evaluate(putOn, { ...look, direction, locale });
    await page.evaluate(atRest, { quietFrames: locale === 'en' ? 3 : 12 });
    let inspected;
    for (const step of inspect) inspected = await page.evaluate(step);
    const printed = look.paper ? await page.evaluate(printOut) : undefined;
    if (look.paper && printed === undefined) continue;
    pictures.push({ look, inspected, ...(await picture(page, look, { highest, printed })) });
  }
  return { problem, pictures };
}

async function play(page, url) {
  await page.goto(url);
  return page
    .waitForFunction(storyEnd, { timeout: 30_000, polling: 50 })
    .then((end) => end.jsonValue())
    .then((end) => end.problem, String);
}

async function wear({ client }, { width, height, scheme, forcedColors, paper }) {
  await client.send('Emulation.setDeviceMetricsOverride', {
    ...{ width, height, deviceScaleFactor: 1, mobile: false },
  });
  await client.send('Emulation.setEmulatedMedia', {
    media: paper ? 'print' : '',
    features: [
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
    ],
  });
}

async function picture(page, look, { highest = Infinity, printed }) {
  let { height, overflow } = await page.evaluate(extent);
  height = printed ?? height;
  // What is far below the window is not drawn (`content-visibility`), and guessed in height: the window grows until all is in it.
  for (let turn = 0; turn < 4 && !printed && height > look.height; turn += 1) {
    await wear(page, { ...look, height });
    await page.evaluate(atRest, { quietFrames: 2 });
    const now = await page.evaluate(extent);
    if (now.height === height) break;
    ({ height, overflow } = now);
  }
  const { width } = look;
  height = Math.min(height ?? look.height, highest);
  const { data } = await page.client.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  return { png: data, width, height, overflow };
}
