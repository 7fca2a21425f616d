// Every suite in turn, then one line over all: `N passed, N failed`. A suite that breaks without a count is one failure. More on the engine
// is in `npm run test:engine`.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../examples/vendure/scripts/prepare.mjs';
import { run } from './run.mjs';

// The engine is installed, compiled and seeded once, while the elements are tested, which need none.
const prepared = prepare({ log: console.log }).then(
  () => undefined,
  (error) => error,
);
const suites = [
  ['units and elements (Chromium)', 'wtr', []],
  ['specs (Node) and end to end', 'node', ['scripts/test-node.mjs'], prepared],
];

const folder = await mkdtemp(join(tmpdir(), 'rescind-test-'));
const sum = { passed: 0, failed: 0 };
const lines = [];

const started = performance.now();
for (const [name, command, args, needs] of suites) {
  const problem = await needs;
  if (problem) throw problem;
  console.log(`\n— ${name}`);
  const file = join(folder, `${name}.json`);
  const begun = performance.now();
  const { code } = await run(command, args, { show: true, env: { TOTALS_FILE: file } });
  const totals = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => ({ passed: 0, failed: 1 }));
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
  sum.passed += totals.passed;
  sum.failed += totals.failed;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  lines.push(`${name}: ${totals.passed} passed, ${totals.failed} failed, ${seconds} s`);
}
await rm(folder, { recursive: true });

lines.push(`all: ${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log('');
for (const line of lines) console.log(line);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
