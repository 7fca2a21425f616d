import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';

const require = createRequire(new URL('../../examples/vendure/package.json', import.meta.url));
const patienceMs = 60_000;

/**
 * Kills processes in the middle of their work, and only there. A process is stopped first (SIGSTOP), so that what it was doing stays as it
 * is while it is looked at: the server must hold a whole request of a shopper whose answer is not back, a worker an open transaction of a
 * job. Where that is so it is killed (SIGKILL), else it goes on.
 */
export async function createKiller({ databaseUrl, proxy, random }) {
  const { Client } = require('pg');
  const monitor = new Client({ connectionString: databaseUrl, application_name: 'killer' });
  await monitor.connect();

  /** What PostgreSQL knows of the transactions that a process has open. */
  async function transactionsOf(name) {
    const { rows } = await monitor.query(
      `SELECT state, regexp_replace(query, '\\s+', ' ', 'g') AS query FROM pg_stat_activity
       WHERE application_name = $1 AND backend_xid IS NOT NULL OR application_name = $1 AND state = 'idle in transaction'`,
      [name],
    );
    return rows.map(({ query }) => shortened(query));
  }

  const waitingWrites = () => [...proxy.inFlight].filter(({ call }) => call.isWrite);

  async function tryServer({ name, pid }) {
    if (waitingWrites().length === 0) return undefined;
    await wait(random() * 60);
    process.kill(pid, 'SIGSTOP');
    // What it had written before is on its way: let it arrive.
    await wait(15);
    const held = waitingWrites();
    const transactions = held.length > 0 ? await transactionsOf(name) : [];
    const stillHeld = held.filter((delivery) => proxy.inFlight.has(delivery));
    if (stillHeld.length === 0) return void process.kill(pid, 'SIGCONT');
    return {
      requests: stillHeld.map(({ call, since }) => ({
        operation: call.operation,
        sinceMs: Math.round(performance.now() - since),
      })),
      transactions,
      calls: stillHeld.map(({ call }) => call),
    };
  }

  async function tryWorker({ name, pid }) {
    process.kill(pid, 'SIGSTOP');
    await wait(5);
    const transactions = await transactionsOf(name);
    if (transactions.length > 0) return { requests: [], transactions, calls: [] };
    process.kill(pid, 'SIGCONT');
    await wait(5 + random() * 30);
    return undefined;
  }

  return {
    /** Resolves to what was under way, or to undefined where nothing was for too long. */
    async kill(target) {
      const deadline = performance.now() + patienceMs;
      while (performance.now() < deadline) {
        const caught = await (target.role === 'server' ? tryServer(target) : tryWorker(target));
        if (!caught) {
          await wait(3);
          continue;
        }
        const { calls, ...underWay } = caught;
        await target.kill();
        // None of them was answered after all: the connection broke instead.
        await wait(20);
        const isMiddle = calls.every(({ broken, status }) => broken || status === undefined);
        if (isMiddle) return { role: target.role, name: target.name, ...underWay };
        return undefined;
      }
      return undefined;
    },
    close: () => monitor.end(),
  };
}

/** The statement and its table, without its columns. A long one is cut off by PostgreSQL before it names its table: then by its alias. */
function shortened(query) {
  const [, verb = query.slice(0, 60)] = /^\s*(\w+)/.exec(query) ?? [];
  const [, table] =
    /(?:INTO|FROM|UPDATE) "?(\w+)"?/i.exec(query) ?? /"(\w+?)(?:__\w+)?"\./.exec(query) ?? [];
  return table ? `${verb} ${table}` : verb;
}
