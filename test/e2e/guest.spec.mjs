import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDemo, until } from './demo-site.mjs';

/** What stands in an element, in one line. */
const read = (page, tag) =>
  page.$eval(tag, ({ shadowRoot }) =>
    (shadowRoot?.querySelector('.scope')?.textContent ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

const says = (page, tag, words) =>
  until(
    () => read(page, tag),
    (text) => text.includes(words),
    `<${tag}> says "${words}"`,
  );

const named = (tag, name) => `${tag} >>> ::-p-aria([name="${name}"])`;

describe('a guest of the demo shop', { concurrency: 3 }, () => {
  let demo;
  before(async () => {
    demo = await openDemo();
  });
  after(async () => {
    await demo.close();
  });

  async function lookUp(page) {
    await page.waitForSelector('order-lookup >>> #number');
    await page.type('order-lookup >>> #number', '#1042');
    await page.type('order-lookup >>> #email', 'mira@example.com');
    await page.keyboard.press('Enter');
    await says(page, 'order-lookup', 'Look into your inbox');
  }

  it('finds the order by keys alone, and cancels it', async () => {
    const { page, complaints } = await demo.visit('?visitor=guest&speed=50');
    await lookUp(page);
    await page.type('order-lookup >>> #code', '481 920');
    await page.keyboard.press('Enter');
    await says(page, 'order-lookup', 'You have access to order 1042');
    await says(page, 'order-list', 'Order 1042');
    const cancel = await page.waitForSelector('order-list >>> [part~="cancel-action"]');
    await cancel.focus();
    await page.keyboard.press('Enter');
    const confirm = await page.waitForSelector('cancel-dialog >>> .button-danger');
    await confirm.focus();
    await page.keyboard.press('Enter');
    await says(page, 'order-list', 'Cancellation requested');
    await says(page, 'cancellation-status', '1042');
    assert.deepEqual(complaints, []);
  });

  it('follows the link of the message: nothing is opened before the button is pressed', async () => {
    const visit = await demo.visit('?visitor=guest');
    const { page, complaints } = visit;
    await lookUp(page);
    const link = await page.waitForSelector('.panel-mail a');
    await page.goto(await link.evaluate(({ href }) => href));
    await says(page, 'order-lookup', 'Nothing has been done yet.');
    assert.doesNotMatch(await page.url(), /proof/);
    await says(page, 'order-list', 'Please sign in');
    await visit.press(named('order-lookup', 'Open my order'));
    await says(page, 'order-lookup', 'You have access to order 1042');
    await says(page, 'order-list', 'Order 1042');
    assert.deepEqual(complaints, []);
  });

  it('is answered the same for an order that does not exist', async () => {
    const { page } = await demo.visit('?visitor=guest');
    await lookUp(page);
    const hit = await read(page, 'order-lookup');
    const other = await demo.visit('?visitor=guest');
    await other.page.waitForSelector('order-lookup >>> #number');
    await other.page.type('order-lookup >>> #number', '9999');
    await other.page.type('order-lookup >>> #email', 'nobody@example.com');
    await other.page.keyboard.press('Enter');
    await says(other.page, 'order-lookup', 'Look into your inbox');
    const withoutTime = (text) => text.replace(/\d\d:\d\d|\d+ minutes/g, '–');
    assert.equal(withoutTime(await read(other.page, 'order-lookup')), withoutTime(hit));
  });
});

describe('a blocked order of the demo shop', () => {
  it('leads to the form with its order and the reason, and the answer has a reference', async () => {
    const demo = await openDemo();
    try {
      const visit = await demo.visit();
      const { page, complaints } = visit;
      const search = await page.waitForSelector('order-list >>> input[type="search"]');
      await search.type('1034');
      await says(page, 'order-list', 'The time to cancel is over');
      // While it was typed, other orders may have been found.
      await until(
        () => visit.orderCount(),
        (count) => count === 1,
        'the one order that was searched for',
      );
      await visit.press(named('order-list', 'Contact support: Order 1034'));
      await says(page, 'support-request', 'Order 1034');
      await until(
        () =>
          page.evaluate(
            () =>
              document.activeElement?.localName +
              ' ' +
              document.activeElement?.shadowRoot?.activeElement?.className,
          ),
        (place) => place === 'support-request card-title',
        'the form has focus',
      );
      await page.type('support-request >>> #message', 'Is there nothing that can be done?');
      await visit.press(named('support-request', 'Send message'));
      await says(page, 'support-request', 'Your message is with the shop');
      assert.match(await read(page, 'support-request'), /Reference ?S-\d+.*Order 1034/);
      assert.deepEqual(complaints, []);
    } finally {
      await demo.close();
    }
  });
});
