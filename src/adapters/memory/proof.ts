import type { CancellationProof } from '../../flow/storefront-adapter.js';
import { AdapterError } from '../../flow/storefront-adapter.js';
import { isCode } from './challenge.js';
import { challengeResendMs, statusOf } from './progress.js';
import type { MemoryRequest, SentChallenge, ShopState } from './shop-state.js';
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
  const isDone = request.confirmedAt !== undefined;
  if (!isDone && statusOf(request, now) !== 'awaiting-confirmation')
    throw new AdapterError('expired');
  if (!isCode(proof.token, request.challenge?.resends))
    throw new AdapterError('invalid', { field: 'code', detail: words.wrongCode });
  if (isDone) return request;
  const confirmed = { ...request, confirmedAt: now };
  state.replace(confirmed);
  return confirmed;
}

type Challenged = MemoryRequest & { readonly challenge: SentChallenge };

/** "Sends" another code, and the challenge lives anew. */
export function resendCode(challengeId: string, state: ShopState, now: number): Challenged {
  const request = state.requests.find(({ challenge }) => challenge?.id === challengeId);
  if (!request?.challenge) throw new AdapterError('not-found');
  if (statusOf(request, now) !== 'awaiting-confirmation') throw new AdapterError('expired');
  const wait = request.challenge.sentAt + challengeResendMs - now;
  if (wait > 0) throw new AdapterError('rate-limited', { retryAfterMs: wait });
  const renewed = {
    ...request,
    challenge: { id: challengeId, sentAt: now, resends: (request.challenge.resends ?? 0) + 1 },
  };
  state.replace(renewed);
  return renewed;
}
