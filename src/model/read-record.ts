import type { Fields } from './fields.js';

/**
 * Reads one field: undefined without an issue where it is absent, undefined with one where it cannot be used. `before` is what the fields
 * above it in their table have brought.
 */
export type Reader<T, Whole = unknown> = (fields: Fields, key: string, before: Partial<Whole>) => T;

/** A reader that looks at its field only. */
export type Plain<T> = (fields: Fields, key: string) => T | undefined;

/** One reader per field: a field of the model that nobody reads does not compile. */
type Needs<Whole, Key extends keyof Whole> = {
  readonly [K in Key]: Reader<Whole[K] | undefined, Whole>;
};
type Rest<Whole, Key extends keyof Whole> = {
  readonly [K in Exclude<keyof Whole, Key>]: Reader<Whole[K], Whole>;
};
type Read<Whole, Key> = (fields: Fields) => [Key] extends [never] ? Whole : Whole | undefined;

/**
 * Reads an object field by field, in the order of the tables; what is absent is left out. Without one of `needs`, which is reported, the
 * object is of no use, and there is none.
 */
export function record<Whole extends object, Key extends keyof Whole = never>(
  needs: Needs<Whole, Key>,
  rest: Rest<Whole, Key>,
): Read<Whole, Key> {
  const required = Object.entries<Reader<unknown>>(needs);
  const others = Object.entries<Reader<unknown>>(rest);
  return ((fields) => {
    const found: Record<string, unknown> = {};
    let lacking = false;
    for (const [key, read] of required) {
      found[key] = needed(fields, key, read(fields, key, found));
      lacking ||= found[key] === undefined;
    }
    if (lacking) return undefined;
    for (const [key, read] of others) {
      const value = read(fields, key, found);
      // Absent and not undefined, as `exactOptionalPropertyTypes` has it.
      if (value !== undefined) found[key] = value;
    }
    return found;
  }) as Read<Whole, Key>;
}

/** Reports a required field that is not there; hands its value on. */
export function needed<T>(fields: Fields, key: string, value: T | undefined): T | undefined {
  if (value === undefined && (fields.get(key) ?? '') === '') fields.report(key, 'missing');
  return value;
}

/** A required field that has something to fall back on. */
export function or<T, Fallback, Whole = unknown>(
  read: Reader<T | undefined, Whole>,
  fallback: Fallback,
): Reader<T | Fallback, Whole> {
  return (fields, key, before) => needed(fields, key, read(fields, key, before)) ?? fallback;
}

/** The object at a key. */
export function object<T>(read: (fields: Fields) => T | undefined): Plain<T> {
  return (fields, key) => {
    const inner = fields.object(key);
    return inner && read(inner);
  };
}

/** The object at a key; without any field it says nothing. */
export function optional<T extends object>(read: (fields: Fields) => T | undefined): Plain<T> {
  return object((fields) => {
    const found = read(fields);
    return found && Object.keys(found).length > 0 ? found : undefined;
  });
}

/** The items of the list at a key, as far as they can be used; with `keyOf` the first of each key. */
export function list<T>(
  read: (item: Fields) => T | undefined,
  keyOf?: (item: T) => string,
): Plain<readonly T[]> {
  return (fields, key) => {
    const items = fields.list(key, read)?.items;
    return items && keyOf ? unique(fields, key, items, keyOf) : items;
  };
}

/** The list without repeated keys; the first of each stays. */
export function unique<T>(
  fields: Fields,
  key: string,
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] {
  const kept = new Map<string, T>();
  for (const item of items) {
    const own = keyOf(item);
    if (!kept.has(own)) kept.set(own, item);
  }
  if (kept.size < items.length) fields.report(key, 'duplicate-id');
  return [...kept.values()];
}
