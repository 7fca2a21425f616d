// The whole flow by real keys in Chromium: nothing needs a pointer, nothing holds who came in.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSite, until } from './support/site.mjs';

describe('with keys alone', () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  it('a shopper goes from the list through items, quantity, reason and note to the receipt and the answers', async () => {
    const account = await site.visit({ show: 'promotionOrder,shippedOrder' });
    await account.tabTo('Cancel order 1043', 'order-list');
    await account.key('Enter');
    await account.says('cancel-dialog', /Which items of order 1043.*You get back about/);
    assert.equal((await account.focus()).tag, 'h2', 'focus starts on the question');

    await tabToId(account, 'less-0');
    await account.key('Enter');
    await account.says('cancel-dialog', /1 of 2/);
    await tabToId(account, 'choice-3');
    await account.key(' ');
    await account.says('cancel-dialog', /Cancel 2 items/);
    await tabToId(account, 'reason');
    await account.key('ArrowDown');
    await until(
      () => account.page.evaluate(() => globalThis.reading.active().value),
      (code) => code !== '',
      'a reason',
    );
    await tabToId(account, 'note');
    await account.page.keyboard.type('Two were too many');
    await account.tabTo('Cancel 2 items: Order 1043', 'cancel-dialog');
    await account.key('Enter');
    await account.says('cancel-dialog', /The shop has your request/);

    await account.advance(120_000);
    await account.says('cancel-dialog', /Order 1043 is partly canceled/);
    await account.tabTo('Done', 'cancel-dialog');
    await account.key('Enter');
    await account.says('cancel-dialog', /^$/);
    const back = await until(
      () => account.focus(),
      ({ order }) => order === '1043',
      'the row',
    );
    assert.equal(back.inside, 'order-list');

    await account.tabTo('View receipt: Order 1043', 'order-list');
    await account.key('Enter');
    await account.says('cancellation-status', /Cancellation receipt Order 1043/);
    await until(
      () => account.focus(),
      ({ inside }) => inside === 'cancellation-status',
    );

    await account.tabTo('How long does a cancellation take?', 'faq-accordion');
    await account.key('Enter');
    assert.equal(await openAnswers(account), 1);
    await account.key(' ');
    assert.equal(await openAnswers(account), 0);
    assert.deepEqual(account.complaints, []);
  });

  it('Escape keeps the order, and a request that is under way goes on', async () => {
    const account = await site.visit({ show: 'openOrder' });
    await account.tabTo('Cancel order 1042', 'order-list');
    await account.key('Enter');
    await account.says('cancel-dialog', /Cancel order 1042\?/);
    await account.key('Escape');
    await account.says('cancel-dialog', /^$/);
    const kept = await until(
      () => account.focus(),
      ({ tag }) => tag === 'button',
    );
    assert.equal(kept.name, 'Cancel order 1042');

    await account.key('Enter');
    await account.tabTo('Cancel order 1042', 'cancel-dialog');
    await account.key('Enter');
    await account.says('cancel-dialog', /The shop has your request/);
    await account.key('Escape');
    await account.says('cancel-dialog', /^$/);
    await account.orderSays('1042', /Cancellation requested/);
  });

  it('Tab goes through the page and out of it, forwards and backwards', async () => {
    const account = await site.visit({
      show: 'openOrder,promotionOrder,shippedOrder,sellersOrder',
    });
    const controls = await account.page.evaluate(() => globalThis.reading.controls().length);
    const forwards = await walk(account, 'Tab', 'Before', 'After');
    // Of the filters, one stop stands for all.
    const filters = await account.page.evaluate(
      () => globalThis.reading.all('input[type="radio"]').length,
    );
    assert.equal(forwards.length, controls - Math.max(0, filters - 1));
    const backwards = await walk(account, 'Shift+Tab', 'After', 'Before');
    assert.deepEqual(backwards.reverse(), forwards);
  });

  it('Tab stays in the open dialog, and Escape leaves it', async () => {
    const account = await site.visit({ show: 'promotionOrder' });
    await account.tabTo('Cancel order 1043', 'order-list');
    await account.key('Enter');
    await account.says('cancel-dialog', /You get back/);
    await account.settle();
    const inside = new Set();
    for (let step = 0; step < 40; step += 1) {
      await account.key('Tab');
      const { inside: where, tag } = await account.focus();
      inside.add(tag === 'body' ? 'the browser' : where);
    }
    assert.deepEqual([...inside].sort(), ['cancel-dialog', 'the browser'].sort());
    await account.key('Escape');
    await account.says('cancel-dialog', /^$/);
  });

  it('the filter changes by arrow keys, and focus stays in it', async () => {
    const account = await site.visit();
    await account.page.evaluate(() => globalThis.reading.all('input[type="radio"]')[0].focus());
    await account.key('ArrowRight');
    await account.says('order-list', /Showing \d+ of \d+|No order/);
    const focus = await account.page.evaluate(() => globalThis.reading.active().type);
    assert.equal(focus, 'radio');
  });

  it('nothing is sent while a reason is chosen or a box is ticked', async () => {
    const account = await site.visit({ show: 'promotionOrder', policy: '' });
    await account.ask('order-1043');
    await tabToId(account, 'reason');
    await account.key('ArrowDown');
    await account.key('Enter');
    await tabToId(account, 'policy');
    await account.key(' ');
    await account.settle();
    const { dialog, operations } = await account.page.evaluate(() => {
      const { state } = globalThis.stage.flow;
      return { dialog: state.dialog.step, operations: state.operations.size };
    });
    assert.deepEqual({ dialog, operations }, { dialog: 'reviewing', operations: 0 });
  });

  it('control: a place that holds the Tab key is found', async () => {
    const account = await site.visit({ show: 'openOrder' });
    await account.page.evaluate(() => {
      const holding = globalThis.reading.all('.order .link')[0];
      holding.addEventListener('keydown', (event) => event.preventDefault());
    });
    await assert.rejects(walk(account, 'Tab', 'Before', 'After'), /never reaches/);
  });
});

/** Every stop between two buttons of the page. */
async function walk({ page }, key, from, to) {
  const press = async () => {
    if (key === 'Tab') return page.keyboard.press('Tab');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    return page.keyboard.up('Shift');
  };
  await page.evaluate((label) => {
    const all = [...document.querySelectorAll('main > button')];
    all.find(({ textContent }) => textContent === label).focus();
  }, from);
  const stops = [];
  for (let step = 0; step < 120; step += 1) {
    await press();
    const stop = await page.evaluate(() => {
      const { active, describe } = globalThis.reading;
      return { text: active().textContent.trim(), is: describe(active()) };
    });
    if (stop.text === to) return stops;
    stops.push(stop.is);
  }
  throw new Error(`Tab never reaches “${to}”; last: ${stops.at(-1)}`);
}

async function tabToId(account, id) {
  for (let step = 0; step < 60; step += 1) {
    await account.key('Tab');
    if (await account.page.evaluate((is) => globalThis.reading.active().id === is, id)) return;
  }
  throw new Error(`Tab does not reach #${id}.`);
}

function openAnswers({ page }) {
  return page.evaluate(
    () =>
      globalThis.reading
        .all('details[open]')
        .filter((element) => globalThis.reading.inside(element) === 'faq-accordion').length,
  );
}
