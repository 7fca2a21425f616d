// The styling surface as an API: tokens, parts, states and slots of every element, as docs/styling-surface.json has them accepted.
// What is gone, or means less than before, fails; what is new asks to be accepted: node scripts/styling-surface.mjs --accept
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { root } from './run.mjs';

const file = join(root, 'docs/styling-surface.json');
const kinds = [
  ['tokens', 'cssProperties'],
  ['parts', 'cssParts'],
  ['states', 'cssStates'],
  ['slots', 'slots'],
];

/** `{ tag: { tokens, parts, states, slots } }` of a manifest, sorted by name. */
export function surfaceOf({ modules }) {
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  return Object.fromEntries(
    elements.map((element) => [
      element.tagName,
      Object.fromEntries(
        kinds.map(([kind, key]) => [kind, (element[key] ?? []).map(({ name }) => name).sort()]),
      ),
    ]),
  );
}

/** What the accepted surface has and the present one lacks, and the other way round: lines such as `order-list part "badge"`. */
export function compareSurfaces(accepted, present) {
  const lacking = (a, b) =>
    Object.entries(a).flatMap(([tag, surface]) =>
      b[tag]
        ? kinds.flatMap(([kind]) =>
            surface[kind]
              .filter((name) => !b[tag][kind].includes(name))
              .map((name) => `<${tag}> ${kind.slice(0, -1)} "${name}"`),
          )
        : [`<${tag}>`],
    );
  return { removed: lacking(accepted, present), added: lacking(present, accepted) };
}

async function check() {
  const present = surfaceOf(JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8')));
  const accept = process.argv.includes('--accept');
  const breaking = process.argv.includes('--breaking');
  const accepted = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  const { removed, added } = compareSurfaces(accepted, present);
  for (const name of removed) console.log(`✗ removed: ${name}`);
  for (const name of added) console.log(`+ added: ${name}`);
  if (accept && (removed.length === 0 || breaking)) {
    await writeFile(
      file,
      await format(JSON.stringify(present), { parser: 'json', printWidth: 100 }),
    );
    console.log('docs/styling-surface.json is written');
    return true;
  }
  if (removed.length > 0)
    console.log(
      'A page may style what is gone. Keep the old name beside the new one, or, for a major version: node scripts/styling-surface.mjs --accept --breaking',
    );
  else if (added.length > 0) console.log('To accept: node scripts/styling-surface.mjs --accept');
  const names = Object.values(present).flatMap((surface) => Object.values(surface).flat()).length;
  console.log(
    `styling surface: ${Object.keys(present).length} elements, ${names} names, ${removed.length} removed, ${added.length} added`,
  );
  return removed.length + added.length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = (await check()) ? 0 : 1;
