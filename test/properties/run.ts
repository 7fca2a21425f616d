import { watchEffects } from './checks/effects.js';
import type { CheckWorld } from './checks/check-world.js';
import { watchFacts } from './checks/facts.js';
import { createLedger } from './checks/ledger.js';
import { watchNews } from './checks/news.js';
import { watchSteps } from './checks/steps.js';
import { watchStorage } from './checks/storage.js';
import { createTally, type Tally } from './checks/tally.js';
import type { Command } from './command.js';
import { createDevice, type DeviceKind } from './device.js';
import { countEdges } from './edges.js';
import { createNetwork, type Network } from './network.js';
import { createChance, type Chance } from './random.js';
import { createScheduler, type Scheduler } from './scheduler.js';
import { createShop } from './shop.js';
import type { Shop } from './shop-port.js';
import type { ShopKind } from './shop-kind.js';
import { openTab, type Tab, type TabOptions } from './tab.js';

/** All that decides a run: nothing else does. */
export interface Case {
  readonly seed: number;
  readonly shop: ShopKind;
  readonly device: DeviceKind;
  readonly parts: readonly TabOptions['parts'][];
  /** Whether the pages are looked at again in the end, or left as they are. */
  readonly end: 'touched' | 'quiet';
  readonly commands: readonly Command[];
}

export interface Run extends CheckWorld {
  readonly case: Case;
  readonly chance: Chance;
  readonly tabs: (Tab | undefined)[];
  readonly edges: Map<string, number>;
  /** Orders whose request came into a page: it has to show what becomes of it. */
  readonly trace: string[] | undefined;
  jumped: number;
  open(index: number, scope: string, session?: Map<string, string>): Tab;
  /** Page gone without a word. */
  kill(index: number): void;
  forgotten(scope: string): void;
  allow(tab: Tab, token: number): void;
  look(): void;
}

export function startRun(given: Case, trace?: string[]): Run {
  const chance = createChance(given.seed);
  const scheduler: Scheduler = createScheduler(chance.fork('order'));
  const shop: Shop = createShop(given.shop, scheduler);
  const network: Network = createNetwork(shop, scheduler, chance.fork('network'));
  const device = createDevice(given.device, scheduler, chance.fork('device'));
  const tally: Tally = createTally();
  const ledger = createLedger();
  const tabs: (Tab | undefined)[] = [undefined, undefined, undefined];
  const edges = new Map<string, number>();
  const allowed = new WeakMap<Tab, Set<number>>();
  let opened = 0;
  let keys = 0;

  const world: CheckWorld = {
    ...{ scheduler, device, network, shop, tabs, ledger, tally },
    jumpedMs: () => run.jumped,
    passed: (tab, token) => allowed.get(tab)?.has(token) === true,
  };
  const effects = watchEffects(world);
  const news = watchNews(world);
  const steps = watchSteps(world);
  const storage = watchStorage(world);
  const facts = watchFacts(world);
  network.onSend = effects.sent;
  shop.onDeed = effects.done;
  device.onWrite = storage.wrote;
  device.onPost = storage.posted;
  scheduler.onStep = () => {
    if (tally.violation) throw tally.violation;
  };

  const run: Run = {
    ...world,
    ...{ case: given, chance: chance.fork('shopper'), tabs, edges, trace, jumped: 0 },
    open(index, scope, session) {
      opened += 1;
      const name = `t${index}${opened > 3 ? `.${opened}` : ''}`;
      const tab = openTab(
        {
          ...{ scheduler, device, network, chance: chance.fork(name) },
          newKey: () => `key-${String((keys += 1)).padStart(12, '0')}`,
          saw(seen, event, before, state) {
            if (trace && before !== state) trace.push(line(run, seen, event.type, before, state));
            countEdges(edges, event, before, state);
            effects.saw(seen, event, before, state);
            news(seen, event, before, state);
            steps.saw(seen, event, before, state);
          },
          heard: facts.heard,
          late: (seen, what) =>
            tally.check('nothing-left-running', false, () => `${seen.name}: ${what} after dispose`),
        },
        { name, scope, parts: given.parts[index] ?? 'whole' },
      );
      if (session) for (const [key, value] of session) tab.session.set(key, value);
      tabs[index] = tab;
      return tab;
    },
    kill(index) {
      const tab = tabs[index];
      if (!tab) return;
      tab.isGone = true;
      device.release(tab);
      network.streams.cut(tab);
      tabs[index] = undefined;
    },
    forgotten(scope) {
      for (const record of ledger.records.values())
        if (record.scope === scope) record.forgotten = true;
      facts.forget(scope);
    },
    allow(tab, token) {
      const tokens = allowed.get(tab) ?? new Set<number>();
      tokens.add(token);
      allowed.set(tab, tokens);
    },
    look() {
      for (const tab of tabs) if (tab) steps.look(tab);
      scheduler.settle();
    },
  };
  return run;
}

/** What a reader of a counterexample wants to see of one event. */
function line(
  run: Run,
  tab: Tab,
  type: string,
  before: Tab['flow']['state'],
  state: Tab['flow']['state'],
): string {
  const parts: string[] = [];
  if (before.dialog?.step !== state.dialog?.step)
    parts.push(`dialog ${before.dialog?.step ?? 'closed'} → ${state.dialog?.step ?? 'closed'}`);
  for (const [orderId, operation] of state.operations) {
    const known = before.operations.get(orderId);
    if (known?.step !== operation.step || known.key !== operation.key)
      parts.push(
        `${orderId}: ${operation.kind} ${operation.key.slice(-3)} ${known?.step ?? 'none'} → ${operation.step}`,
      );
  }
  for (const orderId of before.operations.keys())
    if (!state.operations.has(orderId)) parts.push(`${orderId}: → none`);
  for (const [orderId, { order }] of state.orders.held) {
    const known = before.orders.held.get(orderId)?.order;
    if (known === order) continue;
    const said = order.cancellations.map(
      ({ reference, status, refund }) => `${reference ?? ''} ${status}/${refund.status}`,
    );
    parts.push(`${orderId} r${order.revision ?? ''} [${said.join(', ')}]`);
  }
  if (before.session !== state.session) parts.push(`session ${state.session}`);
  if (parts.length === 0) return '';
  return `      ${at(run)} ${tab.name} ${type}: ${parts.join('; ')}`;
}

export function at({ scheduler }: Pick<Run, 'scheduler'>): string {
  return `${(scheduler.now / 1000).toFixed(3)}s`;
}
