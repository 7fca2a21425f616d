import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { registerWindow } from '../../src/ui/windows.js';
import { closeWorlds, listWorld, words, type ListWorld } from './list-world.js';

describe('<order-list>', () => {
  afterEach(closeWorlds);

  describe('a row', () => {
    it('says what was bought, when, for how much and until when it can be canceled', async () => {
      const { row, part, list } = await listWorld();
      const order = row('openOrder');
      expect(words(part('order-number', order))).to.equal('Order 1042');
      expect(words(part('badge', order))).to.equal('In preparation');
      expect(words(part('order-total', order))).to.equal('€98.20');
      expect(words(part('order-meta', order))).to.match(/^Placed \d+ \w+ \d{4}·Visa •••• 4242$/);
      expect(words(part('order-count', order))).to.equal('3 items');
      expect(words(part('line-name', order))).to.equal('Linen shirt, long sleeves');
      expect(words(part('panel-heading', order))).to.match(/^You can cancel until /);
      expect(words(part('panel-text', order))).to.equal('4 hours 10 minutes left.');
      await expect(list).to.be.accessible();
    });

    it('names the order in the button that cancels it', async () => {
      const { row, part } = await listWorld();
      const button = part('cancel-action', row('openOrder'));
      expect(words(button)).to.equal('Cancel order');
      expect(button).to.have.attribute('aria-label', 'Cancel order 1042');
    });

    it('says why not, what to do instead, and leads to the answer that explains it', async () => {
      const world = await listWorld({
        show: ['shippedOrder', 'deliveredOrder', 'customMadeOrder'],
      });
      const { flow, row, part, has, list } = world;
      const order = row('deliveredOrder');
      expect(words(part('panel-heading', order))).to.equal('Too late to cancel: already delivered');
      expect(words(part('panel-text', order))).to.equal(
        'You can send it back once it has arrived.',
      );
      expect(has('cancel-action'), 'a button to cancel').to.equal(false);
      expect(has('link', part('panel', order)), 'a link that nothing answers').to.equal(false);
      registerWindow(flow, 'answers', {});
      flow.send({ type: 'refresh' });
      await world.pass();
      part('link', part('panel', order)).click();
      expect(flow.state.openEntry).to.deep.equal({ id: 'why-not', orderId: order.dataset.order });
      await expect(list).to.be.accessible();
    });

    it('strikes through what was paid where today’s figure is another one', async () => {
      const { row, part } = await listWorld({ show: ['partlyCanceledOrder', 'openOrder'] });
      const total = part('order-total', row('partlyCanceledOrder'));
      expect(words(total.querySelector('s') ?? total)).to.equal('€137.90');
      expect(words(total)).to.equal('€137.90 €79.00');
      expect(part('order-total', row('openOrder')).querySelector('s')).to.equal(null);
    });

    it('says what became of each item of a mixed result', async () => {
      const { row, list } = await listWorld({ show: ['partlyCanceledOrder'] });
      const outcomes = [...row('partlyCanceledOrder').querySelectorAll('[part~="line-outcome"]')];
      expect(outcomes.map(words)).to.deep.equal([
        '1 of 2 canceled',
        'Canceled',
        'Not canceled: It was already packed and arrives on Thursday; you can return it free of charge.',
      ]);
      await expect(list).to.be.accessible();
    });

    it('folds many items, and says a missing amount in words', async () => {
      const { row, part } = await listWorld({ show: ['longNamesOrder'] });
      const order = row('longNamesOrder');
      expect(words(part('more-summary', order))).to.equal('3 more items');
      expect(part('more', order)).not.to.have.attribute('open');
      expect(part('more', order).querySelectorAll('[part~="line"]')).to.have.length(3);
      expect(words(part('order-total', order))).to.equal('—Amount not known');
    });

    it('asks the shop where the list does not tell', async () => {
      const { row, part, has } = await listWorld({ show: ['askOrder'] });
      const order = row('askOrder');
      expect(words(part('panel-heading', order))).to.equal('Can it still be canceled?');
      expect(has('cancel-action', order)).to.equal(true);
      expect(has('lines', order)).to.equal(false);
    });

    it('tells the request, until when it can be taken back, and the refund afterwards', async () => {
      const show = [
        'requestedOrder',
        'overdueOrder',
        'refundPendingOrder',
        'refundFailedOrder',
      ] as const;
      const { row, part, list } = await listWorld({ show });
      const asked = row('requestedOrder');
      expect(words(part('panel-heading', asked))).to.equal('Cancellation requested');
      expect(words(part('panel-fine', asked))).to.match(/^The request can be taken back until /);
      expect(part('retract-action', asked)).to.have.attribute(
        'aria-label',
        'Take back request: Order 1038',
      );
      expect(words(part('panel-heading', row('overdueOrder')))).to.equal(
        'This takes longer than usual',
      );
      expect(words(part('panel-heading', row('refundPendingOrder')))).to.equal('Refund on its way');
      const failed = row('refundFailedOrder');
      expect(words(part('panel-heading', failed))).to.equal('The refund did not go through');
      expect(words(part('actions', failed))).to.equal('Contact support');
      await expect(list).to.be.accessible();
    });

    it('offers the receipt where something on the page shows it', async () => {
      const world = await listWorld({ show: ['refundPendingOrder'] });
      const { flow, row, part, has, list } = world;
      expect(has('link', part('panel', row('refundPendingOrder')))).to.equal(false);
      registerWindow(flow, 'status', {});
      flow.send({ type: 'refresh' });
      await world.pass();
      const selected = oneEvent(list, 'order-selected');
      part('link', part('panel', row('refundPendingOrder'))).click();
      expect((await selected).detail).to.deep.equal({ orderId: 'order-1031', orderNumber: '1031' });
      expect(flow.state.selectedOrderId).to.equal('order-1031');
    });

    it('tells each seller’s story of a marketplace order, and no other', async () => {
      const { row, has, part, list, flow } = await listWorld({ show: ['marketplaceOrder'] });
      const order = row('marketplaceOrder');
      const stories = [...order.querySelectorAll('[part~="seller-state"]')].map(words);
      expect(stories[0]).to.match(/^You can cancel until .+ left\. Cancel these 2 items$/);
      expect(stories[1]).to.match(
        /^Too late to cancel: the parcel is on its way\..+Start a return$/,
      );
      expect(stories[2]).to.match(/^Cancellation requested\..+Take back request$/);
      expect(has('panel', order)).to.equal(false);
      await expect(list).to.be.accessible();
      part('cancel-action', order).click();
      expect(flow.state.drafts.get('order-1037')?.lines).to.deep.equal([
        { lineId: '1', quantity: 1 },
        { lineId: '2', quantity: 1 },
      ]);
    });

    it('cancels all sellers’ items or one’s where all are open', async () => {
      const { row, has, part } = await listWorld({ show: ['sellersOrder'] });
      const order = row('sellersOrder');
      expect(has('seller-state', order)).to.equal(false);
      expect(words(part('panel', order))).to.match(/Cancel order$/);
      expect(order.querySelectorAll('[part~="seller"] [part~="cancel-action"]')).to.have.length(3);
    });

    it('shows the good orders beside broken ones', async () => {
      const { row, list } = await listWorld({ scenario: 'broken-data' });
      expect(words(row('openOrder'))).to.contain('Cancel order');
      expect(list.renderRoot.querySelectorAll('[part~="order"]').length).to.be.greaterThan(1);
    });
  });

  describe('the whole list', () => {
    it('shows the shape of orders while they are read', async () => {
      const { list, part } = await listWorld({
        change: (adapter) => ({ ...adapter, listOrders: () => new Promise(() => undefined) }),
      });
      expect(list).to.match(':state(loading)');
      expect(part('skeleton')).to.have.attribute('aria-hidden', 'true');
      expect(words(part('list-header'))).to.contain('Loading your orders');
      await expect(list).to.be.accessible();
    });

    it('tells how many were read', async () => {
      const answer = gate('listOrders');
      const { list, flow } = await listWorld({ change: (adapter) => answer.before(adapter) });
      expect(flow.state.orders.step).to.equal('loading');
      const loaded = oneEvent(list, 'orders-loaded');
      answer.open();
      expect((await loaded).detail).to.deep.equal({ count: 1, total: 1 });
    });

    it('moves nothing when the shop says after its orders that they can be searched', async () => {
      const orders = gate('listOrders');
      const abilities = gate('describe');
      const world = await listWorld({
        show: ['openOrder', 'shippedOrder'],
        change: (adapter) => abilities.before(orders.before(adapter)),
      });
      const { list, has, pass } = world;
      const tops = new Set<number>();
      const watch = async (isThere: () => boolean): Promise<void> => {
        await waitUntil(() => {
          const first = list.renderRoot.querySelector('[part~="order"]');
          if (first) tops.add(first.getBoundingClientRect().top);
          return isThere();
        });
      };
      orders.open();
      await pass();
      await watch(() => world.flow.state.orders.step === 'ready');
      abilities.open();
      await pass();
      await watch(() => has('search') && has('order'));
      expect([...tops], 'where the first order has been').to.have.length(1);
    });

    it('shows orders though the shop does not say what it can do', async () => {
      const orders = gate('listOrders');
      const world = await listWorld({
        change: (adapter) => gate('describe').before(orders.before(adapter)),
      });
      orders.open();
      await world.pass();
      await waitUntil(() => world.has('order'), 'the orders', { timeout: 3000 });
    });

    it('says that there is none, in the page’s words where it has some', async () => {
      const { list, part, has } = await listWorld({ scenario: 'empty' });
      expect(has('toolbar'), 'there is nothing to search').to.equal(false);
      expect(list).to.match(':state(empty)');
      expect(words(part('blank-title'))).to.equal('No orders yet');
      await expect(list).to.be.accessible();
      const own = document.createElement('p');
      own.slot = 'empty';
      own.textContent = 'Go and buy something';
      list.append(own);
      const [slot] = [...list.renderRoot.querySelectorAll<HTMLSlotElement>('slot[name="empty"]')];
      expect(slot?.assignedElements()).to.deep.equal([own]);
    });

    it('says that orders are safe when they cannot be read, and tries again', async () => {
      const world = await listWorld({ scenario: 'lost-reads' });
      const { list, part, adapter, has } = world;
      expect(list).to.match(':state(failed)');
      expect(words(part('blank'))).to.contain('Your orders are safe');
      await expect(list).to.be.accessible();
      adapter.setScenario('quick');
      part('button', part('blank')).click();
      await world.pass();
      expect(has('order')).to.equal(true);
      expect(list).not.to.match(':state(failed)');
    });

    it('asks to sign in', async () => {
      const { list, part, has } = await listWorld({ scenario: 'signed-out' });
      expect(words(part('blank-title'))).to.equal('Please sign in to see your orders');
      expect(has('toolbar')).to.equal(false);
      await expect(list).to.be.accessible();
      const asked = oneEvent(list, 'sign-in-request');
      part('button').click();
      expect((await asked).cancelable).to.equal(true);
    });

    it('keeps the orders when the session ends, and asks to sign in again', async () => {
      const world = await listWorld();
      world.adapter.setScenario('signed-out');
      world.flow.send({ type: 'refresh' });
      await world.pass();
      expect(words(world.part('banner'))).to.equal('You are signed out. Sign in');
      expect(world.row('openOrder')).to.be.visible;
    });

    it('says that it is offline, keeps buttons that say why, and goes on by itself', async () => {
      const world = await listWorld({ online: false, scenario: 'offline' });
      const { list, part, adapter } = world;
      expect(list).to.match(':state(offline)');
      expect(words(part('banner'))).to.contain('You are offline.');
      adapter.setScenario('quick');
      await world.setOnline(true);
      expect(list).not.to.match(':state(offline)');
      expect(words(world.row('openOrder'))).to.contain('Cancel order');
      await world.setOnline(false);
      const button = part('cancel-action');
      expect(button).to.have.attribute('aria-disabled', 'true');
      expect(button.getAttribute('aria-label')).to.contain('Canceling needs a connection.');
      expect(words(part('panel-text'))).to.equal('Canceling needs a connection.');
      button.click();
      expect(world.flow.state.dialog).to.equal(null);
      await expect(list).to.be.accessible();
    });

    it('loads more, and says how many are shown of how many', async () => {
      const show = ['openOrder', 'requestedOrder', 'shippedOrder'] as const;
      const world = await listWorld({ show, element: { pageSize: 2 } });
      const { part, has, list } = world;
      expect(words(part('list-footer'))).to.equal('Load more orders Showing 2 of 3');
      part('more-action').focus();
      part('more-action').click();
      await list.updateComplete;
      expect(part('more-action')).to.have.attribute('aria-busy', 'true');
      expect(list).to.match(':state(busy)');
      await world.pass();
      expect(words(part('list-header'))).to.contain('Showing 3 of 3');
      expect(has('list-footer'), 'nothing is left to load').to.equal(false);
      expect(list.shadowRoot?.activeElement, 'the first that came').to.equal(
        part('order-number', world.row('shippedOrder')),
      );
    });

    it('keeps what is shown when the next page fails, and tries it again', async () => {
      const show = ['openOrder', 'requestedOrder'] as const;
      const world = await listWorld({ show, element: { pageSize: 1 } });
      world.adapter.setScenario('lost-reads');
      world.part('more-action').click();
      await world.pass();
      expect(words(world.part('list-footer'))).to.contain('More orders could not be loaded.');
      expect(world.row('openOrder')).to.exist;
      world.adapter.setScenario('quick');
      world.part('more-action').click();
      await world.pass();
      expect(world.row('requestedOrder')).to.exist;
    });

    it('stays as it is without a flow', async () => {
      const list = document.createElement('order-list');
      document.body.append(list);
      await list.updateComplete;
      expect(list.renderRoot.querySelector('[part~="skeleton"]')).to.exist;
      list.remove();
    });
  });

  describe('search and filter', () => {
    const show = ['openOrder', 'shippedOrder', 'weightOrder'] as const;
    const numbers = (world: ListWorld): string[] =>
      [...world.list.renderRoot.querySelectorAll('[part~="order-number"]')].map(words);

    it('searches when Enter is pressed, and takes the search back', async () => {
      const world = await listWorld({ show });
      const field = world.part('input') as HTMLInputElement;
      field.value = 'teapot';
      const form = world.part('search') as HTMLFormElement;
      form.requestSubmit();
      await world.pass();
      expect(words(world.part('blank'))).to.equal(
        'No order matches “teapot” Clear search and filter',
      );
      await expect(world.list).to.be.accessible();
      world.part('button', world.part('blank')).click();
      await world.pass();
      expect(numbers(world)).to.have.length(3);
      expect(field.value).to.equal('');
      expect(world.list.shadowRoot?.activeElement).to.equal(field);
    });

    it('searches when somebody stops typing', async () => {
      const world = await listWorld({ show });
      const field = world.part('input') as HTMLInputElement;
      field.value = 'coffee';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await oneEvent(world.list, 'orders-loaded');
      expect(numbers(world)).to.deep.equal(['Order 1047']);
    });

    it('filters by the statuses that the shop names', async () => {
      const world = await listWorld({ show });
      const filters = [...world.list.renderRoot.querySelectorAll('[part~="filter"]')];
      expect(filters.map(words)).to.deep.equal([
        'All',
        'In preparation',
        'Shipped',
        'Delivered',
        'Partly canceled',
        'Canceled',
      ]);
      filters[2]?.querySelector('input')?.click();
      await world.pass();
      expect(numbers(world)).to.deep.equal(['Order 1039']);
    });

    it('has neither where the shop has neither', async () => {
      const world = await listWorld({ without: ['describe'] });
      expect(world.row('openOrder')).to.exist;
      expect(world.has('toolbar')).to.equal(false);
    });
  });
});

/** Holds the list back until it is opened. */
function gate(...names: readonly ('describe' | 'listOrders')[]) {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const behind =
    (method: unknown) =>
    async (...call: readonly unknown[]): Promise<unknown> => {
      await opened;
      return (method as (...given: readonly unknown[]) => unknown)(...call);
    };
  return {
    open: () => open(),
    before: (adapter: StorefrontAdapter): StorefrontAdapter => ({
      ...adapter,
      ...Object.fromEntries(names.map((name) => [name, behind(adapter[name])])),
    }),
  };
}
