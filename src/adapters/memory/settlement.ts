import { exactQuantity, minorOf } from './amounts.js';
import type { MemoryOrder } from './memory-order.js';
import type { Quantities } from './quantities.js';

/** What the shop owes when so much of an order is canceled, in minor units, by kind. */
export interface Settlement {
  readonly lines: number;
  readonly discount: number;
  readonly tax: number;
  readonly shipping: number;
  /** The discount that the rest of the order no longer earns. */
  readonly lostDiscount: number;
  /** The price of a gift that is kept although its condition fell away. */
  readonly lostGift: number;
  readonly total: number;
  readonly nothingLeft: boolean;
}

export function currencyOf(order: MemoryOrder): string {
  return order.total?.currency ?? order.lines.find((line) => line.total)?.total?.currency ?? 'EUR';
}

/**
 * Settles from the start of the order, never from the last request: shares are rounded once for everything that is canceled, so that three
 * partial cancellations come to the same as one. Undefined where a line has no price.
 */
export function settle(order: MemoryOrder, canceled: Quantities): Settlement | undefined {
  const { terms = {} } = order;
  const currency = currencyOf(order);
  const units = (amount: string | undefined): number =>
    amount === undefined ? 0 : minorOf(amount, currency);
  let all = 0;
  let rest = 0;
  let nothingLeft = true;
  for (const line of order.lines) {
    if (!line.total) return undefined;
    const left = exactQuantity(line.quantity - (canceled.get(line.id) ?? 0));
    const price = minorOf(line.total.amount, currency);
    all += price;
    rest += share(price, left, line.quantity);
    if (left > 0) nothingLeft = false;
  }
  const { discount, freeGift } = terms;
  const earned = share(units(discount?.amount), rest, all);
  const tax = units(terms.tax);
  const keepsGift = freeGift !== undefined && (canceled.get(freeGift.lineId) ?? 0) === 0;
  const parts = {
    lines: all - rest,
    discount: earned - units(discount?.amount),
    tax: tax - share(tax, rest, all),
    shipping: nothingLeft ? units(terms.shipping) : 0,
    lostDiscount:
      !nothingLeft && discount?.minimum !== undefined && rest < units(discount.minimum)
        ? -earned
        : 0,
    lostGift:
      !nothingLeft && keepsGift && rest < units(freeGift.minimum) ? -units(freeGift.price) : 0,
  };
  return {
    ...parts,
    total: Object.values(parts).reduce((sum, part) => sum + part, 0),
    nothingLeft,
  };
}

function share(amount: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((amount * part) / whole);
}
