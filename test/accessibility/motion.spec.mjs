// Who asked their system for less motion gets none.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSite, until } from './support/site.mjs';

describe('motion', () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  /** How much moves while a request is followed: spinners and the step that breathes, in every root. */
  const moving = ({ page }) =>
    page.evaluate(
      () =>
        globalThis.reading
          .roots()
          .flatMap((root) => root.getAnimations({ subtree: true }))
          .filter(({ playState }) => playState === 'running').length,
    );

  async function following(motion) {
    const media = { 'prefers-reduced-motion': motion };
    const account = await site.visit({ show: 'openOrder' }, { media });
    await account.send({ type: 'open', orderId: 'order-1042' });
    await account.says('cancel-dialog', /You get back/);
    await account.confirm();
    await account.says('cancel-dialog', /The shop has your request/);
    await account.says('cancellation-status', /Requested/);
    return account;
  }

  it('nothing moves with prefers-reduced-motion, from the question to the followed request', async () => {
    const account = await following('reduce');
    assert.equal(await moving(account), 0);
    await account.key('Escape');
    assert.equal(await moving(account), 0);
  });

  it('control: without it the present step moves', async () => {
    const account = await following('no-preference');
    await until(
      () => moving(account),
      (count) => count > 0,
      'something that moves',
    );
  });
});
