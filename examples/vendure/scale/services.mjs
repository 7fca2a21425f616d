import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { freePort } from '../scripts/ports.mjs';

const patienceMs = 30_000;
const user = 'shop';
const password = 'only-for-this-demo';

/**
 * PostgreSQL and Redis of one's own, on 127.0.0.1 and with data in `folder`; nothing is a service of the system. Both are Debian packages:
 * what is missing is installed where that is allowed.
 *
 * Resolves to `{ databaseUrl, redisUrl, psql, stop }`.
 */
export async function startServices({ folder, log = () => {} }) {
  const programs = findPrograms(log);
  const [postgresPort, redisPort] = [await freePort(), await freePort()];
  await mkdir(folder, { recursive: true });
  // PostgreSQL refuses to run as root, and its own user has to get here.
  await chmod(folder, 0o711);
  const children = [];
  const stop = async () => {
    for (const child of children.reverse()) await end(child);
  };
  try {
    children.push(await startPostgres({ ...programs, folder, port: postgresPort }));
    children.push(await startRedis({ ...programs, folder, port: redisPort }));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    databaseUrl: `postgres://${user}:${password}@127.0.0.1:${postgresPort}/${user}`,
    redisUrl: `redis://127.0.0.1:${redisPort}`,
    psql: join(programs.bin, 'psql'),
    stop,
  };
}

async function startPostgres({ bin, folder, port }) {
  const data = join(folder, 'postgres');
  if (!existsSync(join(data, 'PG_VERSION'))) {
    await rm(data, { recursive: true, force: true });
    await mkdir(data, { mode: 0o700 });
    const secret = join(folder, 'password');
    await writeFile(secret, password);
    if (asPostgres.length > 0) await must('chown', ['postgres', data, secret]);
    await must(
      ...as(join(bin, 'initdb'), [
        ...['-D', data, '-U', user, '--auth=scram-sha-256', `--pwfile=${secret}`],
        ...['-E', 'UTF8', '--locale=C.UTF-8'],
      ]),
    );
    await rm(secret);
  }
  const child = start(
    ...as(join(bin, 'postgres'), [
      ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
      ...['-c', 'max_connections=100'],
    ]),
  );
  await answers(child, port);
  const url = `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;
  const list = await retried(() =>
    must(join(bin, 'psql'), [url, '-Atc', 'SELECT datname FROM pg_database']),
  );
  if (!list.split('\n').includes(user))
    await must(join(bin, 'psql'), [url, '-c', `CREATE DATABASE ${user}`]);
  return child;
}

/** Every job is on the disk a second later at most, and none is dropped for want of memory. */
async function startRedis({ redis, folder, port }) {
  const data = join(folder, 'redis');
  await mkdir(data, { recursive: true });
  const child = start(redis, [
    ...['--bind', '127.0.0.1', '--port', String(port), '--dir', data, '--save', ''],
    ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
  ]);
  await answers(child, port);
  return child;
}

function findPrograms(log) {
  const missing = () => [
    ...(postgresBin() === undefined ? ['postgresql'] : []),
    ...(which('redis-server') === undefined ? ['redis-server'] : []),
  ];
  if (missing().length > 0 && process.getuid?.() === 0) {
    log(`Installing ${missing().join(' and ')} (apt-get) …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { env });
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing()], { env });
  }
  if (missing().length > 0)
    throw new Error(
      `Missing: ${missing().join(', ')}. On Debian: apt-get install ${missing().join(' ')}`,
    );
  return { bin: postgresBin(), redis: which('redis-server') };
}

function postgresBin() {
  const onPath = which('postgres');
  // A link leads to where the other programs are.
  if (onPath) return dirname(realpathSync(onPath));
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest && join('/usr/lib/postgresql', newest, 'bin');
}

function which(name) {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

const asPostgres =
  process.getuid?.() === 0
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups']
    : [];

function as(command, args) {
  const [first, ...rest] = [...asPostgres, command, ...args];
  return [first, rest];
}

function start(command, args) {
  // In a group of its own: Ctrl+C is for who started it, which ends it after those that use it.
  const child = spawn(command, args, {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  child.output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (child.output = (child.output + chunk).slice(-4000)));
  child.once('error', (error) => (child.output += String(error)));
  return child;
}

async function answers(child, port) {
  const deadline = Date.now() + patienceMs;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`${child.spawnfile} does not listen on ${port}\n${child.output}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** A database that listens may still be starting up. */
async function retried(work) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((next) => setTimeout(next, 100));
    }
  }
}

function must(command, args) {
  return new Promise((resolve, reject) => {
    const child = start(command, args);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(child.output) : reject(new Error(`${command}: ${child.output}`)),
    );
  });
}

/** SIGINT: PostgreSQL ends its connections and then itself; Redis saves and ends. */
function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGINT');
  });
}
