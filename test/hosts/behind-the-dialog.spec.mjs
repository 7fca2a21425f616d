// What stands behind the dialog or hides it; and that the checks of these pages find what is wrong.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { cancelAction, closed } from './host-journey.mjs';
import { hostilePages } from './hostile-pages.mjs';
import { openHostileHost, visit } from './hostile-visit.mjs';
import { readShifts } from './layout-shift.mjs';
import { faultsOf } from './looks-right.mjs';

let host;
before(async () => (host = await openHostileHost()));
after(() => host?.close());

describe('around the dialog', () => {
  it('the page behind the dialog stands still, and is as it was afterwards', async () => {
    const { page, shown, shopper } = await visit(host, 'behind', hostilePages.plain);
    const state = () =>
      page.evaluate(() => [
        document.body.getBoundingClientRect().width,
        document.documentElement.getAttribute('style'),
        document.adoptedStyleSheets.length,
        getComputedStyle(document.documentElement).overflowY,
      ]);
    await page.waitForSelector(cancelAction);
    const before = await state();
    await shown.press(cancelAction);
    await page.waitForSelector('cancel-dialog >>> dialog:modal [part~="amounts"]');
    const [width] = await state();
    assert.equal(width, before[0]);
    const y = await page.evaluate(() => scrollY);
    await page.mouse.move(20, 450);
    await page.mouse.wheel({ deltaY: 600 });
    await page.evaluate(() => new Promise((next) => setTimeout(next, 100)));
    assert.equal(await page.evaluate(() => scrollY), y);
    await page.keyboard.press('Escape');
    await closed(page);
    assert.deepEqual(await state(), before);
    await shopper.close();
  });

  it('a tab that is hidden while the dialog is open: the page stays usable, and the request goes on', async () => {
    const around = (elements) =>
      `<button id="other">Other tab</button><div id="orders-tab">${elements}</div>`;
    const { page, shop, shown, shopper } = await visit(host, 'tab', {
      ...hostilePages.plain,
      around,
    });
    await page.waitForSelector(cancelAction);
    await shown.press(cancelAction);
    await page.waitForSelector('cancel-dialog >>> dialog:modal [part~="amounts"]');
    await shown.confirm();
    // Before that, closing keeps the order.
    await page.waitForSelector('cancel-dialog >>> [part~="answer"]');
    await page.evaluate(() => (document.querySelector('#orders-tab').hidden = true));
    await closed(page);
    await page.evaluate(() =>
      document.querySelector('#other').addEventListener('click', () => (document.title = 'used')),
    );
    await page.click('#other');
    assert.equal(await page.title(), 'used');
    await until(
      () => shop.effects('order-1042'),
      ({ length }) => length === 1,
      'the request',
    );
    assert.match(shown.complaints.join('\n'), /closed because <div id="orders-tab"> hides it/);
    assert.equal(shown.complaints.length, 1);
    await page.evaluate(() => (document.querySelector('#orders-tab').hidden = false));
    await page.waitForSelector('order-list >>> [data-order="order-1042"] [part~="progress"]');
    await shopper.close();
  });
});

describe('what the checks find', () => {
  it('a picture without a size moves the page', async () => {
    const { page, shopper } = await visit(host, 'planted', hostilePages.plain);
    await page.waitForSelector(cancelAction);
    await page.evaluate(async () => {
      const picture = Object.assign(new Image(), { src: '/picture.svg', width: 200 });
      document.querySelector('cancellation-provider').before(picture);
      await picture.decode();
    });
    const { sum, lines } = await readShifts(page);
    assert.ok(sum > 0.01, `${sum}`);
    assert.ok(lines.length > 0);
    await shopper.close();
  });

  it('without the stylesheet the page moves when the script comes', async () => {
    const { page, shopper } = await visit(host, 'bare', { around: hostilePages.plain.around });
    await page.waitForSelector(cancelAction);
    assert.ok((await readShifts(page)).sum > 0.01);
    await shopper.close();
  });

  it('small text, small targets, a dialog out of place, faint text and a page too wide', async () => {
    const { page, shown, shopper } = await visit(host, 'wrong', hostilePages.plain);
    await shown.press(cancelAction);
    await page.waitForSelector('cancel-dialog >>> dialog:modal [part~="amounts"]');
    assert.deepEqual(await faultsOf(page), []);
    await page.addStyleTag({
      content: `cancel-dialog::part(dialog) { margin-inline-start: -9px; background: #777 }
        cancel-dialog::part(dialog-subtitle) { font-size: 11px; text-transform: uppercase }
        cancel-dialog::part(close) { inline-size: 20px; min-inline-size: 0 }
        footer { width: 200vw }`,
    });
    const found = (await faultsOf(page)).join('\n');
    for (const fault of [
      ...[/not centered/, /leaves the window/, /text of 11px/, /uppercase/, /target of 20 x/],
      ...[/px wide/, /contrast of the title of the dialog/],
    ])
      assert.match(found, fault);
    await shopper.close();
  });
});
