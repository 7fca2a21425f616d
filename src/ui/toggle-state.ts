/** Sets or clears an element's own `:state(name)`. */
export function toggleState(internals: ElementInternals, name: string, on: boolean): void {
  if (on) internals.states.add(name);
  else internals.states.delete(name);
}
