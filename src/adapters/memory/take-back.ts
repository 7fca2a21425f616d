import type { CancellationRef } from '../../model/cancellation.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import { retractableUntil, statusOf } from './progress.js';
import { openSeeds } from './quantities.js';
import type { MemoryRequest, OrderFile, ShopState } from './shop-state.js';

const tooLate = (): AdapterError =>
  new AdapterError('not-eligible', {
    blocks: [{ code: 'in-fulfillment', remedy: 'contact-support', faqId: 'take-back' }],
  });

/** Takes back one request, or all that a key made. Done before: nothing changes, and the answer is the same. Answers the ids. */
export function takeBack(
  ref: CancellationRef,
  state: ShopState,
  file: OrderFile,
  now: number,
): readonly string[] {
  const named = requestsOf(ref, file);
  if (named.length === 0) return [takeBackSeed(ref, state, file, now)];
  const open = named.filter((request) => statusOf(request, now) !== 'retracted');
  if (open.some((request) => !isRetractable(request, now))) throw tooLate();
  for (const request of open) state.replace({ ...request, retractedAt: now });
  return named.map((request) => request.id);
}

/** The requests that a ref names: by id, else by key. */
export function requestsOf(ref: CancellationRef, file: OrderFile): readonly MemoryRequest[] {
  return file.requests.filter((request) =>
    ref.cancellationId === undefined
      ? request.key === ref.idempotencyKey
      : request.id === ref.cancellationId,
  );
}

function isRetractable(request: MemoryRequest, now: number): boolean {
  const until = retractableUntil(request);
  const status = statusOf(request, now);
  return (
    until !== undefined &&
    now < until &&
    (status === 'requested' || status === 'awaiting-confirmation')
  );
}

function takeBackSeed(
  ref: CancellationRef,
  state: ShopState,
  file: OrderFile,
  now: number,
): string {
  const seed = file.order.cancellations.find((candidate) => candidate.id === ref.cancellationId);
  if (!seed) throw new AdapterError('not-found');
  if (file.takenBack.has(seed.id)) return seed.id;
  const until = seed.retractableUntil;
  if (!openSeeds(file).includes(seed) || until === undefined || Date.parse(until) <= now)
    throw tooLate();
  state.takenBack.set(seed.id, now);
  return seed.id;
}
