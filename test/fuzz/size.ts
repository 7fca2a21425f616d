/** How much is tried: a fixed share in `npm test`; `npm run test:fuzz` sets more, and another seed. */
interface FuzzSize {
  /** Factor on every number of runs. */
  readonly times: number;
  readonly seed: number;
}

const set = (globalThis as { readonly rescindFuzz?: FuzzSize }).rescindFuzz;

export const { seed, times }: FuzzSize = set ?? { times: 1, seed: 20_261_125 };

/** What was tried, by name, for the long run's figures. */
export function count(name: string, more = 1): void {
  const global = globalThis as { rescindFigures?: Record<string, number> };
  const figures = (global.rescindFigures ??= {});
  figures[name] = (figures[name] ?? 0) + more;
}
