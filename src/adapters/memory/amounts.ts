import { currencyDigits, decimalFromMinor } from '../../model/money.js';
import type { Money } from '../../model/money.js';

// Asking `Intl` is slow, and a list asks for each line.
const knownDigits = new Map<string, number>();

function digitsOf(currency: string): number {
  const known = knownDigits.get(currency) ?? currencyDigits(currency);
  knownDigits.set(currency, known);
  return known;
}

/** The shop counts in minor units, as integers, so that shares add up to the cent. Digits past the currency's own are cut. */
export function minorOf(amount: string, currency: string): number {
  const digits = digitsOf(currency);
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const units = Number(whole + fraction.padEnd(digits, '0').slice(0, digits));
  return amount.startsWith('-') ? -units : units;
}

export function moneyOf(units: number, currency: string): Money {
  return { amount: decimalFromMinor(units === 0 ? 0 : units, digitsOf(currency)) ?? '0', currency };
}

/** Quantities are decimals in steps such as 0.05: the float's noise is cut after each sum. */
export function exactQuantity(quantity: number): number {
  return Math.round(quantity * 1e6) / 1e6;
}
