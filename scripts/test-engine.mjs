// The suites of elements in another engine: `node scripts/test-engine.mjs firefox|webkit [files]`; "test/**/*.test.ts" for every suite.
// Browsers come from the system: on Debian, as root, what is missing is installed. Prints the user agent, and ends with
// `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { freePort } from '../examples/vendure/scripts/ports.mjs';
import { root, run } from './run.mjs';

const suites = ['components', 'define', 'ui', 'messages'];
const engines = {
  firefox: {
    programs: { 'firefox-esr': 'firefox-esr' },
    start: async () => ({ env: {} }),
    rounds: withoutSharedFocus,
  },
  webkit: {
    programs: { Xvfb: 'xvfb', WebKitWebDriver: 'webkit2gtk-driver' },
    start: startWebKit,
    rounds: async () => [await testFiles()],
  },
};

const [name, ...given] = process.argv.slice(2);
const engine = engines[name];
if (!engine) {
  console.error(`Name an engine: ${Object.keys(engines).join(' or ')}.`);
  process.exit(1);
}
install(engine.programs);
const { env, stop } = await engine.start();
const totals = { passed: 0, failed: 0 };
for (const files of given.length > 0 ? [given] : await engine.rounds()) {
  const report = join(tmpdir(), `rescind-${name}-${process.pid}.json`);
  const port = String(await freePort());
  await rm(report, { force: true });
  await run('wtr', ['--port', port, ...files], {
    show: true,
    env: { ...env, BROWSER: name, TOTALS_FILE: report },
  });
  // A run that broke without a count is one failure.
  const counted = await readFile(report, 'utf8').then(JSON.parse, () => ({ passed: 0, failed: 1 }));
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  await rm(report, { force: true });
}
stop?.();
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

async function testFiles() {
  const files = await readdir(join(root, 'test'), { recursive: true });
  return files
    .filter((file) => file.endsWith('.test.ts') && suites.includes(file.split(sep)[0]))
    .sort()
    .map((file) => `test/${file}`);
}

/** After some files the window of Firefox counts as inactive, and Enter presses no button: files with real keys get a browser each. */
async function withoutSharedFocus() {
  const files = await testFiles();
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  const withKeys = files.filter((_, index) => texts[index].includes('sendKeys('));
  return [files.filter((file) => !withKeys.includes(file)), ...withKeys.map((file) => [file])];
}

function install(programs) {
  const missing = () => Object.entries(programs).filter(([program]) => !isThere(program));
  const packages = missing().map(([, debian]) => debian);
  if (packages.length > 0 && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(' and ')} (apt-get) …`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-q'], options);
    const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
    spawnSync('apt-get', args, options);
  }
  if (missing().length === 0) return;
  console.error(
    `Missing: ${packages.join(', ')}. On Debian: apt-get install ${packages.join(' ')}`,
  );
  process.exit(1);
}

function isThere(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** The driver under a display of its own. Its launcher is big and only wanted here, so it stays out of the project's dependencies. */
async function startWebKit() {
  const launcher = join(root, 'node_modules/.cache/webdriver');
  if (!existsSync(join(launcher, 'node_modules/@web/test-runner-webdriver'))) {
    await mkdir(launcher, { recursive: true });
    await writeFile(join(launcher, 'package.json'), '{ "private": true }\n');
    const wanted = '@web/test-runner-webdriver@1.0.0';
    const { code, output } = await run('npm', ['install', wanted, '--no-audit', '--no-fund'], {
      cwd: launcher,
    });
    if (code !== 0) throw new Error(output);
  }
  const display = `:${90 + (process.pid % 900)}`;
  const driverPort = await freePort();
  const env = {
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    NO_AT_BRIDGE: '1',
    WEBDRIVER_PORT: String(driverPort),
  };
  const children = [
    spawn('Xvfb', [display, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: 'ignore',
    }),
    spawn('WebKitWebDriver', [`--port=${driverPort}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, ...env },
    }),
  ];
  await answers(driverPort);
  return { env, stop: () => children.forEach((child) => child.kill()) };
}

async function answers(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    const isOpen = await new Promise((done) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => done(true)).once('error', () => done(false));
      socket.once('close', () => done(false)).setTimeout(1000);
      socket.once('connect', () => socket.end());
    });
    if (isOpen) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`Nothing answers at 127.0.0.1:${port}.`);
}
