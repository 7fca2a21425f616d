import type { Channel } from '../environment.js';
import { isUnsettled, type FlowState, type Operation } from '../flow-state.js';
import type { Effect, Runtime } from '../runtime.js';
import { readOrder } from './read-order.js';

/** Keeps entries in storage, brings them back after a reload, and takes what other tabs wrote. */
export function persist(runtime: Runtime): Effect & { readonly start: () => void } {
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
      const orderId = (message as { orderId?: unknown } | null)?.orderId;
      if (typeof orderId === 'string') takeEntry(orderId);
    });
  }

  /** Another tab says only that there is something to read. */
  function takeEntry(orderId: string): void {
    const { epoch, orders } = runtime.state();
    const operation = runtime.outbox.read(orderId);
    if (!operation || !orders.held.has(orderId)) return;
    runtime.dispatch({ type: 'entry', operation: { ...operation, origin: 'other-tab' }, epoch });
    runtime.dispatch({ type: 'refresh', orderId });
  }

  /** An entry is shown only after a read with this session has returned its order. */
  async function restore(operation: Operation): Promise<void> {
    const { epoch } = runtime.state();
    const outcome = await readOrder(runtime, operation.orderId);
    if (!outcome.ok) return;
    runtime.dispatch({ type: 'entry', operation, epoch });
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
      if (isUnsettled(operation) || operation.step === 'not-received') void restore(operation);
    }
    for (const [orderId, refs] of runtime.outbox.readWatched())
      runtime.dispatch({ type: 'watch', orderId, refs });
  }

  function writeChanges(before: FlowState, state: FlowState): void {
    for (const [orderId, operation] of state.operations) {
      if (before.operations.get(orderId) === operation) continue;
      runtime.outbox.write(operation);
      channel?.post({ orderId });
    }
    for (const orderId of before.operations.keys()) {
      if (!state.operations.has(orderId)) runtime.outbox.remove(orderId);
    }
  }

  runtime.signal.addEventListener('abort', () => channel?.close());

  const effect: Effect = (event, before, state) => {
    if (event.type === 'scope-changed') return start();
    if (before.operations !== state.operations && event.type !== 'entry')
      writeChanges(before, state);
    if (before.watched === state.watched) return;
    for (const [orderId, refs] of state.watched) {
      if (before.watched.get(orderId) !== refs) runtime.outbox.writeWatched(orderId, refs);
    }
    for (const orderId of before.watched.keys()) {
      if (!state.watched.has(orderId)) runtime.outbox.writeWatched(orderId, []);
    }
  };
  return Object.assign(effect, { start });
}
