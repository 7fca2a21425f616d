// The whole flow in the demo shop, over the memory adapter, in a real browser.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDemo, until } from './demo-site.mjs';

describe('the demo shop', { concurrency: 3 }, () => {
  let site;
  before(async () => {
    site = await openDemo();
  });
  after(() => site?.close());

  /** A test on a page of its own, which must end without a complaint in the console. */
  const shows = (fact, query, test, size) =>
    it(fact, async () => {
      const demo = await site.visit(query, size);
      try {
        await test(demo);
        assert.deepEqual(demo.complaints, []);
      } finally {
        await demo.close();
      }
    });

  shows('lists the orders, newest first, and loads more', '', async (demo) => {
    await demo.orderSays('1048', /Box of threads.*You can cancel until/);
    assert.equal(await demo.orderCount(), 12);
    await demo.press('order-list >>> [part~="more-action"]');
    await until(
      () => demo.orderCount(),
      (count) => count === 24,
      '24 orders',
    );
    assert.match(await demo.words('order-list'), /Showing 24 of 43/);
    assert.deepEqual(await demo.faults(), []);
  });

  shows('explains why an order cannot be canceled, and opens the answer', '', async (demo) => {
    await demo.press('order-list >>> [part~="more-action"]');
    await demo.orderSays('1039', /Too late to cancel: the parcel is on its way.*refuse the parcel/);
    await demo.press(
      'order-list >>> [part~="order-shipped"] [part~="link"]::-p-text(Why can’t I cancel?)',
    );
    const entry = await until(
      () => demo.focus(),
      ({ inside }) => inside === 'faq-accordion',
      'focus in the answers',
    );
    assert.equal(entry.tag, 'summary');
    assert.match(await demo.words('faq-accordion'), /1039/);
    assert.deepEqual(await demo.faults(), []);
  });

  shows(
    'cancels a whole order with the keyboard alone, to the refund',
    '?speed=20',
    async (demo) => {
      const { keyboard } = demo.page;
      await demo.orderSays('1042', /You can cancel until/);
      await demo.tabTo('Cancel order 1042', 'order-list');
      await keyboard.press('Enter');
      await demo.says('cancel-dialog', /Cancel order 1042\?.*You get back €98\.20/);
      await demo.tabTo('Cancel order 1042', 'cancel-dialog');
      await keyboard.press('Enter');
      await demo.says('cancel-dialog', /Order 1042 is canceled/);
      await demo.tabTo('Done', 'cancel-dialog');
      await keyboard.press('Enter');
      await demo.says('cancel-dialog', /^$/);
      const isBack = ({ order }) => order === '1042';
      await until(() => demo.focus(), isBack, 'focus in the row again');
      await demo.orderSays('1042', /Canceled.*Refund issued €98\.20/);
      assert.match(
        await demo.says('cancellation-status', /Refund Issued/),
        /Order 1042 is canceled/,
      );
      assert.deepEqual(await demo.faults(), []);
    },
  );

  shows('cancels some items and a part of a quantity', '?speed=20', async (demo) => {
    await demo.review('1043');
    await demo.press('cancel-dialog >>> #less-0');
    await demo.press('cancel-dialog >>> #choice-3');
    await demo.says('cancel-dialog', /Items €58\.40.*Cancel 2 items/);
    assert.deepEqual(await demo.faults(), []);
    await demo.confirm();
    await demo.says('cancel-dialog', /Done/);
    const row = await demo.orderSays('1043', /Partly canceled.*Refund issued/);
    assert.match(row, /Partly canceled/);
    assert.match(row, /Linen shirt.*1 of 2 canceled.*Stoneware mug.*Canceled.*Desk lamp/);
    assert.doesNotMatch(row, /Canvas tote[^€]*Canceled/);
  });

  shows('takes a request back', '', async (demo) => {
    await demo.review('1042');
    await demo.confirm();
    await demo.says('cancel-dialog', /The shop has your request/);
    await demo.pressIn('cancel-dialog', 'Take back request');
    await demo.orderSays('1042', /You can cancel until/);
    assert.doesNotMatch(await demo.order('1042'), /Cancellation requested/);
  });

  shows('goes on after a reload in the middle', '?speed=3', async (demo) => {
    await demo.review('1042');
    await demo.confirm();
    await demo.says('cancel-dialog', /The shop has your request/);
    await demo.page.reload();
    await demo.orderSays('1042', /Cancellation requested|The shop is canceling/);
    await demo.says('cancellation-status', /Order 1042 · Request C-1042-1/);
    await demo.orderSays('1042', /Canceled.*Refund issued €98\.20/);
  });

  shows(
    'asks the shop when an answer was lost, and finds the request',
    '?scenario=lost-answers',
    async (demo) => {
      await demo.review('1042');
      await demo.confirm();
      await demo.says('cancel-dialog', /We are checking whether your request reached the shop/);
      await demo.orderSays('1042', /Please do not send it again/);
      assert.deepEqual(await demo.faults(), []);
      await demo.says('cancel-dialog', /The shop has your request/);
      await demo.orderSays('1042', /Cancellation requested|The shop is canceling/);
    },
  );

  shows(
    'says that the shop declined, and what to do instead',
    '?scenario=declines&speed=20',
    async (demo) => {
      await demo.review('1042');
      await demo.confirm();
      await demo.says(
        'cancel-dialog',
        /The parcel had already left when your request was looked at/,
      );
      assert.match(await demo.order('1042'), /The shop could not cancel this order/);
      assert.match(await demo.order('1042'), /Start a return|Contact support|refuse/);
      assert.deepEqual(await demo.faults(), []);
    },
  );

  shows(
    'goes on with the code that the shop asks for',
    '?scenario=challenge&speed=20',
    async (demo) => {
      await demo.review('1042');
      await demo.confirm();
      const code = await demo.page.$eval('.panel-code', (element) => element.textContent);
      await demo.page.locator('cancel-dialog >>> [part~="code"] input').fill(code);
      await demo.page.keyboard.press('Enter');
      await demo.orderSays('1042', /Canceled.*Refund issued/);
    },
  );

  shows('signs in at the shop and shows the orders', '?scenario=signed-out', async (demo) => {
    await demo.says('order-list', /Please sign in to see your orders/);
    assert.deepEqual(await demo.faults(), []);
    await demo.press('order-list >>> [part~="button"]');
    await demo.press('#sign-in .main-button');
    await demo.orderSays('1048', /You can cancel until/);
    assert.match(demo.page.url(), /^[^?]*$/);
  });

  shows(
    'keeps the good orders when others are broken, and reports those',
    '?scenario=broken-data',
    async (demo) => {
      await demo.orderSays('1048', /You can cancel until/);
      const log = await demo.page.$eval('.panel-log', (element) => element.textContent);
      assert.match(log, /data-issue/);
      assert.deepEqual(await demo.faults(), []);
    },
  );

  shows(
    'speaks Romanian, from right to left, in the dark, at 320 px',
    '?lang=ro&dir=rtl&theme=dark&panel=open',
    async (demo) => {
      await demo.orderSays('1048', /Poți anula/);
      assert.match(await demo.page.$eval('main', (main) => main.textContent), /Contul tău/);
      const sideways = await demo.page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.equal(sideways, 0);
      assert.deepEqual(await demo.faults(), []);
    },
    { width: 320, height: 800 },
  );

  shows('starts the shop anew', '?speed=20&panel=open', async (demo) => {
    await demo.review('1042');
    await demo.confirm();
    await demo.orderSays('1042', /Refund issued/);
    await demo.pressIn('cancel-dialog', 'Done');
    await demo.press('[name="reset"]');
    await demo.orderSays('1042', /You can cancel until/);
  });

  it('answers at the address that `npm start` prints', async () => {
    const server = spawn('npm', ['start', '--', '--port', '0'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, NO_COLOR: '1' },
      detached: true,
    });
    try {
      let printed = '';
      server.stdout.on('data', (text) => (printed += text));
      const address = /http:\/\/127\.0\.0\.1:\d+\//;
      const [url] = address.exec(await until(() => printed, address)) ?? [];
      const demo = await site.visit('', { at: url });
      await demo.orderSays('1048', /You can cancel until/);
      assert.deepEqual(demo.complaints, []);
      await demo.close();
    } finally {
      // npm has started the server as its child; the group ends with both.
      process.kill(-server.pid);
      await once(server, 'exit');
    }
  });
});
