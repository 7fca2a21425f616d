// Applies each patch of test/mutations to a clean copy of the project and runs the tests that it names: one of them has to fail, by an
// assertion. `--only <part of a name>` runs some of them, `--share=N` every Nth; `--model` those of test/mutations/model, which an invariant of test:model has to
// find. Ends with a JSON line and `N passed, N failed`.
import { cp, mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../examples/vendure/scripts/ports.mjs';
import { root, run } from './run.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    share: { type: 'string', default: '1' },
    model: { type: 'boolean', default: false },
  },
});
const folder = join(root, 'test/mutations', values.model ? 'model' : '');
const names = (await readdir(folder))
  .filter((name) => name.endsWith('.patch') && name.includes(values.only))
  .sort()
  .filter((_, index) => index % Number(values.share) === 0);
/** Of the model's sequences; the rarest rule was found after some thousand. */
const sequences = 20_000;
const copied = [
  ...['src', 'test', 'scripts', 'docs/openapi.yaml', 'package.json'],
  ...['tsconfig.json', 'tsconfig.base.json'],
];

const patches = await Promise.all(
  names.map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    const tests = [...text.matchAll(/^Killed by: (\S+)$/gm)].map(([, path]) => path);
    return { name: name.replace('.patch', ''), file: join(folder, name), tests };
  }),
);
const results = [];

// The tests have to pass without a mutation, or a failure with one says nothing. (The model says so by itself.)
if (!values.model) {
  const everyTest = [...new Set(patches.flatMap(({ tests }) => tests))].sort();
  const clean = await inCopy(undefined, everyTest);
  note('without a mutation', clean.code === 0, lastLine(clean.output));
}

const queue = [...patches];
await Promise.all([0, 1].map(work));

async function work() {
  for (let patch = queue.shift(); patch; patch = queue.shift())
    await (values.model ? byModel(patch) : byTests(patch));
}

async function byTests({ name, file, tests }) {
  const { code, output } = await inCopy(file, tests);
  const failures = [...output.matchAll(/❌ (.+)/g)].map(([, title]) => title);
  const byAssertion = output.includes('AssertionError');
  const killed = code !== 0 && tests.length > 0 && byAssertion;
  note(name, killed, killed ? `killed by “${failures[0]}”` : `survived: ${output.slice(-1000)}`);
}

async function byModel({ name, file }) {
  const options = ['--mutation', file, '--workers', '1', '--sequences', String(sequences)];
  const { code, output } = await run('node', ['scripts/test-model.mjs', ...options]);
  const told = output.split('\n').find((line) => line.startsWith('{'));
  const { by, after } = told ? JSON.parse(told) : {};
  const killed = code === 0;
  note(name, killed, killed ? `killed by “${by}” after ${after}` : `survived: ${told ?? output}`);
}

/** Runs tests in a copy of the working tree, with the patch applied. */
async function inCopy(patch, tests) {
  const copy = await mkdtemp(join(tmpdir(), 'rescind-mutation-'));
  try {
    for (const path of [...copied, 'web-test-runner.config.mjs'])
      await cp(join(root, path), join(copy, path), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    if (patch) {
      const applied = await run('git', ['apply', '--recount', '-C1', patch], { cwd: copy });
      if (applied.code !== 0) return { code: 0, output: `does not apply: ${applied.output}` };
    }
    // Two runs that look for a port by themselves can find the same one.
    const port = ['--port', String(await freePort())];
    const files = tests.length > 1 ? [`{${tests.join(',')}}`] : tests;
    return await run('wtr', [...port, ...files], { cwd: copy });
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function note(name, ok, what) {
  results.push({ name, ok });
  console.log(`${ok ? '✓' : '✗'} ${name}: ${what}`);
}

function lastLine(output) {
  return output.trim().split('\n').at(-1);
}

const passed = results.filter(({ ok }) => ok).length;
const failed = results.length - passed;
const survivors = results.filter(({ ok }) => !ok).map(({ name }) => name);
const killed = patches.filter(({ name }) => !survivors.includes(name)).length;
console.log(JSON.stringify({ mutations: patches.length, killed, survivors }));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
