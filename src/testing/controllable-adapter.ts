import type { StorefrontAdapter } from '../flow/storefront-adapter.js';
import { AdapterError } from '../flow/storefront-adapter.js';
import type { FailureCode } from '../model/failure.js';

export type AdapterMethod = keyof StorefrontAdapter;
type Method<Name extends AdapterMethod> = NonNullable<StorefrontAdapter[Name]>;
export type ArgumentsOf<Name extends AdapterMethod> = Parameters<Method<Name>>;
export type AnswerOf<Name extends AdapterMethod> = Awaited<ReturnType<Method<Name>>>;

/** A call that an adapter got, in the order in which they came. */
export interface RecordedCall<Name extends AdapterMethod = AdapterMethod> {
  readonly method: Name;
  readonly arguments: ArgumentsOf<Name>;
}

/** An adapter whose promises a test settles by hand, in any order. */
export interface ControllableAdapter extends StorefrontAdapter {
  /** All calls so far, answered or not. */
  readonly calls: readonly RecordedCall[];
  callsOf<Name extends AdapterMethod>(method: Name): readonly RecordedCall<Name>[];
  /** How many calls of this method wait for an answer. */
  pending(method: AdapterMethod): number;
  /** Resolves with the next call of this method that comes, or at once with one that waits already. */
  called<Name extends AdapterMethod>(method: Name): Promise<RecordedCall<Name>>;
  /** Answers the oldest waiting call, or the `nth` of them, counted from 0. Throws when there is none. */
  resolve<Name extends AdapterMethod>(method: Name, answer: AnswerOf<Name>, nth?: number): void;
  /** As `resolve`, with a failure: a code makes an `AdapterError`, anything else is thrown as it is. */
  reject(method: AdapterMethod, failure: FailureCode | Error, nth?: number): void;
}

interface WaitingCall {
  readonly call: RecordedCall;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (failure: unknown) => void;
}

const required = [
  'listOrders',
  'getOrder',
  'requestCancellation',
] as const satisfies readonly AdapterMethod[];

export interface ControllableAdapterOptions {
  /** Optional methods that it has beside the three required ones. */
  readonly methods?: readonly Exclude<AdapterMethod, (typeof required)[number]>[];
}

export function createControllableAdapter(
  options: ControllableAdapterOptions = {},
): ControllableAdapter {
  const calls: RecordedCall[] = [];
  const waiting: WaitingCall[] = [];
  const watchers: {
    readonly method: AdapterMethod;
    readonly notify: (call: RecordedCall) => void;
  }[] = [];

  const receive = (method: AdapterMethod, parameters: unknown[]): Promise<unknown> => {
    const call = { method, arguments: parameters } as unknown as RecordedCall;
    calls.push(call);
    const answer = new Promise((resolve, reject) => {
      waiting.push({ call, resolve, reject });
    });
    const heard = watchers.filter((watcher) => watcher.method === method);
    for (const watcher of heard) {
      watchers.splice(watchers.indexOf(watcher), 1);
      watcher.notify(call);
    }
    return answer;
  };
  const take = (method: AdapterMethod, nth: number): WaitingCall => {
    const found = waiting.filter((entry) => entry.call.method === method)[nth];
    if (!found)
      throw new Error(
        `no call of ${method} waits at ${String(nth)}; so far: ${calls.map((call) => call.method).join(', ') || 'none at all'}`,
      );
    waiting.splice(waiting.indexOf(found), 1);
    return found;
  };
  const methods = [...required, ...(options.methods ?? [])].map(
    (method) => [method, (...parameters: unknown[]) => receive(method, parameters)] as const,
  );
  const controls: Omit<ControllableAdapter, AdapterMethod> = {
    calls,
    callsOf: <Name extends AdapterMethod>(method: Name) =>
      calls.filter((call) => call.method === method) as unknown as readonly RecordedCall<Name>[],
    pending: (method) => waiting.filter((entry) => entry.call.method === method).length,
    called: <Name extends AdapterMethod>(method: Name) =>
      new Promise<RecordedCall<Name>>((resolve) => {
        const notify = (call: RecordedCall): void => {
          resolve(call as unknown as RecordedCall<Name>);
        };
        const first = waiting.find((entry) => entry.call.method === method);
        if (first) notify(first.call);
        else watchers.push({ method, notify });
      }),
    resolve: (method, answer, nth = 0) => {
      take(method, nth).resolve(answer);
    },
    reject: (method, failure, nth = 0) => {
      take(method, nth).reject(typeof failure === 'string' ? new AdapterError(failure) : failure);
    },
  };
  return { ...(Object.fromEntries(methods) as unknown as StorefrontAdapter), ...controls };
}
