// Runs units and elements once more and counts what they reach: V8's counters double their time, so `npm test` goes without.
import { coverage } from './coverage.mjs';
import { run } from './run.mjs';

const { code, output } = await run('wtr', ['--coverage']);
if (code !== 0) console.log(output);
const under = await coverage();
for (const line of under) console.log(`✗ ${line}`);
process.exitCode = code !== 0 || under.length > 0 ? 1 : 0;
