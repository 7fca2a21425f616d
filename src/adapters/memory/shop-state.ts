import type { LineSelection } from '../../model/cancellation.js';
import type { Seller } from '../../model/order.js';
import type { WithdrawalStatement } from '../../model/withdrawal.js';
import type { MemoryOrder } from './memory-order.js';
import type { Script } from './scenarios.js';

export interface SentChallenge {
  readonly id: string;
  /** When the newest code was sent. */
  readonly sentAt: number;
  /** Absent: none. */
  readonly resends?: number;
}

/** A request as the shop files it. What has become of it is worked out from the times, so no timer has to have run. */
export interface MemoryRequest {
  readonly id: string;
  readonly reference: string;
  readonly orderId: string;
  readonly key: string;
  readonly lines: readonly LineSelection[];
  /** What the shop will say no to, with outcome 'partly-declines'. */
  readonly declined: readonly LineSelection[];
  readonly seller?: Seller;
  readonly reasonCode?: string;
  readonly note?: string;
  readonly requestedAt: number;
  readonly script: Script;
  readonly challenge?: SentChallenge;
  readonly confirmedAt?: number;
  readonly retractedAt?: number;
}

/** A guest's question, and what became of it. Without an order it is a miss, which nobody is told. */
export interface MemoryLookup {
  readonly id: string;
  readonly orderId?: string;
  readonly askedAt: number;
  /** When the newest code was sent. */
  readonly sentAt: number;
  readonly resends: number;
  /** Wrong codes so far. */
  readonly tries: number;
}

export interface MemoryWithdrawal {
  readonly id: string;
  readonly reference: string;
  readonly key: string;
  /** Absent: the shop has no such order. */
  readonly orderId?: string;
  readonly receivedAt: number;
  readonly late?: true;
  /** Absent after a reload: words do not go into a storage. */
  readonly statement?: WithdrawalStatement;
}

/** What the shop knows of one order: how it was placed, and what was asked since. */
export interface OrderFile {
  readonly order: MemoryOrder;
  readonly requests: readonly MemoryRequest[];
  /** When a request that the order was seeded with was taken back, by id. */
  readonly takenBack: ReadonlyMap<string, number>;
  readonly withdrawals: readonly MemoryWithdrawal[];
}

export interface KeyEntry {
  readonly print: string;
  readonly ids: readonly string[];
}

interface StoredState {
  readonly version: 2;
  readonly seededAt: number;
  readonly ahead: number;
  readonly requests: readonly MemoryRequest[];
  readonly takenBack: readonly (readonly [string, number])[];
  readonly keys: readonly (readonly [string, KeyEntry])[];
  readonly messages: readonly (readonly [string, number])[];
  readonly lookups: readonly MemoryLookup[];
  readonly lookupsMade: number;
  readonly granted: readonly string[];
  readonly withdrawals: readonly MemoryWithdrawal[];
}

/** Where the shop keeps its state across reloads: `localStorage` fits. */
export interface MemoryStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

/** The shop's mutable part. Everything else is worked out from it and the time. */
export class ShopState {
  seededAt: number;
  /** How far the shop's clock was moved on by hand. */
  ahead = 0;
  requests: readonly MemoryRequest[] = [];
  readonly takenBack = new Map<string, number>();
  readonly keys = new Map<string, KeyEntry>();
  /** When each message to support came, by idempotency key. */
  readonly messages = new Map<string, number>();
  readonly lookups = new Map<string, MemoryLookup>();
  lookupsMade = 0;
  /** The orders that a guest has shown to be his. */
  readonly granted = new Set<string>();
  withdrawals: readonly MemoryWithdrawal[] = [];

  constructor(seededAt: number) {
    this.seededAt = seededAt;
  }

  replace(changed: MemoryRequest): void {
    this.requests = this.requests.map((request) => (request.id === changed.id ? changed : request));
  }

  clear(seededAt: number): void {
    this.seededAt = seededAt;
    this.ahead = 0;
    this.requests = [];
    this.lookupsMade = 0;
    this.withdrawals = [];
    for (const kept of [this.takenBack, this.keys, this.messages, this.lookups, this.granted])
      kept.clear();
  }
}

/** Undefined where nothing readable is stored, or it is older than `lifeMs`. A blocked storage is no failure. */
export function loadState(
  storage: MemoryStorage | undefined,
  name: string,
  oldest: number,
): ShopState | undefined {
  try {
    const stored = JSON.parse(storage?.getItem(name) ?? 'null') as StoredState | null;
    if (stored?.version !== 2 || stored.seededAt < oldest) return undefined;
    const state = new ShopState(stored.seededAt);
    state.ahead = stored.ahead;
    state.requests = [...stored.requests];
    for (const [id, at] of stored.takenBack) state.takenBack.set(id, at);
    for (const [key, entry] of stored.keys) state.keys.set(key, entry);
    for (const [key, at] of stored.messages) state.messages.set(key, at);
    for (const lookup of stored.lookups) state.lookups.set(lookup.id, lookup);
    for (const id of stored.granted) state.granted.add(id);
    state.lookupsMade = stored.lookupsMade;
    state.withdrawals = [...stored.withdrawals];
    return state;
  } catch {
    return undefined;
  }
}

/** The shopper's own words stay in memory: a browser's storage is no place for them. */
export function saveState(
  storage: MemoryStorage | undefined,
  name: string,
  state: ShopState,
): void {
  const stored: StoredState = {
    version: 2,
    seededAt: state.seededAt,
    ahead: state.ahead,
    requests: state.requests.map(({ note: _note, ...request }) => request),
    takenBack: [...state.takenBack],
    keys: [...state.keys],
    messages: [...state.messages],
    lookups: [...state.lookups.values()],
    lookupsMade: state.lookupsMade,
    granted: [...state.granted],
    withdrawals: state.withdrawals.map(({ statement: _statement, ...withdrawal }) => withdrawal),
  };
  try {
    storage?.setItem(name, JSON.stringify(stored));
  } catch {
    // Full or blocked: the shop goes on without.
  }
}
