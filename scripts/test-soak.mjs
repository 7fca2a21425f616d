// Whether anything stays behind: the whole set connected and disconnected, and the dialog opened, a thousand times each, in real Chromium.
// `--short`: fewer times, for every change. `--plant=listener` (or another kind): with a leak that has to be found, and nothing else.
import { createServer } from 'node:http';
import { countLive, countTimersAndChannels } from '../test/soak/live-counts.mjs';
import { launchBrowser } from './browser.mjs';
import { bundle } from './bundle.mjs';

const isShort = process.argv.includes('--short');
const planted = process.argv.find((arg) => arg.startsWith('--plant='))?.slice('--plant='.length);
const times = isShort ? 100 : 1000;
const warmUp = 50;
const control = { first: 10, count: 28 };
const plants = ['instance', 'listener', 'timer', 'lock', 'channel', 'heap'];
const heapLimit = { share: 0.05, bytes: 200 * 1024 };

const files = await bundle(
  `import { soak } from './test/soak/soak-page.ts'; globalThis.soak = soak;`,
  { name: 'soak' },
);
const scripts = new Map(files.map(({ fileName, code }) => [`/${fileName}`, code]));
const server = createServer(({ url }, response) => {
  const script = scripts.get(url);
  response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' });
  response.end(script ?? '<!doctype html><html lang="en"><title>Soak</title><body></body></html>');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
// Only the interpreter: code that is compiled as it warms up would count as heap that grows.
const browser = await launchBrowser({ args: ['--js-flags=--no-opt --no-maglev --no-sparkplug'] });

/** One page: some times to warm up, counted, the rest, counted again. */
async function measure(kind, { count, first, plant }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument(countTimersAndChannels);
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.addScriptTag({ url: '/soak.js', type: 'module' });
  await page.waitForFunction('globalThis.soak');
  const session = await page.createCDPSession();
  const run = (amount) =>
    page.evaluate(
      ([name, amount, plant]) => globalThis.soak[name](amount, plant),
      [...[kind, amount, plant]],
    );
  const empty = await countLive(session);
  await run(first);
  const before = await countLive(session);
  await run(count - first);
  const after = await countLive(session);
  await page.evaluate(() => globalThis.soak.leave());
  const end = await countLive(session);
  await context.close();
  return { empty, before, after, end, errors };
}

/** What is more than it was, in words; nothing when all is well. */
function leaksOf({ empty, before, after, end, errors }) {
  const names = Object.keys(end).filter((name) => name !== 'heap');
  const more = names
    .filter((name) => end[name] > (name === 'instances' ? 0 : empty[name]))
    .map((name) => `${name}: ${end[name]} left, ${empty[name]} before anything was there`);
  const growing = names
    .filter((name) => after[name] > before[name])
    .map((name) => `${name}: ${after[name]}, ${before[name]} after the first times`);
  const grown = after.heap - before.heap;
  if (grown > heapLimit.bytes || grown > before.heap * heapLimit.share)
    growing.push(`heap: ${grown} bytes more than after the first times`);
  return [...more, ...growing, ...errors];
}

let passed = 0;
let failed = 0;
const check = (fact, isTrue, more = '') => {
  if (isTrue) passed += 1;
  else failed += 1;
  console.log(`${isTrue ? '✓' : '✗'} ${fact}${more && `: ${more}`}`);
};

const started = performance.now();
const figures = { times, warmUp, leaks: 0 };
if (planted === undefined) {
  for (const kind of ['connect', 'open']) {
    const measured = await measure(kind, { count: times, first: warmUp });
    const leaks = leaksOf(measured);
    figures.leaks += leaks.length;
    figures[kind] = {
      ...measured.end,
      heap: measured.after.heap,
      heapAfterWarmUp: measured.before.heap,
      heapGrown: measured.after.heap - measured.before.heap,
    };
    const fact = kind === 'connect' ? 'connected and disconnected' : 'dialog opened';
    check(`${fact} ${times} times, and nothing stays behind`, leaks.length === 0, leaks.join('; '));
  }
  figures.planted = {};
  for (const plant of plants) {
    const leaks = leaksOf(await measure('connect', { ...control, plant }));
    figures.planted[plant] = leaks.length;
    check(
      `a planted ${plant} is found`,
      leaks.some((leak) => isAbout(leak, plant)),
    );
  }
} else {
  const leaks = leaksOf(await measure('connect', { ...control, plant: planted }));
  check(`with a planted ${planted} nothing stays behind`, leaks.length === 0, leaks.join('; '));
}

function isAbout(leak, plant) {
  return leak.startsWith(plant === 'heap' ? 'heap' : `${plant}s:`);
}

await browser.close();
server.close();
server.closeAllConnections();
figures.seconds = Math.round((performance.now() - started) / 1000);
console.log(JSON.stringify(figures));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
