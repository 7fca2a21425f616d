import {
  createCancellationFlow,
  type CancellationFlow,
  type CancellationFlowOptions,
  type FlowNotice,
} from '../../src/flow/cancellation-flow.js';
import type { Environment, KeyValueStorage } from '../../src/flow/environment.js';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { createManualClock, type ManualClock } from '../../src/testing/index.js';

/** What a test holds in its hands: time, storage, and whether somebody looks. */
export interface World {
  readonly clock: ManualClock;
  readonly environment: Environment;
  readonly stored: Map<string, string>;
  show(visible: boolean): void;
  connect(online: boolean): void;
  /** Back from the back/forward cache. */
  restore(): void;
}

export interface WorldOptions {
  readonly clock?: ManualClock;
  readonly stored?: Map<string, string>;
  readonly storage?: Environment['storage'];
  /** Undefined: a browser without Web Locks. Absent: locks that no other world shares. */
  readonly locks?: Environment['locks'] | undefined;
  readonly channel?: Environment['channel'];
  readonly random?: () => number;
}

let worlds = 0;

export function createWorld(options: WorldOptions = {}): World {
  const { clock = createManualClock(), stored = new Map<string, string>() } = options;
  const locks = 'locks' in options ? options.locks : createLocks();
  const { channel, random = () => 0.5 } = options;
  const id = (worlds += 1);
  const listeners = new Set<(change: { readonly restored?: true }) => void>();
  let visible = true;
  let online = true;
  let keys = 0;
  const area: KeyValueStorage = {
    get: (key) => stored.get(key) ?? null,
    set: (key, value) => void stored.set(key, value),
    remove: (key) => void stored.delete(key),
    keys: (prefix) => [...stored.keys()].filter((key) => key.startsWith(prefix)),
  };
  const environment: Environment = {
    clock,
    random,
    newKey: () => `key-${String(id).padStart(6, '0')}-${String((keys += 1)).padStart(6, '0')}`,
    storage: options.storage ?? (() => area),
    ...(locks && { locks }),
    ...(channel && { channel }),
    presence: {
      get visible() {
        return visible;
      },
      get online() {
        return online;
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
  const tell = (): void => listeners.forEach((listener) => listener({}));
  return {
    ...{ clock, environment, stored },
    restore: () => listeners.forEach((listener) => listener({ restored: true })),
    show(next) {
      visible = next;
      tell();
    },
    connect(next) {
      online = next;
      tell();
    },
  };
}

export interface FlowUnderTest {
  readonly flow: CancellationFlow;
  readonly notices: readonly FlowNotice[];
  /** Names of the facts so far, in their order. */
  facts(): readonly string[];
  step(orderId: string): string | undefined;
}

export function startFlow(
  adapter: StorefrontAdapter,
  world: World,
  more: Partial<CancellationFlowOptions> = {},
): FlowUnderTest {
  const flow = createCancellationFlow({
    ...{ adapter, environment: world.environment, scope: 'anna' },
    ...more,
  });
  const notices: FlowNotice[] = [];
  flow.listen((notice) => notices.push(notice));
  return {
    ...{ flow, notices },
    facts: () => notices.flatMap((notice) => ('name' in notice ? notice.name : [])),
    step: (orderId) => flow.state.operations.get(orderId)?.step,
  };
}

/** One shopper's lock per name, as the browser gives it. */
export function createLocks(): NonNullable<Environment['locks']> {
  const held = new Set<string>();
  return {
    async ifAvailable(name, work) {
      if (held.has(name)) return 'busy';
      held.add(name);
      try {
        return await work();
      } finally {
        held.delete(name);
      }
    },
  };
}

/** Channels between the worlds of one browser; what one posts, the others hear at once. */
export function createChannels(): NonNullable<Environment['channel']> {
  const open = new Set<{ readonly name: string; hear: (message: unknown) => void }>();
  return (name) => {
    const end = { name, hear: (_message: unknown): void => undefined };
    open.add(end);
    return {
      post(message) {
        for (const other of [...open])
          if (other !== end && other.name === name) other.hear(message);
      },
      listen: (listener) => void (end.hear = listener),
      close: () => void open.delete(end),
    };
  };
}
