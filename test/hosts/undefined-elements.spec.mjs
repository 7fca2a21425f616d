// Before the script comes, when it never comes, and without script: nothing flashes, and a way to the shop is shown.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/demo-site.mjs';
import { openHost, pageWith } from './host-site.mjs';
import { readText } from './package-builds.mjs';

const sheet = '<link rel="stylesheet" href="/undefined.css">';
const contact = '<p id="contact">Orders need a script. <a href="/contact">Ask us</a>.</p>';
const around = (elements) =>
  `<contract-withdrawal><a href="/withdraw">Withdraw from contract here</a></contract-withdrawal>
   ${elements.replace('<cancel-dialog>', '<cancel-dialog><p slot="policy">Our policy</p>')}<footer>The shop</footer>`;

let host;
before(async () => {
  host = await openHost({
    files: new Map([['/undefined.css', await readText('src/define/undefined.css')]]),
    delays: { '/late.js': 1000 },
  });
});
after(() => host?.close());

/** `script`: an address that nothing answers is a script that never comes. */
async function visit(name, { script = '/nowhere.js', head = sheet, prepare } = {}) {
  await host.openShop(name);
  host.serve(`/${name}.html`, pageWith({ shop: name, script, head, list: contact, around }));
  const shopper = await host.newShopper();
  const { page } = await shopper.open(`/${name}.html`, { prepare });
  return { page, shopper };
}

const isShown = async (page, selector) =>
  page.$eval(selector, (element) => {
    const { height } = element.getBoundingClientRect();
    return height > 0 && element.checkVisibility({ visibilityProperty: true });
  });
const heightOf = (page, selector) => page.$eval(selector, ({ offsetHeight }) => offsetHeight);

describe('elements that are not defined yet', () => {
  it('keep a screen of room and hide what is inside, but never the way to withdraw', async () => {
    const { page, shopper } = await visit('waiting');
    assert.equal(await isShown(page, '#contact'), false);
    assert.equal(await heightOf(page, 'order-list'), 900);
    assert.equal(await isShown(page, '[slot="policy"]'), false);
    assert.equal(await isShown(page, 'contract-withdrawal a'), true);
    await shopper.close();
  });

  it('show the way to the shop after three seconds without a script', async () => {
    const { page, shopper } = await visit('never');
    const start = await page.evaluate(() => performance.now());
    await until(
      () => isShown(page, '#contact'),
      (shown) => shown,
      'the fallback',
    );
    const waited = await page.evaluate(() => performance.now());
    assert.ok(waited > 2500 && waited - start < 6000, `after ${waited} ms`);
    assert.ok((await heightOf(page, 'order-list')) < 100);
    await shopper.close();
  });

  it('show it at once where scripts are off', async () => {
    const { page, shopper } = await visit('off', {
      script: '/cdn/rescind.js',
      prepare: (one) => one.setJavaScriptEnabled(false),
    });
    assert.equal(await isShown(page, '#contact'), true);
    assert.ok((await heightOf(page, 'order-list')) < 100);
    assert.equal(await isShown(page, 'contract-withdrawal a'), true);
    assert.equal(await isShown(page, '[slot="policy"]'), false);
    await shopper.close();
  });

  it('show it on a page that switches animations off', async () => {
    const head = `${sheet}<style>* { animation: none !important }</style>`;
    const { page, shopper } = await visit('without-animations', { head });
    assert.equal(await isShown(page, '#contact'), true);
    await shopper.close();
  });

  it('show none of it once they are defined', async () => {
    const { page, shopper } = await visit('defined', { script: '/cdn/rescind.js' });
    await page.waitForSelector('order-list >>> [part~="order"]');
    assert.equal(await isShown(page, '#contact'), false);
    assert.equal(await isShown(page, 'order-list'), true);
    assert.equal(await isShown(page, 'contract-withdrawal a'), true);
    assert.equal(
      await page.$eval('order-list', (list) => getComputedStyle(list).animationName),
      'none',
    );
    await shopper.close();
  });

  it('flash, without the stylesheet', async () => {
    const { page, shopper } = await visit('flash', { head: '' });
    assert.equal(await isShown(page, '#contact'), true);
    assert.equal(await isShown(page, '[slot="policy"]'), true);
    assert.ok((await heightOf(page, 'order-list')) < 100);
    await shopper.close();
  });
});
