import type { Cancellation } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import { readCancellations } from './parse-cancellation.js';

/** The answer of `getCancellations`. */
export function parseCancellations(value: unknown): Parsed<readonly Cancellation[]> {
  return parseAnswer(value, (root, key) => readCancellations(root, key)?.items);
}
