import { readBooks } from './books.mjs';
import { startFaultProxy } from './fault-proxy.mjs';
import { withoutRevision } from './library.mjs';
import { runIntents } from './shoppers.mjs';
import { intentsIn } from './wanted.mjs';

/** Every send is delivered twice at the same time: one effect each where keys are unique in the database, two where they are not. */
export async function twiceStage({ library, processes, sql, customers, timing, random, hasRest }) {
  const faultFor = ({ isWrite }) =>
    isWrite ? { kind: 'duplicate', phase: 'before', chance: 0.3 + 0.7 * random() } : undefined;
  const proxy = await startFaultProxy({ target: () => processes.url, faultFor, timing });
  const wanted = intentsIn({ customers, count: Infinity, random, hasRest, most: 2 });
  const outcomes = await runIntents({
    ...{ library, proxyUrl: proxy.url, wanted, timing, parallel: 6, random },
    adapt: withoutRevision,
  });
  const books = await readBooks(sql);
  await proxy.close();
  return { outcomes, books };
}

/** By SQL, while the shop runs: the one index that makes a repeated key one request. */
export const dropUniqueKeys = (sql) => sql.all(['DROP INDEX cancellation_key_once']);
