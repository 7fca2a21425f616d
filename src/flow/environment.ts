/**
 * All that the flow needs from the world around it, so that a test can hold the clock, a server can run it, and a page can lend it
 * storage, locks and visibility. Only `headless-environment.ts` and the browser's environment in `ui` touch real timers.
 */
export interface Environment {
  readonly clock: Clock;
  /** A random number in [0, 1). */
  random(): number;
  /** A new idempotency key: 16 to 64 characters of A–Z, a–z, 0–9, "-" and "_". */
  newKey(): string;
  /** Absent, or answering undefined, or throwing: the flow works without, and a reload forgets. */
  readonly storage?: (area: 'local' | 'session') => KeyValueStorage | undefined;
  /** Absent, or refusing: a claim is written and read back instead. */
  readonly locks?: Locks;
  /** Tells other tabs ids and steps, never data. Absent, or throwing: each tab settles by itself, a little later. */
  readonly channel?: (name: string) => Channel;
  readonly presence: Presence;
}

export interface Clock {
  /** Milliseconds since 1970 by the device; for showing and for time to live, never for a decision about a request. */
  wall(): number;
  /** Milliseconds that only go forward, from any start. */
  monotonic(): number;
  /** Runs once after `ms`; the returned function prevents it. */
  after(ms: number, run: () => void): () => void;
}

export interface KeyValueStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): readonly string[];
}

export interface Locks {
  /** Runs `work` while holding the lock; resolves to 'busy' at once where another holds it. */
  ifAvailable<Result>(name: string, work: () => Promise<Result>): Promise<Result | 'busy'>;
}

export interface Channel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

/** Whether somebody looks, and whether the network is there. */
export interface Presence {
  readonly visible: boolean;
  readonly online: boolean;
  /** Called after each change of the two, and with `restored` when a page comes back from the back/forward cache. */
  subscribe(listener: (change: { readonly restored?: true }) => void): () => void;
}

/** Somebody looks, and the network is there: else nothing is asked by the clock. */
export function isAwake({ visible, online }: Presence): boolean {
  return visible && online;
}
