import { rarely } from '../src/flow/follow-schedule.js';
import { cancellationAt, type Policy } from './policies.js';
import { createRandom, logNormal, type Random } from './random.js';
import { joinMs, reconnectAfterMs, type Rules } from './rules.js';
import { drawProcessing, minute, second, world } from './world.js';

export interface Wave {
  /** How many have submitted. */
  readonly shoppers: number;
  /** How many of them are simulated; each stands for as many as it takes. */
  readonly simulated: number;
  /** Over how long their requests were taken, evenly. */
  readonly spreadMs: number;
}

export interface WaveFigures {
  /** Requests in the second of the submit itself, per submit. */
  readonly besideTheSubmit: number;
  /** The busiest second after that. */
  readonly peak: number;
  /** Requests per second on average from the fifth to the tenth minute. */
  readonly steady: number;
}

const lasts = 10 * minute;

/** Everybody submitted in the same minute, and looks for ten: who asks when. Nobody is done, because that only takes load away. */
export function measureWave(policy: Policy, wave: Wave, seed: number): WaveFigures {
  const weight = wave.shoppers / wave.simulated;
  const buckets = new Float64Array(Math.ceil((lasts + wave.spreadMs) / second) + 1);
  const random = createRandom(seed, 3);
  let beside = 0;
  for (let index = 0; index < wave.simulated; index += 1) {
    const submittedAt = (wave.spreadMs * index) / wave.simulated;
    for (const age of requestAges(policy, random)) {
      if (age < second) beside += 1;
      else {
        const bucket = Math.floor((submittedAt + age) / second);
        buckets[bucket] = (buckets[bucket] ?? 0) + weight;
      }
    }
  }
  return {
    besideTheSubmit: beside / wave.simulated,
    peak: buckets.reduce((most, count) => Math.max(most, count), 0),
    steady: meanOf(buckets.subarray((5 * minute) / second, lasts / second)),
  };
}

/** When one shopper's page asks, in milliseconds since its own submit. */
function* requestAges(policy: Policy, random: Random): Iterable<number> {
  const doneAt = Infinity;
  const expectedAt = drawProcessing(random) * logNormal(random, 1, world.expectationSigma);
  if (policy.push) yield joinMs;
  const isStreamed = policy.push && random() >= world.proxied;
  let reads = 0;
  for (let now = 0; now < lasts;) {
    const cancellations = [cancellationAt({ doneAt, expectedAt }, now, policy.hint)];
    const wait = policy.wait({ cancellations, now, reads, random: random() });
    const delay = isStreamed ? rarely(random()) : wait;
    if (delay === undefined) return;
    now += delay;
    reads += 1;
    if (now < lasts) yield now;
  }
}

/** Every stream breaks in the same second, as in a deploy: the busiest second of what follows. */
export function measureCut(
  { shoppers, simulated }: Pick<Wave, 'shoppers' | 'simulated'>,
  rules: Rules,
  seed: number,
): number {
  const random = createRandom(seed, 5);
  const { least, spread } = reconnectAfterMs;
  const buckets = new Float64Array(Math.ceil((least + spread) / second) + 1);
  const each = rules.toldWithinMs === 0 ? 2 : 1;
  if (rules.readsWhenBroken) buckets[0] = shoppers;
  for (let index = 0; index < simulated; index += 1) {
    const bucket = Math.floor((least + random() * spread) / second);
    buckets[bucket] = (buckets[bucket] ?? 0) + (each * shoppers) / simulated;
  }
  return buckets.reduce((most, count) => Math.max(most, count), 0);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
