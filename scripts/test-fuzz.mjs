// The fuzz at length: more runs of test/fuzz, by a new seed each time or by the one that is given (`npm run test:fuzz -- 42`). Ends with one
// line of figures and `N passed, N failed`.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const [given] = process.argv.slice(2);
const seed = Number(given ?? Math.floor(Math.random() * 2 ** 31));
const times = Number(process.env.FUZZ_TIMES ?? 10);
const folder = await mkdtemp(join(tmpdir(), 'rescind-fuzz-'));
const [totalsFile, figuresFile] = [join(folder, 'totals.json'), join(folder, 'figures.json')];
const readJson = (file) =>
  readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);

console.log(`seed ${seed}, ${times} times the share of npm test`);
const started = performance.now();
const { code } = await run('wtr', ['--config', join(root, 'test/fuzz/long.config.mjs')], {
  show: true,
  env: {
    FUZZ_SEED: String(seed),
    FUZZ_TIMES: String(times),
    FUZZ_FIGURES: figuresFile,
    TOTALS_FILE: totalsFile,
  },
});
const totals = (await readJson(totalsFile)) ?? { passed: 0, failed: 1 };
const figures = (await readJson(figuresFile)) ?? {};
await rm(folder, { recursive: true });
if (code !== 0 && totals.failed === 0) totals.failed = 1;

// A run that has looked at nothing has proven nothing.
const least = { 'hostile orders parsed': 300, 'pages shown': 8, 'flows gone through': 4 };
for (const [name, per] of Object.entries(least)) {
  if ((figures[name] ?? 0) >= per * times) continue;
  console.log(`✗ ${name}: ${figures[name] ?? 0}, at least ${per * times} wanted`);
  totals.failed += 1;
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(JSON.stringify({ seed, times, seconds, ...figures }));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
