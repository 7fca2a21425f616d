/**
 * An amount as the shop states it. `amount` is a plain decimal string, `-?\d+(\.\d+)?`: no exponent, no grouping, "." as separator.
 * It keeps the digits it was given ("30.0" and "30.00" are equal) and is compared, added and formatted as a decimal, never as a float.
 */
export interface Money {
  readonly amount: string;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

/** Integer minor units (Vendure, VTEX, Woo Store API, commercetools) to a decimal string: (1160, 2) → "11.60". Undefined for anything but an integer. */
export function decimalFromMinor(units: number | string, digits: number): string | undefined {
  const text =
    typeof units === 'number' ? (Number.isSafeInteger(units) ? String(units) : '') : units;
  if (!/^-?\d+$/.test(text)) return undefined;
  const negative = text.startsWith('-');
  const padded = text.slice(negative ? 1 : 0).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const body = digits === 0 ? whole : `${whole}.${padded.slice(padded.length - digits)}`;
  return negative ? `-${body}` : body;
}

/**
 * A float from JSON (Adobe Commerce, Salesforce, SAP, Medusa) to a decimal string with at least `digits` decimals.
 * The float's noise (30.000000000000004) is cut at six decimals; a real fourth decimal stays. Undefined where a float cannot hold the amount.
 */
export function decimalFromNumber(value: number, digits: number): string | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e9) return undefined;
  const [whole = '0', fraction = ''] = value.toFixed(6).split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(digits, '0');
  const text = kept === '' ? whole : `${whole}.${kept}`;
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** Decimals that the currency is written with: 2 for RON, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits ?? 2
    );
  } catch {
    return 2;
  }
}
