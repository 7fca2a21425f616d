import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './ports.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dataRoot = join(root, '.data');

const templateLifeMs = 6 * 3_600_000;

/** Everything that the engine needs to start, made once: dependencies, the compiled sources, a seeded shop. Says what it does. */
export async function prepare({ log = () => {} } = {}) {
  return template(await build({ log }), log);
}

/** Dependencies and the compiled sources. Resolves to the sources' hash. */
export async function build({ log = () => {} } = {}) {
  await install(log);
  const hash = await sourceHash();
  await compile(hash, log);
  return hash;
}

async function install(log) {
  // The last thing that npm writes: without it an install was interrupted.
  if (existsSync(join(root, 'node_modules', '.package-lock.json'))) return;
  log('Installing the engine (npm ci in examples/vendure, about half a minute) …');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}

async function compile(hash, log) {
  const stamp = join(root, 'dist', '.source-hash');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return;
  log('Compiling the engine …');
  await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', root]);
  await writeFile(stamp, hash);
}

/** A seeded shop to copy from. Its orders are dated from when it was made, so it is made anew before "an hour ago" becomes untrue. */
async function template(hash, log) {
  const folder = join(dataRoot, `template-${hash}`);
  const age = await ageOfShop(folder);
  if (age < templateLifeMs) return folder;
  log('Seeding the shop through its own API …');
  await mkdir(dataRoot, { recursive: true });
  for (const old of await readdir(dataRoot)) {
    if (old.startsWith('template-'))
      await rm(join(dataRoot, old), { recursive: true, force: true });
  }
  const unfinished = join(dataRoot, `seeding-${process.pid}`);
  await mkdir(unfinished, { recursive: true });
  await run(process.execPath, [join(root, 'dist', 'seed', 'seed.js')], {
    SHOP_DATA: unfinished,
    PORT: String(await freePort()),
  });
  await writeFile(join(unfinished, 'seeded-at'), new Date().toISOString());
  await writeFile(join(unfinished, 'seeded-by'), hash);
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
  return folder;
}

/** Milliseconds since a shop was seeded; Infinity where there is none. */
export async function ageOfShop(folder) {
  const seededAt = await readFile(join(folder, 'seeded-at'), 'utf8').catch(() => '');
  return Date.now() - (Date.parse(seededAt) || -Infinity);
}

/** Whether a shop has the tables of these sources: one of others cannot go on. A folder without a shop is as good as one. */
export async function isOfTemplate(folder, template) {
  if (!existsSync(join(folder, 'shop.sqlite'))) return true;
  const by = (of) => readFile(join(of, 'seeded-by'), 'utf8').catch(() => '');
  return (await by(folder)) === (await by(template));
}

/** Of what the compiled engine and its seed depend on. */
async function sourceHash() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'tsconfig.json'])
    hash.update(await readFile(join(root, file)));
  for (const folder of ['src', 'pictures']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    for (const file of files.sort())
      hash.update(file.slice(root.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 12);
}

function run(command, parameters, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${command} ${parameters.join(' ')} ended with ${code}\n${output}`)),
    );
  });
}
