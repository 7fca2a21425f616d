// Small windows, large text, wide spacing: nothing is lost, cut off, or hidden behind what sticks.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSite } from './support/site.mjs';

/** WCAG 1.4.12, put into every root as a reader's own style would be if it reached them. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** What a shopper has before them: opened from the list, and each step of the dialog. */
const views = {
  'the list with every kind of order': async () => {},
  'the question about a whole order': (account) => account.ask('order-1042'),
  'the question with a choice of items': (account) => account.ask('order-1043'),
  'an order that cannot be canceled': async (account) => {
    await account.send({ type: 'open', orderId: 'order-1039' });
    await account.says('cancel-dialog', /can no longer be canceled/);
  },
  'a request that was sent': async (account) => {
    await account.ask('order-1042');
    await account.confirm();
    await account.says('cancel-dialog', /The shop has your request/);
  },
};

/** 320 px is what is left of 1280 at 400 %. */
const windows = {
  '320 × 800': { width: 320, height: 800 },
  '400 % zoom (320 × 256)': { width: 320, height: 256 },
  '200 % zoom (640 × 450)': { width: 640, height: 450 },
};

describe('reflow', { concurrency: 2 }, () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  for (const [name, show] of Object.entries(views))
    for (const [size, window] of Object.entries(windows))
      it(`${name} at ${size}: nothing sideways, nothing cut off, no focus obscured`, async () => {
        const account = await site.visit({}, window);
        await account.revealRows();
        await show(account);
        await account.settle();
        assert.equal(await sideways(account), 0);
        assert.deepEqual(await account.page.evaluate(() => globalThis.reading.clipped()), []);
        const { stops, obscured } = await walk(account);
        assert.ok(stops >= 2, `${stops} stops`);
        assert.deepEqual(obscured, []);
      });

  for (const [name, show] of Object.entries(views))
    it(`${name} with text spacing of 1.4.12: no loss`, async () => {
      const account = await site.visit({}, { width: 320, height: 800 });
      await show(account);
      await account.page.evaluate(adoptEverywhere, spacing);
      await account.revealRows();
      assert.equal(await sideways(account), 0);
      assert.deepEqual(await account.page.evaluate(() => globalThis.reading.clipped()), []);
    });

  for (const [name, show] of Object.entries(views))
    it(`${name} with text of 200 %: no loss`, async () => {
      const account = await site.visit(
        { css: 'html { font-size: 200% }' },
        { width: 640, height: 800 },
      );
      await show(account);
      await account.revealRows();
      assert.equal(await sideways(account), 0);
      assert.deepEqual(await account.page.evaluate(() => globalThis.reading.clipped()), []);
      const smallest = await account.page.evaluate(() =>
        Math.min(
          ...[...globalThis.reading.texts()].map(({ element }) =>
            Number.parseFloat(getComputedStyle(element).fontSize),
          ),
        ),
      );
      assert.ok(smallest >= 24, `${smallest} px`);
    });

  it('control: a text that is cut off, and one that leaves the page, are found', async () => {
    const account = await site.visit({ show: 'openOrder' }, { width: 320, height: 800 });
    await account.page.evaluate(
      adoptEverywhere,
      '.order-number { max-inline-size: 2em; overflow: hidden; white-space: nowrap } .list-title { white-space: nowrap; letter-spacing: 1em }',
    );
    await account.settle();
    const found = await account.page.evaluate(() => globalThis.reading.clipped());
    assert.ok(
      found.some((line) => /Order.*order-number/.test(line)),
      found.join('\n'),
    );
    assert.ok(
      found.some((line) => /Your orders.*the page/.test(line)),
      found.join('\n'),
    );
    assert.ok((await sideways(account)) > 0);
  });

  it('control: focus under something that sticks is found', async () => {
    const account = await site.visit({ show: 'openOrder' }, { width: 320, height: 256 });
    await account.page.evaluate(() => {
      const bar = document.createElement('div');
      bar.setAttribute('style', 'position:fixed;inset:0;background:gray;z-index:9');
      document.body.append(bar);
    });
    const { obscured } = await walk(account);
    assert.ok(obscured.length > 0);
  });
});

function sideways({ page }) {
  return page.evaluate(() => {
    const root = document.documentElement;
    // A modal has a scroller of its own.
    const inner = globalThis.reading
      .all('dialog[open], dialog[open] *')
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .map((element) => element.scrollWidth - element.clientWidth);
    return Math.max(root.scrollWidth - root.clientWidth, 0, ...inner);
  });
}

function adoptEverywhere(css) {
  for (const root of globalThis.reading.roots()) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
  }
}

/** Goes through all stops with Tab; those of which nothing can be seen, or whose middle something covers, are obscured. */
async function walk(account) {
  const { page } = account;
  const seen = new Set();
  const obscured = [];
  for (let step = 0; step < 150; step += 1) {
    await account.key('Tab');
    const stop = await page.evaluate(async () => {
      const { active, describe, all, inside } = globalThis.reading;
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      const element = active();
      if (element === document.body) return { is: 'the browser' };
      const box = element.getBoundingClientRect();
      const index = all('*').indexOf(element);
      const deepest = (x, y) => {
        let found = document.elementFromPoint(x, y);
        for (let next = found; next?.shadowRoot; found = next ?? found)
          next = next.shadowRoot.elementFromPoint(x, y);
        return found;
      };
      // Some of it has to be seen (2.4.11): looked for at nine places.
      const own = element.labels?.[0];
      const places = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]),
      );
      const tops = places.map((place) => deepest(...place));
      const isShown = tops.some(
        (top) => top && (element.contains(top) || top.contains(element) || own?.contains(top)),
      );
      const [, , , , top] = tops;
      return {
        is: `${index}`,
        ...(!isShown
          ? {
              fault: `${describe(element)} at ${Math.round(box.top)}…${Math.round(box.bottom)} under ${top ? `${inside(top)} ${top.localName}.${top.className}` : 'nothing'}`,
            }
          : {}),
      };
    });
    if (seen.has(stop.is)) break;
    seen.add(stop.is);
    if (stop.fault) obscured.push(stop.fault);
  }
  return { stops: seen.size, obscured };
}
