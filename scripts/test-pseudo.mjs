// Every story in the pseudo-locale on a telephone of 320 px: no word without its brackets, none that is cut off. See docs/translating.md.
// Ends with `N passed, N failed`.   --only=cancel-dialog   --built: the Storybook is there already
import { parseArgs } from 'node:util';
import { chooseLooks } from './visual/looks.mjs';
import { lookOverWords } from './visual/pseudo-page.mjs';
import { listStories, openStories } from './visual/story-pages.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, built: { type: 'boolean', default: false } },
});
const stories = await listStories({ only: values.only, build: !values.built });
const looks = chooseLooks(['narrow-light']);
const watch = await openStories();
const totals = { passed: 0, failed: 0 };
let words = 0;

function report(name, faults) {
  if (faults.length === 0) totals.passed += 1;
  else totals.failed += 1;
  if (faults.length > 0) console.log(`✗ ${name}\n    ${faults.slice(0, 8).join('\n    ')}`);
}

/** Runs in the page: the first button or heading of each element loses its end. */
function makeShort() {
  for (const { shadowRoot } of document.querySelectorAll('*'))
    shadowRoot
      ?.querySelector('button, h2, h3')
      ?.setAttribute('style', 'inline-size:3em;overflow:hidden;white-space:nowrap');
}

try {
  await watch.take(
    stories,
    { looks, locale: 'en-XA', inspect: [lookOverWords] },
    (story, result) => {
      const { untranslated, clipped, words: seen } = result.pictures[0].inspected;
      words += seen;
      report(story.id, [...untranslated, ...clipped]);
    },
  );
  // The controls: English shows without brackets, and a short box cuts.
  await watch.take(stories.slice(0, 1), { looks, inspect: [lookOverWords] }, (_story, result) =>
    report(
      'control: English is found out',
      result.pictures[0].inspected.untranslated.length > 0 ? [] : ['nothing was found'],
    ),
  );
  const cutOff = { looks, locale: 'en-XA', inspect: [makeShort, lookOverWords] };
  await watch.take(stories.slice(0, 1), cutOff, (_story, result) =>
    report(
      'control: what is cut off is found out',
      result.pictures[0].inspected.clipped.length > 0 ? [] : ['nothing was found'],
    ),
  );
} finally {
  await watch.close();
}
console.log(JSON.stringify({ proof: 'pseudo', stories: stories.length, words }));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
