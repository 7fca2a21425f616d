/** The shop's clock. Tests give one that they move by hand. */
export interface MemoryClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once, later; the answer stops it. */
  after(ms: number, callback: () => void): () => void;
}

export const deviceClock: MemoryClock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

export function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** The day, `days` later, as the shop's calendar has it (UTC). */
export function dayAfter(ms: number, days: number): string {
  return instantOf(ms + days * 86_400_000).slice(0, 10);
}
