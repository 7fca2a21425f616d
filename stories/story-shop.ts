import { html, type TemplateResult } from 'lit';
import {
  createMemoryAdapter,
  type MemoryAdapterOptions,
  type MemoryOrder,
} from '../src/adapters/memory/index.js';
import type { StorefrontAdapter } from '../src/flow/storefront-adapter.js';
import { createNamedOrders, type NamedOrders } from '../src/testing/index.js';
import '../src/define/cancellation-provider.js';

/** Where the pictures of the sample shop are; the demo serves the same. */
export function imageUrl(sku: string): string {
  return new URL(`pictures/${sku}.svg`, document.baseURI).href;
}

/** A shop with the named sample orders, dated from now. */
export function shopWith(
  pick: (orders: NamedOrders) => readonly MemoryOrder[],
  options: Omit<MemoryAdapterOptions, 'orders'> = {},
): StorefrontAdapter {
  return createMemoryAdapter({
    ...options,
    orders: (now) => pick(createNamedOrders({ now, imageUrl })),
  });
}

/** The elements of a story under a provider that stores nothing, so that one story never shows another's past. */
export function flow(adapter: StorefrontAdapter, content: TemplateResult): TemplateResult {
  return html`<cancellation-provider .adapter=${adapter} persistence="none"
    >${content}</cancellation-provider
  >`;
}

/** Waits for a part of an element, and returns it: parts are what a page can rely on. */
export async function part(canvas: Element, tag: string, name: string): Promise<HTMLElement> {
  const end = performance.now() + 5000;
  for (;;) {
    const root = canvas.querySelector(tag)?.shadowRoot;
    const found = root?.querySelector<HTMLElement>(`[part~="${name}"]`);
    if (found) return found;
    if (performance.now() > end) throw new Error(`<${tag}> shows no part "${name}".`);
    await new Promise(requestAnimationFrame);
  }
}

/** Waits for a text in an element's shadow root. */
export async function text(canvas: Element, tag: string, words: string): Promise<void> {
  const end = performance.now() + 8000;
  const plain = (value: string): string =>
    value.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
  for (;;) {
    const shown = canvas.querySelector(tag)?.shadowRoot?.textContent ?? '';
    if (plain(shown).includes(words)) return;
    if (performance.now() > end) throw new Error(`<${tag}> does not say "${words}".`);
    await new Promise(requestAnimationFrame);
  }
}

/** Presses a part like a shopper. */
export async function press(canvas: Element, tag: string, name: string): Promise<void> {
  (await part(canvas, tag, name)).click();
}
