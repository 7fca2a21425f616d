import { drawShoppers, simulate, waveSize, type Measurement, type Row } from './measure.js';
import { flowRules } from './rules.js';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
}

/** Requests per cancellation; more fails. */
const budgets = {
  'ours, push': 3.6,
  'ours, pollAfterMs (tight)': 8,
  'ours, pollAfterMs (lazy)': 8,
  'ours, expected': 8,
  'ours, no hint': 12,
} as const;
/** How far the flow and the simulation of its schedule may be apart. */
const crossCheckTolerance = 0.02;
const seedTolerance = 0.05;
/** What other simulations of the same world found, and how far from it this one may be. */
const shares = { openAtTheChange: 0.256, lookingAtTheChange: 0.127, lookingLater: 0.41 } as const;
const shareTolerance = 0.025;

export function checksOf(measurement: Measurement): readonly Check[] {
  return [
    ...Object.entries(budgets).map(([name, budget]) =>
      atMost(`${name}: requests per cancellation`, requestsOf(measurement, name), budget),
    ),
    ...crossChecksOf(measurement),
    ...waveChecks(measurement),
    ...rulesChecks(measurement),
    ...worldChecks(measurement),
    ...controls(measurement),
  ];
}

function crossChecksOf({ crossChecks }: Measurement): readonly Check[] {
  return crossChecks.map(({ policy, flow, schedule }) =>
    atMost(
      `${policy.name}: the flow and its schedule agree`,
      Math.abs(flow.requests / schedule.requests - 1),
      crossCheckTolerance,
    ),
  );
}

function waveChecks(measurement: Measurement): readonly Check[] {
  const { rows, cut } = measurement;
  // What a million that ask every 30 s make in each second.
  const evenly = waveSize / 30;
  return [
    ...rows
      .filter(({ policy }) => policy.ours)
      .flatMap(({ policy, overAMinute, atOnce }) => [
        atMost(`${policy.name}: peak of a million in a minute`, overAMinute.peak, 1.25 * evenly),
        atMost(`${policy.name}: peak of a million in a second`, atOnce.peak, 3 * evenly),
      ]),
    atMost('a million streams cut at once: peak', cut, 2.5 * evenly),
  ];
}

/** A rule that saves nothing would be one to remove. */
function rulesChecks(measurement: Measurement): readonly Check[] {
  return measurement.withoutRule.map(({ rule, requests }) =>
    atLeast(`${rule}: saves requests`, requests, requestsOf(measurement, 'ours, push')),
  );
}

function worldChecks(measurement: Measurement): readonly Check[] {
  const { options, rows } = measurement;
  const { seed, shoppers } = options;
  const again = drawShoppers(seed, Math.min(shoppers, 500));
  const other = drawShoppers(seed + 1, shoppers);
  const ours = row(measurement, 'ours, no hint');
  const exponential = row(measurement, 'exponential 2→60 s ±50 %, paused when hidden');
  const figures = [again, drawShoppers(seed, again.length)].map((drawn) =>
    JSON.stringify(rows.map(({ policy }) => simulate(drawn, policy))),
  );
  return [
    ...Object.entries(shares).map(([name, share]) =>
      atMost(
        `${name}: as far from ${share} as it may be`,
        Math.abs(measurement.shares[name as keyof typeof shares] - share),
        shareTolerance,
      ),
    ),
    { name: 'the same seed gives the same figures', ok: figures[0] === figures[1], found: '' },
    ...rows
      .filter(({ policy }) => policy.ours)
      .map(({ policy, figures: { requests } }) =>
        atMost(
          `${policy.name}: another seed says the same`,
          Math.abs(simulate(other, policy).requests / requests - 1),
          seedTolerance,
        ),
      ),
    atMost(
      'ours without a hint asks less often than an exponential start',
      ours.figures.requests,
      exponential.figures.requests,
    ),
    atMost(
      '… and shows the change sooner',
      ours.figures.delay.mean,
      exponential.figures.delay.mean,
    ),
  ];
}

/** The checks can fail: what is known to be bad is found to be. */
function controls(measurement: Measurement): readonly Check[] {
  const push = measurement.crossChecks.find(({ policy }) => policy.push);
  const shoppers = drawShoppers(measurement.options.seed, measurement.options.flowShoppers);
  const planted = { ...flowRules, streamKeptMs: flowRules.streamKeptMs / 4 };
  const wrong = push ? simulate(shoppers, push.policy, planted).requests : 0;
  return [
    atLeast(
      'control: a page that asks every 5 s is over the budget',
      requestsOf(measurement, 'every 5 s, paused when hidden'),
      budgets['ours, no hint'],
    ),
    atLeast(
      'control: a simulation with another rule than the flow differs',
      Math.abs((push?.flow.requests ?? 0) / wrong - 1),
      crossCheckTolerance,
    ),
    atLeast(
      'control: a first read after 2 s is a herd',
      row(measurement, 'exponential 2→60 s ±50 %, paused when hidden').atOnce.peak,
      0.2 * waveSize,
    ),
  ];
}

function row({ rows }: Measurement, name: string): Row {
  const found = rows.find(({ policy }) => policy.name === name);
  if (!found) throw new Error(`There is no policy “${name}”.`);
  return found;
}

function requestsOf(measurement: Measurement, name: string): number {
  return row(measurement, name).figures.requests;
}

function atMost(name: string, value: number, most: number): Check {
  return { name, ok: value <= most, found: `${format(value)}, at most ${format(most)}` };
}

function atLeast(name: string, value: number, least: number): Check {
  return { name, ok: value > least, found: `${format(value)}, more than ${format(least)}` };
}

function format(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(3);
}
