export type JsonObject = Readonly<Record<string, unknown>>;

/** The JSON object in a text; undefined for everything else. What is in it is checked by whoever reads it. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A `Date` header as an instant, where there is one and the browser may see it. */
export function instantOf(date: string | null): string | undefined {
  const milliseconds = Date.parse(date ?? '');
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
