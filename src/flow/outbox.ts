import type { CancellationRef } from '../model/cancellation.js';
import type { KeyValueStorage } from './environment.js';
import { baseOf, type Operation, type OperationBase } from './flow-state.js';

/** What survives a reload: ids, quantities, reason code, key, times. No names, no e-mail, no free text. */
export interface Outbox {
  read(orderId: string): Operation | undefined;
  readAll(): readonly Operation[];
  write(operation: Operation): void;
  remove(orderId: string): void;
  readWatched(): ReadonlyMap<string, readonly CancellationRef[]>;
  writeWatched(orderId: string, refs: readonly CancellationRef[]): void;
  /** Writes a random claim on the order; false where nothing can be stored. */
  claim(orderId: string, claim: string): boolean;
  claimed(orderId: string): string | undefined;
  /** True for the first tab that claims the fact. */
  claimFact(factId: string): boolean;
  /** Deletes all that this scope stored. */
  forget(): void;
}

const version = 1;
export const entryLifeMs = 86_400_000;
const keptFacts = 100;

interface OutboxOptions {
  readonly storage: KeyValueStorage | undefined;
  readonly scope: string;
  readonly wall: () => number;
  readonly monotonic: () => number;
}

export function createOutbox({ storage, scope, wall, monotonic }: OutboxOptions): Outbox {
  const prefix = `rescind:${scope}:`;
  const entryKey = (orderId: string): string => `${prefix}entry:${orderId}`;
  const watchedKey = (orderId: string): string => `${prefix}watched:${orderId}`;
  const claimKey = (orderId: string): string => `${prefix}claim:${orderId}`;
  const factsKey = `${prefix}facts`;

  /** Storage may be blocked or full at any time; the flow then goes on without. */
  function attempt<Result>(work: (store: KeyValueStorage) => Result): Result | undefined {
    try {
      return storage && work(storage);
    } catch {
      return undefined;
    }
  }

  function readJson(key: string): unknown {
    return attempt((store) => JSON.parse(store.get(key) ?? 'null') as unknown);
  }

  function keys(kind: 'entry' | 'watched'): readonly string[] {
    return attempt((store) => store.keys(`${prefix}${kind}:`)) ?? [];
  }

  function toOperation(key: string): Operation | undefined {
    const stored = readJson(key);
    if (!isStoredEntry(stored)) return undefined;
    const age = wall() - stored.operation.sentAt.wall;
    const settled = stored.operation.step === 'received' || stored.operation.step === 'refused';
    if (settled && age > entryLifeMs) {
      attempt((store) => store.remove(key));
      return undefined;
    }
    // The window is counted anew: what the page's clock said before the reload means nothing now.
    const sentAt = { ...stored.operation.sentAt, monotonic: monotonic() };
    return { ...stored.operation, sentAt, origin: 'restored' };
  }

  return {
    read: (orderId) => toOperation(entryKey(orderId)),
    readAll: () => keys('entry').flatMap((key) => toOperation(key) ?? []),
    write(operation) {
      const stored: StoredEntry = { version, operation: storable(operation) };
      attempt((store) => store.set(entryKey(operation.orderId), JSON.stringify(stored)));
    },
    remove: (orderId) => void attempt((store) => store.remove(entryKey(orderId))),
    readWatched() {
      const watched = new Map<string, readonly CancellationRef[]>();
      for (const key of keys('watched')) {
        const refs = readJson(key);
        if (Array.isArray(refs))
          watched.set(key.slice(watchedKey('').length), refs as CancellationRef[]);
      }
      return watched;
    },
    writeWatched(orderId, refs) {
      attempt((store) =>
        refs.length > 0
          ? store.set(watchedKey(orderId), JSON.stringify(refs))
          : store.remove(watchedKey(orderId)),
      );
    },
    claim: (orderId, claim) =>
      attempt((store) => {
        store.set(claimKey(orderId), claim);
        return true;
      }) ?? false,
    claimed: (orderId) => attempt((store) => store.get(claimKey(orderId))) ?? undefined,
    claimFact(factId) {
      const known = readJson(factsKey);
      const facts = Array.isArray(known) ? (known as string[]) : [];
      if (facts.includes(factId)) return false;
      attempt((store) => store.set(factsKey, JSON.stringify([...facts, factId].slice(-keptFacts))));
      return true;
    },
    forget: () =>
      void attempt((store) => {
        for (const key of store.keys(prefix)) store.remove(key);
      }),
  };
}

interface StoredEntry {
  readonly version: number;
  readonly operation: Operation;
}

/** Another version, another script or a half-written value is as good as nothing. */
function isStoredEntry(value: unknown): value is StoredEntry {
  const { version: found, operation } = (value ?? {}) as Partial<StoredEntry>;
  return (
    found === version &&
    typeof operation?.key === 'string' &&
    typeof operation.orderId === 'string' &&
    typeof operation.sentAt?.wall === 'number' &&
    [operation.lines, operation.ids, operation.before?.ids, operation.before?.canceled].every(
      Array.isArray,
    )
  );
}

/** Only codes of a failure: the shop's words may name the shopper. */
function storable(operation: Operation): Operation {
  const base: OperationBase = baseOf(operation);
  switch (operation.step) {
    case 'received':
      return { ...base, step: 'received', evidence: operation.evidence };
    case 'refused':
      return { ...base, step: 'refused', failure: { code: operation.failure.code } };
    default:
      return { ...base, step: operation.step };
  }
}

/** Changes whenever another tab, or this one, has gone a step further with the order. */
export function signatureOf(operation: Operation | undefined): string {
  if (!operation) return '';
  const { generation, key, attempt, step } = operation;
  return `${generation}:${key}:${attempt}:${step}`;
}
