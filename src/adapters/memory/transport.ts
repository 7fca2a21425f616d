import { AdapterError } from '../../flow/storefront-adapter.js';
import type { Call } from '../../flow/storefront-adapter.js';
import type { MemoryClock } from './memory-clock.js';
import type { Fault } from './scenarios.js';
import { wordsOf } from './words.js';

export interface TransportOptions {
  readonly clock: MemoryClock;
  readonly latencyMs: number;
  readonly fault: () => Fault | undefined;
  /** False: a guest who has shown no order to be his. */
  readonly signedIn: () => boolean;
}

/** 'open': answered to anybody, signed in or not. */
export type Access = 'read' | 'write' | 'open-read' | 'open-write';

const rateLimitMs = 25_000;

/** The way to the shop and back. Each takes half of the latency, and a call that is aborted on the way back has been carried out. */
export class Transport {
  readonly #options: TransportOptions;
  #limitedUntil: number | undefined;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  /** A new scenario: the old limit counts no more. */
  forgetLimit(): void {
    this.#limitedUntil = undefined;
  }

  async carry<T>(access: Access, call: Call, work: () => T): Promise<T> {
    if (call.signal.aborted) throw new AdapterError('aborted', { sent: false });
    const fault = this.#options.fault();
    if (fault === 'offline') throw new AdapterError('network', { sent: false });
    await this.#travel(call.signal);
    const write = access.endsWith('write');
    if (write && fault === 'request-lost') throw new AdapterError('network');
    if (write && fault === 'breakdown')
      throw new AdapterError('platform', { message: 'the shop is down', platformCode: '503' });
    if (write && fault === 'rate-limited') this.#limit(call);
    if (!access.startsWith('open') && !this.#options.signedIn())
      throw new AdapterError('unauthenticated');
    const answer = structuredClone(work());
    await this.#travel(call.signal);
    if (fault === (write ? 'answer-lost' : 'read-lost')) throw new AdapterError('network');
    return answer;
  }

  /** Takes no writes for a while after the first, then takes them: a limit ends. */
  #limit(call: Call): void {
    const now = this.#options.clock.now();
    this.#limitedUntil ??= now + rateLimitMs;
    const retryAfterMs = this.#limitedUntil - now;
    if (retryAfterMs > 0)
      throw new AdapterError('rate-limited', {
        retryAfterMs,
        detail: wordsOf(call.locale).tooMany,
      });
  }

  async #travel(signal: AbortSignal): Promise<void> {
    const { clock, latencyMs } = this.#options;
    if (latencyMs > 0) await sleep(clock, latencyMs / 2, signal);
    else await Promise.resolve();
    if (signal.aborted) throw new AdapterError('aborted');
  }
}

function sleep(clock: MemoryClock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(ms, () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    const abort = (): void => {
      stop();
      reject(new AdapterError('aborted'));
    };
    signal.addEventListener('abort', abort, { once: true });
  });
}
