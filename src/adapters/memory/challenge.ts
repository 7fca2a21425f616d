import type { Challenge } from '../../model/cancellation.js';
import { challengeLifeMs, challengeResendMs } from './progress.js';
import type { SentChallenge } from './shop-state.js';

/** The first code of every challenge: there is no e-mail, so the page that embeds this shop says it. */
export const challengeCode = '481920';

/** Each further code of a challenge is another one, and only the newest holds. It is worked out, so that nothing has to be kept. */
export function codeAfter(resends = 0): string {
  const code = (Number(challengeCode) + resends * 317_811) % 1_000_000;
  return String(code).padStart(challengeCode.length, '0');
}

export function isCode(typed: string, resends: number | undefined): boolean {
  return typed.replace(/\s/g, '') === codeAfter(resends);
}

/** What is left of a challenge's life at this moment. */
export function timesOf(
  sentAt: number,
  now: number,
): Required<Pick<Challenge, 'validForMs' | 'resendAfterMs'>> {
  const age = now - sentAt;
  return {
    validForMs: Math.max(0, challengeLifeMs - age),
    resendAfterMs: Math.max(0, challengeResendMs - age),
  };
}

/** Of a request: it says where the code went, for who asks has made the request himself. */
export function challengeOf({ id, sentAt }: SentChallenge, now: number, sentTo: string): Challenge {
  return {
    ...{ id, kind: 'code', channel: 'email', sentTo },
    codeLength: challengeCode.length,
    ...timesOf(sentAt, now),
  };
}
