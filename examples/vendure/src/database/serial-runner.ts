import { AsyncLocalStorage } from 'node:async_hooks';
import type { QueryRunner } from 'typeorm';

const busyAfterMs = 10_000;
const readsOnly = /^\s*(SELECT|PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;

/**
 * Gives a shared query runner one transaction at a time.
 *
 * sql.js has a single connection, and TypeORM nests every transaction that begins while another is open: two requests that overlap become
 * savepoints of each other, so that one's commit or rollback is the other's. Here a transaction waits for its turn, and whatever is not part
 * of it waits until it is over. What PostgreSQL does with row locks and its own connections is left as it is there.
 */
export function serializeTransactions(runner: QueryRunner): void {
  const turns = new AsyncLocalStorage<symbol>();
  const waiting = new Set<() => boolean>();
  let owner: symbol | undefined;
  let lonelyQueries = 0;

  const start = runner.startTransaction.bind(runner);
  const commit = runner.commitTransaction.bind(runner);
  const rollback = runner.rollbackTransaction.bind(runner);
  const query = runner.query.bind(runner) as (...parameters: unknown[]) => Promise<unknown>;

  const isMine = (): boolean => owner !== undefined && turns.getStore() === owner;

  /**
   * The condition holds when this resolves, and still does in the caller's next statement: nothing runs in between. Who came first goes
   * first: else single reads that overlap would keep a transaction waiting for ever.
   */
  function until(condition: () => boolean, then: () => void): Promise<void> {
    if (waiting.size === 0 && condition()) {
      then();
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const look = (): boolean => {
        if (!condition()) return false;
        waiting.delete(look);
        clearTimeout(timer);
        then();
        resolve();
        return true;
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`The database was busy for ${busyAfterMs} ms`));
        wake();
      }, busyAfterMs);
      waiting.add(look);
    });
  }

  function wake(): void {
    for (const look of [...waiting]) if (!look()) return;
  }

  function release(): void {
    if (runner.isTransactionActive) return;
    owner = undefined;
    wake();
  }

  runner.startTransaction = (isolationLevel) => {
    if (isMine()) return start(isolationLevel);
    const turn = Symbol('transaction');
    // Before any await: only then does the caller itself go on in this context.
    turns.enterWith(turn);
    const isFree = (): boolean => owner === undefined && lonelyQueries === 0;
    const take = (): void => {
      owner = turn;
    };
    return until(isFree, take).then(async () => {
      try {
        await start(isolationLevel);
      } catch (error) {
        release();
        throw error;
      }
    });
  };
  // TypeORM saves the whole file after every commit, and a commit of nothing but reads is one as well.
  const saver = runner as unknown as { isDirty: boolean; flush(): Promise<void> };
  const flush = saver.flush.bind(saver);
  let hasWritten = false;
  saver.flush = async () => {
    if (!hasWritten) saver.isDirty = false;
    else if (!runner.isTransactionActive) hasWritten = false;
    await flush();
  };

  runner.commitTransaction = async () => {
    await commit();
    release();
  };
  runner.rollbackTransaction = async () => {
    try {
      await rollback();
    } finally {
      release();
    }
  };
  runner.query = (async (...parameters: unknown[]) => {
    if (!readsOnly.test(String(parameters[0]))) hasWritten = true;
    if (isMine()) return query(...parameters);
    await until(
      () => owner === undefined,
      () => {
        lonelyQueries += 1;
      },
    );
    try {
      return await query(...parameters);
    } finally {
      lonelyQueries -= 1;
      wake();
    }
  }) as QueryRunner['query'];
}
