import { createFlow, type CancellationFlow, type FlowNotice } from '../../src/flow/core-flow.js';
import { createElementFlow } from '../../src/flow/element-flow.js';
import type { Environment } from '../../src/flow/environment.js';
import type { FlowEvent } from '../../src/flow/flow-event.js';
import type { FlowParts } from '../../src/flow/flow-parts.js';
import type { FlowState } from '../../src/flow/flow-state.js';
import { intent } from '../../src/flow/intent.js';
import type { Device, Page } from './device.js';
import type { Caller, Network } from './network.js';
import type { Chance } from './random.js';
import type { Scheduler } from './scheduler.js';

export interface TabWorld {
  readonly scheduler: Scheduler;
  readonly device: Device;
  readonly network: Network;
  readonly chance: Chance;
  /** Keys are counted, so that a run reads well. */
  newKey(): string;
  saw(tab: Tab, event: FlowEvent, before: FlowState, state: FlowState): void;
  heard(tab: Tab, notice: FlowNotice): void;
  /** Something was asked of the world by a flow that was disposed. */
  late(tab: Tab, what: string): void;
}

export interface TabOptions {
  readonly name: string;
  readonly scope: string;
  /** How the flow is made: all at once, or its acting parts fetched when they are wanted. */
  readonly parts: 'whole' | 'late' | 'late-failing-once';
}

/** One page with a flow, and all that its browser knows of it. */
export interface Tab extends Page, Caller {
  readonly flow: CancellationFlow;
  readonly scope: string;
  readonly openedAt: number;
  visible: boolean;
  online: boolean;
  frozen: boolean;
  isGone: boolean;
  isDisposed: boolean;
  /** How many calls it has made. */
  calls: number;
  /** The parts that act have been fetched, or never had to be. */
  hasParts: boolean;
  /** When it last was not looked at, not online, or asleep. */
  awayAt: number;
  readonly timers: Set<object>;
  readonly listeners: Set<unknown>;
  tell(change: { readonly restored?: true }): void;
  thaw(): void;
}

export function openTab(world: TabWorld, options: TabOptions): Tab {
  const { scheduler, device, network, chance } = world;
  const timers = new Set<object>();
  const listeners = new Set<(change: { readonly restored?: true }) => void>();
  const asleep: (() => void)[] = [];
  const openedAt = scheduler.now;

  const tab: Tab = {
    ...{ name: options.name, openedAt, timers, listeners },
    ...{ visible: true, online: true, frozen: false, isGone: false, isDisposed: false },
    awayAt: openedAt,
    calls: 0,
    hasParts: options.parts === 'whole',
    session: new Map<string, string>(),
    get cookie() {
      return device.cookie;
    },
    get scope() {
      return flow.state.scope;
    },
    get flow() {
      return flow;
    },
    receive(run: () => void): void {
      if (tab.isGone) return;
      if (tab.frozen) asleep.push(run);
      else run();
    },
    called(method: string): void {
      tab.calls += 1;
      if (tab.isDisposed) world.late(tab, `call of ${method}`);
    },
    tell(change: { readonly restored?: true }): void {
      for (const listener of [...listeners]) listener(change);
    },
    thaw(): void {
      tab.frozen = false;
      for (const run of asleep.splice(0))
        scheduler.after(chance.between(0, 20), () => tab.receive(run));
    },
  };

  const storage = device.storageFor(tab);
  const locks = device.locksFor(tab);
  const channel = device.channelFor(tab);
  const environment: Environment = {
    clock: {
      wall: () => scheduler.now + device.wallOffsetMs,
      monotonic: () => scheduler.now - openedAt + 1,
      after(ms, run) {
        if (tab.isDisposed) world.late(tab, 'timer');
        const timer = {};
        timers.add(timer);
        const stop = scheduler.after(ms, () =>
          tab.receive(() => {
            if (timers.delete(timer)) run();
          }),
        );
        return () => {
          timers.delete(timer);
          stop();
        };
      },
    },
    random: () => chance.next(),
    newKey: world.newKey,
    storage,
    ...(locks && { locks }),
    channel,
    presence: {
      get visible() {
        return tab.visible && !tab.frozen;
      },
      get online() {
        return tab.online;
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
  const observed: FlowParts = {
    transition: intent.transition,
    effects: [
      () => (event, before, state) => world.saw(tab, event, before, state),
      ...intent.effects,
    ],
  };
  const flowOptions = {
    ...{ adapter: network.adapterFor(tab), environment, scope: options.scope, pageSize: 2 },
  };
  let fetches = 0;
  const load = (): Promise<FlowParts> =>
    new Promise((resolve, reject) => {
      fetches += 1;
      const fails = options.parts === 'late-failing-once' && fetches === 1;
      scheduler.after(chance.between(50, 2000), () =>
        tab.receive(() => {
          if (fails) return reject(new Error('chunk'));
          tab.hasParts = true;
          resolve(observed);
        }),
      );
    });
  // `createCancellationFlow` is this line without the observing effect.
  const flow: CancellationFlow =
    options.parts === 'whole'
      ? createFlow(flowOptions, observed)
      : createElementFlow(flowOptions, load);
  flow.listen((notice) => world.heard(tab, notice));
  flow.subscribe(() => {
    if (tab.isDisposed) world.late(tab, 'state');
  });
  return tab;
}
