// What a control is called, as assistive technology and voice control hear it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { controlRoles, ofElement, plain, readTree } from './support/tree.mjs';
import { openSite } from './support/site.mjs';

/** Those that come with the library; the pseudo-locale is no language. */
const locales = [
  ...readFileSync(new URL('../../src/ui/locales.ts', import.meta.url), 'utf8').matchAll(
    /\['([a-z]{2})', \(\) => import/g,
  ),
].map(([, language]) => language);

describe('names of controls', () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  it('every control has one, and the words that are seen are in it', async () => {
    const account = await site.visit({ policy: '' });
    const found = await controlsOf(account);
    assert.ok(found.length > 80, `${found.length} controls`);
    assert.deepEqual(found.flatMap(faultOf), []);
    await account.ask('order-1043');
    const asked = await controlsOf(account);
    assert.ok(asked.length > 10, `${asked.length} controls in the dialog`);
    assert.deepEqual(asked.flatMap(faultOf), []);
  });

  for (const lang of locales)
    it(`the words that are seen are in the name: ${lang}`, async () => {
      const account = await site.visit({
        ...{ lang, show: 'openOrder,requestedOrder,sellersOrder,shippedOrder,challengeOrder' },
      });
      await account.page.waitForFunction(() => !globalThis.reading.all(':state(loading)').length);
      const found = await controlsOf(account);
      assert.ok(found.length > 15, `${found.length} controls`);
      assert.deepEqual(found.flatMap(faultOf), []);
    });

  it('in the list and in the status, what acts on an order names it', async () => {
    const account = await site.visit();
    const found = await controlsOf(account);
    const about = found.filter(({ order, host }) => order || host === 'cancellation-status');
    assert.ok(about.length > 60, `${about.length} controls of orders`);
    const nameless = about
      .filter(({ name, order }) => !(order ? name.includes(order) : /\d{4}/.test(name)))
      // Items have names of their own.
      .filter(({ isItem }) => !isItem)
      // To the shop in general.
      .filter(({ href }) => !/^\/(?:shop|purchases)$/.test(href))
      .map(({ host, name, order }) => `${host}: “${name}” of ${order}`);
    assert.deepEqual(nameless, []);
  });

  it('the button that asks the shop names the act and the order, in every way to ask', async () => {
    for (const [id, act] of [
      ['order-1042', /^Cancel order 1042$/],
      ['order-1043', /^Cancel \d items: Order 1043$/],
    ]) {
      const account = await site.visit({ show: 'openOrder,promotionOrder' });
      await account.ask(id);
      if (id === 'order-1043')
        await account.page.evaluate(() => globalThis.reading.all('#choice-1')[0].click());
      await account.settle();
      const [final] = (await controlsOf(account)).filter(({ isFinal }) => isFinal);
      assert.match(final.name, act);
    }
  });

  it('control: a control without a name, and one that is called otherwise than it reads, are found', async () => {
    const account = await site.visit({ show: 'openOrder,requestedOrder' });
    await account.page.evaluate(() => {
      const [first, second] = globalThis.reading.all('.order .button');
      first.replaceChildren();
      first.removeAttribute('aria-label');
      second.ariaLabel = 'Send';
    });
    const faults = (await controlsOf(account)).flatMap(faultOf);
    assert.equal(faults.length, 2, faults.join('\n'));
  });
});

async function controlsOf(account) {
  const nodes = (await readTree(account)).filter(({ role }) => controlRoles.has(role));
  const read = (element) => ({
    seen: element.matches('input, select, textarea') ? '' : element.innerText,
    host: element.getRootNode().host?.localName ?? '',
    order: element.closest?.('[data-order]')?.dataset.order.match(/\d+/)?.[0] ?? '',
    href: element.getAttribute?.('href') ?? '',
    isItem: element.matches('.line-link'),
    isFinal: element.matches('.button-danger'),
  });
  const found = await Promise.all(
    nodes.map(async (node) => ({ ...node, ...(await ofElement(account, node, read)) })),
  );
  return found.filter(({ host }) => host !== '');
}

function faultOf({ name, seen, host, role }) {
  if (name === '') return [`${host}: a ${role} without a name`];
  const words = (text) => plain(text).toLocaleLowerCase();
  return words(name).includes(words(seen)) ? [] : [`${host}: “${seen}” is called “${name}”`];
}
