// One effect per intent, on the real engine, with a proxy that does harm on the way and processes that are killed at their work.
// See docs/reliability.md.   --short: fewer of each, for every change.   --only=faults|kills   --intents=N   --seed=N
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { kinds } from '../test/faults/fault-kinds.mjs';
import { faultsStage } from '../test/faults/faults-stage.mjs';
import { createClosers } from '../test/faults/closers.mjs';
import { loadLibrary } from '../test/faults/library.mjs';
import { provesItsChecks } from '../test/faults/self-check.mjs';
import { severalProcesses } from '../test/faults/several-processes.mjs';
import { judge } from '../test/faults/verdict.mjs';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    intents: { type: 'string' },
    seed: { type: 'string', default: '20261126' },
  },
});
const isShort = values.short;
const seed = Number(values.seed);
/** The limits of the shoppers; a late commit falls between the second and the third. */
const timing = { readMs: 8000, writeMs: 3000, settleAfterMs: 20_000, patienceMs: 480_000 };
const amounts = isShort
  ? { intents: 50, pages: 0, kills: 4, killIntents: 24, parallel: 18, twice: 8, leastOfEach: 3 }
  : {
      intents: 540,
      pages: 30,
      kills: 32,
      killIntents: 120,
      parallel: 18,
      twice: 20,
      leastOfEach: 40,
    };

if (values.intents !== undefined) {
  // Of each of the fourteen kinds its share.
  amounts.intents = Number(values.intents);
  amounts.leastOfEach = Math.floor((amounts.intents + amounts.pages) / (kinds.length + 1));
}

const started = performance.now();
const log = (line) =>
  console.log(`${String(Math.round((performance.now() - started) / 1000)).padStart(4)} s  ${line}`);
const closers = createClosers();
let passed = 0;
let failed = 0;

function check(fact, complaints) {
  const isTrue = complaints.length === 0;
  if (isTrue) passed += 1;
  else failed += 1;
  console.log(`${isTrue ? '✓' : '✗'} ${fact}`);
  for (const complaint of complaints.slice(0, 10)) console.log(`    ${complaint}`);
  if (complaints.length > 10) console.log(`    and ${complaints.length - 10} more`);
}

/** The facts that hold for any run of shoppers on a sound shop. */
function checkRun(name, { outcomes, books }) {
  const { verdict, complaints } = judge({ outcomes, books });
  check(
    `${name}: ${verdict.intents} intents, each with one effect, and every page says what the books say`,
    complaints,
  );
  return verdict;
}

async function faults(library) {
  const { intents, pages, parallel, leastOfEach } = amounts;
  const run = await faultsStage({
    ...{ library, timing, intents, pages, parallel, seed, log, onClose: closers.add },
  });
  const verdict = checkRun('faults on the way', run);
  const { faults: byKind, lateCommits, lateBeyondWindow, reordered, readFaults, sides } = run;
  check(
    `each kind of fault has met at least ${leastOfEach} sends`,
    kinds.filter((kind) => byKind[kind] < leastOfEach).map((kind) => `${kind}: ${byKind[kind]}`),
  );
  const least = Math.floor(verdict.intents / 10);
  check('a tenth of the commits came after the time limit and within the window', [
    ...(lateCommits - lateBeyondWindow < least
      ? [`${lateCommits - lateBeyondWindow} of ${least}`]
      : []),
  ]);
  check('requests and answers were overtaken by later ones', reordered > 0 ? [] : ['none']);
  check('a wrong book, a wrong page and a false claim are found', provesItsChecks(run));
  const apis = countBy(run.outcomes, ({ wanted }) => wanted.api);
  return {
    ...verdict,
    apis,
    faults: byKind,
    sides,
    readFaults,
    lateCommits,
    lateBeyondWindow,
    reordered,
  };
}

async function kills(library) {
  const folder = await mkdtemp(join(tmpdir(), 'rescind-several-'));
  closers.add(() => rm(folder, { recursive: true, force: true }));
  const { kills: wantedKills, killIntents, twice } = amounts;
  const run = await severalProcesses({
    ...{ library, timing, folder, seed, log, onClose: closers.add },
    ...{ kills: wantedKills, intents: killIntents, twice, parallel: 16 },
  });
  const verdict = checkRun('processes killed at their work', run.killed);
  const { kills: all, jobs } = run.killed;
  check(
    `${wantedKills} kills fell between a request and its answer`,
    all.length >= wantedKills ? [] : [`${all.length}`],
  );
  check('no job is left behind or given up', [
    ...(jobs.waiting + jobs.running + jobs.failed > 0 ? [JSON.stringify(jobs)] : []),
  ]);
  const unique = checkRun('every send delivered twice at once', run.twice);
  const { verdict: bare } = judge(run.withoutIndex);
  check(
    `without the unique index the same is found out: ${bare.doubles} of ${bare.intents} intents with more than one effect`,
    bare.doubles > 0 ? [] : ['no double was reported'],
  );
  const byRole = countBy(all, ({ role }) => role);
  const underWay = countBy(all.flatMap(whatWasUnderWay), (what) => what);
  return {
    ...verdict,
    kills: all.length,
    byRole,
    underWay,
    jobs,
    deliveredTwice: unique,
    withoutIndex: bare,
  };
}

function whatWasUnderWay({ role, requests, transactions }) {
  return [
    ...requests.map(({ operation }) => `${role}: ${operation}`),
    ...transactions.map((what) => `${role}: ${what}`),
  ];
}

function countBy(items, keyOf) {
  const counts = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

const figures = { seed, short: isShort };
try {
  const library = await loadLibrary();
  if (values.only !== 'kills') figures.onTheWay = await faults(library);
  if (values.only !== 'faults') figures.killed = await kills(library);
} catch (error) {
  if (!closers.isEnding()) check('the proof runs to its end', [error.stack ?? String(error)]);
} finally {
  await closers.close();
}
figures.seconds = Math.round((performance.now() - started) / 1000);
console.log(JSON.stringify(figures));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || closers.isEnding() ? 1 : 0);
