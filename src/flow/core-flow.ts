import { isOfAnotherEpoch } from './create-transition.js';
import { describeShop } from './effects/describe.js';
import { loadOrders } from './effects/load-orders.js';
import { persist } from './effects/persist.js';
import { isAwake, type Environment } from './environment.js';
import { factsOf, type Fact } from './facts.js';
import type { FlowEvent, ShopperEvent } from './flow-event.js';
import { initialState, type FlowState } from './flow-state.js';
import type { FlowHost, FlowPart, FlowParts, LateParts } from './flow-parts.js';
import { createOutbox } from './outbox.js';
import {
  createCall,
  type BeforeRequest,
  type Effect,
  type Limits,
  type Report,
  type Runtime,
} from './runtime.js';
import { createShopClock } from './shop-clock.js';
import type { StorefrontAdapter } from './storefront-adapter.js';
import type { WithdrawalFact } from './withdrawal-state.js';

export interface CancellationFlowOptions {
  readonly adapter: StorefrontAdapter;
  /** The world around; without it real time, no storage, always online. */
  readonly environment?: Environment;
  /** Names the shopper, opaque, set by the shop. Without it nothing outlives the browser's session. */
  readonly scope?: string;
  /** BCP 47: the language that the shop's texts should come in. Default: "en". */
  readonly locale?: string;
  /** What a reload may find: ids, quantities, reason codes, keys and times. Default: "local". */
  readonly persistence?: Persistence;
  /** Orders per page. Default: 20. */
  readonly pageSize?: number;
  /** Milliseconds after which a read is given up (15 000), a write no longer waited for (30 000), a check of the page's counts as no (10 000). */
  readonly limits?: Partial<Limits>;
  /** The page's own question before a request is sent. */
  readonly beforeRequest?: BeforeRequest;
}

export type Persistence = 'local' | 'session' | 'none';

/** What the page around may want to know: facts about cancellations, and what an adapter did wrong. */
export type FlowNotice = Fact | WithdrawalFact | Report;

/** The flow of one shopper over one adapter: state to show, events to send, facts to hear. */
export interface CancellationFlow {
  readonly state: FlowState;
  /** Called after each change. Returns the function that stops it. */
  subscribe(listener: (state: FlowState) => void): () => void;
  /** Called for each fact and each report. Returns the function that stops it. */
  listen(listener: (notice: FlowNotice) => void): () => void;
  send(event: ShopperEvent): void;
  /** Adds what few pages need, such as `lookupPart`; a second time the same part changes nothing. */
  use(part: FlowPart): void;
  /** Another shopper, or none: memory is emptied, and what was stored for them is found again. */
  changeScope(scope: string): void;
  /** For sign-out: empties memory and deletes everything that was stored for this shopper. */
  forget(): void;
  /** Ends every timer, listener, lock, channel and read. A write that is under way goes on, unseen. */
  dispose(): void;
}

const defaultLimits: Limits = { readMs: 15_000, writeMs: 30_000, checkMs: 10_000 };

/**
 * Creates a flow. Calls `describe` and reads what an earlier page left open; orders are loaded when somebody asks.
 * `createLate`: what brings more parts once they are needed.
 */
export function createFlow(
  options: CancellationFlowOptions & { readonly environment: Environment },
  parts: FlowParts,
  createLate?: (host: FlowHost) => LateParts,
): CancellationFlow {
  const { adapter, scope = '', locale = 'en', persistence = 'local', pageSize = 20 } = options;
  const world = options.environment;
  const { presence } = world;
  const abort = new AbortController();
  const timers = new Set<() => void>();
  const environment = { ...world, clock: trackedClock(world.clock, timers, abort.signal) };
  const limits = { ...defaultLimits, ...options.limits };

  let state = initialState({ scope, locale, online: presence.online, pageSize });
  let outbox = outboxFor(scope);
  let counter = 0;
  const listeners = new Set<(state: FlowState) => void>();
  const hearers = new Set<(notice: FlowNotice) => void>();
  const used = new Set<FlowPart>();
  const queue: FlowEvent[] = [];
  let draining = false;

  function outboxFor(name: string): Runtime['outbox'] {
    const area = name === '' && persistence === 'local' ? 'session' : persistence;
    const { wall, monotonic } = environment.clock;
    return createOutbox({ storage: storageFor(world, area), scope: name, wall, monotonic });
  }

  const base = {
    ...{ adapter, environment, limits, signal: abort.signal },
    unsupported: new Set<keyof StorefrontAdapter>(),
    state: () => state,
    tick: () => (counter += 1),
    report: tell,
    shopClock: createShopClock(environment.clock),
  };
  const runtime: Runtime = {
    ...base,
    dispatch,
    has: (method) => typeof adapter[method] === 'function' && !base.unsupported.has(method),
    call: createCall(base),
    beforeRequest: options.beforeRequest,
    get outbox() {
      return outbox;
    },
  };
  const description = describeShop(runtime);
  const persistent = persist(runtime);
  const effects: Effect[] = [persistent, description, loadOrders(runtime)];
  let { transition } = parts;
  take(parts);
  const late = createLate?.({ runtime, take });

  function take(more: FlowParts): readonly Effect[] {
    ({ transition } = more);
    const added = more.effects.map((create) => create(runtime));
    effects.push(...added);
    return added;
  }

  /** Events that effects send while one is worked on wait their turn; listeners hear once, when all are done. */
  function dispatch(event: FlowEvent): void {
    if (abort.signal.aborted || late?.holds(event)) return;
    queue.push(event);
    if (draining) return;
    draining = true;
    const before = state;
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const entry of persistent.overtaking(next)) step(entry);
      step(next);
    }
    draining = false;
    if (state !== before) for (const listener of [...listeners]) listener(state);
  }

  function step(event: FlowEvent): void {
    const before = state;
    state = transition(state, event);
    if (!isOfAnotherEpoch(before, event))
      for (const part of used) state = part.transition(state, event, before);
    if (event.type === 'scope-changed') outbox = outboxFor(event.scope);
    for (const effect of effects) effect(event, before, state);
    late?.saw(event, before, state);
    for (const fact of factsOf(before, state, event)) tell(claimed(fact));
  }

  /** The first tab that claims a fact keeps its origin; the others count it as the other tab's. */
  function claimed(fact: Fact): Fact {
    if (outbox.claimFact(fact.detail.factId)) return fact;
    return { ...fact, detail: { ...fact.detail, origin: 'other-tab' } };
  }

  function tell(notice: FlowNotice): void {
    for (const hear of [...hearers]) hear(notice);
  }

  const stopPresence = presence.subscribe(({ restored }) => {
    if (restored) {
      persistent.resume();
      description.start();
    }
    dispatch({ type: 'connection-changed', online: presence.online });
    if (isAwake(presence)) dispatch({ type: 'returned' });
  });

  persistent.start();
  description.start();

  return {
    get state() {
      return state;
    },
    subscribe: (listener) => added(listeners, listener),
    listen: (listener) => added(hearers, listener),
    send(event) {
      dispatch(
        event.type === 'signed-in' ? { type: 'session-started', at: (counter += 1) } : event,
      );
    },
    use(part) {
      if (used.has(part)) return;
      used.add(part);
      effects.push(part.effect(runtime));
    },
    changeScope(next) {
      if (next !== state.scope) dispatch({ type: 'scope-changed', scope: next });
    },
    forget() {
      persistent.forget();
      dispatch({ type: 'scope-changed', scope: state.scope });
    },
    dispose() {
      abort.abort();
      stopPresence();
      for (const stop of timers) stop();
      listeners.clear();
      hearers.clear();
    },
  };
}

function added<Item>(set: Set<Item>, item: Item): () => void {
  set.add(item);
  return () => void set.delete(item);
}

function storageFor(
  world: Environment,
  area: Persistence,
): ReturnType<NonNullable<Environment['storage']>> {
  try {
    return area === 'none' ? undefined : world.storage?.(area);
  } catch {
    return undefined;
  }
}

/** Every timer of the flow ends with it, and none is set by what was still under way. */
function trackedClock(
  clock: Environment['clock'],
  timers: Set<() => void>,
  signal: AbortSignal,
): Environment['clock'] {
  return {
    wall: () => clock.wall(),
    monotonic: () => clock.monotonic(),
    after(ms, run) {
      if (signal.aborted) return () => undefined;
      const stop = clock.after(ms, () => {
        timers.delete(stop);
        run();
      });
      timers.add(stop);
      return () => {
        timers.delete(stop);
        stop();
      };
    },
  };
}
