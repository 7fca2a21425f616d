import {
  AdapterError,
  type Call,
  type StorefrontAdapter,
} from '../../src/flow/storefront-adapter.js';
import type { CancellationRef } from '../../src/model/cancellation.js';
import { garbage, planOf, type Fault } from './faults.js';
import type { Chance } from './random.js';
import type { Scheduler } from './scheduler.js';
import type { Shop } from './shop-port.js';
import { createStreams, type Streams } from './streams.js';

/** One send of a write, with what is to become of it. */
export interface Send {
  readonly method: string;
  readonly key: string;
  readonly orderId: string;
  readonly sentAt: number;
  /** When the shop gets it; undefined: never. */
  arrivesAt: number | undefined;
  /** A proxy repeats it: what a shop without keys makes of that is not the flow's doing. */
  readonly repeated: boolean;
}

/** What the network has to know of a page. */
export interface Caller {
  readonly name: string;
  readonly online: boolean;
  readonly cookie: string | undefined;
  /** Runs what comes from outside: not at all in a page that is gone, later in one that sleeps. */
  receive(run: () => void): void;
  called(method: string): void;
}

export interface Network {
  readonly sends: readonly Send[];
  readonly faults: Map<string, number>;
  /** Bound for the next call of its kind, of any tab. */
  plan(target: 'read' | 'write', fault: Fault): void;
  pace: 'quick' | 'jitter' | 'wild';
  readonly streams: Streams;
  onSend: (send: Send, caller: Caller) => void;
  /** Calls under way of this page fail: it went offline, or to sleep. */
  cut(caller: Caller): void;
  calm(): void;
  /** Reads of this page that nobody has stopped. */
  readsOf(caller: Caller): number;
  adapterFor(caller: Caller): StorefrontAdapter;
}

export function createNetwork(shop: Shop, scheduler: Scheduler, chance: Chance): Network {
  const planned = { read: [] as Fault[], write: [] as Fault[] };
  const faults = new Map<string, number>();
  const sends: Send[] = [];
  const underWay = new Map<Caller, Map<() => void, Exchange>>();

  function latency(): number {
    if (network.pace === 'quick') return 40;
    if (network.pace === 'wild' && chance.next() < 0.12) return chance.between(1000, 14_000);
    return chance.between(4, 400);
  }

  interface Exchange {
    readonly caller: Caller;
    readonly method: string;
    readonly call: Call;
    readonly run: (who: string | undefined) => unknown;
    readonly write?: { readonly key: string; readonly orderId: string };
    /** What stands in for the answer when another order's comes. */
    readonly foreign: () => unknown;
  }

  function exchange(options: Exchange): Promise<unknown> {
    const { caller, method, run, write } = options;
    caller.called(method);
    const who = caller.cookie;
    const target = write ? 'write' : 'read';
    const fault = caller.online ? planned[target].shift() : undefined;
    if (fault) faults.set(`${target} ${fault}`, (faults.get(`${target} ${fault}`) ?? 0) + 1);
    const plan = planOf(fault, latency(), latency(), { chance, kind: shop.kind });
    const record = (repeated = false): void => {
      if (!write) return;
      const arrivesAt = plan.arrives === undefined ? undefined : scheduler.now + plan.arrives;
      const send = { method, ...write, sentAt: scheduler.now, arrivesAt, repeated };
      sends.push(send);
      network.onSend(send, caller);
    };
    if (!caller.online) {
      plan.arrives = undefined;
      record();
      return new Promise((_resolve, reject) =>
        scheduler.after(5, () =>
          caller.receive(() =>
            reject(new AdapterError('network', chance.next() < 0.5 ? { sent: false } : {})),
          ),
        ),
      );
    }
    if (fault === 'throws') {
      plan.arrives = undefined;
      record();
      throw new Error('a bug of the adapter');
    }
    record(fault === 'duplicate');
    return new Promise((resolve, reject) => {
      const calls = underWay.get(caller) ?? new Map<() => void, Exchange>();
      underWay.set(caller, calls);
      const fail = (error: Error) => () => reject(error);
      let over = false;
      const answer = (after: number, settle: () => void): void =>
        void scheduler.after(after, () =>
          caller.receive(() => {
            if (over) return;
            over = true;
            calls.delete(drop);
            settle();
          }),
        );
      const drop = (): void => {
        over = true;
        calls.delete(drop);
        caller.receive(fail(new AdapterError('network')));
      };
      calls.set(drop, options);
      const process = (): (() => void) => {
        try {
          const value = run(who);
          return () => resolve(value);
        } catch (refusal) {
          return fail(refusal as Error);
        }
      };
      if (plan.fails) answer(plan.answers ?? 40, fail(plan.fails));
      if (plan.arrives === undefined) return;
      scheduler.after(plan.arrives, () => {
        let settle = process();
        if (fault === 'duplicate') settle = process();
        if (plan.fails || plan.answers === undefined) return;
        if (fault === 'garbage') settle = () => resolve(garbage(write !== undefined, chance));
        if (fault === 'nothing') settle = () => resolve(undefined);
        if (fault === 'foreign') settle = () => resolve(options.foreign());
        answer(plan.answers, settle);
      });
    });
  }

  const otherOrder = (orderId: string): string => (orderId === 'o1' ? 'o2' : 'o1');
  const network: Network = {
    ...{ sends, faults },
    pace: 'jitter',
    streams: createStreams(shop, scheduler, chance),
    onSend: () => undefined,
    plan: (target, fault) => void planned[target].push(fault),
    cut(caller) {
      for (const drop of [...(underWay.get(caller)?.keys() ?? [])]) drop();
      network.streams.cut(caller);
    },
    calm() {
      planned.read.length = 0;
      planned.write.length = 0;
      network.pace = 'quick';
      network.streams.calm();
    },
    readsOf: (caller) =>
      [...(underWay.get(caller)?.values() ?? [])].filter(
        ({ write, call }) => !write && !call.signal.aborted,
      ).length,
    adapterFor(caller) {
      const foreignOrder = (orderId: string) => () => shop.read('anna', otherOrder(orderId));
      const foreignResult = (orderId: string) => () => ({
        cancellations: [
          { id: 'c-foreign', orderId: otherOrder(orderId), status: 'completed', lines: 'all' },
        ],
      });
      const adapter: StorefrontAdapter = {
        listOrders: ({ after, first }, call) =>
          exchange({
            ...{ caller, method: 'listOrders', call },
            run: (who) => shop.list(who, after, first),
            foreign: () => shop.list(caller.cookie === 'bob' ? 'anna' : 'bob', undefined, first),
          }) as never,
        getOrder: (orderId, call) =>
          exchange({
            ...{ caller, method: 'getOrder', call, foreign: foreignOrder(orderId) },
            run: (who) => shop.read(who, orderId),
          }) as never,
        requestCancellation: (request, call) =>
          exchange({
            ...{ caller, method: 'requestCancellation', call },
            write: { key: call.idempotencyKey, orderId: request.orderId },
            run: (who) => shop.request(who, call.idempotencyKey, request),
            foreign: foreignResult(request.orderId),
          }) as never,
        retractCancellation: ({ orderId, cancellationId = '' }, call) =>
          exchange({
            ...{ caller, method: 'retractCancellation', call },
            write: { key: call.idempotencyKey, orderId },
            run: (who) => shop.retract(who, call.idempotencyKey, cancellationId),
            foreign: foreignResult(orderId),
          }) as never,
        confirmCancellation: ({ orderId = '', cancellationId = '', token }, call) =>
          exchange({
            ...{ caller, method: 'confirmCancellation', call },
            write: { key: call.idempotencyKey, orderId },
            run: (who) => shop.confirm(who, call.idempotencyKey, cancellationId, token),
            foreign: foreignResult(orderId),
          }) as never,
        resendChallenge: (challengeId, call) =>
          exchange({
            ...{ caller, method: 'resendChallenge', call },
            run: (who) => shop.resendChallenge(who, challengeId),
            foreign: () => ({ id: 7 }),
          }) as never,
        describe: (call) =>
          exchange({
            ...{ caller, method: 'describe', call, run: (who) => shop.describe(who) },
            foreign: () => null,
          }) as never,
      };
      if (shop.kind.readsTogether)
        adapter.getCancellations = (refs: readonly CancellationRef[], call: Call) =>
          exchange({
            ...{ caller, method: 'getCancellations', call, foreign: () => [] },
            run: (who) =>
              shop.readRequests(
                who,
                refs.map(({ cancellationId }) => cancellationId),
              ),
          }) as never;
      if (shop.kind.push !== 'none')
        adapter.watchCancellations = (refs, on, call) => {
          caller.called('watchCancellations');
          return network.streams.open(caller, refs, on, call);
        };
      return adapter;
    },
  };
  return network;
}
