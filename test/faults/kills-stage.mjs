import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../examples/vendure/scripts/ports.mjs';
import { startProcess } from '../../examples/vendure/scale/processes.mjs';
import { readBooks } from './books.mjs';
import { startFaultProxy } from './fault-proxy.mjs';
import { faultOfRead } from './fault-kinds.mjs';
import { createKiller } from './killer.mjs';
import { jobsLeft } from './jobs.mjs';
import { runIntents } from './shoppers.mjs';
import { intentsIn } from './wanted.mjs';

const variables = { SHOP_CLAIM_LIFE_MS: '2000', SHOP_SWEEP_MS: '500' };

/** A server and two workers as processes of their own, each started again when it has ended. */
export async function startProcesses({ services, dataDir, onClose }) {
  const port = await freePort();
  const running = new Map();
  let isClosing = false;
  async function start(role, name) {
    running.set(name, await startProcess({ role, name, services, dataDir, port, variables }));
  }
  onClose(async () => {
    isClosing = true;
    await Promise.all([...running.values()].map((one) => one.stop()));
  });
  await Promise.all([
    start('server', 'server'),
    start('worker', 'worker-1'),
    start('worker', 'worker-2'),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    get: (name) => running.get(name),
    async restart(name) {
      if (!isClosing) await start(running.get(name).role, name);
    },
  };
}

/** Shoppers go on wanting things until enough processes were killed in the middle of their work. */
export async function killsStage(options) {
  const { library, services, processes, sql, customers, timing, parallel, random, log, onClose } =
    options;
  const { kills: wantedKills, intents: least, hasRest } = options;
  // A few lost answers of reads beside the kills; sends meet nothing but them.
  const faultFor = ({ isWrite }) => (isWrite ? undefined : faultOfRead(random, 0.03));
  const proxy = await startFaultProxy({ target: () => processes.url, faultFor, timing });
  onClose(() => proxy.close());
  const killer = await createKiller({ databaseUrl: services.databaseUrl, proxy, random });
  onClose(() => killer.close());

  const kills = [];
  let missed = 0;
  let isOver = false;
  const names = ['server', 'worker-1', 'server', 'server', 'worker-2'];
  async function killAll() {
    for (let turn = 0; kills.length < wantedKills && missed < 5 && !isOver; turn += 1) {
      const name = names[turn % names.length];
      const kill = await killer.kill(processes.get(name));
      if (!kill) {
        missed += 1;
        const { child } = processes.get(name);
        if (child.exitCode === null && child.signalCode === null) continue;
      } else {
        kills.push(kill);
        log(
          `kill ${kills.length}: ${name} · ${kill.requests.map(({ operation, sinceMs }) => `${operation} ${sinceMs} ms`).join(', ') || 'job'} · ${kill.transactions.join(', ') || 'no transaction yet'}`,
        );
      }
      await processes.restart(name);
      await wait(200 + random() * 600);
    }
  }

  const wanted = intentsIn({ customers, count: Infinity, random, hasRest });
  let started = 0;
  const killing = killAll();
  const outcomes = await runIntents({
    ...{ library, proxyUrl: proxy.url, wanted, timing, parallel, random },
    isEnough: () => (started += 1) > least && (kills.length >= wantedKills || missed >= 5),
    onEnd: (count) => count % 50 === 0 && log(`${count} intents settled, ${kills.length} kills`),
  });
  isOver = true;
  await killing;
  const jobs = await jobsLeft(services.redisUrl);
  const books = await readBooks(sql);
  await killer.close();
  await proxy.close();
  return { outcomes, books, kills, jobs };
}
