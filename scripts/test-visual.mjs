// Compares every story in light, dark, right to left and at 320 px with its accepted picture, pixel by pixel; `--accept` accepts. Beside
// that, no view has more than three sizes of type or two filled buttons.
import { writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './run.mjs';
import { findSuperfluous, openBaselines, pathOf } from './visual/baselines.mjs';
import { openLab } from './visual/compare.mjs';
import { chooseLooks, comparedLooks } from './visual/looks.mjs';
import { loudness } from './visual/in-page.mjs';
import { listStories, openStories } from './visual/story-pages.mjs';

const { values } = parseArgs({
  options: {
    accept: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    built: { type: 'boolean', default: false },
    baselines: { type: 'string', default: 'test/visual/baselines' },
  },
});

const looks = chooseLooks(comparedLooks);
const baselines = openBaselines(resolve(root, values.baselines));
const differences = join(root, 'visual-differences');
const totals = { passed: 0, failed: 0 };
const taken = new Set();
/** One edge may be rounded another way now and then; a border that is a pixel wider is thousands. */
const roundingPixels = 3;
/** Below, a long list only says the same again. */
const highest = 2400;

await rm(differences, { recursive: true, force: true });
const stories = await listStories({ build: !values.built, only: values.only });
const watch = await openStories({ plainGlyphs: true });
const lab = await openLab(watch.browser);
try {
  const options = { looks, highest, inspect: [loudness] };
  await watch.take(stories, options, async (story, { problem, pictures }) => {
    const loud = new Set(pictures.flatMap(({ inspected }) => inspected));
    if (loud.size > 0) fail(story.id, [...loud].join('\n    '));
    else pass();
    for (const { look, png } of pictures) {
      const path = pathOf(story, look);
      taken.add(path);
      if (problem) fail(path, `the story did not end well: ${problem}`);
      else await judge(path, png);
    }
  });
  await judgeSuperfluous();
  await findPlanted();
  await findLoud();
} finally {
  await watch.close();
}

const megabytes = ((await baselines.bytes()) / 1e6).toFixed(1);
console.log(
  `${taken.size} pictures of ${stories.length} stories; the baselines are ${megabytes} MB`,
);
if (process.env.TOTALS_FILE) writeFileSync(process.env.TOTALS_FILE, JSON.stringify(totals));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

async function judge(path, png) {
  const expected = await baselines.read(path);
  const { pixels, difference } = expected ? await lab.compare(png, expected) : {};
  if (pixels <= roundingPixels) return pass();
  if (values.accept) {
    await baselines.write(path, await lab.encode(png));
    console.log(`accepted ${path}${expected ? ` (${pixels} pixels changed)` : ''}`);
    return pass();
  }
  const file = join(differences, path.replace('.webp', ''));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.actual.png`, png, 'base64');
  if (!expected) return fail(path, 'there is no baseline');
  await writeFile(`${file}.expected.webp`, expected, 'base64');
  await writeFile(`${file}.difference.png`, difference, 'base64');
  fail(path, `${pixels} pixels differ: ${relative(root, file)}.difference.png`);
}

async function judgeSuperfluous() {
  // A part of the stories says nothing about the pictures of the others.
  if (values.only) return;
  for (const path of findSuperfluous(await baselines.list(), taken)) {
    if (!values.accept) fail(path, 'no story has this picture any more');
    else {
      await baselines.remove(path);
      console.log(`removed ${path}`);
    }
  }
}

/** A comparison that finds nothing anywhere would pass as well: it must find a border that is one pixel wider. */
async function findPlanted() {
  const [story] = await listStories({ only: 'order-list--can-be-canceled' });
  const wider = 'order-list::part(order) { border-inline-start-width: 2px }';
  const pngs = [];
  for (const change of [undefined, wider])
    await watch.take([story], { looks: looks.slice(0, 1), change }, (_, { pictures }) => {
      pngs.push(pictures[0].png);
    });
  const [plain, planted] = pngs;
  const accepted = await lab.encode(plain);
  const same = await lab.compare(plain, accepted);
  const found = await lab.compare(planted, accepted);
  const superfluous = findSuperfluous(['a.webp', 'b.webp'], new Set(['a.webp']));
  if (same.pixels !== 0) fail('control', `the picture itself differs by ${same.pixels} pixels`);
  else if (found.pixels <= roundingPixels) fail('control', 'a wider border was not found');
  else if (superfluous.join() !== 'b.webp') fail('control', 'a superfluous one was not found');
  else {
    console.log(`control: a border that is one pixel wider differs in ${found.pixels} pixels`);
    pass();
  }
}

/** A view that is made louder has to be found. */
async function findLoud() {
  const [story] = await listStories({ only: 'order-list--can-be-canceled' });
  const change = 'order-list::part(order-number) { font-size: 2em }';
  const options = { looks: looks.slice(0, 1), change, inspect: [loudness] };
  await watch.take([story], options, (_, { pictures }) => {
    if (pictures[0].inspected.length > 0) pass();
    else fail('control', 'a fourth size of type was not found');
  });
}

function pass() {
  totals.passed += 1;
}
function fail(path, text) {
  totals.failed += 1;
  console.log(`✗ ${path}\n    ${text}`);
}
