// What following a cancellation costs, per policy: a seeded simulation around the flow's own schedule, and the flow itself beside it.
// `--check` holds the figures against the budgets. `--seed=1 --shoppers=10000 --flow=400 --wave=50000`. See bench/README.md.
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './run.mjs';

const { outputFiles } = await build({
  entryPoints: [join(root, 'bench/main.ts')],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'node20',
  write: false,
});
const code = Buffer.from(outputFiles[0].text).toString('base64');
const { main } = await import(`data:text/javascript;base64,${code}`);
process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
