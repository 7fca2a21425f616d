import type { Failure, FailureCode } from '../model/failure.js';

const passing: readonly FailureCode[] = ['network', 'timeout', 'platform', 'rate-limited'];

/** It may be over by itself when the same is asked again. */
export function mayPass({ code }: Failure): boolean {
  return passing.includes(code);
}

/** Full jitter: anything up to the doubled cap, so that clients that failed together do not come back together. */
export function backoffMs(attempt: number, random: number, retryAfterMs?: number): number {
  const cap = Math.min(60_000, 1000 * 2 ** attempt);
  return (retryAfterMs ?? 0) + random * cap;
}
