import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../examples/vendure/scripts/engine.mjs';
import { api, setPolicy, signIn } from '../engine/support/api.mjs';
import { readBooks } from './books.mjs';
import { createDeck, faultOfRead, kinds } from './fault-kinds.mjs';
import { startFaultProxy } from './fault-proxy.mjs';
import { copyOrders, placeFirstOrders } from './orders.mjs';
import { seeded } from './seeded.mjs';
import { runIntents, servesRest, signInAll } from './shoppers.mjs';
import { sqliteFile } from './sql.mjs';
import { intentsIn } from './wanted.mjs';
import { preparePages, runPages } from './pages.mjs';

const perCustomer = 20;
/** In a browser each, at the same time. */
const visitors = 3;

/** A shop in one process, a proxy in front of it, and shoppers whose every first send meets a fault. */
export async function faultsStage({
  library,
  timing,
  intents,
  pages,
  parallel,
  seed,
  log,
  onClose,
}) {
  const random = seeded(seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'rescind-faults-'));
  onClose(() => rm(dataDir, { recursive: true, force: true }));
  const customerCount = Math.ceil(intents / perCustomer) + (pages > 0 ? visitors : 0);

  let engine = await startEngine({ dataDir, fresh: true, log });
  onClose(() => engine.stop());
  const admin = await signIn(
    api(engine.adminApi),
    engine.superadmin.identifier,
    engine.superadmin.password,
  );
  await setPolicy(admin, { grace: 0, handling: 0 });
  const placed = await placeFirstOrders({ shopApi: engine.shopApi, customers: customerCount });
  await engine.stop();
  const sql = sqliteFile(join(dataDir, 'shop.sqlite'));
  const customers = await copyOrders({ sql, customers: placed, copies: perCustomer });
  engine = await startEngine({ dataDir, port: engine.port });
  await signInAll({ shopApi: engine.shopApi, customers });
  const hasRest = await servesRest({ url: engine.url, token: customers[0].token });
  log(
    `${customerCount} customers, ${customerCount * perCustomer} orders, REST ${hasRest ? 'served' : 'not served'}`,
  );

  const deck = createDeck({ intents: intents + pages, random });
  const seen = new Set();
  const faultFor = ({ isWrite, orderId }) => {
    if (!isWrite) return faultOfRead(random, 0.12);
    if (seen.has(orderId)) return deck.next();
    seen.add(orderId);
    return deck.first(seen.size - 1);
  };
  const serve = pages > 0 ? await preparePages() : undefined;
  const proxy = await startFaultProxy({ target: () => engine.url, faultFor, serve, timing });
  onClose(() => proxy.close());

  const wanted = intentsIn({ customers, count: intents, random, hasRest });
  const [outcomes, pageOutcomes] = await Promise.all([
    runIntents({
      ...{ library, proxyUrl: proxy.url, wanted, timing, parallel, random },
      onEnd: (count) => count % 50 === 0 && log(`${count} of ${intents} intents settled`),
    }),
    pages > 0
      ? runPages({
          ...{ proxyUrl: proxy.url, timing, log, onClose },
          customers: visitorsOf(customers, pages),
        })
      : [],
  ]);
  const books = await readBooks(sql);
  await proxy.close();
  return {
    outcomes: [...outcomes, ...pageOutcomes],
    books,
    ...tally(proxy.journal, timing),
    hasRest,
  };
}

/** The last customers, with as many orders each as they have to cancel. */
function visitorsOf(customers, pages) {
  return customers
    .slice(-visitors)
    .map((customer) => ({ ...customer, orders: customer.orders.slice(0, pages / visitors) }));
}

/** Faults by kind, of sends and of reads, and whether late commits were what they are called. */
export function tally(journal, { writeMs, settleAfterMs }) {
  const faults = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  const readFaults = {};
  const sides = {};
  let lateCommits = 0;
  let lateBeyondWindow = 0;
  let reordered = 0;
  for (const call of journal) {
    if (!call.fault) continue;
    const { kind } = call.fault;
    if (call.reordered) reordered += 1;
    if (!call.isWrite) {
      readFaults[kind] = (readFaults[kind] ?? 0) + 1;
      continue;
    }
    faults[kind] += 1;
    sides[call.done] = (sides[call.done] ?? 0) + 1;
    if (kind !== 'late-commit') continue;
    const tookMs = (call.committedAt ?? Infinity) - call.arrivedAt;
    if (tookMs > writeMs) lateCommits += 1;
    if (tookMs > settleAfterMs) lateBeyondWindow += 1;
  }
  return { faults, readFaults, sides, lateCommits, lateBeyondWindow, reordered };
}
