// Plays many sequences of shopper, network, tabs, clock and shop against the real flow, and says what held. See docs/reliability.md.
//   --sequences N   how many (default 20 000)      --seed S       what decides them (default: of the day)
//   --workers N     processes (default 2)          --share        a part of the whole: no minimum per edge
//   --replay FILE   one case from a file           --mutation F   with this patch applied to a copy of src: has to fail
import { fork } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root, run } from './run.mjs';

const { values } = parseArgs({
  options: {
    sequences: { type: 'string', default: '24000' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
    workers: { type: 'string', default: '2' },
    share: { type: 'boolean', default: false },
    replay: { type: 'string' },
    mutation: { type: 'string' },
    failures: { type: 'string', default: '3' },
  },
});
const seed = Number(values.seed);
const workers = Number(values.workers);
const sequences = Number(values.sequences);

/** Fewer, and nobody knows whether the rule was ever used. */
const leastPerEdge = 50;

const folder = await mkdtemp(join(tmpdir(), 'rescind-model-'));
try {
  process.exitCode = await main();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function main() {
  const from = values.mutation ? await mutated(resolve(values.mutation)) : root;
  const script = await builtFrom(from, 'worker.mjs');
  if (values.replay) return replay(script, JSON.parse(await readFile(values.replay, 'utf8')));
  const started = Date.now();
  const parts = await Promise.all(
    Array.from({ length: workers }, (_, worker) =>
      ask(script, {
        play: {
          ...{ seed, sequences, worker, workers },
          ...{ shrinks: !values.mutation, most: values.mutation ? 1 : Number(values.failures) },
        },
      }),
    ),
  );
  const figures = merged(parts.map((part) => part.figures));
  const thrown = parts.flatMap((part) => part.rejection ?? []);
  if (values.mutation) return judge(figures, started);
  return report(script, figures, thrown, started);
}

async function builtFrom(sources, name) {
  const outfile = join(folder, name);
  await build({
    entryPoints: [join(sources, 'test/properties/worker.ts')],
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', outfile },
    ...{ logLevel: 'error', tsconfig: join(root, 'tsconfig.json') },
  });
  return outfile;
}

/** The sources with one rule off, beside the same tests. */
async function mutated(patch) {
  const copy = join(folder, 'copy');
  for (const part of ['src', 'test/properties', 'package.json'])
    await cp(join(root, part), join(copy, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  const { code, output } = await run('git', ['apply', '--recount', '-C1', patch], { cwd: copy });
  if (code !== 0) throw new Error(`The patch does not apply: ${output}`);
  return copy;
}

function ask(script, task) {
  return new Promise((done, failed) => {
    const child = fork(script, { stdio: 'inherit' });
    let answer;
    child.on('message', (message) => {
      if (!message.progress) answer = message;
    });
    child.on('error', failed);
    child.on('exit', (code) =>
      answer ? done(answer) : failed(new Error(`worker ended with ${code}`)),
    );
    child.send(task);
  });
}

function merged(parts) {
  const sum = (name) => {
    const all = {};
    for (const part of parts)
      for (const [key, count] of Object.entries(part[name])) all[key] = (all[key] ?? 0) + count;
    return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    sequences: parts.reduce((total, part) => total + part.sequences, 0),
    effective: parts.flatMap((part) => part.effective).sort((a, b) => a - b),
    ...{ edges: sum('edges'), faults: sum('faults'), premises: sum('premises') },
    failures: parts.flatMap((part) => part.failures),
    expected: parts[0].expected,
  };
}

async function tell(script, given) {
  const { text } = await ask(script, { tell: given });
  return { text, holds: text.endsWith('nothing is broken') };
}

async function replay(script, one) {
  const { text, holds } = await tell(script, one.case ?? one);
  console.log(text);
  return holds ? 0 : 1;
}

/** Killed by a sequence that holds where the rule is on: one that never holds says something of the flow, not of the rule. */
async function judge({ failures, sequences: played }, started) {
  const [first] = failures.sort((a, b) => a.after - b.after);
  const holds = first && (await tell(await builtFrom(root, 'whole.mjs'), first.case)).holds;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    JSON.stringify({
      ...{ mutation: values.mutation, killed: first !== undefined, by: first?.invariant },
      ...(first && !holds && { brokenWithoutIt: first.case }),
      ...{ after: first?.after, sequences: played, seconds, text: first?.text?.split('\n')[0] },
    }),
  );
  return holds && first.invariant !== 'no-exception' ? 0 : 1;
}

async function report(script, figures, thrown, started) {
  const { effective, edges, faults, premises, failures } = figures;
  // An exception is looked for in every run.
  premises['no-exception'] = figures.sequences;
  const seconds = Math.round((Date.now() - started) / 1000);
  const table = (title, counts) => {
    console.log(`\n${title}`);
    for (const [name, count] of Object.entries(counts))
      console.log(`${String(count).padStart(10)}  ${name}`);
  };
  table('Transitions, by edge', edges);
  table('Faults', faults);
  table('How often each invariant had something to check', premises);
  for (const [index, failure] of failures.entries()) {
    const file = join(tmpdir(), `rescind-model-${seed}-${index}.json`);
    await writeFile(file, JSON.stringify(failure));
    const { text } = await tell(script, failure.case);
    console.log(
      `\n✗ after ${failure.after} sequences of seed ${seed}; again: node scripts/test-model.mjs --replay ${file}\n${text}`,
    );
  }
  const thin = values.share
    ? []
    : figures.expected.filter((edge) => (edges[edge] ?? 0) < leastPerEdge);
  for (const edge of thin)
    console.log(`✗ met ${edges[edge] ?? 0} times, at least ${leastPerEdge} wanted: ${edge}`);
  const unheld = Object.keys(premises).filter((name) => premises[name] === 0);
  for (const name of values.share ? [] : unheld) console.log(`✗ nothing to check: ${name}`);
  console.log(
    JSON.stringify({
      ...{ proof: 'model', seed, sequences: figures.sequences, seconds },
      median: effective[Math.floor(effective.length / 2)],
      max: effective.at(-1),
      edges: {
        met: Object.keys(edges).length,
        expected: figures.expected.length,
        thin: thin.length,
      },
      least: Math.min(...figures.expected.map((edge) => edges[edge] ?? 0)),
      ...{ faults, premises, violations: failures.length },
    }),
  );
  for (const text of thrown) console.log(`✗ thrown, and heard by nobody: ${text}`);
  const failed = thrown.length + failures.length + thin.length + (values.share ? 0 : unheld.length);
  const passed = figures.sequences - failures.length + figures.expected.length - thin.length;
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
