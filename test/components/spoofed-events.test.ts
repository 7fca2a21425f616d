import { expect } from '@open-wc/testing';
import type { RescindEventMap } from '../../src/events.js';
import { closeWorlds, dialogWorld } from './dialog-world.js';

describe('events that a script of the page makes up', () => {
  afterEach(closeWorlds);

  const names: readonly (keyof RescindEventMap)[] = [
    ...(['cancellation-request', 'cancellation-submitted', 'cancellation-completed'] as const),
    ...(['cancellation-dismissed', 'cancellation-retracted', 'retraction-request'] as const),
    ...(['cancellation-review-request', 'order-selected', 'orders-loaded'] as const),
  ];

  for (const name of names) {
    it(`change nothing: ${name}`, async () => {
      const world = await dialogWorld();
      await world.open();
      const { state } = world.flow;
      const detail = { orderId: world.orderId, lines: 'all', status: 'completed' };
      const provider = world.dialog.parentElement;
      for (const target of [world.dialog, provider, world.get('[part~="button-danger"]')])
        target?.dispatchEvent(
          new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
        );
      await world.pass();
      expect(world.flow.state).to.equal(state);
      expect(world.title).to.equal('Cancel order 1042?');
    });
  }

  it('are told apart from what the shopper does', async () => {
    const world = await dialogWorld();
    await world.open();
    const { state } = world.flow;
    await world.press('Cancel order 1042');
    expect(world.flow.state).not.to.equal(state);
  });
});
