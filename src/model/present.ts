/** Drops the keys whose value is undefined or null, so that a mapping stays one flat literal under `exactOptionalPropertyTypes`. */
export function present<const T extends object>(value: T): Present<T> {
  // A plain loop: ten thousand orders pass here, and entries and back is three times the time.
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const entry = (value as Readonly<Record<string, unknown>>)[key];
    // Assigned, a spread-in `__proto__` would become the prototype; no model has such a field.
    if (entry !== undefined && entry !== null && key !== '__proto__') kept[key] = entry;
  }
  return kept as Present<T>;
}
type Empty = undefined | null;
type Present<T> = { [K in keyof T as Extract<T[K], Empty> extends never ? K : never]: T[K] } & {
  [K in keyof T as Extract<T[K], Empty> extends never ? never : K]?: Exclude<T[K], Empty>;
};
