import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { registerWindow } from '../../src/ui/windows.js';
import { closeWorlds, listWorld, words, type ListOptions, type ListWorld } from './list-world.js';

/** Until what is fetched for the rows has come. */
async function drawn(options: ListOptions): Promise<ListWorld> {
  const world = await listWorld(options);
  await waitUntil(() => world.has('withdrawal-entry'), 'the line is there', { timeout: 4000 });
  await waitUntil(() => words(world.part('withdrawal-entry')).includes('ight of withdrawal'));
  return world;
}

describe('<order-list>: the right of withdrawal', () => {
  afterEach(closeWorlds);

  it('has a line of its own beside canceling, with the shop’s date and the statutory label', async () => {
    const world = await drawn({ show: ['withdrawalOpenOrder'] });
    const row = world.row('withdrawalOpenOrder');
    const line = world.part('withdrawal-entry', row);
    expect(words(line)).to.match(
      /^Right of withdrawal, until at least .+ Withdraw from contract here$/,
    );
    expect(line.closest('[part~="panel"]')).to.equal(null);
    // What would help instead of canceling is the same control: said once.
    expect(words(row).match(/Withdraw from contract here/g)).to.have.length(1);
    expect(world.part('withdraw-action', line).getAttribute('aria-label')).to.equal(
      `Withdraw from contract here: ${words(world.part('order-number', row))}`,
    );
    await expect(world.list).to.be.accessible();
  });

  it('is there whatever canceling says, and gone only when the shop says so', async () => {
    const world = await drawn({
      show: [
        ...(['withdrawalOpenOrder', 'withdrawalExpiredOrder', 'withdrawalUnknownOrder'] as const),
        'withdrawalNotOwedOrder',
      ],
    });
    for (const name of ['withdrawalOpenOrder', 'withdrawalUnknownOrder'] as const)
      expect(world.has('withdraw-action', world.row(name)), name).to.equal(true);
    expect(world.has('withdraw-action', world.row('withdrawalExpiredOrder'))).to.equal(true);
    expect(world.has('withdraw-action', world.row('withdrawalNotOwedOrder'))).to.equal(false);
  });

  it('says nothing where the shop says nothing and the page has no place for it', async () => {
    const world = await listWorld({ show: ['openOrder'] });
    expect(world.has('withdrawal-entry')).to.equal(false);
  });

  it('opens the element on the page for this order, once the page agrees', async () => {
    const world = await drawn({ show: ['withdrawalOpenOrder'] });
    const opened: (string | undefined)[] = [];
    registerWindow(world.flow, 'withdrawal', {
      open: (orderId) => void opened.push(orderId),
      labels: () => ({ withdraw: 'Withdraw, as our counsel says' }),
    });
    const { id, number } = world.orders.withdrawalOpenOrder;
    world.list.addEventListener('withdrawal-request', (event) => event.preventDefault(), {
      once: true,
    });
    const told = oneEvent(world.list, 'withdrawal-request');
    world.part('withdraw-action').click();
    expect((await told).detail).to.deep.equal({ orderId: id, orderNumber: number });
    expect(opened).to.deep.equal([]);
    world.part('withdraw-action').click();
    expect(opened).to.deep.equal([id]);
    world.flow.send({ type: 'refresh', orderId: id });
    await world.pass();
    await waitUntil(() => words(world.part('withdraw-action')) === 'Withdraw, as our counsel says');
  });

  it('tells that a withdrawal was received', async () => {
    const world = await listWorld({ show: ['withdrawnOrder'] });
    await waitUntil(() => world.has('withdrawal-entry'));
    await waitUntil(() => words(world.part('withdrawal-entry')).startsWith('Withdrawal received'));
    expect(world.has('withdraw-action')).to.equal(true);
  });
});
