import { follow } from './following.js';
import { runFlow } from './flow-run.js';
import { policies, type Policy } from './policies.js';
import { flowRules, withoutRule } from './rules.js';
import { figuresOf, hasOpenPage, looksAfter, looksAt, mean, type Figures } from './tally.js';
import { measureCut, measureWave, type WaveFigures } from './wave.js';
import { drawShopper, minute, second, type Shopper } from './world.js';

export interface BenchOptions {
  readonly seed: number;
  /** Cancellations in the simulation of the schedule. */
  readonly shoppers: number;
  /** Cancellations in the cross-check with the flow itself. */
  readonly flowShoppers: number;
  /** Shoppers simulated for a wave of a million. */
  readonly waveShoppers: number;
}

export interface Row {
  readonly policy: Policy;
  readonly figures: Figures;
  /** A million requests taken within a minute, and within a second. */
  readonly overAMinute: WaveFigures;
  readonly atOnce: WaveFigures;
}

export interface CrossCheck {
  readonly policy: Policy;
  readonly flow: Figures;
  readonly schedule: Figures;
}

export interface Shares {
  readonly openAtTheChange: number;
  readonly lookingAtTheChange: number;
  readonly lookingLater: number;
}

export interface Measurement {
  readonly options: BenchOptions;
  readonly shares: Shares;
  readonly rows: readonly Row[];
  readonly crossChecks: readonly CrossCheck[];
  /** Requests per cancellation with push, with one rule switched off. */
  readonly withoutRule: readonly { readonly rule: string; readonly requests: number }[];
  /** Requests in the busiest second after a million streams broke at once. */
  readonly cut: number;
}

export const waveSize = 1_000_000;

export async function measure(options: BenchOptions): Promise<Measurement> {
  const { seed, shoppers: count, flowShoppers, waveShoppers: simulated } = options;
  const shoppers = drawShoppers(seed, count);
  const wave = { shoppers: waveSize, simulated };
  const rows = policies.map((policy) => ({
    policy,
    figures: simulate(shoppers, policy),
    overAMinute: measureWave(policy, { ...wave, spreadMs: minute }, seed),
    atOnce: measureWave(policy, { ...wave, spreadMs: second }, seed),
  }));
  const crossChecks: CrossCheck[] = [];
  for (const policy of policies.filter(({ ours }) => ours))
    crossChecks.push(await crossCheck(shoppers.slice(0, flowShoppers), policy));
  const cut = measureCut(wave, flowRules, seed);
  const push = policies.filter((policy) => policy.ours && policy.push);
  const without = push.flatMap((policy) =>
    Object.entries(withoutRule).map(([rule, change]) => ({
      rule,
      requests: simulate(shoppers, policy, { ...flowRules, ...change }).requests,
    })),
  );
  return { options, shares: sharesOf(shoppers), rows, crossChecks, withoutRule: without, cut };
}

export function drawShoppers(seed: number, count: number): readonly Shopper[] {
  return Array.from({ length: count }, (_, index) => drawShopper(seed, index));
}

export function simulate(shoppers: readonly Shopper[], policy: Policy, rules = flowRules): Figures {
  return figuresOf(shoppers.map((shopper) => follow(shopper, policy, rules)));
}

/** The same shoppers, once with the schedule's simulation and once with the flow itself in every tab. */
async function crossCheck(shoppers: readonly Shopper[], policy: Policy): Promise<CrossCheck> {
  const outcomes = [];
  for (const shopper of shoppers) outcomes.push(await runFlow(shopper, policy));
  return { policy, flow: figuresOf(outcomes), schedule: simulate(shoppers, policy) };
}

function sharesOf(shoppers: readonly Shopper[]): Shares {
  const share = (test: (shopper: Shopper) => boolean): number =>
    mean(shoppers.map((shopper) => (test(shopper) ? 1 : 0)));
  return {
    openAtTheChange: share(hasOpenPage),
    lookingAtTheChange: share(looksAt),
    lookingLater: share(looksAfter),
  };
}
