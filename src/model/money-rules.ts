import {
  addDecimals,
  compareDecimals,
  isDecimal,
  isZeroDecimal,
  negateDecimal,
} from './decimal.js';
import { currencyDigits } from './money.js';
import type { Money } from './money.js';

/** The sum. Undefined for an empty list and where the currencies differ: such a sum does not exist. */
export function sumMoney(parts: readonly Money[]): Money | undefined {
  const [first, ...others] = parts;
  if (first === undefined || others.some((part) => part.currency !== first.currency))
    return undefined;
  return {
    amount: others.reduce((sum, part) => addDecimals(sum, part.amount), first.amount),
    currency: first.currency,
  };
}

/** Like a comparator; undefined where the currencies differ. */
export function compareMoney(left: Money, right: Money): -1 | 0 | 1 | undefined {
  return left.currency === right.currency ? compareDecimals(left.amount, right.amount) : undefined;
}

/** The same amount of the same currency, however many zeros it is written with. */
export function equalMoney(left: Money, right: Money): boolean {
  return compareMoney(left, right) === 0;
}

export function negateMoney(money: Money): Money {
  return { amount: negateDecimal(money.amount), currency: money.currency };
}

export function isZeroMoney(money: Money): boolean {
  return isZeroDecimal(money.amount);
}

/** How many decimals to print: those of the currency, and more only where the amount really has them (1.2345 KWD, 1.5 JPY), so that nothing is rounded. */
export function printedDigits(money: Money): {
  readonly minimumFractionDigits: number;
  readonly maximumFractionDigits: number;
} {
  const minimumFractionDigits = currencyDigits(money.currency);
  const [, fraction = ''] = money.amount.split('.');
  const real = Math.min(fraction.replace(/0+$/, '').length, 20);
  return { minimumFractionDigits, maximumFractionDigits: Math.max(minimumFractionDigits, real) };
}

/** The amount as `Intl.NumberFormat.format` takes it: as text, so that "9007199254740993.10" keeps all its digits. Undefined for anything but a decimal. */
export function formatInput(money: Money): Intl.StringNumericLiteral | undefined {
  return isDecimal(money.amount) ? (money.amount as Intl.StringNumericLiteral) : undefined;
}
