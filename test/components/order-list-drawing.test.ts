import { expect } from '@open-wc/testing';
import type { OrderListElement } from '../../src/components/order-list/order-list.js';
import type { MemoryAdapter } from '../../src/adapters/memory/index.js';
import type { OrderStatus } from '../../src/model/order.js';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { closeWorlds, frames, listWorld, seen, words } from './list-world.js';

/** A shop whose one order changes its status. */
function changing(status: () => OrderStatus) {
  return (adapter: MemoryAdapter): StorefrontAdapter => ({
    ...adapter,
    listOrders: async (query, call) => {
      const { items, ...page } = await adapter.listOrders(query, call);
      const [first, ...others] = items;
      return { ...page, items: first ? [{ ...first, status: status() }, ...others] : [] };
    },
  });
}

/** What is written into rows from now on: "span part", "path d". */
function watchRows(
  list: OrderListElement,
): () => readonly { readonly row: Element | null; readonly what: string }[] {
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((records) => void seen.push(...records));
  observer.observe(list.renderRoot, {
    ...{ subtree: true, childList: true, attributes: true, characterData: true },
  });
  return () =>
    [...seen, ...observer.takeRecords()].flatMap(({ target, type, attributeName }) => {
      const element = target instanceof Element ? target : target.parentElement;
      const what = `${element?.localName ?? ''} ${attributeName ?? type}`;
      return element?.closest('.orders') ? [{ row: element.closest('.order'), what }] : [];
    });
}

describe('<order-list>: what is drawn', () => {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    console.warn = (text: string) => void warnings.push(text);
  });
  afterEach(() => {
    closeWorlds();
    console.warn = warn;
    warnings.length = 0;
  });

  const show = ['openOrder', 'shippedOrder', 'requestedOrder', 'weightOrder'] as const;

  it('touches only the parts of one row that its new status changes', async () => {
    let status: OrderStatus = 'processing';
    const world = await listWorld({ show, change: changing(() => status) });
    const { list, flow } = world;
    flow.send({ type: 'refresh' });
    await world.pass();
    const [first] = list.renderRoot.querySelectorAll('[data-order]');
    const written = watchRows(list);
    status = 'shipped';
    flow.send({ type: 'refresh' });
    await world.pass();
    expect(first?.querySelector('[part~="badge-shipped"]')).to.exist;
    expect(new Set(written().map(({ row }) => row))).to.deep.equal(new Set([first]));
    expect(
      written()
        .map(({ what }) => what)
        .sort(),
    ).to.deep.equal(['article part', 'bdi characterData', 'path d', 'span part', 'svg class']);
  });

  it('draws nothing again when the shop says the same', async () => {
    const world = await listWorld({ show });
    const written = watchRows(world.list);
    world.flow.send({ type: 'refresh' });
    await world.pass();
    expect(world.flow.state.orders.step).to.equal('ready');
    expect(written()).to.deep.equal([]);
  });

  it('is not read again when it is moved', async () => {
    let reads = 0;
    const world = await listWorld({
      change: (adapter) => ({
        ...adapter,
        listOrders: (query, call) => {
          reads += 1;
          return adapter.listOrders(query, call);
        },
      }),
    });
    const { list } = world;
    const place = document.createElement('div');
    list.parentElement?.append(place);
    place.append(list);
    await world.pass();
    expect(reads).to.equal(1);
    expect(words(world.row('openOrder'))).to.contain('Cancel order');
  });

  it('asks for as many orders as the page wants', async () => {
    const sizes: number[] = [];
    const world = await listWorld({
      element: { pageSize: 2 },
      change: (adapter) => ({
        ...adapter,
        listOrders: (query, call) => {
          sizes.push(query.first);
          return adapter.listOrders(query, call);
        },
      }),
    });
    world.list.pageSize = 3;
    await world.pass();
    expect(sizes).to.deep.equal([2, 3]);
  });

  it('puts its headings where the page wants them', async () => {
    const { part, row } = await listWorld({ show: ['sellersOrder'], element: { headingLevel: 4 } });
    expect(part('list-title')).to.have.attribute('aria-level', '4');
    expect(part('order-number', row('sellersOrder'))).to.have.attribute('aria-level', '5');
    expect(part('seller-name', row('sellersOrder'))).to.have.attribute('aria-level', '6');
  });

  it('uses the default for an attribute that makes no sense, and says so once', async () => {
    const world = await listWorld();
    const { list, part, flow } = world;
    list.setAttribute('page-size', 'many');
    list.setAttribute('heading-level', '9');
    list.setAttribute('density', 'airy');
    await world.pass();
    list.requestUpdate();
    await world.pass();
    expect(part('list-title')).to.have.attribute('aria-level', '2');
    expect(flow.state.orders.query.first).to.equal(20);
    for (const name of ['page-size', 'heading-level', 'density']) {
      expect(
        warnings.filter((text) => text.includes(`<order-list> ${name} `)),
        name,
      ).to.have.length(1);
    }
  });

  it('is denser when the page wants it', async () => {
    const world = await listWorld();
    const before = world.row('openOrder').offsetHeight;
    world.list.density = 'compact';
    await world.pass();
    await frames();
    expect(world.row('openOrder').offsetHeight).to.be.lessThan(before);
  });

  it('takes the page’s heading, and its actions for one order', async () => {
    const heading = document.createElement('h1');
    heading.slot = 'heading';
    const action = document.createElement('button');
    action.slot = 'order-actions:order-1042';
    const { list } = await listWorld({ content: [heading, action] });
    const assigned = (name: string) =>
      list.renderRoot.querySelector<HTMLSlotElement>(`slot[name="${name}"]`)?.assignedElements();
    expect(assigned('heading')).to.deep.equal([heading]);
    expect(assigned('order-actions:order-1042')).to.deep.equal([action]);
  });

  it('becomes narrow again after it was wide, whatever the rows hold', async () => {
    const { list, flow, pass, row, part } = await listWorld({
      show: [
        'openOrder',
        'marketplaceOrder',
        'sellersOrder',
        'longNamesOrder',
        'bundleOrder',
        'shippedOrder',
      ],
    });
    const page = list.parentElement?.parentElement;
    page?.style.setProperty('width', '1000px');
    flow.send({ type: 'open', orderId: 'order-1042' });
    await pass();
    flow.send({ type: 'confirm' });
    await pass(60_000);
    expect(part('badge', row('openOrder')).textContent).to.contain('Canceled');
    // What it came to: the refund has a line of its own.
    expect(words(part('order-total', row('openOrder')))).to.equal('€98.20');
    page?.style.setProperty('width', '300px');
    await frames();
    expect(row('openOrder').getBoundingClientRect().width).to.be.at.most(300);
  });

  it('fits a phone, without a scroll bar across', async () => {
    const world = await listWorld({ show: ['longNamesOrder', 'marketplaceOrder', 'openOrder'] });
    const { list } = world;
    list.style.inlineSize = '320px';
    await frames();
    for (const row of list.renderRoot.querySelectorAll<HTMLElement>('.order')) {
      await seen(row);
      expect(row.scrollWidth).to.be.at.most(row.clientWidth);
    }
    list.style.inlineSize = '1000px';
    const { left } = world.part('panel', world.row('openOrder')).getBoundingClientRect();
    expect(left - list.getBoundingClientRect().left).to.be.greaterThan(500);
  });

  it('keeps a quantity in one piece on a phone', async () => {
    const { list } = await listWorld({ show: ['longNamesOrder', 'openOrder'] });
    for (let width = 320; width >= 280; width -= 8) {
      list.style.inlineSize = `${width}px`;
      for (const quantity of list.renderRoot.querySelectorAll('.line-quantity')) {
        await seen(quantity);
        // Folded up with the other items of a long order.
        if (quantity.closest('details:not([open])')) continue;
        const words = document.createRange();
        words.selectNodeContents(quantity);
        expect(
          new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size,
          `${width}`,
        ).to.equal(1);
      }
    }
  });

  it('does not clip the ring around what has focus', async () => {
    const { row, list } = await listWorld({ show });
    for (const control of row('openOrder').querySelectorAll<HTMLElement>('button, a, h3')) {
      const [outer, inner] = [row('openOrder'), control].map((box) => box.getBoundingClientRect());
      if (!outer || !inner) throw new Error('no box');
      // The ring is 2 px wide, 2 px away.
      expect(inner.left - outer.left).to.be.at.least(4);
      expect(outer.right - inner.right).to.be.at.least(4);
      expect(inner.top - outer.top).to.be.at.least(4);
      expect(outer.bottom - inner.bottom).to.be.at.least(4);
    }
    expect(list).to.exist;
  });
});
