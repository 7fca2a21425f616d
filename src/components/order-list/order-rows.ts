import { render } from 'lit';
import type { Drawn } from './order-view.js';

export interface OrderRow {
  readonly id: string;
  /** All that it is drawn from. */
  readonly values: readonly unknown[];
  readonly draw: () => Drawn;
}

interface Shown {
  readonly item: HTMLElement;
  readonly values: readonly unknown[];
}

/** One item per order, the same one wherever it stands; drawn again only when one of its own values is another one. */
export class OrderRows {
  readonly #shown = new Map<string, Shown>();

  /** `list`: an element that is otherwise empty; none where there is no order. */
  show(list: Element | null, rows: readonly OrderRow[]): void {
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, { item }] of this.#shown) {
      if (list && ids.has(id)) continue;
      item.remove();
      this.#shown.delete(id);
    }
    let next: Element | null = null;
    // From the end, so that what comes before the others moves none of them.
    for (const { id, values, draw } of [...rows].reverse()) {
      const known = this.#shown.get(id);
      const item = known?.item ?? document.createElement('li');
      if (!known?.values.every((value, index) => value === values[index])) render(draw(), item);
      this.#shown.set(id, { item, values });
      if (item.parentNode !== list || item.nextSibling !== next) list?.insertBefore(item, next);
      next = item;
    }
  }
}
