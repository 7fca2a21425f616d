// Pages that lack something, or go away and come back: in real Chromium, against one shop over HTTP that says what really happened.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { openHost, pageWith } from './host-site.mjs';

const minute = 60_000;

let host;
before(async () => {
  host = await openHost({
    args: [
      '--host-resolver-rules=MAP shop.example 127.0.0.1',
      '--enable-features=BackForwardCache',
    ],
  });
});
after(() => host?.close());

/** A shop of its own, a page on it, and a shopper who opens the page once or in several tabs. */
async function newPage(name, { headers, ...options } = {}) {
  const shop = await host.openShop(name);
  host.serve(`/${name}.html`, pageWith({ shop: name }), headers);
  const shopper = await host.newShopper();
  const open = () => shopper.open(`/${name}.html`, options);
  return { shop, shopper, open };
}

async function cancels({ shop, shopper, open }) {
  const shown = await open();
  await shown.review('1042');
  await shown.confirm();
  await shown.says('cancel-dialog', /The shop has your request/);
  await shown.orderSays('1042', /Cancellation requested/);
  assert.equal((await shop.effects('order-1042')).length, 1);
  assert.deepEqual(shown.complaints, []);
  await shopper.close();
}

const lacks = (what) => (page) => page.evaluateOnNewDocument(what);

describe('a page that lacks something cancels all the same', () => {
  it('in a sandbox, where storage, locks and channels are refused', async () => {
    const page = await newPage('sandbox', {
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
    });
    const probe = await page.open();
    const refused = await probe.page.evaluate(() => {
      try {
        return localStorage.length;
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(refused, 'SecurityError');
    await probe.page.close();
    await cancels(page);
  });

  it('in a sandboxed frame of another page', async () => {
    const shop = await host.openShop('frame');
    host.serve('/frame.html', pageWith({ shop: 'frame' }));
    host.serve(
      '/around.html',
      '<!doctype html><iframe sandbox="allow-scripts" src="/frame.html" width="900" height="700"></iframe>',
    );
    const shopper = await host.newShopper();
    const { page, complaints } = await shopper.open('/around.html');
    const frame = page.frames().find((one) => one.url().endsWith('/frame.html'));
    const press = async (selector) => {
      const button = await frame.waitForSelector(selector);
      await button.evaluate((element) => element.click());
    };
    await press('order-list >>> button[aria-label="Cancel order 1042"]');
    await press('cancel-dialog >>> [part~="button-danger"]');
    await until(
      () => shop.effects('order-1042'),
      (list) => list.length === 1,
      'the request',
    );
    await frame.waitForSelector(
      'cancel-dialog >>> [part~="dialog-title"]::-p-text(The shop has your request)',
    );
    assert.deepEqual(complaints, []);
    await shopper.close();
  });

  it('where the access to storage itself throws', async () => {
    await cancels(
      await newPage('no-storage', {
        prepare: lacks(() => {
          for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, {
              get() {
                throw new DOMException('denied', 'SecurityError');
              },
            });
        }),
      }),
    );
  });

  it('where storage is full', async () => {
    const page = await newPage('full');
    const { page: filled } = await page.open();
    const left = await filled.evaluate(() => {
      for (const storage of [localStorage, sessionStorage])
        for (let size = 1 << 22, name = 0; size >= 1; name += 1)
          try {
            storage.setItem(name, 'x'.repeat(size));
          } catch {
            size >>= 1;
          }
      try {
        localStorage.setItem('one more', '');
        return 'room';
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(left, 'QuotaExceededError');
    await filled.close();
    await cancels(page);
  });

  it('on a page that is no secure context, where there are no locks', async () => {
    const page = await newPage('insecure', { at: `http://shop.example:${host.port}` });
    const probe = await page.open();
    assert.equal(await probe.page.evaluate(() => isSecureContext || 'locks' in navigator), false);
    await probe.page.close();
    await cancels(page);
  });

  it('without BroadcastChannel', async () => {
    await cancels(
      await newPage('no-channel', { prepare: lacks(() => delete globalThis.BroadcastChannel) }),
    );
  });
});

describe('two tabs on the same order at the same time', () => {
  async function bothConfirm(first, second) {
    const tabs = [await first.open(), await second.open()];
    for (const tab of tabs) {
      await tab.page.bringToFront();
      await tab.review('1042');
    }
    // By appointment: a press that came a moment later would find the other tab's news, and no button.
    const at = Date.now() + 500;
    await Promise.all(
      tabs.map(({ page }) =>
        page.evaluate((moment) => {
          const button = document
            .querySelector('cancel-dialog')
            .shadowRoot.querySelector('[part~="button-danger"]');
          return new Promise((done) => {
            setTimeout(() => done(button.click()), moment - Date.now());
          });
        }, at),
      ),
    );
    return tabs;
  }

  const bothShow = async (tabs) => {
    for (const tab of tabs) {
      await tab.page.bringToFront();
      await tab.orderSays('1042', /Cancellation requested|The shop is canceling/);
    }
  };

  it('send one request, and both show it', async () => {
    const page = await newPage('tabs');
    await bothShow(await bothConfirm(page, page));
    assert.equal(page.shop.writes.length, 1);
    assert.equal((await page.shop.effects('order-1042')).length, 1);
    await page.shopper.close();
  });

  for (const [name, options] of [
    ['locks', { at: true }],
    ['channels', { prepare: lacks(() => delete globalThis.BroadcastChannel) }],
  ]) {
    it(`have one effect without ${name}, and both show it`, async () => {
      const page = await newPage(`tabs-${name}`, {
        ...options,
        ...(options.at && { at: `http://shop.example:${host.port}` }),
      });
      await bothShow(await bothConfirm(page, page));
      assert.equal((await page.shop.effects('order-1042')).length, 1);
      await page.shopper.close();
    });
  }

  it('would be two requests if the tabs shared nothing', async () => {
    const page = await newPage('strangers');
    const other = await host.newShopper();
    await bothConfirm(page, { open: () => other.open('/strangers.html') });
    await until(
      () => page.shop.writes.length,
      (count) => count === 2,
      'two requests',
    );
    await Promise.all([page.shopper.close(), other.close()]);
  });
});

describe('a page that went away', () => {
  it('shows what happened meanwhile when it comes back from the back/forward cache', async () => {
    const { shop, shopper, open } = await newPage('back');
    const shown = await open();
    await shown.review('1042');
    await shown.confirm();
    await shown.says('cancel-dialog', /The shop has your request/);
    await shown.pressIn('cancel-dialog', 'Done');
    // The page is only told so; the test below really goes away.
    const tell = (type) =>
      shown.page.evaluate(
        (name) => void dispatchEvent(new PageTransitionEvent(name, { persisted: true })),
        type,
      );
    await tell('pagehide');
    shop.shop.advance(minute);
    assert.match(await shown.order('1042'), /Cancellation requested/);
    await tell('pageshow');
    await shown.orderSays('1042', /Canceled/);
    await shown.says('cancellation-status', /Order 1042 is canceled/);
    assert.deepEqual(shown.complaints, []);
    await shopper.close();
  });

  // The tests' Chromium loads it anew; one that keeps pages (CHROME_PATH) shows the same one again.
  it('shows what happened meanwhile when the shopper was elsewhere and goes back', async () => {
    const { shop, shopper, open } = await newPage('elsewhere');
    host.serve('/other.html', '<!doctype html><title>Elsewhere</title>');
    const shown = await open();
    await shown.review('1042');
    await shown.confirm();
    await shown.says('cancel-dialog', /The shop has your request/);
    await shown.page.goto(`${host.address}/other.html`);
    shop.shop.advance(minute);
    await shown.page.goBack();
    await shown.orderSays('1042', /Canceled/);
    assert.equal((await shop.effects('order-1042')).length, 1);
    await shopper.close();
  });

  it('sends nothing while offline, and goes on when it is back', async () => {
    const { shop, shopper, open } = await newPage('offline');
    const shown = await open();
    await shown.review('1042');
    await shown.page.setOfflineMode(true);
    await shown.confirm();
    await shown.says('cancel-dialog', /You are offline\. Nothing was sent/);
    await shown.page.setOfflineMode(false);
    assert.deepEqual(shop.writes, []);
    await until(
      () => shown.words('cancel-dialog'),
      (words) => !/You are offline/.test(words),
      'the dialog to be online',
    );
    await shown.confirm();
    await shown.says('cancel-dialog', /The shop has your request/);
    assert.equal((await shop.effects('order-1042')).length, 1);

    await shown.page.setOfflineMode(true);
    await shown.says('order-list', /You are offline/);
    shop.shop.advance(minute);
    await shown.page.setOfflineMode(false);
    await shown.orderSays('1042', /Canceled/);
    await shopper.close();
  });
});
