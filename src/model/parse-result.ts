import type { Cancellation, CancellationResult, Challenge } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import type { Order } from './order.js';
import { readCancellation, readCancellations } from './parse-cancellation.js';
import { readChallenge } from './parse-challenge.js';
import { readOrder } from './parse-order.js';
import { needed, object } from './read-record.js';

/**
 * The answer of a write. An empty list means that the shop took the request; so a list of which nothing can be read must not become one:
 * then there is no value, and the write is unconfirmed.
 */
export function parseCancellationResult(value: unknown): Parsed<CancellationResult> {
  return parseAnswer(value, readResult);
}

const readOrderAt = /* @__PURE__ */ object((fields) => readOrder(fields, { complete: false }));

const readResult = /* @__PURE__ */ object((fields): CancellationResult | undefined => {
  const list = needed(fields, 'cancellations', readCancellations(fields, 'cancellations'));
  const order = readOrderAt(fields, 'order');
  if (list === undefined || (list.items.length === 0 && list.lost)) return undefined;
  return { cancellations: list.items, ...(order && { order }) };
});

/** What `watchCancellations` pushes. */
export function parseCancellationUpdate(
  value: unknown,
): Parsed<{ readonly cancellation: Cancellation } | { readonly order: Order }> {
  return parseAnswer(value, readUpdate);
}

const readUpdate = /* @__PURE__ */ object((fields) => {
  const one = fields.object('cancellation');
  const cancellation = one && readCancellation(one);
  if (cancellation !== undefined) return { cancellation };
  const order = readOrderAt(fields, 'order');
  return order && { order };
});

/** The answer of `findOrder`. An order stands before a challenge: then nothing is to be proven any more. */
export function parseLookupResult(
  value: unknown,
): Parsed<{ readonly order: Order } | { readonly challenge: Challenge }> {
  return parseAnswer(value, /* @__PURE__ */ object(readLookup));
}

function readLookup(
  fields: Fields,
): { readonly order: Order } | { readonly challenge: Challenge } | undefined {
  const found = fields.object('order');
  const order = found && readOrder(found, { complete: true });
  if (order !== undefined) return { order };
  const challenge = readChallenge(fields, 'challenge');
  return challenge && { challenge };
}
