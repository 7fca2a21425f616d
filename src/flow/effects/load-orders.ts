import type { Failure } from '../../model/failure.js';
import { parsePage } from '../../model/parse-page.js';
import { present } from '../../model/present.js';
import { isAwake } from '../environment.js';
import type { FlowEvent } from '../flow-event.js';
import type { FlowState } from '../flow-state.js';
import { backoffMs, mayPass } from '../retry.js';
import type { Effect, Runtime } from '../runtime.js';
import type { OrderQuery } from '../storefront-adapter.js';

const emptyPagesFollowed = 3;
const retries = 3;

/** Reads the first page, the next ones, and the first one again when somebody signed in or asks. */
export function loadOrders(runtime: Runtime): Effect {
  let current: AbortController | undefined;
  let seen = new Set<string>();

  async function load(query: OrderQuery, id: number, append: boolean, attempt = 0): Promise<void> {
    current?.abort();
    const controller = (current = new AbortController());
    let after = query.after;
    for (let empty = 0; ; empty += 1) {
      const outcome = await runtime.call({
        method: 'listOrders',
        run: (call) => runtime.adapter.listOrders(present({ ...query, after }), call),
        parse: parsePage,
        signal: controller.signal,
      });
      if (!outcome.ok) {
        const { failure, stamp, aborted } = outcome;
        if (aborted) return;
        runtime.dispatch({ type: 'orders-failed', failure, stamp });
        return retryLater(failure, attempt, controller.signal, () =>
          load(query, id, append, attempt + 1),
        );
      }
      const { next, ...rest } = outcome.value;
      const repeated = next !== undefined && seen.has(next);
      if (repeated) {
        runtime.report({
          type: 'data-issue',
          issue: { path: 'next', problem: 'contradiction', detail: 'repeated cursor' },
        });
      }
      if (next !== undefined) seen.add(next);
      // An empty page with a next is followed, but not for ever.
      const goOn =
        next !== undefined && !repeated && rest.items.length === 0 && empty < emptyPagesFollowed;
      if (!goOn) {
        const page =
          next === undefined || repeated || rest.items.length === 0 ? rest : outcome.value;
        runtime.dispatch({ type: 'orders-loaded', page, append, query: id, stamp: outcome.stamp });
        return;
      }
      after = next;
    }
  }

  /** The view says at once that it failed; what may pass by itself is asked for again behind it, a few times. */
  function retryLater(
    failure: Failure,
    attempt: number,
    signal: AbortSignal,
    again: () => Promise<void>,
  ): void {
    if (attempt >= retries || !mayPass(failure)) return;
    const { clock, random, presence } = runtime.environment;
    const delay = backoffMs(attempt + 1, random(), failure.retryAfterMs);
    const stop = clock.after(delay, () => {
      if (isAwake(presence)) void again();
    });
    signal.addEventListener('abort', stop, { once: true });
  }

  function tryAgain({ orders }: FlowState): void {
    const event = again(orders.step);
    if (event) runtime.dispatch(event);
  }

  return (event, before, state) => {
    if (event.type === 'returned') return tryAgain(state);
    if (before.orders === state.orders && event.type !== 'scope-changed') return;
    const { orders } = state;
    if (orders.step === 'loading' && orders.query.id !== before.orders.query.id) {
      seen = new Set();
      const { id, ...query } = orders.query;
      void load(query, id, false);
    } else if (orders.step === 'loading-more' && before.orders.step !== 'loading-more') {
      const { id, ...query } = orders.query;
      void load(present({ ...query, after: before.orders.next }), id, true);
    } else if (isNewShopper(event, before)) {
      current?.abort();
    }
  };
}

/** What failed without a network is not left for the shopper to ask for again. */
function again(step: FlowState['orders']['step']): FlowEvent | undefined {
  if (step === 'failed') return { type: 'refresh' };
  return step === 'more-failed' ? { type: 'load-more' } : undefined;
}

/** Who was shown a list is shown the next shopper's. */
function isNewShopper(event: FlowEvent, before: FlowState): boolean {
  return event.type === 'scope-changed' && before.orders.step !== 'idle';
}
