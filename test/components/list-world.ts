import { fixture, html, waitUntil } from '@open-wc/testing';
import {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryAdapterOptions,
} from '../../src/adapters/memory/index.js';
import type { OrderListElement } from '../../src/components/order-list/order-list.js';
import '../../src/define/cancellation-provider.js';
import '../../src/define/order-list.js';
import { createCancellationFlow, type CancellationFlow } from '../../src/flow/cancellation-flow.js';
import { createHeadlessEnvironment } from '../../src/flow/headless-environment.js';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import {
  createManualClock,
  createNamedOrders,
  type ManualClock,
  type NamedOrders,
  type SampleName,
} from '../../src/testing/index.js';
import { registerWindow } from '../../src/ui/windows.js';

export interface ListWorld {
  readonly list: OrderListElement;
  readonly flow: CancellationFlow;
  readonly adapter: MemoryAdapter;
  readonly clock: ManualClock;
  readonly orders: NamedOrders;
  /** Lets time pass, answers arrive, and the list be drawn. */
  pass(ms?: number): Promise<void>;
  setOnline(online: boolean): Promise<void>;
  row(name: SampleName): HTMLElement;
  /** The first with this part, in the row or in the whole list. */
  part(name: string, inside?: ParentNode): HTMLElement;
  has(name: string, inside?: ParentNode): boolean;
}

export interface ListOptions extends Omit<MemoryAdapterOptions, 'orders' | 'clock'> {
  readonly show?: readonly SampleName[];
  /** How the list stands in the page. */
  readonly element?: Partial<Pick<OrderListElement, 'pageSize' | 'headingLevel' | 'density'>>;
  readonly content?: readonly Node[];
  /** Something that can open is on the page. Default: yes. */
  readonly dialog?: boolean;
  readonly change?: (adapter: MemoryAdapter) => StorefrontAdapter;
  readonly online?: boolean;
}

const open = new Set<() => void>();

/** Ends what a test has opened. */
export function closeWorlds(): void {
  for (const close of open) close();
  open.clear();
}

/** A list over a real flow and the embedded shop, on a clock that stands still. */
export async function listWorld(options: ListOptions = {}): Promise<ListWorld> {
  const {
    show = ['openOrder'],
    element = {},
    content = [],
    dialog = true,
    change = (adapter) => adapter,
    online = true,
    ...shop
  } = options;
  const now = Date.now();
  const clock = createManualClock({ now });
  const orders = createNamedOrders({ now });
  const adapter = createMemoryAdapter({ ...shop, clock, orders: show.map((name) => orders[name]) });
  const presence = changeablePresence(online);
  const flow = createCancellationFlow({
    adapter: change(adapter),
    environment: { ...createHeadlessEnvironment(), clock, presence },
    persistence: 'none',
  });
  if (dialog) registerWindow(flow, 'dialog', {});
  open.add(() => flow.dispose());
  const provider = await fixture(
    html`<cancellation-provider .flow=${flow}
      ><order-list
        .pageSize=${element.pageSize ?? 20}
        .headingLevel=${element.headingLevel ?? 2}
        .density=${element.density ?? 'comfortable'}
        >${content}</order-list
      ></cancellation-provider
    >`,
  );
  const list = provider.querySelector('order-list');
  if (!list) throw new Error('no list');
  const part = (name: string, inside: ParentNode = list.renderRoot): HTMLElement => {
    const found = inside.querySelector<HTMLElement>(`[part~="${name}"]`);
    if (!found) throw new Error(`no part "${name}"`);
    return found;
  };
  const world: ListWorld = {
    ...{ list, flow, adapter, clock, orders, part },
    async pass(ms = 0) {
      await clock.advance(ms);
      await clock.settle();
      await list.updateComplete;
    },
    async setOnline(value) {
      presence.set(value);
      await world.pass();
    },
    row(name) {
      const rows = list.renderRoot.querySelectorAll<HTMLElement>('[data-order]');
      const found = [...rows].find(({ dataset }) => dataset.order === orders[name].id);
      if (!found) throw new Error(`no row for ${name}`);
      return found;
    },
    has: (name, inside = list.renderRoot) => inside.querySelector(`[part~="${name}"]`) !== null,
  };
  // The words come by themselves, in real time.
  const patience = { timeout: 10_000 };
  await waitUntil(() => world.has('list-header'), 'the words to come', patience);
  await world.pass();
  // So does what draws search, filter and sellers, where there are any.
  const onTheWay =
    '.toolbar:not([part]), .order:not(.skeleton) > .order-body:not(:has(.panel, .sellers))';
  await waitUntil(
    () =>
      flow.state.orders.step.endsWith('loading') ||
      list.renderRoot.querySelector(onTheWay) === null,
    'the rest of the list to come',
    patience,
  );
  await frames();
  return world;
}

/** Drawn for certain: what is far from the screen may be left out. */
export async function seen(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center' });
  await frames();
}

/** Until what is on screen has been laid out: before, rows have the height that they are expected to have. */
export async function frames(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function changeablePresence(start: boolean) {
  const listeners = new Set<(change: object) => void>();
  let online = start;
  return {
    visible: true,
    get online() {
      return online;
    },
    subscribe(listener: (change: object) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(value: boolean) {
      online = value;
      for (const listener of listeners) listener({});
    },
  };
}

/** What is there to read, in one line, without isolating marks. */
export function words(element: Element): string {
  return (element.textContent ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
