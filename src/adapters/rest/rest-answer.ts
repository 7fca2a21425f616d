import type { Instant } from '../../model/time.js';

/** What is in it is checked by whoever reads it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Longer than this is not waited for on a shop's word. */
export const longestWaitMs = 86_400_000;

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

/** Seconds, or a date, which is compared with the shop's own clock where that is known; a day at most. */
export function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const now = Date.parse(headers.get('date') ?? '');
  const milliseconds = /^\d+$/.test(value)
    ? Number(value) * 1000
    : value.endsWith('GMT')
      ? Date.parse(value) - (now || Date.now())
      : NaN;
  return Number.isNaN(milliseconds)
    ? undefined
    : Math.min(Math.max(0, milliseconds), longestWaitMs);
}
