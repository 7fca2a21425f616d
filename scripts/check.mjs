// All that must hold before a change lands; each step is a command of its own. Ends with `N passed, N failed`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const lit = ['src/components/**/*.ts', 'src/ui/**/*.ts'];
const steps = [
  ['types', 'node', ['scripts/types.mjs']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  // `--strict` stands after the globs: before them it would take the first one as its value and check nothing.
  ['templates', 'lit-analyzer', [...lit, '--strict'], 'src/components'],
  ['format', 'prettier', ['--check', '.']],
  ['manifest', 'node', ['scripts/manifest.mjs', '--check']],
  ['docs tables', 'node', ['scripts/docs-tables.mjs', '--check']],
  ['words', 'node', ['scripts/strings.mjs']],
  ['coverage', 'node', ['scripts/test-coverage.mjs']],
  ['stories', 'node', ['scripts/test-stories.mjs']],
  ['docs = code', 'node', ['scripts/check-docs.mjs', '--built']],
  ['size', 'node', ['scripts/size.mjs']],
  ['build', 'node', ['scripts/build.mjs']],
  ['package (publint)', 'publint', ['--strict']],
  ['package (types)', 'attw', ['--pack', '.', '--profile', 'esm-only', '--quiet']],
  ['bundlers', 'node', ['scripts/test-node.mjs', 'test/house/package.spec.mjs']],
  ['test kit', 'node', ['scripts/test-node.mjs', 'test/house/testing-examples.spec.mjs']],
  ['planted violations', 'node', ['scripts/test-node.mjs', 'test/house/planted.spec.mjs']],
  ['styling surface', 'node', ['scripts/styling-surface.mjs']],
  ['planted removals', 'node', ['scripts/test-node.mjs', 'test/house/styling-surface.spec.mjs']],
  ['generator', 'node', ['scripts/test-node.mjs', 'test/house/new-element.spec.mjs']],
  ['lock file', 'node', ['scripts/lock-check.mjs']],
];

const asked = process.argv.slice(2);
let passed = 0;
const failed = [];
for (const [name, command, args, needs] of steps) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  if (needs && !existsSync(join(root, needs))) continue;
  const begun = performance.now();
  const { code, output } = await run(command, args, { env: { SHOW_PASSED: '1' } });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  const told = ['size', 'planted violations', 'docs = code', 'coverage'].includes(name);
  if (code !== 0 || told) console.log(output.trimEnd().replace(/^/gm, '    '));
  if (code === 0) passed += 1;
  else failed.push(name);
}
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
