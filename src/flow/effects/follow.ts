import type { CancellationRef } from '../../model/cancellation.js';
import type { FailureCode } from '../../model/failure.js';
import { parseCancellations } from '../../model/parse-cancellation.js';
import { present } from '../../model/present.js';
import { digestOf, watchedCancellations } from '../digest.js';
import { nextReadMs, rarelyMs, type ScheduleInput } from '../follow-schedule.js';
import type { FlowState } from '../flow-state.js';
import { backoffMs } from '../retry.js';
import type { Effect, Outcome, Runtime } from '../runtime.js';
import { selectOrder } from '../selectors.js';
import { isKeyAlone } from '../watched-transition.js';
import { refreshOrder } from './read-order.js';
import { createPush } from './push.js';

const catchUpMs = 2000;

/** Asks for what is watched: by push where the shop has it, else on its hint, else at a calm pace; not while nobody looks. */
export function follow(runtime: Runtime): Effect {
  const { clock, presence, random } = runtime.environment;
  let stopTimer: () => void = () => undefined;
  let reads = 0;
  let lastReadAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let retryAfterMs: number | undefined;
  const retries = new Map<string, { attempt: number; stop: () => void }>();
  const push = createPush(runtime, () => void readAll());

  function isPaused(state: FlowState): boolean {
    return !presence.visible || !presence.online || state.session === 'signed-out';
  }

  /** Another tab has just looked and saw what this one shows: then asking again would tell nothing. */
  function poll(intervalMs: number): void {
    const shared = runtime.outbox.lastRead();
    const age = clock.wall() - (shared?.at ?? 0);
    if (!shared || age < 0 || age >= intervalMs) return void readAll();
    if (shared.digest === digestOf(runtime.state())) return schedule();
    stopTimer = clock.after(random() * catchUpMs, () => void readAll());
  }

  async function readAll(): Promise<void> {
    stopTimer();
    const state = runtime.state();
    if (state.watched.size === 0 || isPaused(state)) return;
    reads += 1;
    lastReadAt = clock.monotonic();
    const { apart, together } = splitRefs(state, runtime.has('getCancellations'));
    const outcomes = await Promise.all([
      ...readApart(apart),
      ...(together.length > 0 ? [readRefs(together)] : []),
    ]);
    const failed = outcomes.filter(({ ok }) => !ok);
    failures = failed.length > 0 ? failures + 1 : 0;
    retryAfterMs = longestWait(failed);
    if (failed.length === 0 && outcomes.length > 0)
      runtime.outbox.noteRead({ at: clock.wall(), digest: digestOf(runtime.state()) });
    schedule();
  }

  function readApart(orderIds: readonly string[]): readonly Promise<Outcome<unknown>>[] {
    return [...new Set(orderIds)].map((orderId) => refreshOrder(runtime, orderId));
  }

  async function readRefs(refs: readonly CancellationRef[]): Promise<Outcome<unknown>> {
    const outcome = await runtime.call({
      method: 'getCancellations',
      run: (call) => runtime.adapter.getCancellations?.(refs, call),
      parse: parseCancellations,
    });
    if (!runtime.has('getCancellations')) {
      const orders = await Promise.all(readApart(refs.map(({ orderId }) => orderId)));
      return orders.find(({ ok }) => !ok) ?? orders[0] ?? outcome;
    }
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
    return outcome;
  }

  function schedule(): void {
    stopTimer();
    const state = runtime.state();
    if (isPaused(state) || !isAnythingToRead(state)) return;
    const delay = push.isOpen() ? rarelyMs : nextReadMs(scheduleInput(state));
    if (delay !== undefined) stopTimer = clock.after(delay, () => poll(delay));
  }

  function scheduleInput(state: FlowState): ScheduleInput {
    const operations = [...state.watched.keys()].map((id) => state.operations.get(id));
    return present({
      cancellations: watchedCancellations(state),
      now: clock.wall() + (state.clockOffset ?? 0),
      ...{ reads, failures, retryAfterMs, random: random() },
      withoutObject: operations.some(
        (operation) => operation?.step === 'received' && operation.evidence === 'order',
      ),
      lost: [...state.watched.values()].flat().some(isKeyAlone),
    });
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
      const due = hasOpenRequest(state) || clock.monotonic() - lastReadAt > rarelyMs;
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

function longestWait(outcomes: readonly Outcome<unknown>[]): number | undefined {
  const waits = outcomes.flatMap((outcome) =>
    outcome.ok ? [] : (outcome.failure.retryAfterMs ?? []),
  );
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

/** What the shop will not show to this session is asked for again on return, not by the clock. */
function isAnythingToRead({ watched, orders }: FlowState): boolean {
  return [...watched.keys()].some((id) => !isFinal(orders.unread?.get(id)?.code));
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

function hasOpenRequest(state: FlowState): boolean {
  return watchedCancellations(state).some(
    ({ status }) => status === 'requested' || status === 'processing' || status === 'unknown',
  );
}
