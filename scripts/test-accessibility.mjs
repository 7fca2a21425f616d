// The specs of test/accessibility in Chromium with its accessibility tree, and axe on every story in every theme, direction and scheme.
// `--built`: the Storybook is there already. `--share=8`: axe in every eighth dress of a story, for every change. `--report`: writes
// ACCESSIBILITY.md from what was found; `--report-again`: from what the last run found, without running anything. Ends with one line of JSON and `N passed, N failed`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { run as runTests } from 'node:test';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { looks, runAxe } from './accessibility/axe-stories.mjs';
import { report } from './accessibility/report.mjs';
import { launchBrowser } from './browser.mjs';
import { root, run } from './run.mjs';
import { buildStorybook } from './stories.mjs';

const { values } = parseArgs({
  options: {
    built: { type: 'boolean', default: false },
    share: { type: 'string', default: '1' },
    report: { type: 'boolean', default: false },
    'report-again': { type: 'boolean', default: false },
  },
});
const folder = join(root, 'test/accessibility');
const last = join(root, 'node_modules/.cache/accessibility.json');
if (values['report-again']) {
  await writeReport(JSON.parse(readFileSync(last, 'utf8')));
  process.exit(0);
}

const tests = await runSpecs();

if (!values.built) {
  await run('node', ['scripts/manifest.mjs']);
  await buildStorybook();
}
const dresses = await looks();
const axe = await runAxe({ share: Number(values.share) });
axe.version = createRequire(import.meta.url)('axe-core/package.json').version;
axe.possibleDresses = dresses.length;
axe.possible = dresses.length * axe.stories;

const faults = [
  ...tests
    .filter(({ passed }) => !passed)
    .map(({ suite, name, why }) => `${suite} › ${name}\n    ${why}`),
  ...axe.unfinished.map((line) => `axe did not end on ${line}`),
  ...axe.violations.map(
    ({ story, theme, direction, scheme, id, target, why }) =>
      `axe: ${id} in ${story} (${theme}, ${direction}, ${scheme}): ${target}\n    ${why}`,
  ),
];
if (axe.planted < dresses.length)
  faults.push(`axe found the planted fault in ${axe.planted} of ${dresses.length} dresses`);
if (axe.runs === 0) faults.push('axe was not run');
for (const fault of faults.slice(0, 60)) console.log(`✗ ${fault}`);

const browser = await launchBrowser();
const results = { tests, axe, browser: await browser.version() };
await browser.close();
mkdirSync(dirname(last), { recursive: true });
writeFileSync(last, JSON.stringify(results));
if (values.report) await writeReport(results);

const passed = tests.length - tests.filter((test) => !test.passed).length + axe.runs;
console.log(
  JSON.stringify({
    ...{
      proof: 'accessibility',
      tests: tests.length,
      stories: axe.stories,
      themes: axe.themes.length,
    },
    ...{
      runs: axe.runs,
      of: axe.possible,
      violations: axe.violations.length,
      planted: axe.planted,
    },
  }),
);
const totals = { passed, failed: faults.length };
if (process.env.TOTALS_FILE) writeFileSync(process.env.TOTALS_FILE, JSON.stringify(totals));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

async function writeReport(found) {
  const path = join(root, 'ACCESSIBILITY.md');
  const options = await resolveConfig(path);
  writeFileSync(path, await format(report(found), { ...options, filepath: path }));
  console.log(`${relative(root, path)} is written`);
}

/** `[{ suite, name, file, passed, why }]`, a skipped one counts as failed. */
async function runSpecs() {
  const own = readdirSync(folder).filter((file) => file.endsWith('.spec.mjs'));
  // Contrast is computed where the themes are tested.
  const files = [
    ...own.sort().map((file) => join(folder, file)),
    join(root, 'test/themes/contrast.spec.mjs'),
  ];
  const found = [];
  // A file's events come in order: a suite starts before its tests.
  const suites = new Map();
  await new Promise((done) => {
    const note = (passed) => (test) => {
      const { type, error } = test.details;
      const isBroken = type === 'suite' && error && error.failureType !== 'subtestsFailed';
      if (type === 'suite' && !isBroken) return;
      found.push({
        suite: suites.get(test.file) ?? '',
        name: test.name,
        file: relative(root, test.file ?? ''),
        passed: passed && test.skip === undefined && test.todo === undefined,
        why: String(error?.cause?.message ?? error?.message ?? '').slice(0, 600),
      });
    };
    runTests({ files, concurrency: 2, timeout: 180_000 })
      .on('test:start', ({ nesting, name, file }) => nesting === 0 && suites.set(file, name))
      .on('test:pass', note(true))
      .on('test:fail', note(false))
      .on('end', done)
      .resume();
  });
  return found.sort((a, b) => a.file.localeCompare(b.file));
}
