import type { Call, CancellationUpdate, WatchHandlers } from '../../flow/storefront-adapter.js';
import { carry, failureOf } from './carry.js';
import type { Carrier } from './carry.js';
import type { DecidedFault } from './fault-dice.js';
import { garbled, truncated } from './spoil.js';

export interface Watched extends Omit<Carrier, 'deliver'> {
  readonly on: WatchHandlers;
  readonly connect: (on: WatchHandlers, call: Call) => Promise<void>;
}

/** One stream under its fault: on the connect, on its life, or on what it tells. */
export async function watchUnder({ on, connect, ...way }: Watched): Promise<void> {
  const { call, fault } = way;
  switch (fault.kind) {
    case 'drop-request':
    case '401':
    case '409':
    case '422':
    case '429':
    case '5xx':
      throw failureOf(fault);
    case 'drop-answer':
      return brokenOff({ on, connect, ...way });
    default: {
      const late = fault.kind === 'delay' || fault.kind === 'late-commit';
      const befalls = { ...fault, kind: late ? ('delay' as const) : ('none' as const) };
      const deliver = (): Promise<void> => connect(spoiledHandlers(on, fault), call);
      await carry({ ...way, fault: befalls, deliver });
    }
  }
}

/** Connected, and broken off after a while. */
function brokenOff({ call, clock, connect, fault, on }: Watched): Promise<void> {
  const inner = new AbortController();
  const giveUp = (): void => {
    inner.abort();
  };
  call.signal.addEventListener('abort', giveUp, { once: true });
  return new Promise<void>((resolve, reject) => {
    const stop = clock.after(fault.ms, () => {
      reject(failureOf(fault));
      inner.abort();
    });
    connect(on, { ...call, signal: inner.signal })
      .finally(() => {
        stop();
        call.signal.removeEventListener('abort', giveUp);
      })
      .then(resolve, reject);
    if (call.signal.aborted) giveUp();
  });
}

/** What becomes of the updates on a stream under a fault. Those that a fault only delays or breaks come as they are. */
function spoiledHandlers(on: WatchHandlers, { kind, dice }: DecidedFault): WatchHandlers {
  const spoil = (update: (update: CancellationUpdate) => void): WatchHandlers => ({
    open: () => {
      on.open();
    },
    update,
  });
  switch (kind) {
    case 'duplicate':
      return spoil((update) => {
        on.update(update);
        on.update(update);
      });
    case 'reorder': {
      let held: CancellationUpdate | undefined;
      return spoil((update) => {
        // Two change places; an odd last one is never told, as if it were still on its way.
        if (held === undefined) {
          held = update;
          return;
        }
        on.update(update);
        on.update(held);
        held = undefined;
      });
    }
    case 'truncate':
      return spoil((update) => {
        on.update(truncated(update, dice) as CancellationUpdate);
      });
    case 'garbage':
      return spoil(() => {
        on.update(garbled(dice) as CancellationUpdate);
      });
    case 'hang':
      // Connected, as far as anybody can tell, and silent.
      return spoil(() => undefined);
    default:
      return on;
  }
}
