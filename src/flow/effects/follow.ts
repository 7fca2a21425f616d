import type { CancellationRef } from '../../model/cancellation.js';
import { parseCancellations } from '../../model/parse-cancellations.js';
import { present } from '../../model/present.js';
import { sameData } from '../../model/same-data.js';
import { digestOf, watchedCancellations } from '../digest.js';
import { isAwake } from '../environment.js';
import { nextReadMs, rarely, rarelyMs, type ScheduleInput } from '../follow-schedule.js';
import type { FlowState } from '../flow-state.js';
import type { SharedRead } from '../outbox.js';
import type { Effect, Outcome, Runtime } from '../runtime.js';
import { selectOrder } from '../selectors.js';
import { isKeyAlone } from '../watched-transition.js';
import { refreshOrder } from './refresh-order.js';
import { createPush } from './push.js';
import { createStaleReads, isFinal, isPaused } from './stale-reads.js';

const catchUpMs = 2000;
const connectMs = 3000;
const justNowMs = 1000;

/** Asks for what is watched: by push where the shop has it, else on its hint, else at a calm pace; not while nobody looks. */
export function follow(runtime: Runtime): Effect {
  const { clock, presence, random } = runtime.environment;
  let stopTimer: () => void = () => undefined;
  let reads = 0;
  let lastReadAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let retryAfterMs: number | undefined;
  /** What this tab itself has noted last: only another tab's look holds it back. */
  let noted: SharedRead | undefined;
  let isMissingDue = false;
  const readStale = createStaleReads(runtime);
  const push = createPush(runtime, { readAll: () => void readAll(), changed: () => schedule() });

  /** Another tab has just looked and saw what this one shows: then asking again would tell nothing. */
  function poll(intervalMs: number): void {
    const shared = runtime.outbox.lastRead();
    const age = clock.wall() - (shared?.at ?? 0);
    if (!shared || sameData(shared, noted) || age < 0 || age >= intervalMs) return void readAll();
    if (shared.digest === digestOf(runtime.state())) {
      reads += 1;
      return schedule();
    }
    stopTimer = clock.after(random() * catchUpMs, () => void readAll());
  }

  async function readAll(): Promise<void> {
    stopTimer();
    const state = runtime.state();
    if (state.watched.size === 0 || isPaused(runtime)) return;
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
    if (failed.length === 0 && outcomes.length > 0) {
      noted = { at: clock.wall(), digest: digestOf(runtime.state()) };
      runtime.outbox.noteRead(noted);
    }
    schedule();
  }

  /** An open stream has told everything; one that is opened again is waited for a moment. */
  function lookOnReturn(state: FlowState): void {
    if (push.isOpen()) return schedule();
    if (push.isWanted()) {
      stopTimer();
      stopTimer = clock.after(connectMs, () => void (push.isOpen() || readAll()));
    } else if (hasOpenRequest(state)) {
      // A page from the back/forward cache is told twice that it is looked at.
      if (clock.monotonic() - lastReadAt < justNowMs) return;
      const waitMs = hintLeftMs(state);
      if (waitMs <= 0) return void readAll();
      stopTimer();
      stopTimer = clock.after(waitMs, () => void readAll());
    } else if (clock.monotonic() - lastReadAt > rarelyMs) {
      void readAll();
    }
  }

  /** Where the shop says when asking pays, and a tab has just seen what this one shows: what is left of that time. */
  function hintLeftMs(state: FlowState): number {
    const hints = watchedCancellations(state).flatMap(({ pollAfterMs }) => pollAfterMs ?? []);
    const shared = runtime.outbox.lastRead();
    const age = clock.wall() - (shared?.at ?? 0);
    if (hints.length === 0 || age < 0 || shared?.digest !== digestOf(state)) return 0;
    return Math.min(...hints) - age;
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
    if (isPaused(runtime) || !isAnythingToRead(state)) return;
    const input = scheduleInput(state);
    const delay = push.isOpen() && !input.withoutObject ? rarely(input.random) : nextReadMs(input);
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

  async function readMissingOnce(): Promise<void> {
    if (isMissingDue) return;
    isMissingDue = true;
    await Promise.resolve();
    isMissingDue = false;
    readMissing(runtime.state());
  }

  /** What is watched and not in memory; a list that is under way may bring it. */
  function readMissing({ watched, orders }: FlowState): void {
    if (orders.step === 'loading') return;
    for (const orderId of watched.keys())
      if (!orders.held.has(orderId)) void refreshOrder(runtime, orderId);
  }

  return (event, before, state) => {
    if (event.type === 'session-started') void readAll();
    if (event.type === 'returned') lookOnReturn(state);
    const isSignedIn = before.session === 'signed-out' && state.session === 'signed-in';
    const isBack = event.type === 'returned' || event.type === 'session-started' || isSignedIn;
    const asked = event.type === 'refresh' ? event.orderId : undefined;
    for (const orderId of state.orders.stale) {
      const isNew = !before.orders.stale.has(orderId);
      // Who asks while the network seems to be gone gets its answer.
      const isAsked = orderId === asked && presence.visible;
      if (isAsked || (isAwake(presence) && (isNew || isBack))) readStale(orderId, event);
    }
    if (event.type === 'watch') void readMissingOnce();
    if (before.orders.step === 'loading' && state.orders.step !== 'loading') readMissing(state);
    const { watched, orders, capabilities, connection, session } = state;
    if (before.watched !== watched) reads = 0;
    if (
      before.watched !== watched ||
      before.capabilities !== capabilities ||
      before.connection !== connection ||
      before.session !== session
    ) {
      push.follow(openRefs(state));
      schedule();
    } else if (before.orders.held !== orders.held) {
      push.follow(openRefs(state));
    }
  };
}

/** What a stream can be asked for: by id. */
function openRefs({ watched }: FlowState): readonly CancellationRef[] {
  return [...watched.values()].flat().filter(({ cancellationId }) => cancellationId !== undefined);
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
