// Draws every story in every wanted look onto sheets to look at, one per element, theme and look, in `contact-sheets/`.
// `--since <commit>` lays the accepted pictures that have changed since then beside what they were.
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './run.mjs';
import { chooseLooks } from './visual/looks.mjs';
import { writeSheets } from './visual/sheet.mjs';
import { writePairs } from './visual/since.mjs';
import { listStories, openStories } from './visual/story-pages.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    theme: { type: 'string', default: 'none' },
    look: {
      type: 'string',
      default: 'wide-light,wide-dark,narrow-light,rtl,forced-colors,modal-light,modal-narrow',
    },
    locale: { type: 'string', default: 'en' },
    out: { type: 'string', default: 'contact-sheets' },
    build: { type: 'boolean', default: false },
    since: { type: 'string' },
  },
});

if (values.since) {
  const path = resolve(root, values.out, 'since.html');
  const count = await writePairs({ since: values.since, path, only: values.only });
  console.log(`${count} pairs: ${relative(root, path)}`);
  process.exit();
}

const looks = chooseLooks(values.look.split(','));
const themes = chooseThemes(values.theme);
const stories = await listStories(values);
if (stories.length === 0) throw new Error(`No story's id contains "${values.only}".`);

const elements = [...new Set(stories.map(({ element }) => element))];
const watch = await openStories({ machineFonts: /\bar\b/.test(values.locale) });
try {
  for (const theme of themes)
    for (const locale of values.locale.split(','))
      for (const element of elements) await drawElement(element, theme, locale);
} finally {
  await watch.close();
}

async function drawElement(element, theme, locale) {
  const own = stories.filter((story) => story.element === element);
  const taken = new Map();
  await watch.take(own, { looks, theme, locale }, (story, result) => {
    taken.set(story.id, result);
    if (result.problem) console.log(`✗ ${story.id}\n    ${result.problem}`);
  });
  for (const look of looks) {
    const cards = own.flatMap(({ id, name }) => {
      const { problem, pictures } = taken.get(id);
      return pictures
        .filter((picture) => picture.look === look)
        .map((picture) => ({ name, ...picture, note: noteOf(problem, picture) }));
    });
    if (cards.length === 0) continue;
    const parts = [element, theme !== 'none' && theme, locale !== 'en' && locale, look.name];
    const paths = await writeSheets(watch.browser, {
      path: resolve(root, values.out, parts.filter(Boolean).join('.')),
      title: `${element}: ${look.name}, theme ${theme}, ${locale}`,
      cards,
      columns: look.width > 1000 ? 2 : look.width > 600 ? 3 : 6,
      dark: look.scheme === 'dark',
    });
    for (const path of paths) console.log(relative(root, path));
  }
}

function noteOf(problem, { overflow }) {
  const notes = [problem && 'did not end well', overflow > 0 && `wider by ${overflow} px`];
  return notes.filter(Boolean).join(', ');
}

function chooseThemes(list) {
  const known = readdirSync(join(root, 'src/themes'))
    .filter((file) => file.endsWith('.css'))
    .map((file) => file.replace('.css', ''));
  const wanted = list === 'all' ? ['none', ...known] : list.split(',');
  const unknown = wanted.find((name) => name !== 'none' && !known.includes(name));
  if (unknown) throw new Error(`There is no theme "${unknown}". There are: ${known.join(', ')}.`);
  return wanted;
}
