import { Violation, type Invariant } from './checks/tally.js';
import { finish } from './finish.js';
import { perform } from './perform.js';
import { startRun, type Case, type Run } from './run.js';

export interface Played {
  readonly run: Run;
  readonly effective: number;
  readonly violation: Violation | undefined;
}

/** Plays one case from beginning to end. Whatever is thrown is a fault too. */
export function play(given: Case, trace?: string[]): Played {
  const run = startRun(given, trace);
  let effective = 0;
  try {
    for (const command of given.commands) if (perform(run, command)) effective += 1;
    finish(run);
  } catch (thrown) {
    return { run, effective, violation: asViolation(thrown) };
  }
  return { run, effective, violation: run.tally.violation };
}

function asViolation(thrown: unknown): Violation {
  if (thrown instanceof Violation) return thrown;
  return new Violation(
    'no-exception',
    thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  );
}

/** The shortest sequence found that breaks the same invariant: pieces are left out, halves first, then one by one; then the world is made plain. */
export function shrink(given: Case, invariant: Invariant, plainer: readonly Partial<Case>[]): Case {
  const breaks = (one: Case): boolean => play(one).violation?.invariant === invariant;
  let best = given;
  for (let improved = true; improved;) {
    improved = false;
    for (let size = best.commands.length >> 1; size >= 1; size >>= 1)
      for (let from = 0; from + size <= best.commands.length;) {
        const commands = best.commands.toSpliced(from, size);
        const next = { ...best, commands };
        if (breaks(next)) {
          best = next;
          improved = true;
        } else from += size;
      }
    for (const change of plainer) {
      const next = { ...best, ...change, shop: { ...best.shop, ...change.shop } };
      if (JSON.stringify(next) !== JSON.stringify(best) && breaks(next)) {
        best = next;
        improved = true;
      }
    }
  }
  return best;
}
