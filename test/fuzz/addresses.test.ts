import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { safeUrl } from '../../src/model/safe-text.js';
import { AdapterError, type Order } from '../../src/index.js';
import { pageUrl } from '../../src/ui/page-url.js';
import {
  isSafe,
  oddAddresses,
  relativeAddresses,
  soundAddresses,
  unsafeAddresses,
} from './addresses.js';
import { fullOrder } from './hostile.js';
import { openPage } from './page.js';
import type { PageAttributes } from './page.js';
import { count, seed, times } from './size.js';

/** An order with this address wherever one may stand. */
function orderWith(address: string, id = 'o-1'): Order {
  const links = ['details', 'reorder', 'tracking', 'invoice', 'return', 'support', 'policy'];
  const block = { code: 'shipped', message: 'Sent', remedy: 'return', url: address };
  const seller = { id: 's', name: 'Seller', policyUrl: address, supportUrl: address };
  const order = fullOrder(id);
  const [line] = order['lines'] as readonly object[];
  const [cancellation] = order['cancellations'] as readonly object[];
  return {
    ...order,
    seller,
    lines: [{ ...line, url: address, imageUrl: address, seller }],
    eligibility: { allowed: false, scope: 'order', mode: 'request', blocks: [block] },
    cancellations: [{ ...cancellation, status: 'declined', decline: block }],
    links: Object.fromEntries([...links, 'cancel'].map((name) => [name, address])),
  } as unknown as Order;
}

function shopWith(orders: readonly Order[], address: string): StorefrontAdapter {
  return {
    listOrders: () => Promise.resolve({ items: orders }),
    getOrder: (orderId) => {
      const found = orders.find(({ id }) => id === orderId);
      return found
        ? Promise.resolve(found)
        : Promise.reject(new AdapterError('not-found', { url: address }));
    },
    requestCancellation: () => Promise.reject(new AdapterError('not-eligible', { url: address })),
    listFaq: () => Promise.resolve([{ id: 'a', question: 'Why?', answer: 'So.', url: address }]),
  };
}

/** Every address that any element shows for it: in the list, the dialog, the status and the answers. */
async function shown(orders: readonly Order[], address: string, own: PageAttributes = {}) {
  const page = await openPage(shopWith(orders, address), own);
  const found: string[] = [];
  await page.until(() => page.flow.state.orders.step === 'ready');
  await page.until(
    () => page.element('order-list').shadowRoot?.querySelector('[data-order]') !== null,
  );
  await page.until(
    () => page.element('faq-accordion').shadowRoot?.querySelector('details') !== null,
  );
  page.flow.send({ type: 'select-order', orderId: orders[0]?.id ?? '' });
  await page.pass();
  found.push(...page.addresses());
  page.flow.send({ type: 'open', orderId: orders[0]?.id ?? '' });
  await page.pass();
  found.push(...page.addresses());
  const errors = [...page.errors];
  page.close();
  count('addresses shown', found.length);
  return { found, errors };
}

describe('an address in an answer', () => {
  it('is shown where it is sound: in the list, the dialog, the status and the answers', async () => {
    const { found, errors } = await shown(
      [orderWith('https://shop.example/x')],
      'https://shop.example/faq',
    );
    expect(errors).to.deep.equal([]);
    expect(
      found.filter((address) => address === 'https://shop.example/x').length,
    ).to.be.greaterThan(8);
    expect(found).to.include('https://shop.example/faq');
  });

  it('is left out where it is anything else', async () => {
    const bad = [...unsafeAddresses, ...oddAddresses, ...relativeAddresses];
    for (let at = 0; at < bad.length; at += 8) {
      const some = bad.slice(at, at + 8);
      const orders = some.map((address, index) => orderWith(address, `o-${String(index)}`));
      const { found, errors } = await shown(orders, some[0] ?? '');
      expect(errors).to.deep.equal([]);
      expect(found, some.join('\n')).to.deep.equal([]);
      count('unsafe addresses tried', some.length);
    }
  }).timeout(20_000 * times);

  it('that is opened leads by http or https, without a user, for any text', () => {
    const pieces = fc.constantFrom(
      ...[...unsafeAddresses, ...oddAddresses, ...soundAddresses].flatMap((one) => [
        one,
        one.slice(0, 9),
      ]),
      ...[
        '\t',
        '\n',
        '\u0000',
        ' ',
        '\\',
        '@',
        ':',
        '/',
        '//',
        '#',
        '?',
        '\u202E',
        'https://',
        'a.example',
      ],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join('')),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary' }).map((rest) => `https://${rest}`),
    );
    fc.assert(
      fc.property(text, (address) => {
        count('addresses checked');
        const safe = safeUrl(address);
        if (safe === undefined) return;
        expect(safe).to.match(/^https?:\/\//i);
        if (URL.canParse(safe)) expect(isSafe(safe), JSON.stringify(address)).to.equal(true);
      }),
      { seed, numRuns: 3000 * times },
    );
  });
});

describe('an address that the page sets', () => {
  const attributes = (address: string): PageAttributes => ({
    'cancel-dialog': { policyUrl: address, shoppingUrl: address, purchasesUrl: address },
    'cancellation-status': { shoppingUrl: address, purchasesUrl: address },
    'faq-accordion': {
      contactUrl: address,
      entries: [{ id: 'a', question: 'Why?', answer: 'So.', url: address }],
    },
  });
  const plain = (id: string): Order => {
    const { links: _links, seller: _seller, ...order } = fullOrder(id);
    return { ...order, lines: [] } as unknown as Order;
  };

  it('is kept as it is where a link may lead there', () => {
    for (const address of [...soundAddresses, ...relativeAddresses])
      expect(pageUrl(address, 'shopping-url')).to.equal(address);
  });

  it('is left out where it may not, with a warning that says what to do', () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => void warnings.push(text);
    try {
      for (const [index, address] of unsafeAddresses.entries())
        expect(pageUrl(address, `url-${String(index)}`), address).to.equal(undefined);
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.have.length(unsafeAddresses.length);
    expect(warnings[0]).to.match(
      /^rescind: url-0 is left out.*javascript:alert.*begins with https:/,
    );
  });

  it('reaches no link of any element but a safe one', async () => {
    const { warn } = console;
    console.warn = () => undefined;
    after(() => {
      console.warn = warn;
    });
    for (const address of [...unsafeAddresses.slice(0, 12), ...oddAddresses]) {
      const { found, errors } = await shown(
        [plain('o-1')],
        'https://shop.example/',
        attributes(address),
      );
      expect(errors).to.deep.equal([]);
      for (const one of found) expect(isSafe(one), `${address} → ${one}`).to.equal(true);
      count('page addresses tried');
    }
  }).timeout(30_000 * times);

  it('is shown where it is sound', async () => {
    const { found } = await shown([plain('o-1')], 'https://shop.example/', attributes('/own'));
    expect(found.filter((one) => new URL(one).pathname === '/own').length).to.be.greaterThan(1);
  });
});
