import type { Fault, FaultChances, FaultKind, FaultyMethod } from './fault.js';
import { faultKinds } from './fault.js';

/** Numbers from 0 up to 1, the same for the same seed and name, whatever else was drawn. */
export function createDice(seed: number, name: string): () => number {
  let state = seed >>> 0;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x9e3779b1);
  // mulberry32
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A fault with everything decided that it left open. */
export interface DecidedFault {
  readonly kind: FaultKind;
  readonly ms: number;
  readonly delivered: boolean;
  readonly retryAfterMs: number;
  /** For what a kind has to choose: where an answer is cut, what stands in its place. */
  readonly dice: () => number;
}

export interface Decision {
  readonly seed: number;
  readonly method: FaultyMethod;
  readonly nth: number;
  readonly planned: Fault | FaultKind | undefined;
  readonly chances: FaultChances;
}

/** By the call's own place only, so that other calls, and when they come, change nothing. */
export function decide({ seed, method, nth, planned, chances }: Decision): DecidedFault {
  const dice = createDice(seed, `${method}#${String(nth)}`);
  // Drawn in any case, so that a plan leaves the rest as it was.
  const drawn = drawKind(dice(), chances);
  const [length, side, wait] = [dice(), dice(), dice()];
  const fault: Fault = typeof planned === 'object' ? planned : { kind: planned ?? drawn };
  const { kind } = fault;
  return {
    kind,
    ms:
      fault.ms ?? Math.round(kind === 'late-commit' ? 35_000 + length * 55_000 : 1 + length * 4999),
    delivered: fault.delivered ?? side < 0.5,
    retryAfterMs: fault.retryAfterMs ?? 1000 * Math.ceil(1 + wait * 29),
    dice,
  };
}

function drawKind(point: number, chances: FaultChances): FaultKind {
  let sum = 0;
  for (const kind of faultKinds) {
    sum += kind === 'none' ? 0 : (chances[kind] ?? 0);
    if (point < sum) return kind;
  }
  return 'none';
}
