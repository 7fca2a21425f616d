import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/index.js';
import type { StorefrontAdapter } from '../../src/index.js';
import { fullOrder, soundOrder } from './hostile.js';
import { hostileShop } from './hostile-shop.js';
import { openPage, words } from './page.js';
import type { FuzzPage } from './page.js';
import { money, quantity, read, status, time } from './truth.js';
import { count, seed, times } from './size.js';

const row = (page: FuzzPage, id: string): HTMLElement | undefined =>
  [
    ...(page.element('order-list').shadowRoot?.querySelectorAll<HTMLElement>('[data-order]') ?? []),
  ].find(({ dataset }) => dataset['order'] === id);
const part = (place: ParentNode | undefined, name: string): string =>
  words(place?.querySelector(`[part~="${name}"]`) ?? null);

async function listed(shop: StorefrontAdapter, pageSize = 100): Promise<FuzzPage> {
  const page = await openPage(shop, { 'order-list': { pageSize } });
  await page.until(() => page.flow.state.orders.step === 'ready');
  await page.until(
    () => page.element('order-list').shadowRoot?.querySelector('[data-order]') !== null,
  );
  // The words of a row's last line are fetched with those of the forms.
  await page.until(() =>
    [
      ...(page.element('order-list').shadowRoot?.querySelectorAll('[part~="withdrawal-entry"]') ??
        []),
    ].every((line) => line.querySelector('p')?.textContent.trim() !== ''),
  );
  await page.pass();
  return page;
}

/** Presses what there is to press, as somebody might who wants to see everything. */
async function goThrough(page: FuzzPage, orderId: string): Promise<void> {
  page.flow.send({ type: 'select-order', orderId });
  page.flow.send({ type: 'open', orderId });
  await page.pass(100);
  const { shadowRoot } = page.element('cancel-dialog');
  for (let press = 0; press < 4; press += 1) {
    const buttons = [...(shadowRoot?.querySelectorAll('button') ?? [])];
    buttons.at(press % 2 === 0 ? -1 : 0)?.click();
    await page.pass(20_000);
    count('presses');
  }
  for (const button of page.element('cancellation-status').shadowRoot?.querySelectorAll('button') ??
    [])
    if (!/print|receipt/i.test(words(button))) button.click();
  await page.pass(60_000);
  page.flow.send({ type: 'dismiss' });
  await page.pass();
}

describe('the elements before a hostile shop', () => {
  let plain = '';

  before(async () => {
    const page = await listed({
      ...hostileShop(1, 1),
      listOrders: () => Promise.resolve({ items: [soundOrder('sound-0')] } as never),
    });
    plain = words(row(page, 'sound-0') ?? null);
    page.close();
    expect(plain).to.include('S-sound-0').and.to.include('60.30');
  });

  it('show each sound order as if it stood alone, make nothing up, and fail in nothing', async () => {
    for (let run = 0; run < 8 * times; run += 1) {
      const shop = hostileShop(seed + run);
      const page = await listed(shop);
      for (const id of shop.sound)
        expect(words(row(page, id) ?? null), id).to.equal(plain.replaceAll('sound-0', id));
      for (const item of shop.items) {
        const id = read(item, 'id');
        const shown = typeof id === 'string' ? row(page, id) : undefined;
        if (!shown) continue;
        count('hostile rows held against what was sent');
        if (!money(read(item, 'total')) && !money(read(item, 'currentTotal')))
          expect(part(shown, 'order-total')).to.match(/^—/);
        if (!time(read(item, 'placedAt')))
          expect(part(shown, 'order-meta')).not.to.match(/placed/i);
        if (!status(read(item, 'status')))
          expect(shown.getAttribute('part')).to.equal('order order-unknown');
        if (!quantity(read(item, 'lines', 0, 'quantity')) && read(item, 'lines', 0, 'id') === 'l-1')
          expect(part(shown, 'line-detail')).to.include('—');
      }
      expect(page.errors, `seed ${String(seed + run)}`).to.deep.equal([]);
      count('pages shown');
      page.close();
    }
  }).timeout(20_000 * times);

  it('go through the whole flow with whatever it answers, and fail in nothing', async () => {
    for (let run = 0; run < 4 * times; run += 1) {
      const shop = hostileShop(seed + 1000 + run, 6);
      const page = await listed(shop);
      for (const id of [...page.flow.state.orders.listed].slice(0, 6)) await goThrough(page, id);
      for (const id of shop.sound)
        expect(page.flow.state.orders.listed, `seed ${String(seed + 1000 + run)}`).to.include(id);
      expect(page.errors, `seed ${String(seed + 1000 + run)}`).to.deep.equal([]);
      count('flows gone through');
      count('answers given', shop.asked());
      page.close();
    }
  }).timeout(30_000 * times);

  it('never open the order of somebody else for the one that was asked for', async () => {
    const shop: StorefrontAdapter = {
      listOrders: () => Promise.resolve({ items: [soundOrder('mine')] } as never),
      getOrder: () => Promise.resolve({ ...fullOrder('theirs'), number: 'THEIRS' } as never),
      requestCancellation: () => Promise.reject(new AdapterError('platform')),
    };
    const page = await listed(shop);
    page.flow.send({ type: 'open', orderId: 'mine' });
    await page.pass(1000);
    const all = [...page.flow.state.orders.held.keys()];
    expect(all).to.deep.equal(['mine']);
    expect(words(page.element('cancel-dialog').shadowRoot as never)).not.to.include('THEIRS');
    expect(page.errors).to.deep.equal([]);
    page.close();
  });

  it('draw a hundred of 10,000 orders that came at once, and more when asked', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => soundOrder(`o-${String(index)}`));
    const shop = (items: readonly unknown[]): StorefrontAdapter => ({
      listOrders: () => Promise.resolve({ items } as never),
      getOrder: () => Promise.reject(new AdapterError('not-found')),
      requestCancellation: () => Promise.reject(new AdapterError('platform')),
    });
    const page = await listed(shop(many));
    const { shadowRoot } = page.element('order-list');
    const rows = (): number => shadowRoot?.querySelectorAll('[data-order]').length ?? 0;
    expect(rows()).to.equal(100);
    expect(part(shadowRoot ?? undefined, 'list-header')).to.include('100 of 10000');
    shadowRoot?.querySelector<HTMLElement>('[part~="more-action"]')?.click();
    await page.pass();
    expect(rows()).to.equal(200);
    expect(page.errors).to.deep.equal([]);
    page.close();
  }).timeout(30_000 * times);

  it('would be found out by an error that nobody tells', async () => {
    const page = await listed(hostileShop(1, 1));
    console.error('planted');
    void Promise.reject(new Error('planted too'));
    await page.until(() => page.errors.some((error) => error.includes('planted too')));
    expect(page.errors[0]).to.equal('console.error: planted');
    page.close();
  });
});
