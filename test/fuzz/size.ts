import { executeServerCommand } from '@web/test-runner-commands';

/** How much is tried: a fixed share in `npm test`; `npm run test:fuzz` sets more, and another seed. */
interface FuzzSize {
  /** Factor on every number of runs. */
  readonly times: number;
  readonly seed: number;
}

const set = (globalThis as { readonly rescindFuzz?: FuzzSize }).rescindFuzz;

export const { seed, times }: FuzzSize = set ?? { times: 1, seed: 20_261_125 };

const figures: Record<string, number> = {};

/** What was tried, by name. */
export function count(name: string, more = 1): void {
  figures[name] = (figures[name] ?? 0) + more;
}

// Only the long run asks for figures.
after(async () => {
  if (set) await executeServerCommand('fuzz-figures', figures);
});
