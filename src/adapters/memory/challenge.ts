import type { Challenge } from '../../model/cancellation.js';
import { challengeLifeMs, challengeResendMs } from './progress.js';
import type { MemoryRequest } from './shop-state.js';

/** The code that this shop "sends": there is no e-mail, so the page that embeds it says it. */
export const challengeCode = '481920';

export function challengeOf(request: MemoryRequest, now: number): Challenge | undefined {
  if (!request.challenge) return undefined;
  const age = now - request.challenge.sentAt;
  return {
    id: request.challenge.id,
    kind: 'code',
    channel: 'email',
    sentTo: 'm•••@example.com',
    codeLength: challengeCode.length,
    validForMs: Math.max(0, challengeLifeMs - age),
    resendAfterMs: Math.max(0, challengeResendMs - age),
  };
}
