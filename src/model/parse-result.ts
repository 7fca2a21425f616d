import type { Cancellation, CancellationResult, Challenge } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Order } from './order.js';
import { readCancellation, readCancellations } from './parse-cancellation.js';
import { readChallengeAt } from './parse-challenge.js';
import { readOrderAt } from './parse-order.js';
import { needed } from './parse-value.js';
import { present } from './present.js';

/**
 * The answer of a write. An empty list means that the shop took the request; so a list of which nothing can be read must not become one:
 * then there is no value, and the write is unconfirmed.
 */
export function parseCancellationResult(value: unknown): Parsed<CancellationResult> {
  return parseAnswer(value, (root) => {
    const fields = root.object('');
    if (fields === undefined) return undefined;
    const list = needed(fields, 'cancellations', readCancellations(fields, 'cancellations'));
    const order = readOrderAt(fields, 'order', { complete: false });
    if (list === undefined || (list.items.length === 0 && list.lost)) return undefined;
    return present({ cancellations: list.items, order });
  });
}

/** What `watchCancellations` pushes. */
export function parseCancellationUpdate(value: unknown): Parsed<{ readonly cancellation: Cancellation } | { readonly order: Order }> {
  return parseAnswer(value, (root) => {
    const fields = root.object('');
    if (fields === undefined) return undefined;
    const one = fields.object('cancellation');
    const cancellation = one && readCancellation(one);
    if (cancellation !== undefined) return { cancellation };
    const order = readOrderAt(fields, 'order', { complete: false });
    return order && { order };
  });
}

/** The answer of `findOrder`. An order stands before a challenge: then nothing is to be proven any more. */
export function parseLookupResult(value: unknown): Parsed<{ readonly order: Order } | { readonly challenge: Challenge }> {
  return parseAnswer(value, (root) => {
    const fields = root.object('');
    if (fields === undefined) return undefined;
    const order = readOrderAt(fields, 'order', { complete: true });
    if (order !== undefined) return { order };
    const challenge = readChallengeAt(fields, 'challenge');
    return challenge && { challenge };
  });
}
