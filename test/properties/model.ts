import fc from 'fast-check';
import { cases } from './cases.js';
import { invariants, type Invariant } from './checks/tally.js';
import { expectedEdges } from './expected-edges.js';
import { play, shrink } from './play.js';
import { plainShop, type ShopKind } from './shop-kind.js';
import type { Case } from './run.js';

const atOnce = 50;

/** What a number of runs has shown. Plain data: it goes from the workers to the report. */
export interface Figures {
  sequences: number;
  readonly effective: number[];
  readonly edges: Record<string, number>;
  readonly faults: Record<string, number>;
  readonly premises: Record<string, number>;
  readonly failures: Failure[];
  /** The table of the specification: each of these has to be met. */
  readonly expected: readonly string[];
}

export interface Failure {
  readonly invariant: Invariant;
  readonly text: string;
  /** How many runs it took. */
  readonly after: number;
  readonly case: Case;
}

export interface Order {
  readonly seed: number;
  readonly sequences: number;
  /** This worker plays every `workers`th lot, beginning with `worker`. */
  readonly worker: number;
  readonly workers: number;
  readonly shrinks: boolean;
  /** Stops after so many failures. */
  readonly most: number;
}

/** Plays `sequences` runs; all that they are is decided by the seed. */
export async function playAll(order: Order, progress: () => void): Promise<Figures> {
  const figures: Figures = {
    ...{ sequences: 0, effective: [], edges: {}, faults: {}, failures: [] },
    expected: expectedEdges,
    premises: Object.fromEntries(invariants.map((name) => [name, 0])),
  };
  const lots = Math.ceil(order.sequences / atOnce);
  for (let lot = order.worker; lot < lots; lot += order.workers) {
    const many = Math.min(atOnce, order.sequences - lot * atOnce);
    const given = fc.sample(cases, { seed: order.seed + lot, numRuns: many });
    for (const one of given) {
      // Outside of any promise reaction; see the scheduler.
      await new Promise<void>((resolve) => {
        setImmediate(() => {
          playOne(one, figures, order.shrinks);
          resolve();
        });
      });
      if (figures.failures.length >= order.most) return figures;
    }
    progress();
  }
  return figures;
}

function playOne(given: Case, figures: Figures, shrinks: boolean): void {
  const { run, effective, violation } = play(given);
  figures.sequences += 1;
  figures.effective.push(effective);
  add(figures.edges, run.edges);
  add(figures.faults, run.network.faults);
  add(figures.premises, run.tally.premises);
  if (!violation) return;
  const { invariant } = violation;
  const least = shrinks ? shrink(given, invariant, plainer) : given;
  const text = play(least).violation?.message ?? violation.message;
  figures.failures.push({ invariant, text, after: figures.sequences, case: least });
}

function add(sums: Record<string, number>, counts: ReadonlyMap<string, number>): void {
  for (const [name, count] of counts) sums[name] = (sums[name] ?? 0) + count;
}

const plainer: readonly Partial<Case>[] = [
  { end: 'quiet' },
  { parts: ['whole', 'whole', 'whole'] },
  { device: { locks: 'held', storage: 'whole', channel: true } },
  ...Object.keys(plainShop).map((name) => ({
    shop: { [name]: plainShop[name as keyof ShopKind] } as unknown as ShopKind,
  })),
];

/** One case, told so that a reader sees what happened. */
export function tell(given: Case): Promise<string> {
  return new Promise((resolve) => {
    setImmediate(() => {
      const trace: string[] = [];
      const { violation } = play(given, trace);
      const plain = Object.entries(given.shop).filter(
        ([name, value]) => value !== plainShop[name as keyof ShopKind],
      );
      resolve(
        [
          `  shop: ${JSON.stringify(Object.fromEntries(plain))} (beside the plain one)`,
          `  device: ${JSON.stringify(given.device)}; flows: ${given.parts.join(', ')}; end: ${given.end}`,
          ...trace.filter((line) => line !== ''),
          `  ✗ ${violation?.message ?? 'nothing is broken'}`,
        ].join('\n'),
      );
    });
  });
}
