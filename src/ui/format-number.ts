import type { Money } from '../model/money.js';
import { MISSING, remember } from './format-locale.js';

const DECIMAL = /^-?\d+(?:\.(\d+))?$/;
const LIST_OF_UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

interface NumberFormat {
  money(money: Money | undefined): string;
  quantity(quantity: number | undefined, unit?: string): string;
  duration(milliseconds: number): string;
}

export function createNumberFormat(locale: string): NumberFormat {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  // An engine that reads the string as a float would change the amount; there the shop's own digits are printed.
  const lossless = new Intl.NumberFormat('en').format('9007199254740993').endsWith('3');
  const currencies = remember((key) => currencyFormat(locale, key));
  const units = remember(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
  );

  const pair = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' });

  return {
    money(money) {
      const fraction = money && DECIMAL.exec(money.amount);
      if (!money || !fraction) return MISSING;
      const format = lossless && currencies(`${money.currency} ${fraction[1]?.length ?? 0}`);
      return format
        ? format.format(money.amount as `${number}`).replace('-', '−')
        : `${money.amount}\u00a0${money.currency}`;
    },
    quantity(quantity, unit) {
      if (quantity === undefined || !Number.isFinite(quantity)) return MISSING;
      return unit ? `${plain.format(quantity)}\u00a0${unit}` : plain.format(quantity);
    },
    duration(milliseconds) {
      if (!Number.isFinite(milliseconds)) return MISSING;
      let rest = Math.max(0, Math.floor(milliseconds / 1000));
      const words: string[] = [];
      for (const [unit, seconds] of LIST_OF_UNITS) {
        const count = Math.floor(rest / seconds);
        rest -= count * seconds;
        // Two neighboring units at most; seconds only on their own.
        if (words.length === 1 && unit !== 'second' && count > 0)
          return pair.format([...words, units(unit).format(count)]);
        if (words.length === 1) break;
        if (count > 0 || unit === 'second') words.push(units(unit).format(count));
      }
      return words[0] ?? MISSING;
    },
  };
}

/** `key`: currency and how many decimals the amount has. More than the currency's are kept, fewer are filled up. */
function currencyFormat(locale: string, key: string): Intl.NumberFormat | false {
  const [currency = '', decimals] = key.split(' ');
  try {
    const style = { style: 'currency', currency } as const;
    const usual = new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2;
    return new Intl.NumberFormat(locale, {
      ...style,
      minimumFractionDigits: usual,
      maximumFractionDigits: Math.max(usual, Number(decimals)),
    });
  } catch {
    return false;
  }
}
