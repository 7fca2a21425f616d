import type { Cancellation, CancellationRef } from '../../model/cancellation.js';
import type { FailureCode } from '../../model/failure.js';
import { parseCancellations } from '../../model/parse-cancellation.js';
import { nextReadMs } from '../follow-schedule.js';
import type { FlowState } from '../flow-state.js';
import { backoffMs } from '../retry.js';
import type { Effect, Runtime } from '../runtime.js';
import { selectOrder } from '../selectors.js';
import { refreshOrder } from './read-order.js';
import { createPush } from './push.js';

const refundEveryMs = 600_000;

/** Asks for what is watched: by push where the shop has it, else on its hint, else at a calm pace; not while nobody looks. */
export function follow(runtime: Runtime): Effect {
  const { clock, presence, random } = runtime.environment;
  let stopTimer: () => void = () => undefined;
  let reads = 0;
  let lastReadAt = Number.NEGATIVE_INFINITY;
  let retryAfterMs: number | undefined;
  const retries = new Map<string, { attempt: number; stop: () => void }>();
  const push = createPush(runtime, () => void readAll());

  function isPaused(state: FlowState): boolean {
    return !presence.visible || !presence.online || state.session === 'signed-out';
  }

  async function readAll(): Promise<void> {
    stopTimer();
    const state = runtime.state();
    if (state.watched.size === 0 || isPaused(state)) return;
    reads += 1;
    lastReadAt = clock.monotonic();
    const { apart, together } = splitRefs(state, runtime.has('getCancellations'));
    await Promise.all([readApart(apart), ...(together.length > 0 ? [readRefs(together)] : [])]);
    schedule();
  }

  async function readApart(orderIds: readonly string[]): Promise<void> {
    const reads = [...new Set(orderIds)].map((orderId) =>
      refreshOrder(runtime, orderId).then(noteFailure),
    );
    await Promise.all(reads);
  }

  async function readRefs(refs: readonly CancellationRef[]): Promise<void> {
    const outcome = await runtime.call({
      method: 'getCancellations',
      run: (call) => runtime.adapter.getCancellations?.(refs, call),
      parse: parseCancellations,
    });
    if (!runtime.has('getCancellations')) return readApart(refs.map(({ orderId }) => orderId));
    noteFailure(outcome);
    const { stamp } = outcome;
    if (outcome.ok)
      runtime.dispatch({
        type: 'cancellations-read',
        cancellations: outcome.value,
        kind: 'refs',
        stamp,
      });
    else if (!outcome.aborted)
      runtime.dispatch({ type: 'read-failed', failure: outcome.failure, stamp });
  }

  function noteFailure(outcome: {
    readonly ok: boolean;
    readonly failure?: { readonly retryAfterMs?: number };
  }): void {
    retryAfterMs = outcome.failure?.retryAfterMs;
  }

  function schedule(): void {
    stopTimer();
    const state = runtime.state();
    if (state.watched.size === 0 || isPaused(state)) return;
    const now = clock.wall() + (state.clockOffset ?? 0);
    const hint = retryAfterMs === undefined ? {} : { retryAfterMs };
    const delay = push.isOpen()
      ? refundEveryMs
      : nextReadMs({
          cancellations: watchedCancellations(state),
          now,
          reads,
          random: random(),
          ...hint,
        });
    if (delay !== undefined) stopTimer = clock.after(delay, () => void readAll());
  }

  /** News that was dropped, or came without the order: it is read until that succeeds. */
  function readStale(orderId: string): void {
    const retry = retries.get(orderId) ?? { attempt: 0, stop: () => undefined };
    retries.set(orderId, retry);
    retry.stop();
    void refreshOrder(runtime, orderId).then((outcome) => {
      const failure = outcome.ok ? undefined : outcome.failure;
      const over = !runtime.state().orders.stale.has(orderId) || isFinal(failure?.code);
      if (over || (!outcome.ok && outcome.aborted)) {
        retries.delete(orderId);
        return;
      }
      retry.attempt += 1;
      const delay = backoffMs(retry.attempt, random(), failure?.retryAfterMs);
      retry.stop = clock.after(delay, () => {
        if (!isPaused(runtime.state())) readStale(orderId);
      });
    });
  }

  return (event, before, state) => {
    if (event.type === 'returned' || event.type === 'session-started') {
      const due = hasOpenRequest(state) || clock.monotonic() - lastReadAt > refundEveryMs;
      if (due) void readAll();
      for (const orderId of state.orders.stale) readStale(orderId);
    }
    if (event.type === 'watch' && !state.orders.held.has(event.orderId))
      void refreshOrder(runtime, event.orderId);
    const refreshed = event.type === 'refresh' && event.orderId !== undefined;
    for (const orderId of state.orders.stale) {
      if (!before.orders.stale.has(orderId) || (refreshed && event.orderId === orderId))
        readStale(orderId);
    }
    if (before.watched !== state.watched) {
      reads = 0;
      push.follow([...state.watched.values()].flat());
      schedule();
    } else if (
      before.capabilities !== state.capabilities ||
      before.connection !== state.connection ||
      before.session !== state.session
    ) {
      push.follow([...state.watched.values()].flat());
      schedule();
    }
  };
}

/** Asking again would get the same answer; a return or a sign-in asks anew. */
function isFinal(code: FailureCode | undefined): boolean {
  return code === 'not-found' || code === 'forbidden' || code === 'unauthenticated';
}

/** One read for all where the adapter can; an order that is not in memory, or has no request object, is read by itself. */
function splitRefs(
  state: FlowState,
  canReadTogether: boolean,
): {
  readonly apart: readonly string[];
  readonly together: readonly CancellationRef[];
} {
  const apart: string[] = [];
  const together: CancellationRef[] = [];
  for (const [orderId, refs] of state.watched) {
    const named = refs.every(({ cancellationId }) => cancellationId !== undefined);
    const inferred =
      selectOrder(state, orderId)?.cancellations.some((entry) => entry.inferred) ?? true;
    if (canReadTogether && named && !inferred) together.push(...refs);
    else apart.push(orderId);
  }
  return { apart, together };
}

function watchedCancellations(state: FlowState): readonly Cancellation[] {
  return [...state.watched].flatMap(([orderId, refs]) =>
    (selectOrder(state, orderId)?.cancellations ?? []).filter(({ id }) =>
      refs.some(({ cancellationId }) => cancellationId === id),
    ),
  );
}

function hasOpenRequest(state: FlowState): boolean {
  return watchedCancellations(state).some(
    ({ status }) => status === 'requested' || status === 'processing' || status === 'unknown',
  );
}
