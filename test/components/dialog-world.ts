import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryAdapterOptions,
} from '../../src/adapters/memory/index.js';
import type { CancelDialogElement } from '../../src/components/cancel-dialog/cancel-dialog.js';
// Here at once: a busy machine takes seconds for the first import.
import '../../src/components/cancel-dialog/cancel-dialog-view.js';
import '../../src/define/cancel-dialog.js';
import '../../src/define/cancellation-provider.js';
import { createCancellationFlow, type CancellationFlow } from '../../src/flow/cancellation-flow.js';
import type { Presence } from '../../src/flow/environment.js';
import { createHeadlessEnvironment } from '../../src/flow/headless-environment.js';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import {
  createManualClock,
  createNamedOrders,
  type ManualClock,
  type SampleName,
} from '../../src/testing/index.js';

export interface DialogWorld {
  readonly dialog: CancelDialogElement;
  readonly flow: CancellationFlow;
  readonly shop: MemoryAdapter;
  readonly clock: ManualClock;
  readonly orderId: string;
  /** A button of the page, outside the dialog; it had focus before. */
  readonly trigger: HTMLButtonElement;
  /** Names of the public events that came, in order. */
  readonly heard: readonly string[];
  setOnline(online: boolean): void;
  /** Opens, and waits until it asks or says why not. */
  open(): Promise<void>;
  /** Waits for what `open` waits for. */
  shown(): Promise<void>;
  /** Lets time pass, answers arrive, and the dialog be drawn. */
  pass(ms?: number): Promise<void>;
  find<Found extends HTMLElement = HTMLElement>(selector: string): Found | null;
  get<Found extends HTMLElement = HTMLElement>(selector: string): Found;
  /** The button or link that reads so. */
  control(label: string): HTMLElement;
  press(label: string): Promise<void>;
  readonly title: string;
  readonly text: string;
}

export interface DialogOptions extends Omit<MemoryAdapterOptions, 'orders' | 'clock'> {
  readonly order?: SampleName;
  readonly element?: Partial<
    Pick<CancelDialogElement, 'presentation' | 'policyUrl' | 'requirePolicy' | 'shoppingUrl'>
  >;
  readonly content?: readonly Node[];
  readonly change?: (adapter: MemoryAdapter) => StorefrontAdapter;
}

const closers = new Set<() => void>();

/** Ends what a test has opened. */
export function closeWorlds(): void {
  for (const close of closers) close();
  closers.clear();
}

/** A dialog over a real flow and the embedded shop, on a clock that stands still. */
export async function dialogWorld(options: DialogOptions = {}): Promise<DialogWorld> {
  const { order = 'openOrder', element = {}, content = [], change, ...shopOptions } = options;
  const now = Date.now();
  const clock = createManualClock({ now });
  const orders = createNamedOrders({ now });
  const shop = createMemoryAdapter({ ...shopOptions, clock, orders: [orders[order]] });
  const presence = changeablePresence();
  const flow = createCancellationFlow({
    adapter: change?.(shop) ?? shop,
    environment: { ...createHeadlessEnvironment(), clock, presence },
    persistence: 'none',
  });
  const place = await fixture<HTMLElement>(
    html`<div lang="en">
      <button type="button">Cancel</button>
      <cancellation-provider .flow=${flow}>
        <cancel-dialog>${content}</cancel-dialog>
      </cancellation-provider>
    </div>`,
  );
  const dialog = place.querySelector('cancel-dialog') as CancelDialogElement;
  const trigger = place.querySelector('button') as HTMLButtonElement;
  Object.assign(dialog, element);
  const heard: string[] = [];
  for (const name of HEARD) place.addEventListener(name, () => heard.push(name));
  await dialog.updateComplete;
  const root = dialog.shadowRoot as ShadowRoot;
  const orderId = orders[order].id;

  const world: DialogWorld = {
    ...{ dialog, flow, shop, clock, orderId, trigger, heard },
    setOnline: (online) => presence.set(online),
    async open() {
      trigger.focus();
      flow.send({ type: 'open', orderId });
      await world.shown();
    },
    async shown() {
      await waitUntil(() => root.querySelector('[part="dialog-title"]'), 'the view comes', {
        timeout: 4000,
      });
      await world.pass();
    },
    async pass(ms = 0) {
      await clock.advance(ms);
      await clock.settle();
      await dialog.updateComplete;
    },
    find: (selector) => root.querySelector(selector),
    get<Found extends HTMLElement>(selector: string) {
      const found = root.querySelector<Found>(selector);
      expect(found, selector).to.exist;
      return found as Found;
    },
    control(label) {
      const found = [...root.querySelectorAll<HTMLElement>('button, a')].find(
        (one) => words(one) === label || one.getAttribute('aria-label') === label,
      );
      expect(found, `"${label}" in: ${world.text}`).to.exist;
      return found as HTMLElement;
    },
    async press(label) {
      world.control(label).click();
      await world.pass();
    },
    get title() {
      return words(world.get('[part="dialog-title"]'));
    },
    get text() {
      return words(root.querySelector('[part="dialog"]'));
    },
  };
  closers.add(() => flow.dispose());
  return world;
}

const HEARD = [
  'cancellation-reviewed',
  'cancellation-request',
  'cancellation-dismissed',
  'cancellation-submitted',
  'retraction-request',
  'sign-in-request',
  'support-contact-request',
] as const;

export function words(element: Element | null): string {
  return (element?.textContent ?? '').replace(/[\s\u2066-\u2069]+/g, ' ').trim();
}

function changeablePresence(): Presence & { set(online: boolean): void } {
  const listeners = new Set<(change: object) => void>();
  let isOnline = true;
  return {
    visible: true,
    get online() {
      return isOnline;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(online) {
      isOnline = online;
      for (const listener of listeners) listener({});
    },
  };
}
