/** What must hold in every run, whatever happens. */
export const invariants = [
  'one-effect',
  'no-second-key',
  'no-lie',
  'not-received-in-time',
  'refused-for-certain',
  'own-for-certain',
  'whole-answer',
  'news-not-reverted',
  'news-not-lost',
  'writes-converge',
  'way-forward',
  'settled-stays',
  'drafts-kept',
  'veto-heard',
  'storage-impersonal',
  'other-shopper-unseen',
  'nothing-left-running',
  'facts-counted-once',
  'no-storm',
  'no-exception',
] as const;
export type Invariant = (typeof invariants)[number];

/** An invariant that did not hold. */
export class Violation extends Error {
  readonly invariant: Invariant;
  constructor(invariant: Invariant, text: string) {
    super(`${invariant}: ${text}`);
    this.invariant = invariant;
  }
}

/** How often each invariant had something to check, and the first time that one did not hold. */
export interface Tally {
  readonly premises: Map<Invariant, number>;
  violation: Violation | undefined;
  held(invariant: Invariant): void;
  check(invariant: Invariant, holds: boolean, text: () => string): void;
}

export function createTally(): Tally {
  const premises = new Map<Invariant, number>();
  const tally: Tally = {
    premises,
    violation: undefined,
    held: (invariant) => void premises.set(invariant, (premises.get(invariant) ?? 0) + 1),
    check(invariant, holds, text) {
      tally.held(invariant);
      if (!holds) tally.violation ??= new Violation(invariant, text());
    },
  };
  return tally;
}
