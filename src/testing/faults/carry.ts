import { AdapterError } from '../../flow/storefront-adapter.js';
import type { Call } from '../../flow/storefront-adapter.js';
import type { DecidedFault } from './fault-dice.js';
import { garbled, truncated } from './spoil.js';

/** What is needed of a clock: the manual one and the memory adapter's are. */
export interface FaultClock {
  now(): number;
  /** Calls back once, unless stopped before. */
  after(ms: number, callback: () => void): () => void;
}

/** Those who wait to be overtaken. */
export class Waiting {
  readonly #held = new Set<() => void>();

  hold(go: () => void): () => void {
    this.#held.add(go);
    return () => this.#held.delete(go);
  }

  /** A call has been delivered: those who waited for one may go. */
  overtaken(): void {
    const held = [...this.#held];
    this.#held.clear();
    for (const go of held) go();
  }
}

export interface Carrier {
  readonly clock: FaultClock;
  readonly waiting: Waiting;
  readonly fault: DecidedFault;
  readonly call: Call;
  /** Hands the call to the shop. `detached`: the request has left, and no giving up reaches it any more. */
  readonly deliver: (detached: boolean) => Promise<unknown>;
}

/** Carries one call under its fault: what the shop gets and what the caller is told, as `FaultKind` says. */
export async function carry(carrier: Carrier): Promise<unknown> {
  const { clock, fault, call, deliver, waiting } = carrier;
  const { dice, kind, ms } = fault;
  if (call.signal.aborted) throw new AdapterError('aborted', { sent: false });
  switch (kind) {
    case 'none':
      return deliver(false);
    case 'delay':
      await within(call, (go) => clock.after(ms, go));
      return deliver(false);
    case 'reorder':
      await within(call, (go) => {
        const [stop, leave] = [clock.after(ms, go), waiting.hold(go)];
        return () => {
          stop();
          leave();
        };
      });
      return deliver(false);
    case 'late-commit':
      return untilGivenUp(
        call,
        new Promise((resolve, reject) => {
          clock.after(ms, () => void deliver(true).then(resolve, reject));
        }),
      );
    case 'hang':
      if (fault.delivered) void outcomeOf(deliver(true));
      return untilGivenUp(call, new Promise(() => undefined));
    case 'duplicate':
      return untilGivenUp(call, twice(deliver));
    case 'truncate':
      return truncated(await untilGivenUp(call, deliver(true)), dice);
    case 'garbage':
      await untilGivenUp(call, deliver(true));
      return garbled(dice);
    case 'drop-answer':
      await untilGivenUp(call, outcomeOf(deliver(true)));
      throw failureOf(fault);
    case '409':
    case '5xx':
      if (fault.delivered) await untilGivenUp(call, outcomeOf(deliver(true)));
      throw failureOf(fault);
    case 'drop-request':
    case '401':
    case '422':
    case '429':
      throw failureOf(fault);
  }
}

async function twice(deliver: Carrier['deliver']): Promise<unknown> {
  const first = await outcomeOf(deliver(true));
  await outcomeOf(deliver(true));
  if ('failure' in first) throw first.failure;
  return first.answer;
}

/** What the caller is told in the shop's place. */
export function failureOf({ kind, retryAfterMs }: DecidedFault): AdapterError {
  const message = `injected: ${kind}`;
  switch (kind) {
    case '401':
      return new AdapterError('unauthenticated', { message });
    case '409':
      return new AdapterError('unknown-outcome', { message, platformCode: '409' });
    case '422':
      return new AdapterError('invalid', { message, platformCode: '422' });
    case '429':
      return new AdapterError('rate-limited', { message, retryAfterMs });
    case '5xx':
      return new AdapterError('platform', { message, platformCode: '503' });
    default:
      return new AdapterError('network', { message });
  }
}

/** Waits, unless the caller gives up: then nothing was sent. */
function within({ signal }: Call, begin: (go: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      stop();
      reject(new AdapterError('aborted', { sent: false, message: 'injected: given up before' }));
    };
    const stop = begin(() => {
      signal.removeEventListener('abort', giveUp);
      stop();
      resolve();
    });
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** The request is on its way; only the waiting for its answer can be given up. */
function untilGivenUp<T>({ signal }: Call, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(new AdapterError('aborted', { message: 'injected: given up on the way' }));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    answer
      .finally(() => {
        signal.removeEventListener('abort', giveUp);
      })
      .then(resolve, reject);
  });
}

function outcomeOf(
  call: Promise<unknown>,
): Promise<{ readonly answer: unknown } | { readonly failure: unknown }> {
  return call.then(
    (answer) => ({ answer }),
    (failure: unknown) => ({ failure }),
  );
}
