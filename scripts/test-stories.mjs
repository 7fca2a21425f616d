// Every story must render what it promises, its play must pass, and axe must find nothing; the planted faults must be found.
import { writeFileSync } from 'node:fs';
import { readElements } from './elements.mjs';
import { run } from './run.mjs';
import { buildStorybook, visitStories } from './stories.mjs';

await run('node', ['scripts/manifest.mjs']);
await buildStorybook();
const { results } = await visitStories(await readElements());

const totals = { passed: 0, failed: 0 };
let planted = 0;
for (const { id, tags, problem, finds } of results) {
  let fault = problem;
  if (tags.includes('planted')) {
    planted += 1;
    fault = problem?.includes(finds) ? undefined : `must find "${finds}", found: ${problem}`;
  }
  if (fault === undefined) totals.passed += 1;
  else {
    totals.failed += 1;
    console.log(`✗ ${id}\n    ${fault}`);
  }
}
if (planted < 4) {
  totals.failed += 1;
  console.log('✗ the planted faults were not visited');
}
if (process.env.TOTALS_FILE) writeFileSync(process.env.TOTALS_FILE, JSON.stringify(totals));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
