// The accessibility tree, as Chromium gives it to assistive technology: structure, all rows, and nothing behind a modal.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSite } from './support/site.mjs';
import { controlRoles, readTree } from './support/tree.mjs';

describe('the accessibility tree', () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  it('has the buttons of all 100 rows, also of those that are far below the screen', async () => {
    const account = await site.visit({ count: '100' });
    const tree = await readTree(account);
    assert.equal(ordersIn(tree), 100);
    const drawn = await account.page.evaluate(
      () => globalThis.reading.all('[data-order] :is(button, summary, a[href])').length,
    );
    const inRows = tree.filter(
      ({ role, path }) => path.includes('listitem') && controlRoles.has(role),
    );
    assert.equal(inRows.length, drawn);
    const orders = new Set(inRows.flatMap(({ name }) => name.match(/\S*\d+$/)?.[0] ?? []));
    assert.equal(orders.size, 100, 'each order has a control of its own');
  });

  it('control: a row that is hidden is missed', async () => {
    const account = await site.visit({ count: '100' });
    await account.page.evaluate(() => {
      globalThis.reading.all('[data-order]')[60].style.contentVisibility = 'hidden';
    });
    await account.settle();
    assert.equal(ordersIn(await readTree(account)), 99);
  });

  it('is a list of articles with headings in order, in a region that is named', async () => {
    const account = await site.visit({ show: 'openOrder,shippedOrder,sellersOrder' });
    const tree = await readTree(account);
    const rows = tree.filter(isRow);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Order 1045', 'Order 1042', 'Order 1039'],
    );
    for (const { path } of rows) assert.deepEqual(path.slice(-3), ['region', 'list', 'listitem']);
    assert.ok(tree.some(({ role, name }) => role === 'region' && name === 'Your orders'));
    const levels = tree
      .filter(({ role }) => role === 'heading')
      .map(({ properties }) => properties.level);
    assert.equal(levels[0], 1);
    levels.forEach((level, index) => {
      const before = levels[index - 1] ?? 0;
      assert.ok(level <= before + 1, `level ${level} after ${before}: ${levels}`);
    });
  });

  it('has lists that stay lists in Safari, which takes those of list-style none for plain text', async () => {
    const account = await site.visit();
    const marks = await account.page.evaluate(() =>
      globalThis.reading.all('ol, ul').map((list) => getComputedStyle(list).listStyleType),
    );
    assert.ok(marks.length > 20, `${marks.length} lists`);
    assert.deepEqual([...new Set(marks)], ['""']);
  });

  it('tells the steps of a request as an ordered list with a present one', async () => {
    const account = await site.visit({ show: 'requestedOrder' });
    await account.says('cancellation-status', /Requested/);
    const current = await account.page.evaluate(() =>
      globalThis.reading
        .all('ol > [aria-current="step"]')
        .map((step) => globalThis.reading.words(step)),
    );
    assert.equal(current.length, 1);
    assert.match(current[0], /Requested: (?:Now|Current|In progress|Under way)/i);
  });

  it('has the answers as disclosures with a state, under headings, one open at a time or more', async () => {
    const account = await site.visit({ show: 'openOrder' });
    const read = async () =>
      (await readTree(account)).filter(({ role }) => role === 'DisclosureTriangle');
    const closed = await read();
    assert.ok(closed.length >= 6, `${closed.length} answers`);
    assert.ok(closed.every(({ properties }) => properties.expanded === false));
    await account.page.evaluate(() =>
      globalThis.reading.all('faq-accordion')[0].shadowRoot.querySelector('summary').click(),
    );
    await account.settle();
    const opened = await read();
    assert.deepEqual(
      opened.map(({ properties }) => properties.expanded),
      [true, ...closed.slice(1).map(() => false)],
    );
    const headings = await account.page.evaluate(
      () => globalThis.reading.all('summary [role="heading"][aria-level="3"]').length,
    );
    assert.equal(headings, closed.length);
  });

  for (const [id, role, name] of [
    ['order-1042', 'alertdialog', 'Cancel order 1042?'],
    ['order-1043', 'dialog', 'Which items of order 1043 do you want to cancel?'],
  ])
    it(`has the question as ${role} “${name}”, and nothing that is behind it`, async () => {
      const account = await site.visit({ show: 'openOrder,promotionOrder,shippedOrder' });
      const closed = await readTree(account);
      assert.ok(closed.some(({ name: one }) => one === 'Before'));
      await account.ask(id);
      const tree = await readTree(account);
      const window = tree.find((node) => node.name === name);
      assert.equal(window.role, role);
      assert.equal(window.properties.modal, true);
      assert.match(window.description, /^Placed .*€\S+ You get back/);
      const outside = tree.filter(
        (node) => node !== window && !node.path.includes(role) && node.role !== 'RootWebArea',
      );
      assert.deepEqual(
        outside.filter(({ name: one, role: is }) => one !== '' || controlRoles.has(is)),
        [],
      );
      await account.key('Escape');
      await account.says('cancel-dialog', /^$/);
      const again = await readTree(account);
      assert.ok(
        again.some(({ name: one }) => one === 'Before'),
        'the page is there again',
      );
    });

  it('is an alertdialog for the final question alone', async () => {
    const account = await site.visit({
      show: 'openOrder,promotionOrder,shippedOrder,challengeOrder',
    });
    const roles = [];
    const read = () =>
      account.page.evaluate(() => {
        const [dialog] = globalThis.reading.all('dialog[open]');
        return `${dialog.role ?? dialog.localName}: ${globalThis.reading.words(dialog.querySelector('#title'))}`;
      });
    const note = async (words) => {
      await account.says('cancel-dialog', words);
      roles.push(await read());
    };
    await account.ask('order-1042');
    await note(/You get back/);
    await account.confirm();
    await note(/The shop has your request/);
    await account.key('Escape');
    await account.send({ type: 'open', orderId: 'order-1039' });
    await note(/can no longer be canceled/);
    await account.key('Escape');
    await account.ask('order-1044');
    await note(/You get back/);
    await account.confirm();
    await note(/code/i);
    assert.deepEqual(
      roles.map((line) => line.split(':')[0]),
      ['alertdialog', 'dialog', 'dialog', 'alertdialog', 'dialog'],
      roles.join('\n'),
    );
  });

  it('has no dialog where the question stands in the page', async () => {
    const account = await site.visit({ show: 'openOrder', inline: '' });
    await account.ask('order-1042');
    const tree = await readTree(account);
    const region = tree.find(({ name }) => name === 'Cancel order 1042?');
    assert.equal(region.role, 'region');
    assert.ok(
      tree.some(({ name }) => name === 'Before'),
      'the page is still there',
    );
  });
});

function isRow({ role, name }) {
  return role === 'article' && /^Order \S+$/.test(name);
}

/** How many orders have an article with a heading of the same name. */
function ordersIn(tree) {
  const headings = new Set(
    tree
      .filter(({ role, path }) => role === 'heading' && path.includes('listitem'))
      .map(({ name }) => name),
  );
  return tree.filter((node) => isRow(node) && headings.has(node.name)).length;
}
