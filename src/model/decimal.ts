/**
 * Arithmetic on plain decimal strings, `-?\d+(\.\d+)?`, without loss. `Money.amount` is one; anything else is a mistake of the caller
 * and throws a SyntaxError, as BigInt does.
 */
interface Scaled {
  readonly units: bigint;
  readonly digits: number;
}

export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** Below 0 when `left` is the smaller one, 0 when both are the same amount ("30.0" and "30.00"), else above 0. */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  const [a, b] = align(left, right);
  return a.units < b.units ? -1 : a.units > b.units ? 1 : 0;
}

/** The sum, with as many decimals as the longer of the two. */
export function addDecimals(left: string, right: string): string {
  const [a, b] = align(left, right);
  return unscale({ units: a.units + b.units, digits: a.digits });
}

/** "12.30" → "-12.30". Zero has no sign. */
export function negateDecimal(text: string): string {
  const { units, digits } = scale(text);
  return unscale({ units: -units, digits });
}

export function isZeroDecimal(text: string): boolean {
  return /^-?0+(\.0+)?$/.test(text);
}

function align(left: string, right: string): readonly [Scaled, Scaled] {
  const a = scale(left);
  const b = scale(right);
  const digits = Math.max(a.digits, b.digits);
  return [widen(a, digits), widen(b, digits)];
}

function widen({ units, digits }: Scaled, wanted: number): Scaled {
  return { units: units * 10n ** BigInt(wanted - digits), digits: wanted };
}

function scale(text: string): Scaled {
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), digits: fraction.length };
}

function unscale({ units, digits }: Scaled): string {
  const negative = units < 0n;
  const body = String(negative ? -units : units).padStart(digits + 1, '0');
  const whole = body.slice(0, body.length - digits);
  const text = digits === 0 ? whole : `${whole}.${body.slice(body.length - digits)}`;
  return negative ? `-${text}` : text;
}
