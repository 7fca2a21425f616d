import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryAdapterOptions,
  type MemoryOrder,
} from '../src/adapters/memory/index.js';
import type { CancellationFlow } from '../src/flow/cancellation-flow.js';
import { createElementFlow } from '../src/flow/element-flow.js';
import type { Environment } from '../src/flow/environment.js';
import type { FlowState } from '../src/flow/flow-state.js';
import type { AdapterError, StorefrontAdapter } from '../src/flow/storefront-adapter.js';
import { createNamedOrders, createSampleOrders, type NamedOrders } from '../src/testing/index.js';
import { createBrowserEnvironment } from '../src/ui/browser-environment.js';
import '../src/define/cancellation-provider.js';

export type ShopOptions = Omit<MemoryAdapterOptions, 'orders'>;
type Pick = (orders: NamedOrders) => readonly MemoryOrder[];

/** Where the pictures of the sample shop are; the demo serves the same. */
export function imageUrl(sku: string): string {
  return new URL(`pictures/${sku}.svg`, document.baseURI).href;
}

/** A shop with the named sample orders, dated from now. */
export function shopWith(pick: Pick, options: ShopOptions = {}): MemoryAdapter {
  return createMemoryAdapter({
    ...options,
    orders: (now) => pick(createNamedOrders({ now, imageUrl })),
  });
}

/** A shop with a shopper's whole history. */
export function wholeShop(options: ShopOptions = {}): MemoryAdapter {
  return createMemoryAdapter({
    ...options,
    orders: (now) => createSampleOrders({ now, imageUrl }),
  });
}

/** The shop, but one call never comes back: what is shown meanwhile stays. */
export function holding(
  adapter: StorefrontAdapter,
  method: keyof StorefrontAdapter,
): StorefrontAdapter {
  return { ...adapter, [method]: () => new Promise(() => undefined) };
}

/** The shop, but one call is answered with this failure. */
export function failing(
  adapter: StorefrontAdapter,
  method: keyof StorefrontAdapter,
  failure: AdapterError,
): StorefrontAdapter {
  return { ...adapter, [method]: () => Promise.reject(failure) };
}

/** One per story: two that show the same order side by side would wait for each other's requests, as two tabs do. */
function shopper(): string {
  return crypto.randomUUID();
}

/**
 * The elements of a story under a provider that stores nothing, so that one story never shows another's past. The shop is made once:
 * a control that is changed changes the elements, not the shop.
 */
export function flow(make: () => StorefrontAdapter, content: TemplateResult): TemplateResult {
  return html`<cancellation-provider
    .adapter=${guard([], make)}
    .scope=${guard([], shopper)}
    persistence="none"
    >${content}</cancellation-provider
  >`;
}

/** The same over a network that breaks, once and for good, as soon as `cut` says so. */
export function flowCutOff(
  make: () => StorefrontAdapter,
  cut: (state: FlowState) => boolean,
  content: TemplateResult,
): TemplateResult {
  const start = () => {
    const listeners = new Set<(change: object) => void>();
    const presence = {
      visible: true,
      online: true,
      subscribe(listener: (change: object) => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
    const flow = storyFlow(make(), { presence });
    const stop = flow.subscribe((state) => {
      if (!cut(state)) return;
      stop();
      presence.online = false;
      // A network does not break inside an update.
      queueMicrotask(() => listeners.forEach((listener) => listener({})));
    });
    return flow;
  };
  return under(start, content);
}

/** The same in a page where each millisecond counts as a second: what is certain after a while is certain at once. */
export function flowInHaste(
  make: () => StorefrontAdapter,
  content: TemplateResult,
): TemplateResult {
  const { clock } = createBrowserEnvironment();
  const hasty = { ...clock, monotonic: () => clock.monotonic() * 1000 };
  return under(() => storyFlow(make(), { clock: hasty }), content);
}

function storyFlow(adapter: StorefrontAdapter, world: Partial<Environment>): CancellationFlow {
  const environment = { ...createBrowserEnvironment(), ...world };
  return createElementFlow({ adapter, environment, scope: shopper(), persistence: 'none' });
}

function under(start: () => CancellationFlow, content: TemplateResult): TemplateResult {
  return html`<cancellation-provider .flow=${guard([], start)}>${content}</cancellation-provider>`;
}
