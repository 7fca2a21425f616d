import type { Environment } from './environment.js';

/** For Node, workers and tests: real time, no storage, always visible and online. */
export function createHeadlessEnvironment(): Environment {
  return {
    clock: {
      wall: () => Date.now(),
      monotonic: () => performance.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    random: () => Math.random(),
    newKey,
    presence: { visible: true, online: true, subscribe: () => () => undefined },
  };
}

/** 128 random bits in hexadecimal. `crypto.randomUUID` is missing on pages that are not secure contexts. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
