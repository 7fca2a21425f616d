import type { Call, StorefrontAdapter } from '../../flow/storefront-adapter.js';
import { carry, Waiting } from './carry.js';
import type { FaultClock } from './carry.js';
import { decide } from './fault-dice.js';
import { faultKinds } from './fault.js';
import type {
  Delivery,
  FaultChances,
  FaultKind,
  FaultPlan,
  FaultyMethod,
  InjectedFault,
} from './fault.js';
import { watchUnder } from './watch-faults.js';

export interface FaultyAdapterOptions {
  /** The same seed and the same calls: the same faults, whatever the order in which calls of different methods come. */
  readonly seed: number;
  /** All waiting is done by it. With a manual clock nothing is ever slow. */
  readonly clock: FaultClock;
  /** What happens to single calls. `faultPlan(adapter.faults)` repeats what was seen. */
  readonly plan?: FaultPlan;
  /** For the calls that no plan is about: of reads, of writes, or of one method. */
  readonly chances?: {
    readonly reads?: FaultChances;
    readonly writes?: FaultChances;
  } & { readonly [Method in FaultyMethod]?: FaultChances };
}

/**
 * Any adapter, over a bad connection. Faults are those of `FaultKind`; on `watchCancellations` those that lose, refuse or delay a call
 * befall the connect, `drop-answer` breaks the stream after `ms`, and the others befall its updates.
 */
export interface FaultyAdapter extends StorefrontAdapter {
  /** All calls so far with what befell them, `none` included, in the order in which they came. */
  readonly faults: readonly InjectedFault[];
  /** How many calls each kind befell. */
  counts(): Readonly<Record<FaultKind, number>>;
  /** From now on all goes well. What hangs or is late stays as it is. */
  heal(): void;
}

const port: Readonly<Record<FaultyMethod, 'read' | 'write' | 'stream'>> = {
  describe: 'read',
  listOrders: 'read',
  getOrder: 'read',
  listReasons: 'read',
  previewCancellation: 'read',
  getCancellations: 'read',
  watchCancellations: 'stream',
  findOrder: 'read',
  verifyLookup: 'read',
  listFaq: 'read',
  requestCancellation: 'write',
  retractCancellation: 'write',
  confirmCancellation: 'write',
  resendChallenge: 'write',
  submitWithdrawal: 'write',
  contactSupport: 'write',
};

type AnyMethod = (...parameters: readonly unknown[]) => Promise<unknown>;

/** Puts faults between a caller and an adapter: seeded, by an injected clock, each told in a log with what the shop got. */
export function createFaultyAdapter(
  adapter: StorefrontAdapter,
  { seed, clock, plan = {}, chances = {} }: FaultyAdapterOptions,
): FaultyAdapter {
  const log: { -readonly [Key in keyof InjectedFault]: InjectedFault[Key] }[] = [];
  const calls = new Map<FaultyMethod, number>();
  const waiting = new Waiting();
  let healed = false;

  const begin = (method: FaultyMethod) => {
    const nth = calls.get(method) ?? 0;
    calls.set(method, nth + 1);
    const kindOfCall = port[method] === 'write' ? chances.writes : chances.reads;
    const fault = decide({
      seed,
      method,
      nth,
      planned: healed ? 'none' : plan[method]?.[nth],
      chances: chances[method] ?? kindOfCall ?? {},
    });
    const { dice: _dice, ...facts } = fault;
    const entry = { ...facts, method, nth, delivery: 'never' as Delivery, at: clock.now() };
    log.push(entry);
    const delivered = (): void => {
      entry.delivery = entry.delivery === 'never' ? 'once' : 'twice';
      if (fault.kind !== 'reorder') waiting.overtaken();
    };
    return { fault, delivered };
  };

  const over =
    (method: FaultyMethod, sound: AnyMethod): AnyMethod =>
    (...parameters) => {
      const { fault, delivered } = begin(method);
      const call = parameters.at(-1) as Call;
      const deliver = async (detached: boolean): Promise<unknown> => {
        delivered();
        const { signal } = detached ? new AbortController() : call;
        return sound(...parameters.slice(0, -1), { ...call, signal });
      };
      return carry({ clock, waiting, fault, call, deliver });
    };

  const { watchCancellations } = adapter;
  const watch: typeof watchCancellations =
    watchCancellations &&
    (async (refs, on, call) => {
      const { fault, delivered } = begin('watchCancellations');
      await watchUnder({
        ...{ clock, waiting, fault, call, on },
        connect: (handlers, inner) => {
          delivered();
          return watchCancellations.call(adapter, refs, handlers, inner);
        },
      });
    });

  const methods = (Object.keys(port) as FaultyMethod[]).flatMap((method) => {
    const sound = adapter[method] as AnyMethod | undefined;
    return port[method] === 'stream' || typeof sound !== 'function'
      ? []
      : [[method, over(method, sound.bind(adapter))] as const];
  });

  return {
    ...(Object.fromEntries(methods) as unknown as StorefrontAdapter),
    ...(watch && { watchCancellations: watch }),
    faults: log,
    counts: () =>
      Object.fromEntries(
        faultKinds.map((kind) => [kind, log.filter((entry) => entry.kind === kind).length]),
      ) as Record<FaultKind, number>,
    heal() {
      healed = true;
    },
  };
}

/** What was injected, as a plan: with the same seed the same calls meet the same again, without any chances. */
export function faultPlan(faults: readonly InjectedFault[]): FaultPlan {
  const plan: Partial<Record<FaultyMethod, InjectedFault[]>> = {};
  for (const fault of faults) (plan[fault.method] ??= [])[fault.nth] = fault;
  return plan;
}
