import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, root } from '../scripts/prepare.mjs';
import { freePort } from '../scripts/ports.mjs';
import { boot, end } from '../scripts/process.mjs';

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
export async function startProcess({ role, name, services, dataDir, port, variables = {} }) {
  const { child, output } = await boot({
    name,
    variables: {
      ...environment({ services, dataDir }),
      ...{ SHOP_ROLE: role, PORT: String(port), PGAPPNAME: name },
      ...variables,
    },
    detached: true,
  });
  return {
    ...{ role, name, pid: child.pid, child, output },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    onExit: (listener) => child.once('exit', listener),
  };
}

function environment({ services, dataDir }) {
  const { databaseUrl, redisUrl } = services;
  return {
    ...process.env,
    ...{ SHOP_DB_URL: databaseUrl, SHOP_REDIS_URL: redisUrl, SHOP_DATA: dataDir },
  };
}
