import { writeFileSync } from 'node:fs';
import usual from '../../web-test-runner.config.mjs';

const { FUZZ_FIGURES, FUZZ_SEED, FUZZ_TIMES } = process.env;
const size = JSON.stringify({ seed: Number(FUZZ_SEED), times: Number(FUZZ_TIMES) });
const figures = {};

/** Test pages hand in what they have tried; test/fuzz/size.ts counts it. */
const collect = {
  name: 'fuzz-figures',
  executeCommand({ command, payload }) {
    if (command !== 'fuzz-figures') return undefined;
    for (const [name, more] of Object.entries(payload)) figures[name] = (figures[name] ?? 0) + more;
    writeFileSync(FUZZ_FIGURES, JSON.stringify(figures));
    return true;
  },
};

export default {
  ...usual,
  rootDir: process.cwd(),
  files: ['test/fuzz/**/*.test.ts'],
  plugins: [...usual.plugins, collect],
  testsFinishTimeout: 30 * 60_000,
  testFramework: { config: { ...usual.testFramework.config, timeout: 25 * 60_000 } },
  testRunnerHtml: (framework) => `<!doctype html><html><body>
    <script>globalThis.rescindFuzz = ${size};</script>
    <script type="module" src="${framework}"></script>
  </body></html>`,
};
