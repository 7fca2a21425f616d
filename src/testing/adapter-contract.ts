import { has } from './contract/abilities.js';
import type { ContractAbility } from './contract/abilities.js';
import { failureCases } from './contract/failure-cases.js';
import { formCases } from './contract/form-cases.js';
import { guestCases } from './contract/guest-cases.js';
import { pushCases } from './contract/push-cases.js';
import { readCases } from './contract/read-cases.js';
import { proofCases } from './contract/proof-cases.js';
import { sessionCases } from './contract/session-cases.js';
import { supportCases } from './contract/support-cases.js';
import { withdrawalCases } from './contract/withdrawal-cases.js';
import { ensure, Probe } from './contract/world.js';
import type { ContractOptions, Rules } from './contract/world.js';
import { writeCases } from './contract/write-cases.js';

export type { ContractAbility } from './contract/abilities.js';
export type { ContractOptions, ContractWorld } from './contract/world.js';

/** One promise of the port. */
export interface ContractCase {
  /** For the test's name: the rule, or "not applicable (cannot 'push'): …". */
  readonly name: string;
  /** The promise, the same for every adapter. */
  readonly rule: string;
  /** False where `cannot` names something that the rule needs. */
  readonly applies: boolean;
  /**
   * Rejects, with what was seen, when the adapter breaks the rule. Where the rule does not apply: when the adapter can what it is said
   * not to. So no case passes by looking at nothing.
   */
  run(this: void): Promise<void>;
}

const rules: Rules = {
  ...readCases,
  ...formCases,
  ...writeCases,
  ...failureCases,
  ...pushCases,
  ...sessionCases,
  ...guestCases,
  ...proofCases,
  ...supportCases,
  ...withdrawalCases,
};

/**
 * What every adapter must keep, as a list for any test runner:
 * `for (const { name, run } of adapterContract({ create })) it(name, run)`.
 */
export function adapterContract(options: ContractOptions): readonly ContractCase[] {
  const { cannot = [] } = options;
  return Object.entries(rules).map(([rule, { needs = [], check }]) => {
    const lacking = needs.filter((ability) => cannot.includes(ability));
    const applies = lacking.length === 0;
    return {
      rule,
      applies,
      name: applies ? rule : `not applicable (cannot ${quoted(lacking)}): ${rule}`,
      run: () => inWorld(options, (probe) => judge(probe, { needs, lacking, check })),
    };
  });
}

interface Judged {
  readonly needs: readonly ContractAbility[];
  readonly lacking: readonly ContractAbility[];
  readonly check: (probe: Probe) => Promise<void>;
}

async function judge(probe: Probe, { needs, lacking, check }: Judged): Promise<void> {
  for (const ability of lacking)
    ensure(
      !(await has(ability, probe)),
      `'${ability}' is there: take it out of \`cannot\`, so that the rule is checked`,
    );
  if (lacking.length > 0) return;
  for (const ability of needs)
    ensure(
      await has(ability, probe),
      `'${ability}' is not there: name it in \`cannot\` if that is so, and the case says that it does not apply`,
    );
  await check(probe);
}

async function inWorld(
  options: ContractOptions,
  work: (probe: Probe) => Promise<void>,
): Promise<void> {
  const world = await options.create();
  try {
    await work(new Probe(world, options));
  } finally {
    await world.dispose?.();
  }
}

function quoted(abilities: readonly ContractAbility[]): string {
  return abilities.map((ability) => `'${ability}'`).join(' and ');
}
