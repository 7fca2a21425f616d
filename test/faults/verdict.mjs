import { effectsOf, faultsOfEffect, liesOf, mismatchesOf } from './books.mjs';

/** Holds what the shoppers saw against the books. `complaints` has a line for each that does not fit. */
export function judge({ outcomes, books }) {
  const verdict = {
    intents: outcomes.length,
    effects: 0,
    doubles: 0,
    missing: 0,
    mismatches: 0,
    lies: 0,
    broken: 0,
  };
  const complaints = [];
  for (const outcome of outcomes) {
    const { orderId, wanted, view } = outcome;
    const book = books.get(orderId);
    const effects = effectsOf(book);
    verdict.effects += effects;
    if (effects > 1) verdict.doubles += 1;
    if (effects === 0) verdict.missing += 1;
    const differences = mismatchesOf(view, book);
    if (differences.length > 0) verdict.mismatches += 1;
    const lies = liesOf(outcome, book);
    verdict.lies += lies.length;
    const faults = faultsOfEffect(book, wanted);
    if (faults.length > 0) verdict.broken += 1;
    const found = [...faults, ...differences, ...lies];
    if (outcome.isOver)
      found.push(
        `not settled in time: ${outcome.step}, dialog ${outcome.dialog}, held ${outcome.held}`,
      );
    if (found.length > 0)
      complaints.push(
        `order ${orderId} (${wanted.api}): ${found.join('; ')} · pressed ${JSON.stringify(outcome.presses)}`,
      );
  }
  return { verdict, complaints };
}
