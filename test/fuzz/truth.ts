/** What could be read of an answer at all, told without the parsers: what they show beyond it would be made up. */

/** The value at a path; undefined where there is none or reading it throws. */
export function read(value: unknown, ...path: readonly (string | number)[]): unknown {
  try {
    return path.reduce<unknown>(
      (inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key],
      value,
    );
  } catch {
    return undefined;
  }
}

/** An amount with its currency, as text or as a number. */
export function money(value: unknown): boolean {
  const [amount, currency] = [read(value, 'amount'), read(value, 'currency')];
  const isAmount =
    typeof amount === 'number'
      ? Number.isFinite(amount)
      : typeof amount === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(amount);
  return isAmount && typeof currency === 'string' && /^\s*[a-z0-9]{2,12}\s*$/i.test(currency);
}

/** A day that the calendar has. */
export function time(value: unknown): boolean {
  if (typeof value !== 'string') return isDate(value);
  const day = /^\s*(\d{4}-\d\d-\d\d)/.exec(value)?.[1];
  if (day === undefined) return false;
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function isDate(value: unknown): boolean {
  try {
    return value instanceof Date && !Number.isNaN(value.getTime());
  } catch {
    return false;
  }
}

export function quantity(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0;
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
}

const statuses = new Set<unknown>([
  ...['pending', 'processing', 'on-hold', 'partially-shipped', 'shipped', 'delivered'],
  ...['partially-canceled', 'canceled', 'returned', 'payment-failed', 'closed'],
]);

export function status(value: unknown): boolean {
  return statuses.has(value);
}

/** Something to read, also where it came as a number. */
export function text(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value));
}
