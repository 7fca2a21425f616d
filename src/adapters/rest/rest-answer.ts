import type { Instant } from '../../model/time.js';

/** What is in it is checked by whoever reads it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a text says; undefined where it is not JSON, or broke off. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A `Date` header as an instant, where there is one and the browser may see it. */
export function instantOf(date: string | null): Instant | undefined {
  const milliseconds = Date.parse(date ?? '');
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
