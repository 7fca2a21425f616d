// Documentation = code: const tables, JSDoc, events, custom properties, and the DOM rendered by all stories say the same.
// With --static the stories are left out; with --built the Storybook is taken as it is, and what its stories have shown already.
import { compareDom, compareEvents, compareProperties, compareTable } from './docs-rules.mjs';
import { readElements } from './elements.mjs';
import { readEvents, readPartLiterals, readProperties } from './sources.mjs';
import { buildStorybook, seenInStories } from './stories.mjs';

const elements = await readElements();
const events = (await readEvents()).map(({ name }) => name);
const problems = Object.entries(elements).flatMap(([tag, element]) => compareTable(tag, element));
problems.push(...compareEvents(events, elements));
problems.push(...compareProperties(await readProperties(), elements));
for (const { file, tag, names } of await readPartLiterals()) {
  const { parts } = elements[tag];
  for (const name of names)
    if (!parts.some((part) => name === part || name.startsWith(`${part}-`)))
      problems.push(`docs/part ${file}: part "${name}" is in a template, not in the table`);
}

const tags = Object.keys(elements);
if (!process.argv.includes('--static') && tags.length > 0) {
  if (!process.argv.includes('--built')) await buildStorybook();
  const seen = await seenInStories(elements);
  problems.push(...compareDom(seen, elements));
  // The control: what is planted in the DOM that was seen must be found.
  const [tag] = Object.keys(seen);
  const planted = structuredClone(seen);
  planted[tag]?.parts.push('planted-and-not-documented');
  if (!compareDom(planted, elements).some((line) => line.includes('planted-and-not-documented')))
    problems.push('docs/control: a planted undocumented part was not found');
}

for (const problem of [...new Set(problems)].sort()) console.log(`✗ ${problem}`);
console.log(
  `docs=code: ${tags.length} elements, ${events.length} events, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
