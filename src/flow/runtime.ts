import type { DataIssue, Parsed } from '../model/data-issue.js';
import type { Failure } from '../model/failure.js';
import { parseFailure } from '../model/parse-failure.js';
import { instantMs } from '../model/time.js';
import type { Environment } from './environment.js';
import type { FlowEvent, Stamp } from './flow-event.js';
import type { Draft, FlowState } from './flow-state.js';
import type { Outbox } from './outbox.js';
import { reading, type ShopClock } from './shop-clock.js';
import type { Call, StorefrontAdapter } from './storefront-adapter.js';
import type { WithdrawalFact } from './withdrawal-state.js';

/** What effects share: the adapter, the world, and the one way to call and to report. */
export interface Runtime {
  readonly adapter: StorefrontAdapter;
  readonly environment: Environment;
  readonly outbox: Outbox;
  readonly limits: Limits;
  readonly beforeRequest: BeforeRequest | undefined;
  state(): FlowState;
  /** Taken at once; inside an effect it waits until the event at hand has been seen by all. */
  dispatch(event: FlowEvent): void;
  /** One adapter call with its time limit; whatever the adapter does, this resolves. */
  call<Value>(options: CallOptions<Value>): Promise<Outcome<Value>>;
  /** The adapter has the method, and has not said that the shop does not. */
  has(method: keyof StorefrontAdapter): boolean;
  /** The flow's one counter. */
  tick(): number;
  /** For the page around: what an adapter did wrong, and facts that the order's own story does not tell. */
  report(report: Report | WithdrawalFact): void;
  readonly shopClock: ShopClock;
  /** Aborted by dispose. */
  readonly signal: AbortSignal;
}

/** Milliseconds. */
export interface Limits {
  readonly readMs: number;
  readonly writeMs: number;
  readonly checkMs: number;
}

/** The page's own question before a request is sent: false or a rejection stops it. Headless twin of `cancellation-request`. */
export type BeforeRequest = (
  request: Pick<Draft, 'orderId' | 'lines' | 'reasonCode'>,
) => boolean | Promise<boolean>;

export type Report =
  | { readonly type: 'data-issue'; readonly issue: DataIssue }
  | {
      readonly type: 'adapter-failure';
      readonly method: string;
      readonly failure: Failure;
      readonly message?: string;
    };

/** An effect sees each event with the state before and after it, and may call and dispatch. */
export type Effect = (event: FlowEvent, before: FlowState, state: FlowState) => void;

export interface CallOptions<Value> {
  readonly method: keyof StorefrontAdapter;
  readonly run: (call: Call) => unknown;
  readonly parse: (value: unknown) => Parsed<Value>;
  /** Aborts this call alone, because its answer is not wanted any more. */
  readonly signal?: AbortSignal;
  readonly limitMs?: number;
  /** A write goes on after its time limit: its answer may still come, and is then given to this. */
  readonly late?: (outcome: Outcome<Value>) => void;
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly stamp: Stamp }
  | {
      readonly ok: false;
      readonly failure: Failure & { readonly sent?: boolean };
      readonly stamp: Stamp;
      /** Not wanted any more: nobody is told. */
      readonly aborted: boolean;
      readonly timedOut: boolean;
    };

type CallParts = Pick<
  Runtime,
  'adapter' | 'environment' | 'limits' | 'state' | 'tick' | 'report' | 'shopClock' | 'signal'
> & {
  /** Methods that turned out to be missing: off for the session. */
  readonly unsupported: Set<keyof StorefrontAdapter>;
};

/** Makes `call`. Throws at once, returns undefined, never settles, settles twice: each becomes an outcome. */
export function createCall(runtime: CallParts): Runtime['call'] {
  const { environment, limits, report } = runtime;
  const { clock } = environment;
  // One listener for all: Node warns of a leak from the eleventh on.
  const underWay = new Set<() => void>();
  runtime.signal.addEventListener('abort', () => {
    for (const abort of [...underWay]) abort();
  });

  return function call<Value>(options: CallOptions<Value>): Promise<Outcome<Value>> {
    const { method, run, parse, late, limitMs = limits.readMs } = options;
    const { epoch, locale } = runtime.state();
    const startedAt = runtime.tick();
    const started = reading(clock);
    const controller = new AbortController();
    const isAborted = (): boolean => runtime.signal.aborted || options.signal?.aborted === true;

    const stampNow = (serverTime?: unknown): Stamp => {
      const duration = clock.monotonic() - started.monotonic;
      const time = typeof serverTime === 'string' ? instantMs(serverTime) : Number.NaN;
      const known = Number.isFinite(time);
      if (known) runtime.shopClock.learn(time, started);
      return {
        ...{ epoch, startedAt, started: started.monotonic, at: runtime.tick() },
        ...(known && { shop: time - duration, offset: time - clock.wall() }),
      };
    };

    const failed = (thrown: unknown, timedOut = false): Outcome<Value> => {
      const failure = parseFailure(thrown);
      const aborted = isAborted();
      if (failure.code === 'unsupported') runtime.unsupported.add(method);
      if (!aborted) report({ type: 'adapter-failure', method, failure, ...messageOf(thrown) });
      return { ok: false, failure, stamp: stampNow(), aborted, timedOut };
    };

    const taken = (value: unknown): Outcome<Value> => {
      if (isAborted()) return failed({ code: 'aborted' });
      const parsed = parse(value);
      for (const issue of parsed.issues) report({ type: 'data-issue', issue });
      if (parsed.value === undefined) {
        return failed({
          code: 'platform',
          message: `${method} answered with nothing that can be used.`,
        });
      }
      const serverTime = guarded(() => (value as { serverTime?: unknown } | null)?.serverTime);
      return { ok: true, value: parsed.value, stamp: stampNow(serverTime) };
    };

    return new Promise((resolve) => {
      let settled = false;
      const settle = (outcome: () => Outcome<Value>): void => {
        if (settled) {
          late?.(outcome());
          return;
        }
        settled = true;
        stopTimer();
        underWay.delete(abort);
        options.signal?.removeEventListener('abort', abort);
        resolve(outcome());
      };
      const abort = (): void => {
        controller.abort();
        settle(() => failed({ code: 'aborted' }));
      };
      const stopTimer = clock.after(limitMs, () => {
        // A read is given up; a write is only no longer waited for.
        if (!late) controller.abort();
        settle(() => failed({ code: 'timeout' }, true));
      });
      underWay.add(abort);
      options.signal?.addEventListener('abort', abort, { once: true });
      if (isAborted()) return abort();
      try {
        Promise.resolve(run({ signal: controller.signal, locale })).then(
          (value) => settle(() => taken(value)),
          (thrown: unknown) => settle(() => failed(thrown)),
        );
      } catch (thrown) {
        settle(() => failed(thrown));
      }
    });
  };
}

function messageOf(thrown: unknown): { readonly message?: string } {
  const message = guarded(() => (thrown instanceof Error ? thrown.message : undefined));
  return typeof message === 'string' ? { message } : {};
}

/** A look at something that nobody has read yet: a getter that throws must not leave the call open for ever. */
function guarded<Value>(look: () => Value): Value | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
