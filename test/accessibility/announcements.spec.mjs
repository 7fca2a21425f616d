// What is said aloud: each change once, in the region that can be heard, with every element on the page.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSite, until } from './support/site.mjs';

describe('announcements', () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  /** The page with a record of what every live region in any root came to say. */
  async function listening(query = {}) {
    const account = await site.visit({ show: 'openOrder,promotionOrder,shippedOrder', ...query });
    await account.page.evaluate(listen);
    return account;
  }
  const said = ({ page }) => page.evaluate(() => globalThis.said());
  const says = (account, fits, what) => until(() => said(account), fits, what);

  it('finds the regions in place and empty before anything is said', async () => {
    const account = await listening();
    assert.deepEqual(await account.page.evaluate(() => globalThis.liveRegions()), [
      'cancellation-provider: ""',
    ]);
    await account.ask('order-1042');
    assert.deepEqual((await account.page.evaluate(() => globalThis.liveRegions())).sort(), [
      'cancel-dialog: ""',
      'cancellation-provider: ""',
    ]);
  });

  it('one update is said once by the provider, with list, status and answers on the page and the dialog closed', async () => {
    const account = await listening();
    await account.ask('order-1042');
    await account.confirm();
    await account.says('cancel-dialog', /The shop has your request/);
    await account.key('Escape');
    await account.says('cancel-dialog', /^$/);
    await account.page.evaluate(listen);
    await account.advance(22_000);
    await account.orderSays('1042', /Canceled/);
    await account.says('cancellation-status', /Order 1042 is canceled/);
    await says(account, ({ length }) => length > 0, 'something said');
    await account.settle();
    assert.deepEqual(await said(account), ['cancellation-provider: Order 1042: Canceled']);
  });

  it('one update is said once by the dialog while it is modal', async () => {
    const account = await listening();
    await account.ask('order-1042');
    await account.confirm();
    await account.says('cancel-dialog', /The shop has your request/);
    await account.page.evaluate(listen);
    await account.advance(22_000);
    await account.says('cancel-dialog', /Order 1042 is canceled/);
    await account.orderSays('1042', /Canceled/);
    await says(account, ({ length }) => length > 0, 'something said');
    await account.settle();
    assert.deepEqual(await said(account), ['cancel-dialog: Order 1042: Canceled']);
  });

  it('one update is said once by the provider while the question stands in the page', async () => {
    const account = await listening({ inline: '' });
    await account.ask('order-1042');
    await account.confirm();
    await account.says('cancel-dialog', /The shop has your request/);
    await account.page.evaluate(listen);
    await account.advance(22_000);
    await account.says('cancel-dialog', /Order 1042 is canceled/);
    await says(account, ({ length }) => length > 0, 'something said');
    await account.settle();
    assert.deepEqual(await said(account), ['cancellation-provider: Order 1042: Canceled']);
  });

  it('an update of another order is said by the open dialog, too', async () => {
    const account = await listening();
    await account.ask('order-1042');
    await account.confirm();
    await account.says('cancel-dialog', /The shop has your request/);
    await account.key('Escape');
    await account.says('cancel-dialog', /^$/);
    await account.ask('order-1043');
    await account.page.evaluate(listen);
    await account.advance(22_000);
    await says(account, ({ length }) => length > 0, 'something said');
    await account.settle();
    assert.deepEqual(await said(account), ['cancel-dialog: Order 1042: Canceled']);
  });

  it('the same sentence again is a change that can be heard', async () => {
    const account = await listening();
    await account.ask('order-1042');
    await account.confirm();
    await account.says('cancel-dialog', /The shop has your request/);
    await account.key('Escape');
    await account.page.evaluate(listen);
    for (let time = 0; time < 2; time += 1) {
      await account.send({ type: 'parts-failed' });
      await account.settle();
    }
    const spoken = await account.page.evaluate(() => globalThis.said(true));
    assert.equal(spoken.length, 2, spoken.join('\n'));
    assert.notEqual(spoken[0], spoken[1]);
    assert.equal(spoken[0].trim(), spoken[1].trim());
  });

  it('sending, loading more and a lost connection are said, and focus stays where it is', async () => {
    const account = await listening({ count: '12', 'page-size': '10', show: undefined });
    const focus = () =>
      account.page.evaluate(() => globalThis.reading.describe(globalThis.reading.active()));
    await account.page.evaluate(() => globalThis.reading.all('[part~="cancel-action"]')[0].focus());
    const before = await focus();
    await account.send({ type: 'load-more' });
    await says(account, (lines) => lines.some((line) => /12 orders/.test(line)), '12 orders');
    await account.page.setOfflineMode(true);
    await says(
      account,
      (lines) => lines.some((line) => /offline|connection/i.test(line)),
      'offline',
    );
    await account.page.setOfflineMode(false);
    await says(account, (lines) => lines.some((line) => /connected again/.test(line)), 'online');
    assert.equal((await focus()).split('.')[0], before.split('.')[0]);
    const lines = await said(account);
    assert.equal(new Set(lines).size, lines.length, lines.join('\n'));
  });

  it('a number of answers that are found is said by the answers alone', async () => {
    const account = await listening();
    await account.page.$eval('faq-accordion', (answers) => {
      answers.entries = Array.from({ length: 12 }, (_, index) => ({
        id: `entry-${index}`,
        question: `Question ${index} about a coupon`,
        answer: 'An answer.',
      }));
    });
    const field = await account.page.waitForSelector('faq-accordion >>> input[type="search"]');
    await account.page.evaluate(() => globalThis.listenAgain());
    await field.type('coupon');
    await says(account, ({ length }) => length > 0, 'a number');
    assert.ok((await said(account)).every((line) => line.startsWith('faq-accordion')));
  });

  it('control: a second region that says the same is counted', async () => {
    const account = await listening();
    await account.page.evaluate(() => {
      const region = document.createElement('p');
      region.ariaLive = 'polite';
      document.body.append(region);
      globalThis.stage.flow.subscribe(({ announcement }) => {
        if (announcement) region.textContent = `${announcement.kind}`;
      });
      globalThis.listenAgain();
    });
    await account.ask('order-1042');
    await account.confirm();
    await account.says('cancel-dialog', /The shop has your request/);
    await account.settle();
    const lines = await said(account);
    assert.ok(lines.length > new Set(lines.map((line) => line.split(':')[0])).size - 1);
    assert.ok(
      lines.some((line) => line.startsWith('page')),
      lines.join('\n'),
    );
    assert.ok(
      lines.some((line) => line.startsWith('cancel-dialog')),
      lines.join('\n'),
    );
  });
});

/** Runs in the page: records from now on what each live region in any root says. */
function listen() {
  const { all, inside } = globalThis.reading;
  const selector =
    '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"], output:not([aria-live])';
  const where = (region) => inside(region) || 'page';
  const lines = [];
  const watched = new WeakSet();
  const watch = () => {
    for (const region of all(selector)) {
      if (watched.has(region)) continue;
      watched.add(region);
      new MutationObserver(() => {
        const text = region.textContent;
        if (text.trim()) lines.push([where(region), text]);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  };
  watch();
  // Roots and regions that come later are watched from the frame in which they are there.
  const frame = () => {
    if (globalThis.said !== said) return;
    watch();
    requestAnimationFrame(frame);
  };
  const plain = (text) => text.replace(/[\s\u2066-\u2069]+/g, ' ').trim();
  const said = (raw = false) =>
    lines.map(([place, text]) => `${place}: ${raw ? text : plain(text)}`);
  globalThis.said = said;
  globalThis.listenAgain = watch;
  globalThis.liveRegions = () =>
    all(selector)
      .filter((region) => region.checkVisibility() && region.localName !== 'output')
      .map((region) => `${where(region)}: ${JSON.stringify(region.textContent.trim())}`);
  frame();
}
