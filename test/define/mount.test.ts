import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { mountOrderCancellation, type MountedCancellation } from '../../src/define/mount.js';
import { createNamedOrders } from '../../src/testing/index.js';

const orders = Object.values(createNamedOrders({ now: Date.now() }));
const options = { persistence: 'none' } as const;
/** Words and views are fetched, and transformed when they are. */
const patience = { timeout: 4000 };

describe('mountOrderCancellation', () => {
  let place: HTMLElement;
  let mounted: MountedCancellation | undefined;
  beforeEach(() => {
    place = document.createElement('main');
    place.id = 'account';
    document.body.append(place);
  });
  afterEach(() => {
    mounted?.unmount();
    place.remove();
  });

  it('puts the whole flow into a place by its selector, and shows the orders', async () => {
    const adapter = createMemoryAdapter({ orders });
    mounted = mountOrderCancellation('#account', { ...options, adapter });
    expect([...mounted.provider.children].map(({ localName }) => localName)).to.deep.equal([
      ...['order-list', 'cancellation-status', 'cancel-dialog', 'faq-accordion'],
    ]);
    await oneEvent(place, 'orders-loaded');
    const status = place.querySelector('cancellation-status');
    await waitUntil(
      () => status?.shadowRoot?.querySelector('[part~="status"]'),
      'the status is there',
      patience,
    );
  });

  it('gives each element the addresses that are its own', () => {
    mounted = mountOrderCancellation(place, {
      ...{ ...options, shoppingUrl: '/shop', purchasesUrl: '/bought', policyUrl: '/policy' },
      contactUrl: '/help',
    });
    expect(place.querySelector('cancellation-status')).to.include({
      ...{ shoppingUrl: '/shop', purchasesUrl: '/bought' },
    });
    expect(place.querySelector('cancel-dialog')?.policyUrl).to.equal('/policy');
    expect(place.querySelector('faq-accordion')?.contactUrl).to.equal('/help');
  });

  it('makes only the elements that are asked for', () => {
    mounted = mountOrderCancellation(place, { ...options, elements: ['cancel-dialog'] });
    expect([...mounted.provider.children].map(({ localName }) => localName)).to.deep.equal([
      'cancel-dialog',
    ]);
  });

  it('tells listeners, takes changes, and replaces a listener by its event', async () => {
    const heard: string[] = [];
    const adapter = createMemoryAdapter({ orders: [] });
    mounted = mountOrderCancellation(place, {
      ...{ ...options, elements: ['faq-accordion'] },
      on: { 'support-contact-request': () => heard.push('first') },
    });
    mounted.update({
      ...{ adapter, locale: 'ro' },
      on: { 'support-contact-request': () => heard.push('second') },
    });
    const faq = place.querySelector('faq-accordion');
    const title = () => faq?.shadowRoot?.querySelector('[part="faq-title"]')?.textContent.trim();
    await waitUntil(() => title() === 'Întrebări despre anulare', 'in Romanian', patience);
    faq?.shadowRoot?.querySelector<HTMLElement>('.still > .button')?.click();
    expect(heard).to.deep.equal(['second']);
  });

  it('leaves nothing behind', () => {
    mountOrderCancellation(place, options).unmount();
    expect(place.childElementCount).to.equal(0);
  });

  it('says so when there is no such place', () => {
    expect(() => mountOrderCancellation('#nowhere', options)).to.throw(TypeError, '"#nowhere"');
  });
});
