// What is pressed is large enough, and what is read is not too small: in every density, theme, and on pages that shrink `rem`.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openSite } from './support/site.mjs';

const folder = new URL('../../src/themes/', import.meta.url);
const themes = ['none', ...readdirSync(folder).filter((file) => file.endsWith('.css'))];
const cssOf = (theme) => (theme === 'none' ? '' : readFileSync(new URL(theme, folder), 'utf8'));
/** As Shopify's Dawn and others have it; the second page never sets its own size again. */
const pages = {
  'a page as it comes': '',
  'html{font-size:62.5%} and body{font-size:1.6rem}':
    'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'html{font-size:62.5%} alone': 'html { font-size: 62.5% }',
};

describe('sizes', { concurrency: 2 }, () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  for (const density of ['comfortable', 'compact'])
    for (const [name, css] of Object.entries(pages))
      it(`${density}, on ${name}: targets of 24 px, text of 12 px`, async () => {
        await holds(site, { density, css });
      });

  for (const theme of themes.slice(1))
    it(`${theme}: targets of 24 px, text of 12 px`, async () => {
      await holds(site, { density: 'compact', css: cssOf(theme) });
    });

  it('control: a small button and small print are found', async () => {
    const account = await site.visit({ show: 'openOrder' });
    await account.page.evaluate(() => {
      const [button] = globalThis.reading.all('.order .button');
      button.setAttribute('style', 'min-block-size:0;block-size:20px;padding:0');
      globalThis.reading.all('.order-meta')[0].setAttribute('style', 'font-size:11px');
    });
    assert.equal((await account.page.evaluate(smallTargets)).length, 1);
    assert.equal((await account.page.evaluate(smallTexts)).length > 0, true);
  });
});

async function holds(site, { density, css }) {
  const account = await site.visit({ density, css, policy: '' }, { width: 360, height: 800 });
  await account.revealRows();
  const check = async (view) => {
    assert.deepEqual(await account.page.evaluate(smallTargets), [], view);
    assert.deepEqual(await account.page.evaluate(smallTexts), [], view);
  };
  await check('list');
  await account.ask('order-1043');
  await check('question with a choice');
  await account.key('Escape');
  await account.ask('order-1042');
  await check('question');
  await account.page.evaluate(() => globalThis.reading.all('#policy')[0].click());
  await account.confirm();
  await account.says('cancel-dialog', /The shop has your request/);
  await account.settle();
  await check('request');
}

/** Runs in the page: targets under 24 × 24 px that are no links in a sentence (2.5.8). */
function smallTargets() {
  const { controls, describe } = globalThis.reading;
  return controls().flatMap((element) => {
    const { width, height } = (element.closest('label.filter') ?? element).getBoundingClientRect();
    const isInline =
      element.localName === 'a' &&
      getComputedStyle(element).display.startsWith('inline') &&
      [...element.parentElement.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim(),
      );
    return isInline || (width >= 24 && height >= 23.99)
      ? []
      : [`${describe(element)}: ${width.toFixed(1)} × ${height.toFixed(1)}`];
  });
}

/** Runs in the page: texts under 12 px. */
function smallTexts() {
  const { texts, inside } = globalThis.reading;
  const found = [...texts()].flatMap(({ text, element }) => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    return size >= 11.99
      ? []
      : [
          `${inside(element)} .${element.className || element.localName}: ${size} px “${text.slice(0, 20)}”`,
        ];
  });
  return [...new Map(found.map((line) => [line.split('“')[0], line])).values()].slice(0, 20);
}
