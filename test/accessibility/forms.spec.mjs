// What is filled in: errors that say how to mend them, nothing twice, nothing in a hurry, nothing by accident.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSite, until } from './support/site.mjs';
import { readTree } from './support/tree.mjs';

describe('the form', { concurrency: 2 }, () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  const required = { show: 'promotionOrder,openOrder', required: '', policy: '' };
  const field = (account, id) =>
    account.page.evaluate((is) => {
      const [element] = globalThis.reading.all(`#${is}`);
      const text = element
        .getAttribute('aria-describedby')
        ?.split(' ')
        .map((one) => element.getRootNode().getElementById(one)?.textContent.trim())
        .join(' ');
      return {
        isInvalid: element.ariaInvalid === 'true',
        isFocused: globalThis.reading.active() === element,
        text,
      };
    }, id);

  it('says what is missing beside each field, and goes to the first', async () => {
    const account = await site.visit(required);
    await account.ask('order-1043');
    assert.equal((await field(account, 'reason')).isInvalid, false, 'not before the first try');
    await account.confirm();
    await until(
      () => field(account, 'reason'),
      ({ isInvalid }) => isInvalid,
      'an error',
    );
    const reason = await field(account, 'reason');
    assert.ok(reason.isFocused, 'focus is on the first that is missing');
    assert.match(reason.text, /choose|reason/i);
    for (const id of ['note', 'policy']) {
      const { isInvalid, text } = await field(account, id);
      assert.ok(isInvalid && /\w{4}/.test(text), id);
    }
    const invalid = (await readTree(account)).filter(
      ({ properties }) => properties.invalid === 'true',
    );
    assert.equal(invalid.length, 3);
    assert.ok(invalid.every(({ description }) => description !== ''));
    assert.equal(await operations(account), 0);
  });

  it('keeps what was filled in when the dialog is closed, and when the shop refuses', async () => {
    const account = await site.visit(required);
    await account.ask('order-1043');
    await account.page.evaluate(() => {
      const [select] = globalThis.reading.all('#reason');
      select.value = 'late';
      select.dispatchEvent(new Event('change'));
    });
    await (await account.page.$('cancel-dialog >>> #note')).type('Please');
    await account.key('Escape');
    await account.says('cancel-dialog', /^$/);
    await account.ask('order-1043');
    const values = () =>
      account.page.evaluate(() =>
        ['#reason', '#note'].map((selector) => globalThis.reading.all(selector)[0].value),
      );
    assert.deepEqual(await values(), ['late', 'Please']);
    await account.page.evaluate(() => globalThis.stage.shop.setScenario('rate-limited'));
    await account.page.evaluate(() => globalThis.reading.all('#policy')[0].click());
    await account.confirm();
    await account.says('cancel-dialog', /The request was not sent/);
    await account.page.evaluate(() => globalThis.stage.shop.setScenario('quick'));
    await account.key('Escape');
    await account.send({ type: 'put-away', orderId: 'order-1043' });
    await account.ask('order-1043');
    assert.deepEqual(await values(), ['late', 'Please']);
  });

  it('shows what is canceled, what comes back and where before it asks, and offers to keep the order', async () => {
    const account = await site.visit({ show: 'openOrder' });
    await account.ask('order-1042');
    await account.says(
      'cancel-dialog',
      /Cancel order 1042\?.*Linen shirt.*You get back €98\.20.*Where it goes.*Coupon WELCOME5.*Returned.*Keep order.*Cancel order 1042/,
    );
  });

  it('does nothing on pressing down: a pointer that moves away before it lets go cancels nothing', async () => {
    const account = await site.visit({ show: 'openOrder' });
    await account.ask('order-1042');
    await account.page.evaluate(() => new Promise((next) => setTimeout(next, 1200)));
    const box = await account.page.evaluate(() => {
      const { x, y, width, height } = globalThis.reading
        .all('.button-danger')[0]
        .getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const { mouse } = account.page;
    await mouse.move(box.x, box.y);
    await mouse.down();
    await mouse.move(box.x, box.y - 200);
    await mouse.up();
    await account.settle();
    assert.equal(await operations(account), 0);
    // The control: the same without moving away does.
    await mouse.click(box.x, box.y);
    await account.says('cancel-dialog', /The shop has your request/);
  });

  it('the code from a message can be pasted and is offered by the system', async () => {
    const account = await site.visit({ show: 'challengeOrder' });
    await account.ask('order-1044');
    await account.confirm();
    const code = await account.page.waitForSelector('cancel-dialog >>> [part~="code"] input');
    assert.equal(await code.evaluate((input) => input.autocomplete), 'one-time-code');
    const pasted = await code.evaluate((input) => {
      input.focus();
      const event = new ClipboardEvent('paste', {
        cancelable: true,
        bubbles: true,
        composed: true,
      });
      input.dispatchEvent(event);
      return !event.defaultPrevented;
    });
    assert.ok(pasted);
  });

  it('a product’s name carries the language that the shop gives it', async () => {
    const account = await site.visit({ show: 'longNamesOrder' });
    const names = await account.page.evaluate(() =>
      globalThis.reading
        .all('[part~="line-name"] bdi')
        .map((name) => [name.lang, name.textContent.slice(0, 12)]),
    );
    assert.ok(
      names.some(([lang]) => lang !== ''),
      JSON.stringify(names),
    );
  });

  it('help is at the same place in each answer of the shop: below the questions, and among the actions', async () => {
    const account = await site.visit({ show: 'openOrder,shippedOrder,declinedOrder' });
    const order = await account.page.evaluate(() => {
      const [answers] = globalThis.reading.all('faq-accordion');
      const root = answers.shadowRoot;
      return [...root.querySelectorAll('.entries, .still')].map(({ className }) => className);
    });
    assert.deepEqual(order, ['entries', 'still']);
  });
});

function operations({ page }) {
  return page.evaluate(() => globalThis.stage.flow.state.operations.size);
}
