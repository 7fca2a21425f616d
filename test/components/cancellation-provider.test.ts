import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { createMemoryAdapter, type MemoryAdapter } from '../../src/adapters/memory/index.js';
import { CancellationProviderElement } from '../../src/components/cancellation-provider/cancellation-provider.js';
import '../../src/define/cancellation-provider.js';
import '../../src/define/order-list.js';
import { createCancellationFlow, type CancellationFlow } from '../../src/flow/cancellation-flow.js';
import { createHeadlessEnvironment } from '../../src/flow/headless-environment.js';
import {
  createControllableAdapter,
  createManualClock,
  createNamedOrders,
  type ControllableAdapter,
  type ManualClock,
} from '../../src/testing/index.js';
import { registerWindow } from '../../src/ui/windows.js';

const emptyPage = { items: [] };
const lists = (adapter: ControllableAdapter): number => adapter.callsOf('listOrders').length;
const flows = new Set<CancellationFlow>();

function flowOver(adapter: ControllableAdapter): CancellationFlow {
  const flow = createCancellationFlow({ adapter, persistence: 'none' });
  flows.add(flow);
  return flow;
}

interface Shop {
  readonly adapter: MemoryAdapter;
  readonly clock: ManualClock;
  readonly flow: CancellationFlow;
}

function shopFlow(): Shop {
  const now = Date.now();
  const clock = createManualClock({ now });
  const adapter = createMemoryAdapter({ clock, orders: [createNamedOrders({ now }).openOrder] });
  const environment = { ...createHeadlessEnvironment(), clock };
  const flow = createCancellationFlow({ adapter, environment, persistence: 'none' });
  flows.add(flow);
  return { adapter, clock, flow };
}

async function confirm({ flow, clock }: Shop): Promise<void> {
  flow.send({ type: 'open', orderId: 'order-1042' });
  await clock.advance(0);
  flow.send({ type: 'confirm' });
  await clock.advance(0);
  await clock.settle();
}

const provided = (template = html`<order-list></order-list>`) =>
  fixture<CancellationProviderElement>(
    html`<cancellation-provider persistence="none">${template}</cancellation-provider>`,
  );
const withFlow = (flow: CancellationFlow) =>
  fixture<CancellationProviderElement>(
    html`<cancellation-provider .flow=${flow}></cancellation-provider>`,
  );
const region = (provider: CancellationProviderElement): string =>
  provider.renderRoot.querySelector('[part="live-region"]')?.textContent ?? '';

describe('<cancellation-provider>', () => {
  const warnings: string[] = [];
  const { warn } = console;
  const { createEndpointAdapter } = CancellationProviderElement;
  beforeEach(() => {
    console.warn = (text: string) => void warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
    warnings.length = 0;
    for (const flow of flows) flow.dispose();
    flows.clear();
    if (createEndpointAdapter)
      CancellationProviderElement.createEndpointAdapter = createEndpointAdapter;
  });

  it('shows nothing itself', async () => {
    const provider = await provided(html`<p>Something</p>`);
    expect(getComputedStyle(provider).display).to.equal('contents');
    await expect(provider).to.be.accessible();
  });

  describe('where the flow comes from', () => {
    it('takes .flow before .adapter before endpoint, and looks again on each change', async () => {
      const [own, given, remote] = [1, 2, 3].map(() => createControllableAdapter());
      if (!own || !given || !remote) throw new Error('no adapters');
      const endpoints: string[] = [];
      CancellationProviderElement.createEndpointAdapter = (endpoint) => {
        endpoints.push(endpoint);
        return remote;
      };
      const provider = await provided();
      provider.endpoint = '/api/cancellations';
      await remote.called('listOrders');
      expect(endpoints).to.deep.equal(['/api/cancellations']);

      provider.adapter = own;
      await own.called('listOrders');
      expect(lists(remote), 'the endpoint’s').to.equal(1);

      provider.flow = flowOver(given);
      await given.called('listOrders');
      expect(lists(own), 'the adapter’s').to.equal(1);

      const list = provider.querySelector('order-list');
      given.resolve('listOrders', emptyPage);
      await waitUntil(() => list?.matches(':state(empty)'));
      Object.assign(provider, { flow: undefined });
      await waitUntil(() => list?.matches(':state(loading)'));
      own.resolve('listOrders', emptyPage);
      await waitUntil(() => list?.matches(':state(empty)'));
    });

    it('lets an element’s own flow come first', async () => {
      const [own, given] = [createControllableAdapter(), createControllableAdapter()];
      const provider = await provided(html`<order-list .flow=${flowOver(own)}></order-list>`);
      provider.adapter = given;
      await provider.updateComplete;
      await own.called('listOrders');
      expect(lists(given)).to.equal(0);
    });

    it('speaks to the REST contract at its endpoint, without a script of the page', async () => {
      const { fetch } = window;
      const asked: string[] = [];
      window.fetch = (input) => {
        asked.push(input instanceof Request ? input.url : String(input));
        return Promise.reject(new TypeError('no network'));
      };
      try {
        const provider = await provided();
        const failed = oneEvent(provider, 'adapter-failure');
        provider.endpoint = '/api/cancellations';
        await failed;
        expect(asked[0]).to.contain('/api/cancellations/');
      } finally {
        window.fetch = fetch;
      }
    });

    it('asks nobody at an endpoint that is empty, and says so', async () => {
      const provider = await provided();
      const endpoints: string[] = [];
      CancellationProviderElement.createEndpointAdapter = (endpoint) => {
        endpoints.push(endpoint);
        return createControllableAdapter();
      };
      provider.setAttribute('endpoint', ' ');
      await provider.updateComplete;
      expect(endpoints).to.be.empty;
      expect(warnings.join()).to.contain('endpoint="" is no address');
      provider.setAttribute('endpoint', '/api/cancellations');
      await provider.updateComplete;
      expect(endpoints).to.deep.equal(['/api/cancellations']);
    });

    it('uses the default for a persistence that it does not know, and says so', async () => {
      const provider = await provided();
      provider.persistence = 'forever' as never;
      provider.adapter = createControllableAdapter();
      await provider.updateComplete;
      expect(warnings.join()).to.contain(
        'persistence="forever" is not one of local, session, none',
      );
    });
  });

  describe('what it made', () => {
    it('ends with it; a flow that was given goes on', async () => {
      const [own, given] = [createControllableAdapter(), createControllableAdapter()];
      const ours = await provided();
      ours.adapter = own;
      const call = await own.called('listOrders');
      ours.remove();
      await Promise.resolve();
      expect(call.arguments[1].signal.aborted).to.equal(true);

      const flow = flowOver(given);
      const theirs = await fixture<CancellationProviderElement>(
        html`<cancellation-provider .flow=${flow}
          ><order-list></order-list
        ></cancellation-provider>`,
      );
      const other = await given.called('listOrders');
      theirs.remove();
      await Promise.resolve();
      expect(other.arguments[1].signal.aborted).to.equal(false);
    });

    it('is kept when the element is moved', async () => {
      const adapter = createControllableAdapter();
      const provider = await provided();
      provider.adapter = adapter;
      const call = await adapter.called('listOrders');
      const place = document.createElement('div');
      provider.before(place);
      place.append(provider);
      await provider.updateComplete;
      await Promise.resolve();
      expect(call.arguments[1].signal.aborted).to.equal(false);
      expect(lists(adapter)).to.equal(1);
      adapter.resolve('listOrders', emptyPage);
      const list = provider.querySelector('order-list');
      await waitUntil(() => list?.matches(':state(empty)'));
      expect(lists(adapter)).to.equal(1);
    });

    it('is made anew after it was taken out and put back', async () => {
      const adapter = createControllableAdapter();
      const provider = await provided();
      provider.adapter = adapter;
      await adapter.called('listOrders');
      const { parentElement } = provider;
      provider.remove();
      await Promise.resolve();
      parentElement?.append(provider);
      await waitUntil(() => lists(adapter) === 2);
    });
  });

  describe('its language', () => {
    it('is followed back to one whose words are there already', async () => {
      const provider = await withFlow(shopFlow().flow);
      const list = document.createElement('order-list');
      provider.append(list);
      const title = (): string =>
        list.renderRoot.querySelector('[part~="list-title"]')?.textContent.trim() ?? '';
      for (const [locale, words] of [
        ['en', 'Your orders'],
        ['ro', 'Comenzile tale'],
        ['en', 'Your orders'],
      ] as const) {
        provider.locale = locale;
        await waitUntil(() => title() === words, `${locale}: ${words}`);
      }
    });
  });

  describe('what it tells', () => {
    it('fires the facts of a cancellation, and bubbles them', async () => {
      const shop = shopFlow();
      const provider = await withFlow(shop.flow);
      const heard: string[] = [];
      const types = ['submitted', 'received', 'updated', 'completed', 'refund-updated'] as const;
      const hear = ({ type }: Event): void => void heard.push(type);
      for (const type of types) document.addEventListener(`cancellation-${type}`, hear);
      const received = oneEvent(provider, 'cancellation-received');
      await confirm(shop);
      expect((await received).detail).to.include({
        ...{ orderId: 'order-1042', orderNumber: '1042', status: 'requested', origin: 'action' },
      });
      await shop.clock.advance(120_000);
      for (const type of types) document.removeEventListener(`cancellation-${type}`, hear);
      expect(new Set(heard)).to.deep.equal(new Set(types.map((type) => `cancellation-${type}`)));
      expect(heard.filter((type) => type === 'cancellation-completed')).to.have.length(1);
    });

    it('fires nothing after it was taken out', async () => {
      const shop = shopFlow();
      const provider = await withFlow(shop.flow);
      let heard = 0;
      provider.addEventListener('cancellation-submitted', () => (heard += 1));
      provider.remove();
      await Promise.resolve();
      await confirm(shop);
      expect(shop.flow.state.operations.get('order-1042')?.step).to.equal('received');
      expect(heard).to.equal(0);
    });

    it('reports broken data and failed calls', async () => {
      const adapter = createControllableAdapter();
      const provider = await provided();
      provider.adapter = adapter;
      await adapter.called('listOrders');
      const issue = oneEvent(provider, 'data-issue');
      adapter.resolve('listOrders', { items: [{ id: 'a', number: 1 }] } as never);
      expect((await issue).detail).to.have.property('path');
      const failure = oneEvent(provider, 'adapter-failure');
      provider.refresh();
      await adapter.called('listOrders');
      adapter.reject('listOrders', 'timeout');
      expect((await failure).detail).to.deep.include({ method: 'listOrders' });
    });
  });

  describe('what it says aloud', () => {
    it('says each change once', async () => {
      const shop = shopFlow();
      const provider = await withFlow(shop.flow);
      const said: string[] = [];
      const live = provider.renderRoot.querySelector('[part="live-region"]');
      if (!live) throw new Error('no live region');
      expect(live).to.have.attribute('aria-live', 'polite');
      new MutationObserver(() => said.push(region(provider))).observe(live, { childList: true });
      await confirm(shop);
      await waitUntil(() => said.length > 0);
      const now = region(provider);
      expect(now).to.equal('Order 1042: The shop has the request');
      shop.flow.send({ type: 'refresh', orderId: 'order-1042' });
      await shop.clock.advance(0);
      provider.requestUpdate();
      await provider.updateComplete;
      expect(said.filter((text) => text === now)).to.have.length(1);
    });

    it('is silent while the dialog, being modal, speaks itself', async () => {
      const shop = shopFlow();
      const provider = await withFlow(shop.flow);
      const close = registerWindow(shop.flow, 'modal', {});
      await confirm(shop);
      expect(region(provider)).to.equal('');
      close();
      await shop.clock.advance(15_000);
      await waitUntil(() => region(provider) !== '');
      expect(region(provider)).to.equal('Order 1042: The shop is canceling this order');
    });
  });

  describe('what a page may ask of it', () => {
    it('opens an order, warns where there is no dialog, reads again, and forgets', async () => {
      const shop = shopFlow();
      const provider = await withFlow(shop.flow);
      provider.openCancellation('order-1042', { lines: [{ lineId: '1', quantity: 1 }] });
      expect(shop.flow.state.dialog).to.include({ orderId: 'order-1042', step: 'preparing' });
      expect(warnings.join()).to.contain('There is no <cancel-dialog>');
      await shop.clock.advance(0);
      provider.refresh();
      expect(shop.flow.state.orders.step).to.equal('loading');
      const { epoch } = shop.flow.state;
      provider.forget();
      expect(shop.flow.state.epoch).to.be.greaterThan(epoch);
      expect(shop.flow.state.dialog).to.equal(null);
    });

    it('begins a session anew when it is refreshed after a sign-in', async () => {
      const adapter = createControllableAdapter({ methods: ['describe'] });
      const provider = await provided();
      provider.adapter = adapter;
      await adapter.called('listOrders');
      adapter.reject('listOrders', 'unauthenticated');
      await waitUntil(() => adapter.pending('listOrders') === 0);
      await Promise.resolve();
      const asked = adapter.callsOf('describe').length;
      provider.refresh();
      expect(adapter.callsOf('describe')).to.have.length(asked + 1);
      expect(adapter.pending('listOrders')).to.equal(1);
    });

    it('warns when it is asked before it has a flow', async () => {
      const provider = await provided(html``);
      provider.openCancellation('order-1042');
      expect(warnings.join()).to.contain('openCancellation() was called before');
    });

    it('empties memory for another shopper', async () => {
      const adapter = createControllableAdapter();
      const provider = await provided();
      provider.adapter = adapter;
      await adapter.called('listOrders');
      adapter.resolve('listOrders', emptyPage);
      const list = provider.querySelector('order-list');
      await waitUntil(() => list?.matches(':state(empty)'));
      provider.scope = 'somebody-else';
      await waitUntil(() => lists(adapter) === 2);
    });
  });
});

describe('an element without a flow', () => {
  it('shows a skeleton, and warns with the remedy after five seconds', async () => {
    const { warn } = console;
    const { setTimeout: real } = window;
    const warnings: string[] = [];
    const due: (() => void)[] = [];
    console.warn = (text: string) => void warnings.push(text);
    const fake = (run: () => void, ms?: number): number =>
      ms === 5000 ? due.push(run) : real(run, ms);
    window.setTimeout = Object.assign(fake, real);
    try {
      const list = await fixture(html`<order-list></order-list>`);
      expect(warnings).to.deep.equal([]);
      expect(due).to.have.length(1);
      for (const run of due) run();
      expect(warnings.join()).to.contain('<order-list> has no flow after 5 seconds');
      expect(warnings.join()).to.contain('Put it inside <cancellation-provider>');
      expect(list).to.match(':state(loading)');
    } finally {
      window.setTimeout = real;
      console.warn = warn;
    }
  });
});
