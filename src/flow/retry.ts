/** Full jitter: anything up to the doubled cap, so that clients that failed together do not come back together. */
export function backoffMs(attempt: number, random: number, retryAfterMs?: number): number {
  const cap = Math.min(60_000, 1000 * 2 ** attempt);
  return (retryAfterMs ?? 0) + random * cap;
}
