import type { Channel } from '../environment.js';
import type { FlowEvent } from '../flow-event.js';
import { isUnsettled, settledness, type FlowState, type Operation } from '../flow-state.js';
import { entryLifeMs } from '../outbox.js';
import type { Effect, Runtime } from '../runtime.js';
import { readOrder } from './read-order.js';
import { takeUp } from './take-up.js';

export interface Persistent extends Effect {
  start(): void;
  /** Entries that have gone further than this tab: they count before it concludes anything from what it read. */
  overtaking(event: FlowEvent): readonly FlowEvent[];
  /** The page comes back from the back/forward cache: what other tabs did meanwhile, and what its own timers slept through. */
  resume(): void;
  /** Empties storage, here and in the memory of other tabs. */
  forget(): void;
}

/** Looking again is no news: told, it would make every other tab look too. */
function isFurther(known: Operation, next: Operation): boolean {
  return (
    known.key !== next.key ||
    known.attempt !== next.attempt ||
    settledness(known) !== settledness(next)
  );
}

/** Keeps entries in storage, brings them back after a reload, and takes what other tabs wrote. */
export function persist(runtime: Runtime): Persistent {
  let channel: Channel | undefined;

  function openChannel(): void {
    channel?.close();
    try {
      channel = runtime.environment.channel?.(`rescind:${runtime.state().scope}`);
    } catch {
      // Where storage is blocked, so are channels in some browsers.
      channel = undefined;
    }
    channel?.listen((message) => {
      const { orderId, forgotten } = (message ?? {}) as { orderId?: unknown; forgotten?: unknown };
      if (forgotten === true) emptyMemory();
      else if (typeof orderId === 'string') takeEntry(orderId);
    });
  }

  function emptyMemory(): void {
    runtime.dispatch({ type: 'scope-changed', scope: runtime.state().scope });
  }

  /** Another tab says only that there is something to read. */
  function takeEntry(orderId: string): void {
    const { orders } = runtime.state();
    const operation = runtime.outbox.read(orderId);
    if (!operation || operation.putAway || !orders.held.has(orderId)) return;
    takeUp(runtime, { ...operation, origin: 'other-tab' });
  }

  /** An entry is shown only after a read with this session has returned its order. */
  async function restore(operation: Operation): Promise<void> {
    const { epoch } = runtime.state();
    const { outbox, environment } = runtime;
    const outcome = await readOrder(runtime, operation.orderId);
    if (!outcome.ok) {
      // The last look at what is a day old: the shop shows no such order to this shopper.
      const isOver = environment.clock.wall() - operation.sentAt.wall > entryLifeMs;
      const { code } = outcome.failure;
      if (isOver && (code === 'not-found' || code === 'forbidden'))
        outbox.remove(operation.orderId);
      return;
    }
    // Another tab may have gone further meanwhile.
    const entry = outbox.read(operation.orderId);
    if (entry && !entry.putAway) runtime.dispatch({ type: 'entry', operation: entry, epoch });
    runtime.dispatch({
      type: 'order-read',
      order: outcome.value,
      kind: 'order',
      stamp: outcome.stamp,
    });
  }

  function start(): void {
    openChannel();
    for (const operation of runtime.outbox.readAll()) {
      const open = isUnsettled(operation) || operation.step === 'not-received';
      if (open && !operation.putAway) void restore(operation);
    }
    for (const [orderId, refs] of runtime.outbox.readWatched())
      runtime.dispatch({ type: 'watch', orderId, refs });
  }

  function writeChanges(event: FlowEvent, before: FlowState, state: FlowState): void {
    for (const [orderId, operation] of state.operations) {
      const known = before.operations.get(orderId);
      if (known === operation) continue;
      if (!runtime.outbox.write(operation)) takeEntry(orderId);
      else if (!known || isFurther(known, operation)) channel?.post({ orderId });
    }
    for (const [orderId, operation] of before.operations) {
      if (state.operations.has(orderId)) continue;
      if (event.type === 'put-away') runtime.outbox.putAway(operation);
      else runtime.outbox.remove(orderId);
    }
  }

  function overtaking(event: FlowEvent): readonly FlowEvent[] {
    const { epoch, operations } = runtime.state();
    const ids =
      event.type === 'order-read'
        ? [event.order.id]
        : event.type === 'orders-loaded'
          ? event.page.items.map(({ id }) => id)
          : [];
    return ids.flatMap((orderId) => {
      const current = operations.get(orderId);
      if (!current || current.step === 'received' || current.step === 'refused') return [];
      const operation = runtime.outbox.read(orderId);
      return operation?.key === current.key && !operation.putAway
        ? { type: 'entry', operation, epoch }
        : [];
    });
  }

  function resume(): void {
    if (runtime.outbox.wasForgotten()) return emptyMemory();
    const { epoch, operations, dialog } = runtime.state();
    const { monotonic } = runtime.environment.clock;
    for (const { step, orderId, key, attempt, sentAt } of operations.values()) {
      if (step === 'sending' && monotonic() - sentAt.monotonic >= runtime.limits.writeMs)
        runtime.dispatch({ type: 'timed-out', epoch, orderId, key, attempt });
    }
    for (const { orderId } of runtime.outbox.readAll()) takeEntry(orderId);
    // What was asked before the page was left is answered by nobody now, and what was shown may be old.
    if (dialog?.step === 'checking')
      runtime.dispatch({ type: 'checked', token: dialog.token, ok: false });
    if (dialog) runtime.dispatch({ type: 'refresh', orderId: dialog.orderId });
  }

  function forget(): void {
    runtime.outbox.forget();
    channel?.post({ forgotten: true });
  }

  runtime.signal.addEventListener('abort', () => channel?.close());

  const effect: Effect = (event, before, state) => {
    if (event.type === 'scope-changed') return start();
    if (before.operations !== state.operations && event.type !== 'entry')
      writeChanges(event, before, state);
    if (before.watched === state.watched) return;
    for (const [orderId, refs] of state.watched) {
      if (before.watched.get(orderId) !== refs) runtime.outbox.writeWatched(orderId, refs);
    }
    for (const orderId of before.watched.keys()) {
      if (!state.watched.has(orderId)) runtime.outbox.writeWatched(orderId, []);
    }
  };
  return Object.assign(effect, { start, overtaking, resume, forget });
}
