import type { Cancellation } from '../../model/cancellation.js';
import type { AdapterError } from '../../flow/storefront-adapter.js';
import type { Call, WatchHandlers } from '../../flow/storefront-adapter.js';
import type { MemoryClock } from './memory-clock.js';

interface Stream {
  /** Looks for news and plans the next look. */
  readonly look: () => void;
  readonly fail: (error: AdapterError) => void;
}

/** The open push streams of a shop. */
export class Streams {
  readonly #clock: MemoryClock;
  readonly #open = new Set<Stream>();

  constructor(clock: MemoryClock) {
    this.#clock = clock;
  }

  /** Something was written, or the time was moved. */
  look(): void {
    for (const stream of [...this.#open]) stream.look();
  }

  /** The connection breaks. */
  breakAll(error: AdapterError): void {
    for (const stream of [...this.#open]) stream.fail(error);
  }

  /** `read` answers the watched cancellations, `next` how long until one of them changes by itself. */
  watch(
    read: () => readonly Cancellation[],
    next: () => number | undefined,
    on: WatchHandlers,
    call: Call,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      // Asked before each reading: what changes between the two is then looked at once more, and never missed.
      const firstWait = next();
      const seen = new Map(
        read().map((cancellation) => [cancellation.id, JSON.stringify(facts(cancellation))]),
      );
      let stopTimer: (() => void) | undefined;
      const close = (): void => {
        stopTimer?.();
        this.#open.delete(stream);
        call.signal.removeEventListener('abort', end);
      };
      const end = (): void => {
        close();
        resolve();
      };
      const plan = (wait: number | undefined): void => {
        stopTimer?.();
        stopTimer = wait === undefined ? undefined : this.#clock.after(wait, stream.look);
      };
      const stream: Stream = {
        look: () => {
          const wait = next();
          for (const cancellation of read()) {
            const print = JSON.stringify(facts(cancellation));
            if (seen.get(cancellation.id) === print) continue;
            seen.set(cancellation.id, print);
            on.update({ cancellation: structuredClone(cancellation) });
          }
          if (this.#open.has(stream)) plan(wait);
        },
        fail: (error) => {
          close();
          reject(error);
        },
      };
      this.#open.add(stream);
      call.signal.addEventListener('abort', end, { once: true });
      on.open();
      if (this.#open.has(stream)) plan(firstWait);
    });
  }
}

/** What counts as news: the hint changes at every look. */
function facts({ pollAfterMs: _hint, challenge: _challenge, ...rest }: Cancellation): unknown {
  return rest;
}
