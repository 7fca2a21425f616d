import { readCases } from './contract/read-cases.js';
import { sessionCases } from './contract/session-cases.js';
import { writeCases } from './contract/write-cases.js';
import type { Check, ContractOptions } from './contract/world.js';
import { Probe } from './contract/world.js';

export type { ContractOptions, ContractWorld } from './contract/world.js';

/** One promise of the port. `run` rejects, with what was seen, when the adapter breaks it. */
export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

/**
 * What every adapter must keep, as a list for any test runner:
 * `for (const { name, run } of adapterContract({ create })) it(name, run)`.
 */
export function adapterContract(options: ContractOptions): readonly ContractCase[] {
  const checks: Readonly<Record<string, Check>> = { ...readCases, ...writeCases, ...sessionCases };
  return Object.entries(checks).map(([name, check]) => ({
    name,
    async run() {
      const world = await options.create();
      try {
        await check(new Probe(world, options.locale ?? 'en'));
      } finally {
        await world.dispose?.();
      }
    },
  }));
}
