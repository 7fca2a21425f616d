import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import { registerWindow } from '../../src/ui/windows.js';
import { closeWorlds, frames, listWorld, words, type ListWorld } from './list-world.js';

/** Confirms a request for the whole order, as the dialog does. */
async function request(world: ListWorld, orderId: string): Promise<void> {
  world.flow.send({ type: 'open', orderId });
  await world.pass();
  world.flow.send({ type: 'confirm' });
  await world.pass();
}

function prevented(target: EventTarget, type: string): () => Event | undefined {
  let heard: Event | undefined;
  target.addEventListener(
    type,
    (event) => {
      heard = event;
      event.preventDefault();
    },
    { once: true },
  );
  return () => heard;
}

describe('<order-list>: what can be done', () => {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    console.warn = (text: string) => void warnings.push(text);
  });
  afterEach(() => {
    closeWorlds();
    console.warn = warn;
    warnings.length = 0;
  });

  describe('Cancel order', () => {
    it('asks the page, then opens the dialog', async () => {
      const { list, flow, part } = await listWorld();
      const asked = oneEvent(list, 'cancellation-review-request');
      part('cancel-action').click();
      expect((await asked).detail).to.deep.equal({ orderId: 'order-1042', orderNumber: '1042' });
      expect(flow.state.dialog).to.include({ orderId: 'order-1042', step: 'preparing' });
    });

    it('opens nothing when the page prevents it, and leaves focus on the button', async () => {
      const { list, flow, part } = await listWorld({ dialog: false });
      prevented(list, 'cancellation-review-request');
      part('cancel-action').focus();
      await sendKeys({ press: 'Enter' });
      expect(flow.state.dialog).to.equal(null);
      expect(list.shadowRoot?.activeElement).to.equal(part('cancel-action'));
      expect(warnings).to.deep.equal([]);
    });

    for (const type of ['pointerenter', 'focus', 'pointerdown']) {
      it(`warms the dialog on ${type}`, async () => {
        const { flow, part } = await listWorld();
        expect(flow.state.warmed).to.equal(false);
        part('cancel-action').dispatchEvent(new Event(type));
        expect(flow.state.warmed).to.equal(true);
      });
    }

    it('leads to support, with a warning for the developer, where there is no dialog', async () => {
      const world = await listWorld({ dialog: false });
      const { list, flow, part, has } = world;
      part('cancel-action').focus();
      part('cancel-action').click();
      await world.pass();
      expect(flow.state.dialog).to.equal(null);
      expect(warnings.join()).to.contain('There is no <cancel-dialog>');
      expect(has('cancel-action')).to.equal(false);
      expect(words(part('actions'))).to.equal('Contact support');
      expect(list.shadowRoot?.activeElement, 'focus').to.equal(part('order-number'));
      const asked = oneEvent(list, 'support-contact-request');
      part('button', part('actions')).click();
      expect((await asked).detail).to.deep.equal({
        ...{ orderId: 'order-1042', orderNumber: '1042', about: 'cancellation' },
      });
    });

    it('leads to the shop’s own page where there is one and no dialog', async () => {
      const cancel = 'https://shop.example/cancel/1042';
      const world = await listWorld({
        dialog: false,
        change: (adapter) => ({
          ...adapter,
          listOrders: async (query, call) => {
            const { items, ...page } = await adapter.listOrders(query, call);
            return { ...page, items: items.map((order) => ({ ...order, links: { cancel } })) };
          },
        }),
      });
      const { part } = world;
      part('cancel-action').click();
      await world.pass();
      const link = part('button', part('actions'));
      expect(words(link)).to.equal('Cancel on the shop’s page');
      expect(link).to.have.attribute('href', cancel);
    });

    it('offers the button again when a dialog comes later', async () => {
      const world = await listWorld({ dialog: false });
      world.part('cancel-action').click();
      await world.pass();
      registerWindow(world.flow, 'dialog', {});
      world.flow.send({ type: 'refresh' });
      await world.pass();
      expect(world.has('cancel-action')).to.equal(true);
    });

    it('gives focus to the order’s heading when the button is gone after the dialog', async () => {
      const world = await listWorld();
      const { list, flow, part, has } = world;
      part('cancel-action').focus();
      part('cancel-action').click();
      part('cancel-action').blur();
      await world.pass();
      flow.send({ type: 'confirm' });
      await world.pass();
      expect(has('cancel-action')).to.equal(false);
      flow.send({ type: 'dismiss' });
      await world.pass();
      await frames();
      expect(list.shadowRoot?.activeElement).to.equal(part('order-number'));
    });

    it('takes focus back from what is around the list, as a <main tabindex="-1"> is', async () => {
      const { list, flow, part, pass } = await listWorld();
      const around = list.closest('cancellation-provider')?.parentElement as HTMLElement;
      around.tabIndex = -1;
      part('cancel-action').click();
      await pass();
      flow.send({ type: 'confirm' });
      await pass();
      around.focus();
      flow.send({ type: 'dismiss' });
      await pass();
      await frames();
      expect(list.shadowRoot?.activeElement).to.equal(part('order-number'));
    });

    it('leaves focus to whoever has it when the dialog is closed', async () => {
      const world = await listWorld();
      const { flow, part } = world;
      const elsewhere = document.createElement('button');
      document.body.append(elsewhere);
      part('cancel-action').click();
      await world.pass();
      flow.send({ type: 'confirm' });
      await world.pass();
      elsewhere.focus();
      flow.send({ type: 'dismiss' });
      await world.pass();
      await frames();
      expect(document.activeElement).to.equal(elsewhere);
      elsewhere.remove();
    });
  });

  describe('a request under way', () => {
    it('is told at once, and as the shop moves it on', async () => {
      const world = await listWorld({ latencyMs: 1000 });
      const { row, part, list, flow } = world;
      await world.pass(1000);
      await waitUntil(() => world.has('order'));
      flow.send({ type: 'open', orderId: 'order-1042' });
      await world.pass(3000);
      flow.send({ type: 'confirm' });
      await world.pass(10);
      const heading = (): string => words(part('panel-heading', row('openOrder')));
      expect(heading()).to.equal('Sending the request to the shop …');
      expect(list).to.match(':state(pending)');
      await world.pass(1000);
      expect(heading()).to.equal('Cancellation requested');
      expect(list).not.to.match(':state(pending)');
      await world.pass(15_000);
      expect(heading()).to.equal('The shop is canceling this order');
      await world.pass(120_000);
      expect(heading()).to.equal('Refund issued');
    });

    it('is not known to have arrived: says so, and looks when asked', async () => {
      const world = await listWorld({ scenario: 'lost-answers' });
      const { part, adapter, list } = world;
      await request(world, 'order-1042');
      expect(words(part('panel-heading'))).to.equal(
        'Checking whether the request reached the shop',
      );
      await expect(list).to.be.accessible();
      adapter.setScenario('quick');
      part('check-action').click();
      await world.pass();
      expect(words(part('panel-heading'))).to.equal('Cancellation requested');
    });

    it('did not arrive: can be sent again, once the shop was looked at long enough', async () => {
      const world = await listWorld({ scenario: 'lost-requests' });
      const { part, adapter, list } = world;
      await request(world, 'order-1042');
      await world.pass(120_000);
      expect(words(part('panel-heading'))).to.equal('The request did not reach the shop');
      expect(part('resend-action').getAttribute('aria-label')).to.contain('Cancel order 1042');
      await expect(list).to.be.accessible();
      adapter.setScenario('quick');
      part('resend-action').click();
      await world.pass();
      expect(words(part('panel-heading'))).to.equal('Cancellation requested');
    });

    it('waits for the shopper’s confirmation: opens the dialog on it', async () => {
      const world = await listWorld({ show: ['challengeOrder'] });
      const { part, flow, list } = world;
      await request(world, 'order-1044');
      flow.send({ type: 'dismiss' });
      await world.pass();
      expect(words(part('panel-heading'))).to.equal('One more step: confirm the request');
      await expect(list).to.be.accessible();
      part('confirm-action').click();
      expect(flow.state.dialog).to.include({ step: 'following', orderId: 'order-1044' });
    });

    it('was refused: says why, and can be asked for again', async () => {
      const world = await listWorld({ scenario: 'rate-limited' });
      const { part, has } = world;
      await request(world, 'order-1042');
      expect(words(part('panel-fine'))).to.match(/\S/);
      expect(has('cancel-action')).to.equal(true);
    });
  });

  describe('Take back request', () => {
    it('asks the page, then takes it back, and keeps focus in the row', async () => {
      const world = await listWorld({ show: ['requestedOrder'] });
      const { list, part, flow } = world;
      const asked = oneEvent(list, 'retraction-request');
      part('retract-action').focus();
      await sendKeys({ press: 'Enter' });
      expect((await asked).detail).to.deep.equal({
        ...{ orderId: 'order-1038', orderNumber: '1038', cancellationId: 'order-1038:c1' },
      });
      await world.pass();
      expect(words(part('panel-heading'))).to.equal('You took your request back');
      expect(words(part('panel-text'))).to.equal('The order goes on as placed.');
      expect(flow.state.operations.get('order-1038')?.kind).to.equal('retract');
      expect(list.shadowRoot?.activeElement).to.equal(part('order-number'));
    });

    it('says that it was too late, and not that nothing can be canceled', async () => {
      const world = await listWorld({
        show: ['requestedOrder'],
        change: (shop) => ({
          ...shop,
          retractCancellation: () => Promise.reject(new AdapterError('not-eligible')),
        }),
      });
      world.part('retract-action').click();
      await world.pass();
      expect(words(world.part('panel-fine'))).to.equal('The request can no longer be taken back.');
    });

    it('does nothing when the page prevents it', async () => {
      const { list, part, flow } = await listWorld({ show: ['requestedOrder'] });
      prevented(list, 'retraction-request');
      part('retract-action').click();
      expect(flow.state.operations.size).to.equal(0);
    });

    it('is not offered by a shop that cannot', async () => {
      const { has } = await listWorld({
        ...{ show: ['requestedOrder'], without: ['retractCancellation'] },
      });
      expect(has('retract-action')).to.equal(false);
    });
  });

  describe('help', () => {
    it('tells support which order it is about, and what the shopper was stuck on', async () => {
      const { list, part } = await listWorld({ show: ['customMadeOrder'] });
      const asked = oneEvent(list, 'support-contact-request');
      part('button', part('actions')).click();
      expect((await asked).detail).to.deep.equal({
        ...{ orderId: 'order-1033', orderNumber: '1033', about: 'custom-made' },
      });
    });

    it('reads an order again where waiting is the remedy', async () => {
      let reads = 0;
      const world = await listWorld({
        show: ['onHoldOrder'],
        change: (adapter) => ({
          ...adapter,
          getOrder: (id, call) => {
            reads += 1;
            return adapter.getOrder(id, call);
          },
        }),
      });
      world.part('button', world.part('actions')).click();
      await world.pass();
      expect(reads).to.equal(1);
    });
  });
});
