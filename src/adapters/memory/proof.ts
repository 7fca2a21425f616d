import type { CancellationProof } from '../../flow/storefront-adapter.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import { challengeCode } from './challenge.js';
import { challengeResendMs, statusOf } from './progress.js';
import type { MemoryRequest, ShopState } from './shop-state.js';
import type { Words } from './words.js';

/** Lets a request go on with the code. The same code again changes nothing. */
export function confirmRequest(
  proof: CancellationProof,
  state: ShopState,
  now: number,
  words: Words,
): MemoryRequest {
  const request = state.requests.find(
    ({ challenge, id }) =>
      challenge !== undefined &&
      (proof.challengeId === undefined
        ? id === proof.cancellationId
        : challenge.id === proof.challengeId),
  );
  if (!request) throw new AdapterError('not-found');
  if (proof.token.replace(/\s/g, '') !== challengeCode)
    throw new AdapterError('invalid', { field: 'code', detail: words.wrongCode });
  if (request.confirmedAt !== undefined) return request;
  if (statusOf(request, now) !== 'awaiting-confirmation') throw new AdapterError('expired');
  const confirmed = { ...request, confirmedAt: now };
  state.replace(confirmed);
  return confirmed;
}

/** "Sends" the code again and lets it live anew. */
export function resendCode(challengeId: string, state: ShopState, now: number): MemoryRequest {
  const request = state.requests.find(({ challenge }) => challenge?.id === challengeId);
  if (!request?.challenge) throw new AdapterError('not-found');
  if (statusOf(request, now) !== 'awaiting-confirmation') throw new AdapterError('expired');
  const wait = request.challenge.sentAt + challengeResendMs - now;
  if (wait > 0) throw new AdapterError('rate-limited', { retryAfterMs: wait });
  const renewed = { ...request, challenge: { id: challengeId, sentAt: now } };
  state.replace(renewed);
  return renewed;
}
