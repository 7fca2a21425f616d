import type { CancellationRef } from '../model/cancellation.js';
import type { KeyValueStorage } from './environment.js';
import {
  baseOf,
  isUnsettled,
  settledness,
  type Operation,
  type OperationBase,
} from './flow-state.js';

/** `putAway`: the shopper has seen the end of it. It stays to be compared with, and holds nothing up. */
export type Entry = Operation & { readonly putAway?: true };

/** When a tab read what is watched, and what it saw. */
export interface SharedRead {
  /** Milliseconds since 1970 by the device. */
  readonly at: number;
  readonly digest: string;
}

/** What survives a reload: ids, quantities, reason code, key, times. No names, no e-mail, no free text. */
export interface Outbox {
  read(orderId: string): Entry | undefined;
  readAll(): readonly Entry[];
  /** False where another tab is a step ahead: a higher generation or attempt stays, and a settled step is never unsettled again. */
  write(operation: Operation): boolean;
  putAway(operation: Operation): void;
  remove(orderId: string): void;
  readWatched(): ReadonlyMap<string, readonly CancellationRef[]>;
  writeWatched(orderId: string, refs: readonly CancellationRef[]): void;
  /** Writes a random claim on the order; false where nothing can be stored. */
  claim(orderId: string, claim: string): boolean;
  claimed(orderId: string): string | undefined;
  /** True for the first tab that claims the fact. */
  claimFact(factId: string): boolean;
  /** The last successful read of what is watched, by any tab. */
  lastRead(): SharedRead | undefined;
  noteRead(read: SharedRead): void;
  /** Deletes all that this scope stored, and leaves word for pages that were asleep. */
  forget(): void;
  /** Somebody has called `forget` since this outbox was made. */
  wasForgotten(): boolean;
}

const version = 1;
export const entryLifeMs = 86_400_000;
/** What no page has seen move for so long is not followed any more, and kept for nobody who might come back. */
const watchedLifeMs = 30 * entryLifeMs;
const keptFacts = 100;
/** Names nobody: it says that there was a sign-out, not whose. */
const forgottenKey = 'rescind-forgotten';

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
  const lastReadKey = `${prefix}last-read`;

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

  const forgotten = (): string | null | undefined => attempt((store) => store.get(forgottenKey));
  const forgottenBefore = forgotten();

  function toEntry(key: string): Entry | undefined {
    const stored = readJson(key);
    if (!isStoredEntry(stored)) return undefined;
    const { operation, putAway } = stored;
    const life = isUnsettled(operation) ? watchedLifeMs : entryLifeMs;
    if (wall() - operation.sentAt.wall > life) {
      attempt((store) => store.remove(key));
      return undefined;
    }
    // The window is counted anew: what the page's clock said before the reload means nothing now.
    const sentAt = { ...operation.sentAt, monotonic: monotonic() };
    return { ...operation, sentAt, origin: 'restored', ...(putAway && { putAway }) };
  }

  function set(operation: Operation, more: { readonly putAway?: true } = {}): void {
    const stored: StoredEntry = { version, operation: storable(operation), ...more };
    attempt((store) => store.set(entryKey(operation.orderId), JSON.stringify(stored)));
  }

  return {
    read: (orderId) => toEntry(entryKey(orderId)),
    readAll: () => keys('entry').flatMap((key) => toEntry(key) ?? []),
    write(operation) {
      const known = toEntry(entryKey(operation.orderId));
      if (known && isAhead(known, operation)) return false;
      set(operation);
      return true;
    },
    putAway(operation) {
      const known = toEntry(entryKey(operation.orderId));
      if (known?.key === operation.key && !isAhead(known, operation))
        set(operation, { putAway: true });
    },
    remove: (orderId) => void attempt((store) => store.remove(entryKey(orderId))),
    readWatched() {
      const watched = new Map<string, readonly CancellationRef[]>();
      for (const key of keys('watched')) {
        const { at, refs } = (readJson(key) ?? {}) as { at?: unknown; refs?: unknown };
        if (typeof at !== 'number' || !Array.isArray(refs)) continue;
        const age = wall() - at;
        const kept = (refs as CancellationRef[]).filter(
          ({ cancellationId }) =>
            age < (cancellationId === undefined ? entryLifeMs : watchedLifeMs),
        );
        if (kept.length > 0) watched.set(key.slice(watchedKey('').length), kept);
        else attempt((store) => store.remove(key));
      }
      return watched;
    },
    writeWatched(orderId, refs) {
      attempt((store) =>
        refs.length > 0
          ? store.set(watchedKey(orderId), JSON.stringify({ at: wall(), refs }))
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
    lastRead() {
      const read = readJson(lastReadKey) as Partial<SharedRead> | null | undefined;
      return typeof read?.at === 'number' && typeof read.digest === 'string'
        ? { at: read.at, digest: read.digest }
        : undefined;
    },
    noteRead: (read) => void attempt((store) => store.set(lastReadKey, JSON.stringify(read))),
    forget: () =>
      void attempt((store) => {
        for (const key of store.keys(prefix)) store.remove(key);
        store.set(forgottenKey, String(Number(store.get(forgottenKey) ?? 0) + 1));
      }),
    wasForgotten: () => forgotten() !== forgottenBefore,
  };
}

interface StoredEntry {
  readonly version: number;
  readonly operation: Operation;
  readonly putAway?: true;
}

/** What is stored has gone further than what would replace it. */
function isAhead(known: Operation, next: Operation): boolean {
  if (known.generation !== next.generation) return known.generation > next.generation;
  if (known.attempt !== next.attempt) return known.attempt > next.attempt;
  return settledness(known) > settledness(next);
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
  const known: OperationBase = baseOf(operation);
  const base = known.refusal ? { ...known, refusal: { code: known.refusal.code } } : known;
  switch (operation.step) {
    case 'received':
      return { ...base, step: 'received', evidence: operation.evidence };
    case 'refused':
      return { ...base, step: 'refused', failure: { code: operation.failure.code } };
    default:
      return { ...base, step: operation.step };
  }
}
