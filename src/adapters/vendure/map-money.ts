import { decimalFromMinor } from '../../model/money.js';
import type { Money } from '../../model/money.js';

/** Vendure's integers as amounts. Undefined for what is none. */
export type ToMoney = (units: number, currency: string) => Money | undefined;

export function moneyWith(precision: number): ToMoney {
  return (units, currency) => {
    const amount = decimalFromMinor(units, precision);
    return amount === undefined ? undefined : { amount, currency };
  };
}
