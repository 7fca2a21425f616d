/**
 * A copy that can be changed without touching what is stored. Own accessors are left out: Vendure puts its calculated properties on each
 * loaded entity, bound to that very entity; the copy gets them from its class.
 */
export function copyEntity<T extends object>(entity: T, changes: Partial<T>): T {
  const data = Object.entries(Object.getOwnPropertyDescriptors(entity)).filter(
    ([, descriptor]) => 'value' in descriptor,
  );
  return Object.assign(
    Object.create(Object.getPrototypeOf(entity) as object) as T,
    Object.fromEntries(data.map(([key, { value }]) => [key, value as unknown])),
    changes,
  );
}
