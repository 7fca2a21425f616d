import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import {
  createMemoryAdapter,
  type MemoryLine,
  type MemoryOrder,
} from '../../src/adapters/memory/index.js';
import type { CancellationStatusElement } from '../../src/components/cancellation-status/cancellation-status.js';
import '../../src/define/cancellation-provider.js';
import '../../src/define/cancellation-status.js';
import type { CancellationFlow } from '../../src/flow/cancellation-flow.js';
import { createCancellationFlow } from '../../src/flow/cancellation-flow.js';
import { createHeadlessEnvironment, type Environment } from '../../src/index.js';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { Cancellation } from '../../src/model/cancellation.js';
import type { Order } from '../../src/model/order.js';
import { createManualClock, createNamedOrders, type ManualClock } from '../../src/testing/index.js';
import { registerWindow } from '../../src/ui/windows.js';

const orders = createNamedOrders({ now: Date.now() });
const { requestedOrder, canceledOrder, overdueOrder, openOrder } = orders;

/** All that was asked for is canceled, and that is not the whole order. */
const someItemsCanceled: MemoryOrder = {
  ...canceledOrder,
  status: 'partially-canceled',
  lines: [
    ...canceledOrder.lines,
    { ...(canceledOrder.lines[0] as MemoryLine), id: 'kept', canceled: 0 },
  ],
  cancellations: canceledOrder.cancellations.map((cancellation) => ({
    ...cancellation,
    lines: canceledOrder.lines.map(({ id, quantity }) => ({
      ...{ lineId: id, quantity, status: 'canceled' as const },
    })),
  })),
};

/** Views are fetched, and transformed when they are. */
const patience = { timeout: 4000 };

interface Stage {
  readonly element: CancellationStatusElement;
  readonly flow: CancellationFlow;
}

const flows: CancellationFlow[] = [];

async function stage(
  adapter: StorefrontAdapter,
  attributes: Partial<CancellationStatusElement> = {},
  clock?: ManualClock,
  world: Partial<Environment> = {},
): Promise<Stage> {
  const environment = { ...createHeadlessEnvironment(), ...(clock && { clock }), ...world };
  const flow = createCancellationFlow({ adapter, environment });
  flows.push(flow);
  const provider = await fixture<HTMLElement>(
    html`<cancellation-provider .flow=${flow}
      ><cancellation-status></cancellation-status
    ></cancellation-provider>`,
  );
  const element = provider.querySelector('cancellation-status') as CancellationStatusElement;
  Object.assign(element, attributes);
  return { element, flow };
}

const shopOf = (...list: readonly MemoryOrder[]) => createMemoryAdapter({ orders: list });

/** The memory shop, with one method of its own. */
const withMethods = (list: readonly MemoryOrder[], methods: Partial<StorefrontAdapter>) => ({
  ...createMemoryAdapter({ orders: list }),
  ...methods,
});

function part(element: Element, name: string): HTMLElement | null {
  return element.shadowRoot?.querySelector(`[part~="${name}"]`) ?? null;
}

function textOf(element: Element, name: string): string {
  return (part(element, name)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function button(element: Element, label: string): HTMLElement | undefined {
  const all = element.shadowRoot?.querySelectorAll<HTMLElement>('button, a') ?? [];
  return [...all].find((one) => one.textContent.trim() === label);
}

async function shows(element: Element, name: string, text: string): Promise<void> {
  await waitUntil(
    () => textOf(element, name).includes(text),
    `part "${name}" says "${text}"`,
    patience,
  );
}

async function pressWhenThere(element: Element, label: string): Promise<HTMLElement> {
  await waitUntil(() => button(element, label), `there is a button "${label}"`, patience);
  const found = button(element, label) as HTMLElement;
  found.click();
  return found;
}

/** Confirms the whole order, as the dialog does. */
async function request(flow: CancellationFlow, orderId: string): Promise<void> {
  flow.send({ type: 'open', orderId });
  await waitUntil(() => flow.state.dialog?.step === 'reviewing');
  flow.send({ type: 'confirm' });
  await waitUntil(() => flow.state.operations.has(orderId));
  flow.send({ type: 'dismiss' });
}

describe('<cancellation-status>', () => {
  afterEach(() => {
    for (const flow of flows.splice(0)) flow.dispose();
  });

  const told: readonly (readonly [MemoryOrder, string])[] = [
    [requestedOrder, 'Cancellation requested'],
    [orders.processingOrder, 'The shop is canceling this order'],
    [overdueOrder, 'This takes longer than usual'],
    [orders.refundPendingOrder, 'Order 1031 is canceled'],
    [canceledOrder, 'Order 1029 is canceled'],
    [orders.refundFailedOrder, 'Order 1027 is canceled'],
    [orders.refundReleasedOrder, 'Order 1026 is canceled'],
    [orders.partlyCanceledOrder, 'Order 1024 is partly canceled'],
    [someItemsCanceled, 'Order 1029 is partly canceled'],
    [orders.declinedOrder, 'The shop could not cancel this order'],
  ];
  for (const [order, heading] of told) {
    it(`says "${heading}" of order ${order.number}, accessibly`, async () => {
      const { element } = await stage(shopOf(order), { orderId: order.id });
      await shows(element, 'status-title', heading);
      await waitUntil(() => part(element, 'timeline'), 'the details are there', patience);
      await expect(element).to.be.accessible();
    });
  }

  it('reads the order that it names, once, where the list does not have it', async () => {
    const shop = shopOf(requestedOrder);
    const asked: string[] = [];
    const getOrder: StorefrontAdapter['getOrder'] = (id, call) => {
      asked.push(id);
      return shop.getOrder(id, call);
    };
    const { element } = await stage({ ...shop, getOrder }, { orderId: requestedOrder.id });
    await shows(element, 'status-meta', 'Order 1038 · Request C-1038-1');
    expect(asked).to.deep.equal([requestedOrder.id]);
  });

  it('tells about the newest open request where no order is named', async () => {
    const { element } = await stage(shopOf(canceledOrder, requestedOrder));
    await shows(element, 'status-title', 'Cancellation requested');
    expect(element.matches(':state(pending)')).to.equal(true);
  });

  it('tells about a request that was read alone while the list does not answer', async () => {
    const listOrders = () => new Promise<never>(() => undefined);
    const { element, flow } = await stage(withMethods([requestedOrder], { listOrders }));
    flow.send({ type: 'refresh', orderId: requestedOrder.id });
    await shows(element, 'status-meta', 'Order 1038');
  });

  it('keeps what needs the shop in place while offline, and says why it does nothing', async () => {
    const presence = { visible: true, online: false, subscribe: () => () => undefined };
    const { element, flow } = await stage(
      shopOf(requestedOrder),
      { orderId: requestedOrder.id },
      undefined,
      { presence },
    );
    const retract = await pressWhenThere(element, 'Take back request');
    expect(retract.getAttribute('aria-disabled')).to.equal('true');
    expect(retract.getAttribute('aria-label')).to.include('Canceling needs a connection.');
    expect(flow.state.operations.size).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('shows the page’s own words, or ours, where nothing was canceled', async () => {
    const { element } = await stage(shopOf(openOrder));
    await shows(element, 'blank-title', 'No cancellation to show');
    expect(element.matches(':state(empty)')).to.equal(true);
    await expect(element).to.be.accessible();
    const own = document.createElement('p');
    own.slot = 'empty';
    element.append(own);
    expect(own.assignedSlot).to.not.equal(null);
  });

  it('keeps its shape while the order is on its way', async () => {
    const getOrder = () => new Promise<Order>(() => undefined);
    const { element } = await stage(withMethods([requestedOrder], { getOrder }), {
      orderId: requestedOrder.id,
    });
    await element.updateComplete;
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(part(element, 'skeleton')).to.not.equal(null);
  });

  it('says why an order could not be read, and reads it again when asked', async () => {
    let isDown = true;
    const shop = shopOf(requestedOrder);
    const getOrder: StorefrontAdapter['getOrder'] = (id, call) =>
      isDown ? Promise.reject(new AdapterError('network')) : shop.getOrder(id, call);
    const { element } = await stage({ ...shop, getOrder }, { orderId: requestedOrder.id });
    await shows(element, 'blank-title', 'There is no connection to the shop.');
    expect(element.matches(':state(failed)')).to.equal(true);
    await expect(element).to.be.accessible();
    isDown = false;
    await pressWhenThere(element, 'Try again');
    await shows(element, 'status-title', 'Cancellation requested');
  });

  it('asks the page to sign the shopper in', async () => {
    const shop = createMemoryAdapter({ orders: [requestedOrder], scenario: 'signed-out' });
    const { element } = await stage(shop, { orderId: requestedOrder.id });
    await shows(element, 'blank-title', 'Please sign in to see your orders');
    setTimeout(() => button(element, 'Sign in')?.click());
    const event = await oneEvent(element, 'sign-in-request');
    expect(event.detail).to.deep.equal({ orderId: requestedOrder.id });
  });

  describe('taking back', () => {
    it('asks the page, sends it, and puts focus on what it led to', async () => {
      const { element, flow } = await stage(shopOf(requestedOrder), { orderId: requestedOrder.id });
      registerWindow(flow, 'dialog', {});
      await shows(element, 'status-footer', 'Possible until');
      const asked = oneEvent(element, 'retraction-request');
      button(element, 'Take back request')?.focus();
      await pressWhenThere(element, 'Take back request');
      expect((await asked).detail).to.deep.equal({
        orderId: requestedOrder.id,
        orderNumber: '1038',
        cancellationId: requestedOrder.cancellations[0]?.id,
      });
      await shows(element, 'status-title', 'You took your request back');
      await waitUntil(() => element.shadowRoot?.activeElement === part(element, 'status-title'));
      button(element, 'Cancel order 1038')?.focus();
      expect(flow.state.warmed).to.equal(true);
      const review = oneEvent(element, 'cancellation-review-request');
      await pressWhenThere(element, 'Cancel order 1038');
      expect((await review).detail).to.deep.equal({
        orderId: requestedOrder.id,
        orderNumber: '1038',
      });
      expect(flow.state.dialog?.orderId).to.equal(requestedOrder.id);
    });

    it('leads to the shop’s own page for another request where there is no dialog', async () => {
      const [first] = requestedOrder.cancellations;
      const order: Order = {
        ...{ ...openOrder, links: { cancel: 'https://shop.example/cancel' } },
        cancellations: [{ ...(first as Cancellation), orderId: openOrder.id, status: 'retracted' }],
      };
      const getOrder = () => Promise.resolve(order);
      const { element } = await stage(withMethods([], { getOrder }), { orderId: openOrder.id });
      await waitUntil(() => button(element, 'Cancel on the shop’s page'), 'a link', patience);
      expect(button(element, `Cancel order ${openOrder.number}`)).to.equal(undefined);
    });

    it('sends nothing when the page says no', async () => {
      const { element, flow } = await stage(shopOf(requestedOrder), { orderId: requestedOrder.id });
      element.addEventListener('retraction-request', (event) => event.preventDefault());
      await pressWhenThere(element, 'Take back request');
      expect(flow.state.operations.size).to.equal(0);
    });

    it('says beside the request that it is on its way, and that it was too late', async () => {
      let fail: (error: Error) => void = () => undefined;
      const retractCancellation = () => new Promise<never>((_, reject) => (fail = reject));
      const { element } = await stage(withMethods([requestedOrder], { retractCancellation }), {
        orderId: requestedOrder.id,
      });
      await pressWhenThere(element, 'Take back request');
      await shows(element, 'note', 'Taking the request back …');
      expect(element.matches(':state(busy)')).to.equal(true);
      expect(button(element, 'Take back request')).to.equal(undefined);
      fail(new AdapterError('not-eligible', { blocks: [{ code: 'already-canceled' }] }));
      await shows(element, 'note', 'It was too late to take the request back.');
      expect(textOf(element, 'status-title')).to.equal('Cancellation requested');
      await expect(element).to.be.accessible();
    });

    it('does not know while the answer is lost, then says that it did not arrive', async () => {
      const clock = createManualClock({ now: Date.now() });
      const retractCancellation = () => Promise.reject(new AdapterError('network'));
      const { element } = await stage(
        withMethods([requestedOrder], { retractCancellation }),
        { orderId: requestedOrder.id },
        clock,
      );
      await pressWhenThere(element, 'Take back request');
      await shows(element, 'note', 'Checking whether the request reached the shop');
      expect(button(element, 'Check now')).to.not.equal(undefined);
      await clock.advance(30_000);
      await pressWhenThere(element, 'Check now').catch(() => undefined);
      await shows(element, 'note', 'Taking it back did not arrive.');
      expect(button(element, 'Take back request')).to.not.equal(undefined);
    });
  });

  describe('a write that the shop shows no request of', () => {
    it('is being sent', async () => {
      const requestCancellation = () => new Promise<never>(() => undefined);
      const { element, flow } = await stage(withMethods([openOrder], { requestCancellation }), {
        orderId: openOrder.id,
      });
      await request(flow, openOrder.id);
      await shows(element, 'status-title', 'Sending the request to the shop …');
      expect(part(element, 'status-sending')).to.not.equal(null);
      expect(element.matches(':state(busy)')).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('is unconfirmed after a lost answer; "Check now" finds out', async () => {
      const shop = shopOf(openOrder);
      const requestCancellation: StorefrontAdapter['requestCancellation'] = async (draft, call) => {
        await shop.requestCancellation(draft, call);
        throw new AdapterError('network');
      };
      const clock = createManualClock({ now: Date.now() });
      const { element, flow } = await stage(
        { ...shop, requestCancellation },
        { orderId: openOrder.id },
        clock,
      );
      await request(flow, openOrder.id);
      await shows(element, 'status-title', 'Checking whether the request reached the shop');
      await expect(element).to.be.accessible();
      await pressWhenThere(element, 'Check now');
      await shows(element, 'status-title', 'Cancellation requested');
    });

    it('did not arrive, and can be sent again', async () => {
      const shop = shopOf(openOrder);
      let isDown = true;
      const requestCancellation: StorefrontAdapter['requestCancellation'] = (draft, call) =>
        isDown
          ? Promise.reject(new AdapterError('network'))
          : shop.requestCancellation(draft, call);
      const clock = createManualClock({ now: Date.now() });
      const { element, flow } = await stage(
        { ...shop, requestCancellation },
        { orderId: openOrder.id },
        clock,
      );
      await request(flow, openOrder.id);
      await waitUntil(() => flow.state.operations.get(openOrder.id)?.step === 'unconfirmed');
      await clock.advance(60_000);
      await shows(element, 'status-title', 'The request did not reach the shop');
      await expect(element).to.be.accessible();
      isDown = false;
      await pressWhenThere(element, 'Send again');
      await shows(element, 'status-title', 'Cancellation requested');
    });

    it('was refused: says why, and leads back to what was chosen', async () => {
      const requestCancellation = () =>
        Promise.reject(new AdapterError('rate-limited', { detail: 'Come back in the evening.' }));
      const { element, flow } = await stage(withMethods([openOrder], { requestCancellation }), {
        orderId: openOrder.id,
      });
      registerWindow(flow, 'dialog', {});
      await request(flow, openOrder.id);
      await shows(element, 'status-title', 'The request did not go through');
      expect(textOf(element, 'panel-text')).to.equal('Come back in the evening.');
      await pressWhenThere(element, 'Back to my choice');
      expect(flow.state.dialog?.orderId).to.equal(openOrder.id);
    });

    it('waits for a proof: the way to it leads into the dialog', async () => {
      const shop = createMemoryAdapter({ orders: [openOrder], scenario: 'challenge' });
      const { element, flow } = await stage(shop, { orderId: openOrder.id });
      registerWindow(flow, 'dialog', {});
      await request(flow, openOrder.id);
      await shows(element, 'status-title', 'One more step: confirm the request');
      await expect(element).to.be.accessible();
      await pressWhenThere(element, 'Enter code');
      expect(flow.state.dialog).to.deep.include({ step: 'following', orderId: openOrder.id });
    });

    it('is with a shop that keeps no requests', async () => {
      const requestCancellation = () => Promise.resolve({ cancellations: [] });
      const { element, flow } = await stage(withMethods([openOrder], { requestCancellation }), {
        orderId: openOrder.id,
      });
      await request(flow, openOrder.id);
      await shows(element, 'status-title', 'The shop has the request');
      await shows(element, 'panel-text', 'Until the shop has decided, the order is unchanged.');
    });
  });

  it('follows a request to its end without a reload', async () => {
    const shop = shopOf(openOrder);
    const { element, flow } = await stage(shop, { orderId: openOrder.id });
    await request(flow, openOrder.id);
    await shows(element, 'status-title', 'Cancellation requested');
    shop.advance(60_000);
    await shows(element, 'status-title', `Order ${openOrder.number} is canceled`);
    await shows(element, 'badge', 'Issued');
  });

  it('leads to the shop about what is overdue; the page may take it over', async () => {
    const support = 'https://kettle-and-thread.example/support';
    const order = { ...overdueOrder, links: { ...overdueOrder.links, support } };
    const { element } = await stage(shopOf(order), { orderId: order.id });
    const details: unknown[] = [];
    element.addEventListener('support-contact-request', (event) => {
      event.preventDefault();
      details.push(event.detail);
    });
    const link = await pressWhenThere(element, 'Contact support');
    expect(link.getAttribute('href')).to.equal(support);
    expect(details).to.deep.equal([
      {
        ...{ orderId: order.id, orderNumber: order.number, about: 'cancellation' },
        cancellationId: order.cancellations[0]?.id,
      },
    ]);
  });

  it('says item by item what became of a request with a mixed result', async () => {
    const order = orders.partlyCanceledOrder;
    const { element } = await stage(shopOf(order), { orderId: order.id });
    await waitUntil(() => part(element, 'line-outcome'));
    const outcomes = [...(element.shadowRoot?.querySelectorAll('[part~="line-outcome"]') ?? [])];
    expect(outcomes.map((one) => one.textContent.trim().slice(0, 13))).to.deep.equal([
      '1 of 2 cancel',
      'Canceled',
      'Not canceled:',
    ]);
  });

  it('tells every seller’s request of an order on its own, or only the one that is named', async () => {
    const [first] = requestedOrder.cancellations;
    const ofSeller = (id: string, name: string, status: Cancellation['status']) =>
      ({ ...first, id, status, seller: { id, name } }) as Cancellation;
    const order = {
      ...requestedOrder,
      cancellations: [ofSeller('a', 'Nordlicht', 'requested'), ofSeller('b', 'Halden', 'declined')],
    };
    const { element } = await stage(shopOf(order), { orderId: order.id });
    await shows(element, 'status-meta', 'Sold by Nordlicht');
    expect(element.shadowRoot?.querySelectorAll('article[part~="status"]').length).to.equal(2);
    element.cancellationId = 'b';
    await shows(element, 'status-meta', 'Sold by Halden');
    expect(element.shadowRoot?.querySelectorAll('article[part~="status"]').length).to.equal(1);
  });

  it('says nothing of "you" where the platform only shows a canceled order, and shows its refund', async () => {
    const inferred: Cancellation = {
      ...{ id: `order:${canceledOrder.id}`, orderId: canceledOrder.id, inferred: true },
      ...{ status: 'completed', lines: 'all', refund: { status: 'unknown' }, timeline: [] },
    };
    const order: Order = {
      ...canceledOrder,
      cancellations: [inferred],
      refunds: [
        { status: 'issued', amount: { amount: '20.00', currency: 'EUR' } },
        { status: 'pending', amount: { amount: '4.00', currency: 'EUR' } },
      ],
    };
    const getOrder = () => Promise.resolve(order);
    const { element } = await stage(withMethods([], { getOrder }), { orderId: canceledOrder.id });
    await shows(element, 'status-title', 'Order 1029 is canceled');
    await waitUntil(() => part(element, 'refund-pending'));
    expect(part(element, 'refund-issued')).to.not.equal(null);
    expect(part(element, 'timeline')).to.equal(null);
    expect(part(element, 'status')?.textContent).to.not.match(/\byou\b|your request/i);
  });

  describe('the receipt', () => {
    it('unfolds, and is saved as a file that needs nothing else', async () => {
      const { element } = await stage(shopOf(canceledOrder), {
        ...{ orderId: canceledOrder.id, shoppingUrl: '/shop', purchasesUrl: '/orders' },
      });
      const toggle = await pressWhenThere(element, 'View receipt');
      await shows(element, 'receipt', 'Cancellation receipt');
      expect(toggle.getAttribute('aria-expanded')).to.equal('true');
      expect(button(element, 'Continue shopping')?.getAttribute('href')).to.equal('/shop');
      expect(button(element, 'View purchased items')?.getAttribute('href')).to.equal('/orders');
      await expect(element).to.be.accessible();

      const saved: Blob[] = [];
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) =>
        createObjectURL.call(URL, (saved[saved.length] = blob as Blob));
      try {
        await pressWhenThere(element, 'Download receipt');
      } finally {
        URL.createObjectURL = createObjectURL;
      }
      expect(await saved[0]?.text()).to.match(/<title>Cancellation receipt 1029[^]*C-1029-1/);
      toggle.click();
      await waitUntil(() => !part(element, 'receipt'));
    });

    it('is shown each time that another element selects the order', async () => {
      const { element, flow } = await stage(shopOf(canceledOrder, requestedOrder));
      await shows(element, 'status-title', 'Cancellation requested');
      const orderId = canceledOrder.id;
      flow.send({ type: 'select-order', orderId });
      await shows(element, 'receipt', 'C-1029-1');
      await waitUntil(() => element.shadowRoot?.activeElement === part(element, 'status-title'));
      await pressWhenThere(element, 'View receipt');
      await waitUntil(() => !part(element, 'receipt'));
      flow.send({ type: 'select-order', orderId });
      await shows(element, 'receipt', 'C-1029-1');
    });
  });

  it('is one line when compact, and unfolds the rest', async () => {
    const { element } = await stage(shopOf(canceledOrder), {
      ...{ orderId: canceledOrder.id, compact: true },
    });
    await shows(element, 'status-compact', 'Refund issued');
    expect(part(element, 'status-title')).to.equal(null);
    await expect(element).to.be.accessible();
    await pressWhenThere(element, 'View receipt');
    await shows(element, 'receipt', 'C-1029-1');
  });
});
