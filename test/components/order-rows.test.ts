import { expect, fixture, html } from '@open-wc/testing';
import { html as drawn } from 'lit';
import { OrderRows, type OrderRow } from '../../src/components/order-list/order-rows.js';

describe('the rows of the list', () => {
  const row = (id: string, text = id): OrderRow => ({
    ...{ id, values: [text] },
    draw: () => drawn`<button>${text}</button>`,
  });
  const texts = (list: Element): (string | null)[] =>
    [...list.children].map(({ textContent }) => textContent);
  let list: HTMLUListElement;
  let rows: OrderRows;
  beforeEach(async () => {
    list = await fixture<HTMLUListElement>(html`<ul></ul>`);
    rows = new OrderRows();
    rows.show(list, [row('a'), row('b'), row('c')]);
  });

  it('stand in the order’s sequence, each one the same wherever it stands', () => {
    const [a, b, c] = list.children;
    rows.show(list, [row('c'), row('a'), row('d'), row('b')]);
    expect(texts(list)).to.deep.equal(['c', 'a', 'd', 'b']);
    expect([...list.children].filter((item) => item !== list.children[2])).to.deep.equal([c, a, b]);
  });

  it('are not moved by what comes before them: focus stays where it is', () => {
    const button = list.querySelector('button');
    button?.focus();
    rows.show(list, [row('new'), row('a'), row('b'), row('c')]);
    expect(document.activeElement).to.equal(button);
    expect(texts(list)).to.deep.equal(['new', 'a', 'b', 'c']);
  });

  it('go when their order is gone, or the list', () => {
    rows.show(list, [row('b')]);
    expect(texts(list)).to.deep.equal(['b']);
    rows.show(null, []);
    expect(texts(list)).to.deep.equal([]);
  });

  it('are drawn again only when one of their values is another one', () => {
    let draws = 0;
    const counted = (text: string): OrderRow => ({
      ...row('a', text),
      draw: () => {
        draws += 1;
        return drawn`${text}`;
      },
    });
    rows.show(list, [counted('a')]);
    expect(draws, 'equal values').to.equal(0);
    rows.show(list, [counted('other')]);
    expect(draws).to.equal(1);
    expect(texts(list)).to.deep.equal(['other']);
  });
});
