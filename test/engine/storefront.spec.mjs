// The whole flow in a shop's page, in a real browser, against a real engine.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { books, setPolicy } from './support/api.mjs';
import { openStorefront } from './support/storefront.mjs';

describe('a storefront on Vendure', () => {
  let site;
  let admin;
  before(async () => {
    site = await openStorefront();
    admin = await site.admin();
  });
  after(() => site?.close());

  /** What the engine's books say about an order, by the number that the page shows. */
  const bookOf = async (number) => {
    const { orders } = await admin(
      'query($number: String!) { orders(options: { filter: { code: { eq: $number } } }) { items { id } } }',
      { number },
    );
    return books(admin, orders.items[0].id);
  };
  const refunded = ({ refunds }) => refunds.reduce((sum, { total }) => sum + total, 0);

  /** A test on a page of its own, signed in, which must end without a complaint in the console. */
  const shows = (fact, test) =>
    it(fact, async () => {
      const shop = await site.signedIn();
      try {
        await test(shop);
        assert.deepEqual(shop.complaints, []);
      } finally {
        await shop.close();
      }
    });

  it('lets nobody in with a wrong password', async () => {
    const shop = await site.visit();
    await shop.signIn({ email: 'ana@example.test', password: 'not-hers' });
    const problem = () => shop.page.$eval('#sign-in-problem', (element) => element.textContent);
    await until(problem, /is not right/);
    assert.equal(await shop.orderCount(), 0);
    await shop.close();
  });

  shows('lists the orders, newest first, loads more, and explains a blocked one', async (shop) => {
    await shop.orderSays('1036', /Linen shirt.*You can cancel until/);
    assert.equal(await shop.orderCount(), 10);
    await shop.press('order-list >>> [part~="more-action"]');
    await shop.orderSays('1020', /Trail running shoe.*[Tt]oo late to cancel/);
    assert.match(await shop.words('order-list'), /Showing 20 of 36/);
  });

  for (const { number, what, choose, outcome } of [
    {
      number: '1027',
      what: 'a part of an order with a 10 % coupon',
      choose: (shop) => shop.press('cancel-dialog >>> #less-0'),
      outcome: /Partly canceled.*Linen shirt.*2 of 3 canceled.*Refund issued/,
    },
    {
      number: '1028',
      what: 'an order with a fixed coupon',
      outcome: /Canceled.*Desk lamp.*Refund issued/,
    },
    {
      number: '1030',
      what: 'an order whose refund takes a while',
      outcome: /Canceled.*Beech chair.*Refund on its way/,
    },
  ]) {
    shows(`refunds what it has promised, to the cent: ${what}`, async (shop) => {
      await setPolicy(admin, { grace: 0, handling: 0 });
      await shop.reviewWithReason(number);
      const whole = await shop.promised();
      await choose?.(shop);
      const promised = choose
        ? await until(
            () => shop.promised(),
            (amount) => amount > 0 && amount < whole,
          )
        : whole;

      await shop.confirm();
      await shop.orderSays(number, outcome);
      const book = await bookOf(number);
      assert.equal(refunded(book), promised);
      assert.equal(book.state, choose ? 'PaymentSettled' : 'Cancelled');
      await shop.pressIn('cancel-dialog', 'Done');
    });
  }

  shows('takes a request back', async (shop) => {
    await setPolicy(admin, { grace: 120, handling: 0 });
    await shop.reviewWithReason('1036');
    await shop.confirm();
    await shop.says('cancel-dialog', /The shop has your request/);
    await shop.pressIn('cancel-dialog', 'Take back request');
    await shop.orderSays('1036', /You can cancel until/);
    assert.deepEqual((await bookOf('1036')).refunds, []);
  });

  it('does all of it by REST as well, and is told by a stream what becomes of a request', async () => {
    await setPolicy(admin, { grace: 2, handling: 2 });
    const shop = await site.signedIn('?adapter=rest');
    // By now the page's own sign-in, which is GraphQL, is over.
    await shop.orderSays('1036', /Linen shirt/);
    const asked = [];
    shop.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await shop.reviewWithReason('1031');
    const promised = await shop.promised();
    await shop.confirm();
    await shop.says('cancel-dialog', /The shop has your request/);
    await shop.orderSays('1031', /Canceled.*Refund/);
    const book = await bookOf('1031');
    assert.equal(refunded(book), promised);
    assert.ok(asked.includes('/api/rescind/cancellation-events'));
    assert.ok(!asked.includes('/shop-api'));
    assert.deepEqual(shop.complaints, []);
    await shop.close();
  });

  it('goes on after a reload and after the engine was killed in the middle', async () => {
    await setPolicy(admin, { grace: 3, handling: 3 });
    const shop = await site.signedIn();
    await shop.reviewWithReason('1034');
    await shop.confirm();
    await shop.says('cancel-dialog', /The shop has your request/);
    const { id } = await bookOf('1034');
    await shop.page.reload();
    await shop.orderSays('1034', /Cancellation requested|The shop is canceling/);

    await site.killEngine();
    await site.startEngineAgain();
    admin = await site.admin();
    await shop.page.reload();
    await shop.orderSays('1034', /Canceled.*The refund did not go through/);
    const book = await bookOf('1034');
    assert.deepEqual([book.id, book.state, book.history.totalItems], [id, 'Cancelled', 1]);
    assert.deepEqual(
      book.refunds.map(({ state, total }) => [state, total]),
      [['Failed', book.payments[0].amount]],
    );
    await shop.close();
  });
});
