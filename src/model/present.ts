/** Drops the keys whose value is undefined or null, so that a mapping stays one flat literal under `exactOptionalPropertyTypes`. */
export function present<const T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null)) as Present<T>;
}
type Empty = undefined | null;
type Present<T> = { [K in keyof T as Extract<T[K], Empty> extends never ? K : never]: T[K] }
  & { [K in keyof T as Extract<T[K], Empty> extends never ? never : K]?: Exclude<T[K], Empty> };
