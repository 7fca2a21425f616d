import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, root } from '../scripts/prepare.mjs';
import { freePort } from '../scripts/ports.mjs';

const bootMs = 90_000;
const stopMs = 10_000;

/** Makes the tables and the shop, once and before any of its processes. */
export async function seedShop({ services, dataDir, log = () => {} }) {
  await build({ log });
  log('Seeding the shop on PostgreSQL …');
  const child = spawn(process.execPath, [join(root, 'dist', 'seed', 'seed.js')], {
    cwd: root,
    env: { ...environment({ services, dataDir }), PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The seed ended with ${code}\n${output}`);
}

/**
 * One process of the shop: `role` is "server" or "worker"; `name` is what PostgreSQL calls its connections. Resolves when it is ready, to
 * `{ pid, child, stop, kill, onExit }`.
 */
export function startProcess({ role, name, services, dataDir, port, variables = {} }) {
  const child = fork(join(root, 'dist', 'main.js'), {
    env: {
      ...environment({ services, dataDir }),
      ...{ SHOP_ROLE: role, PORT: String(port), PGAPPNAME: name },
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-8000)));
  const process = {
    ...{ role, name, pid: child.pid, child },
    output: () => output,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    onExit: (listener) => child.once('exit', listener),
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${name} was not ready after ${bootMs} ms\n${output}`));
    }, bootMs);
    const ended = (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`${name} ended with ${code ?? signal}\n${output}`));
    };
    child.once('exit', ended);
    child.once('message', () => {
      clearTimeout(timer);
      child.off('exit', ended);
      resolve(process);
    });
  });
}

function environment({ services, dataDir }) {
  const { databaseUrl, redisUrl } = services;
  return {
    ...process.env,
    ...{ SHOP_DB_URL: databaseUrl, SHOP_REDIS_URL: redisUrl, SHOP_DATA: dataDir },
  };
}

function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode ?? child.signalCode);
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
    child.once('exit', (code, by) => {
      clearTimeout(timer);
      resolve(code ?? by);
    });
    child.kill(signal);
  });
}
