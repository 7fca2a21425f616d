// Three ways that start outside an account, in a browser against the engine, each beside the shop's own records.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { books, setPolicy } from './support/api.mjs';
import { mailbox, secretsIn } from './support/mailbox.mjs';
import { openStorefront } from './support/storefront.mjs';

const guestPage = 'guest.html';

describe('without an account, in need of help, and withdrawing', () => {
  let site;
  let admin;
  let mails;
  before(async () => {
    site = await openStorefront();
    admin = await site.admin();
    mails = mailbox(site.engine());
    await setPolicy(admin, { grace: 0, handling: 0 });
  });
  after(() => site?.close());

  /** A test on a page of its own, which must end without a complaint in the console. */
  const shows = (fact, open, test) =>
    it(fact, async () => {
      const shop = await open();
      try {
        await test(shop);
        assert.deepEqual(complaintsOf(shop), []);
      } finally {
        await shop.close();
      }
    });
  /** The browser notes every 401, and a guest's first question is answered with one. */
  const complaintsOf = ({ complaints }) => complaints.filter((text) => !/\b401\b/.test(text));
  const bookOf = async (number) => {
    const { orders } = await admin(
      'query($number: String!) { orders(options: { filter: { code: { eq: $number } } }) { items { id } } }',
      { number },
    );
    return books(admin, orders.items[0].id);
  };
  const asGuest = (query = '') => site.visit(`${guestPage}${query}`);
  const type = (shop, name, text) =>
    shop.page.locator(`::-p-aria([name="${name}"][role="textbox"])`).fill(text);
  const push = (shop, name) =>
    shop.page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

  const lookUp = async (shop, number, email) => {
    const known = (await mails.to(email)).length;
    await type(shop, 'Order number', number);
    await type(shop, 'E-mail address', email);
    await push(shop, 'Find order');
    await shop.says('order-lookup', /we have just sent a code that opens it/);
    return secretsIn(await mails.newest(email, known + 1));
  };

  shows('a guest finds the order by a mailed code, and cancels it', asGuest, async (shop) => {
    const { guest } = site.engine();
    const { code } = await lookUp(shop, ' #1042 ', guest.email);
    await type(shop, 'Code from the message', code);
    await push(shop, 'Open order');
    await shop.says('order-lookup', /You have access to order 1042/);
    await shop.orderSays('1042', /Stoneware mug.*Cancel order/);
    assert.equal(await shop.orderCount(), 1, 'no other order of theirs is shown');

    await shop.reviewWithReason('1042');
    const promised = await shop.promised();
    await shop.confirm();
    await shop.says('cancel-dialog', /Order 1042 is canceled|The shop has your request/);
    await shop.orderSays('1042', /Canceled.*Refund issued/);
    const { state, refunds } = await bookOf('1042');
    assert.equal(state, 'Cancelled');
    assert.equal(
      refunds.reduce((sum, { total }) => sum + total, 0),
      promised,
    );
  });

  it('a link in the mail opens the order only when its button is pressed', async () => {
    const { otherGuest } = site.engine();
    const first = await asGuest();
    const { challengeId, token } = await lookUp(first, '1043', otherGuest.email);
    await first.close();
    const shop = await asGuest(`?proof=${challengeId}.${token}`);
    await shop.says('order-lookup', /Nothing has been done yet/);
    assert.equal(new URL(shop.page.url()).search, '', 'the address keeps no key to the order');
    assert.equal(await shop.orderCount(), 0);
    await push(shop, 'Open my order');
    await shop.says('order-lookup', /You have access to order 1043/);
    await shop.orderSays('1043', /Canvas tote/);
    assert.deepEqual(complaintsOf(shop), []);
    await shop.close();
  });

  shows(
    'whoever cannot cancel writes to the shop, with all that it is about',
    () => site.signedIn(),
    async (shop) => {
      const label = await until(
        () =>
          shop.page.evaluate(() => {
            const root = document.querySelector('order-list')?.shadowRoot;
            const button = [...(root?.querySelectorAll('button') ?? [])].find((one) =>
              /^Contact support/.test(one.ariaLabel ?? ''),
            );
            button?.click();
            return button?.ariaLabel;
          }),
        (found) => Boolean(found),
      );
      const [, number] = /(\d+)$/.exec(label);
      await shop.says('support-request', /Sent along/);
      assert.match(await shop.words('support-request'), new RegExp(`Order \\W*${number}`));
      await type(shop, 'Your message', 'May I still cancel? Mulțumesc!');
      await push(shop, 'Send message');
      const [reference] = await until(
        async () => /S-\d{4}-\d+/.exec(await shop.words('support-request')) ?? [],
        ([found]) => found !== undefined,
      );
      const { supportTickets } = await admin(
        'query($reference: String!) { supportTickets(options: { filter: { reference: { eq: $reference } } }) { items { orderNumber orderId about message email } } }',
        { reference },
      );
      const [ticket] = supportTickets.items;
      assert.equal(ticket.orderNumber, number);
      assert.ok(ticket.orderId, 'the shop knows which order it is');
      assert.ok(ticket.about, 'and what the shopper was stuck on');
      assert.equal(ticket.message, 'May I still cancel? Mulțumesc!');
      assert.equal(ticket.email, site.engine().customer.email);
      assert.match((await mails.newest(ticket.email)).text, new RegExp(reference));
    },
  );

  shows('a withdrawal is received, acknowledged by mail, and recorded', asGuest, async (shop) => {
    const email = 'withdrawing@example.test';
    await push(shop, 'Withdraw from contract here');
    await type(shop, 'Your name', 'Ioana Pop');
    await type(shop, 'Contract', '1040');
    await type(shop, 'E-mail for the confirmation of receipt', email);
    await push(shop, 'Confirm withdrawal');
    await shop.says('contract-withdrawal', /received/);
    const words = await shop.words('contract-withdrawal');
    assert.doesNotMatch(words, /approved|accepted/);
    const [reference] = /W-\d{4}-\d+/.exec(words) ?? [];
    const [row] = (
      await admin(
        'query($reference: String!) { withdrawals(options: { filter: { reference: { eq: $reference } } }) { items { receivedAt timeZone name contract contact content } } }',
        { reference },
      )
    ).withdrawals.items;
    assert.deepEqual([row.name, row.contract, row.contact], ['Ioana Pop', '1040', email]);
    assert.equal(row.timeZone, 'Europe/Bucharest');
    const received = new Date(row.receivedAt);
    const zone = { timeZone: row.timeZone };
    // The mail counts to twelve, "2:02:25 PM", and the page to twenty-four.
    const timeIn = (locale) =>
      received
        .toLocaleTimeString(locale, { ...zone, hour: 'numeric', minute: '2-digit' })
        .split(/\s/)[0];
    const day = received.toLocaleDateString('en', { ...zone, day: 'numeric' });
    const { text } = await mails.newest(email);
    for (const part of ['Ioana Pop', '1040', reference, timeIn('en'), day, 'Bucharest'])
      assert.ok(text.includes(part), `the mail says ${part}: ${text}`);
    assert.ok(words.includes(timeIn('en-GB')), `the page says ${timeIn('en-GB')}: ${words}`);
  });

  it('without script the same declaration goes by a plain form', async () => {
    const shop = await site.visit(guestPage, { script: false });
    const { page } = shop;
    await page.click('contract-withdrawal summary');
    await page.type('contract-withdrawal [name="name"]', 'Radu Ionescu');
    await page.type('contract-withdrawal [name="contract"]', '1041');
    await page.type('contract-withdrawal [name="contact"]', 'radu@example.test');
    const pressed = async (button) => {
      await Promise.all([page.waitForNavigation(), page.click(button)]);
      return page.$eval('body', (body) => body.innerText);
    };
    const review = await pressed('contract-withdrawal form button');
    assert.match(review, /Radu Ionescu[\s\S]*1041/);
    assert.deepEqual(await mails.to('radu@example.test'), [], 'the first button sends nothing yet');
    const acknowledgement = await pressed('form button');
    const [reference] = /W-\d{4}-\d+/.exec(acknowledgement) ?? [];
    assert.ok(reference, acknowledgement);
    assert.ok((await mails.newest('radu@example.test')).text.includes(reference));
    await shop.close();
  });
});
