// Where focus is after the dialog, also when what opened it is gone by then.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSite, until } from './support/site.mjs';

describe('focus after the dialog', () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  /** Opens the question by a key on its button in the list. */
  async function asked(query = {}, number = '1042') {
    const account = await site.visit({ show: 'openOrder,promotionOrder,shippedOrder', ...query });
    await account.tabTo(`Cancel order ${number}`, 'order-list');
    await account.key('Enter');
    await account.says('cancel-dialog', /You get back/);
    await account.settle();
    return account;
  }

  const place = (account) =>
    account.page.evaluate(() => {
      const element = globalThis.reading.active();
      return `${element.part?.value || element.localName} ${element.closest?.('[data-order]')?.dataset.order ?? ''}`.trim();
    });
  const comesTo = (account, wanted) =>
    until(
      () => place(account),
      (now) => now === wanted,
      wanted,
    );

  for (const [name, close] of [
    ['Escape', (account) => account.key('Escape')],
    ['“Keep order”', (account) => account.pressIn('cancel-dialog', 'Keep order')],
    ['the cross', (account) => account.press('cancel-dialog >>> [part="close"]')],
    [
      'the page',
      (account) => account.page.$eval('cancel-dialog', (dialog) => (dialog.open = false)),
    ],
  ])
    it(`is on the button that opened it, closed by ${name}`, async () => {
      const account = await asked();
      await account.page.evaluate(() => new Promise((next) => setTimeout(next, 600)));
      await close(account);
      await comesTo(account, 'button cancel-action order-1042');
    });

  it('is on the heading of its order when the button is gone', async () => {
    const account = await asked();
    await account.confirm();
    await account.says('cancel-dialog', /The shop has your request/);
    await account.key('Escape');
    await comesTo(account, 'order-number order-1042');
  });

  it('is on the heading of the list when the row is gone', async () => {
    const account = await asked();
    await account.send({ type: 'load-orders', first: 100, status: 'shipped' });
    await until(
      () => account.orderCount(),
      (count) => count === 1,
      'only what was shipped',
    );
    await account.key('Escape');
    await comesTo(account, 'list-header');
  });

  it('is on the heading of the list when no row is left', async () => {
    const account = await asked();
    await account.send({ type: 'load-orders', first: 100, status: 'delivered' });
    await account.says('order-list', /No order/);
    await account.key('Escape');
    await comesTo(account, 'list-header');
  });

  it('is in the list when what has focus goes away without a dialog', async () => {
    const account = await site.visit({ show: 'openOrder,requestedOrder' });
    await account.tabTo('Take back request: Order 1038', 'order-list');
    const before = await place(account);
    assert.match(before, /retract-action order-/);
    await account.key('Enter');
    const order = before.split(' ').at(-1);
    await comesTo(account, `order-number ${order}`);
  });

  it('is on the page’s own button that opened it', async () => {
    const account = await site.visit({ show: 'openOrder' });
    await account.page.evaluate(() => {
      const button = document.querySelector('main > button');
      button.addEventListener('click', () =>
        globalThis.stage.provider.openCancellation('order-1042'),
      );
      button.focus();
    });
    await account.key('Enter');
    await account.says('cancel-dialog', /You get back/);
    await account.key('Escape');
    await until(
      () => account.focus(),
      ({ name }) => name === 'Before',
    );
  });

  it('is on the answer where the dialog leads to it', async () => {
    const account = await site.visit({ show: 'shippedOrder' });
    await account.send({ type: 'open', orderId: 'order-1039' });
    await account.says('cancel-dialog', /can no longer be canceled/);
    await account.tabTo('Why can’t I cancel?', 'cancel-dialog');
    await account.key('Enter');
    const focus = await until(
      () => account.focus(),
      ({ inside }) => inside === 'faq-accordion',
    );
    assert.equal(focus.tag, 'summary');
  });

  it('is on the first order that came with “Show more”', async () => {
    const account = await site.visit({ count: '12', 'page-size': '10' });
    await account.tabTo('Show more orders', 'order-list').catch(async () => {
      await account.page.evaluate(() => globalThis.reading.all('[part~="more-action"]')[0].focus());
    });
    await account.key('Enter');
    const eleventh = await until(
      () => account.page.evaluate(() => globalThis.reading.all('[data-order]')[10]?.dataset.order),
      (id) => id !== undefined,
      'the eleventh order',
    );
    await comesTo(account, `order-number ${eleventh}`);
  });

  it('control: focus that is lost is told as the page’s', async () => {
    const account = await asked();
    await account.key('Escape');
    await comesTo(account, 'button cancel-action order-1042');
    await account.page.evaluate(() => globalThis.reading.active().remove());
    await comesTo(account, 'body');
  });
});
