// The page of the soak: puts the whole set in and takes it away again, as often as it is told to.
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import '../../src/define/all.js';
import { createNamedOrders } from '../../src/testing/sample-orders.js';
import { plantLeak, type Plant } from './planted-leaks.js';

const orderId = createNamedOrders().openOrder.id;

/** What a shopper is doing at the moment in which the set is taken away. */
const moments = ['at-once', 'listed', 'moved', 'reviewing', 'requested', 'answers'] as const;
type Moment = (typeof moments)[number];

/** Held weakly: the flow holds its adapter, so one that is still there is a flow that is. */
let adapters: readonly WeakRef<object>[] = [];

/** What the list is to show: enough rows to weigh something. */
function createShop() {
  const shop = createMemoryAdapter({
    orders(now) {
      const { openOrder, ...others } = createNamedOrders({ now });
      return [openOrder, ...Object.values(others).slice(0, 3)];
    },
  });
  adapters = [...adapters.filter((adapter) => adapter.deref()), new WeakRef(shop)];
  return shop;
}

function putIn(): HTMLElementTagNameMap['cancellation-provider'] {
  const provider = document.createElement('cancellation-provider');
  provider.adapter = createShop();
  provider.scope = 'shopper-7';
  for (const tag of ['order-list', 'cancellation-status', 'cancel-dialog', 'faq-accordion'])
    provider.append(document.createElement(tag));
  document.body.append(provider);
  return provider;
}

const nextTask = (): Promise<void> =>
  new Promise((next) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      next();
    };
    port2.postMessage(0);
  });

async function until(what: string, fits: () => unknown): Promise<void> {
  const end = performance.now() + 10_000;
  while (!fits()) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await nextTask();
  }
}

function inside<Found extends Element>(
  provider: Element,
  tag: string,
  selector: string,
): Found | null {
  return provider.querySelector(tag)?.shadowRoot?.querySelector<Found>(selector) ?? null;
}

async function listed(provider: Element): Promise<void> {
  await until('rows', () => inside(provider, 'order-list', '[part~="order"]'));
}

async function reviewing(
  provider: HTMLElementTagNameMap['cancellation-provider'],
): Promise<HTMLButtonElement> {
  provider.openCancellation(orderId);
  const find = (): HTMLButtonElement | null =>
    inside(provider, 'cancel-dialog', '[part~="button-danger"]');
  await until('the question', find);
  return find() as HTMLButtonElement;
}

async function leaveAt(
  moment: Moment,
  provider: HTMLElementTagNameMap['cancellation-provider'],
): Promise<void> {
  if (moment === 'at-once') return;
  await listed(provider);
  if (moment === 'moved') {
    const place = document.createElement('div');
    document.body.append(place);
    place.append(provider);
    await listed(provider);
    document.body.append(provider);
    place.remove();
  } else if (moment === 'reviewing') {
    await reviewing(provider);
  } else if (moment === 'requested') {
    (await reviewing(provider)).click();
    const story = (): string =>
      inside(provider, 'cancel-dialog', '[part~="dialog-title"]')?.textContent ?? '';
    await until('the shop’s answer', () => story().includes('has your request'));
  } else if (moment === 'answers') {
    await until('answers', () => inside(provider, 'faq-accordion', 'summary'));
    inside<HTMLElement>(provider, 'faq-accordion', 'summary')?.click();
  }
}

/** Connects and disconnects the whole set. */
async function connect(times: number, plant?: Plant): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const provider = putIn();
    const moment = moments[time % moments.length] ?? 'listed';
    await leaveAt(moment, provider);
    if (plant) plantLeak(plant, provider);
    // A request that is followed is stored, as it has to be; the next shopper is another one.
    provider.forget();
    provider.remove();
    await nextTask();
  }
}

/** Opens and closes the dialog of one set that stays. */
async function open(times: number, plant?: Plant): Promise<void> {
  const provider = document.querySelector('cancellation-provider') ?? putIn();
  await listed(provider);
  for (let time = 0; time < times; time += 1) {
    await reviewing(provider);
    const dialog = inside<HTMLDialogElement>(provider, 'cancel-dialog', 'dialog');
    // By the browser, as Escape does, and by the page.
    if (time % 2 === 0) dialog?.close();
    else provider.querySelector('cancel-dialog')?.toggleAttribute('open', false);
    await until('the dialog to be closed', () => dialog?.open === false);
    if (plant) plantLeak(plant, provider);
    await nextTask();
  }
}

function leave(): void {
  document.querySelector('cancellation-provider')?.remove();
}

/** What is left over and can be asked for by name. */
async function left() {
  const locks = await navigator.locks.query();
  const stored = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
  return {
    flows: adapters.filter((adapter) => adapter.deref()).length,
    locks: (locks.held?.length ?? 0) + (locks.pending?.length ?? 0),
    sheets: document.adoptedStyleSheets.length,
    frames: document.querySelectorAll('iframe').length,
    // How often somebody was forgotten is kept, so that no tab writes what another has deleted.
    stored: stored.filter((key) => key !== 'rescind-forgotten').length,
  };
}

export const soak = { connect, open, leave, left };
