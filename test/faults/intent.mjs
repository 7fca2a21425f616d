import { unitsPerOrder } from './orders.mjs';

/**
 * One shopper who wants one cancellation, over a flow of their own: reads, chooses, confirms, and presses what is offered until the shop has
 * carried it out. Resolves to what they saw.
 */
export function runIntent({
  createFlow,
  createEnvironment,
  adapter,
  limits,
  wanted,
  random,
  patienceMs,
}) {
  const { orderId, lines } = wanted;
  const environment = createEnvironment();
  const watchers = new Set();
  const presence = {
    ...environment.presence,
    subscribe(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  };
  const flow = createFlow({
    adapter,
    environment: { ...environment, presence },
    limits,
    pageSize: 3,
  });
  const seen = {
    orderId,
    keys: new Set(),
    refused: new Map(),
    lost: new Set(),
    claims: [],
    presses: {},
  };
  const isCurious = random() < 0.4;
  let lastPress = 0;
  let pauseMs = 0;

  /** What a shopper does takes them a moment; the same thing again, a longer one. */
  function press(name, event, nextMs = 300) {
    if (performance.now() - lastPress < pauseMs) return;
    lastPress = performance.now();
    pauseMs = nextMs * (0.5 + random());
    seen.presses[name] = (seen.presses[name] ?? 0) + 1;
    if (event === 'return') for (const tell of watchers) tell({});
    else flow.send(event);
  }

  function act(state) {
    const { session, dialog } = state;
    const operation = state.operations.get(orderId);
    if (session === 'signed-out') return press('sign in', { type: 'signed-in' }, 600);
    switch (operation?.step) {
      case 'sending':
        // Some look at the order meanwhile: the answer of their send has company on its way.
        return isCurious && press('look', { type: 'refresh', orderId }, 1800);
      case 'settling':
        return undefined;
      case 'unconfirmed':
        return press('check now', { type: 'check-now', orderId }, 3000);
      case 'not-received':
        // What was turned down when it was sent again is not sent once more: the page leads back to the choice.
        return operation.refusal
          ? press('put away', { type: 'put-away', orderId }, 300)
          : press('try again', { type: 'resend', orderId }, 500);
      case 'received':
        if (dialog) return press('close', { type: 'dismiss' }, 200);
        return press('return', 'return', 2000);
      case 'refused':
        if (operation.failure.retryAfterMs)
          pauseMs = Math.max(pauseMs, operation.failure.retryAfterMs);
        return press('put away', { type: 'put-away', orderId }, 300);
      default:
        return choose(dialog);
    }
  }

  function choose(dialog) {
    switch (dialog?.step) {
      case undefined:
        return press('open', { type: 'open', orderId, lines });
      case 'preparing':
        return dialog.failure && press('retry', { type: 'retry-prepare' }, 400);
      case 'reviewing': {
        if (!hasChosen(flow.state.drafts.get(orderId), lines))
          return press(
            'choose',
            { type: 'edit', change: { lines, reasonCode: 'changed-mind' } },
            150,
          );
        return press('confirm', { type: 'confirm' }, 400);
      }
      case 'blocked':
        // Something of theirs is there that this page does not know to be theirs yet.
        return press('look', { type: 'refresh', orderId }, 1200);
      default:
        return press('close', { type: 'dismiss' });
    }
  }

  return new Promise((resolve) => {
    const startedAt = performance.now();
    const stop = flow.subscribe((state) => note(state, seen));
    const timer = setInterval(
      () => {
        const { state } = flow;
        const isOver = performance.now() - startedAt > patienceMs;
        if (!isOver && !isDone(state, orderId)) return act(state);
        clearInterval(timer);
        stop();
        const operation = state.operations.get(orderId);
        const view = viewOf(state.orders.held.get(orderId)?.order);
        resolve({
          ...seen,
          view,
          isOver,
          step: operation?.step,
          dialog: state.dialog?.step,
          state,
        });
        flow.dispose();
      },
      60 + 60 * random(),
    );
  });
}

/** All of a line is the same as all that is open, and may be called so. */
function hasChosen(draft, [{ quantity }]) {
  if (!draft?.reasonCode) return false;
  return draft.lines === 'all' ? quantity === unitsPerOrder : draft.lines[0]?.quantity === quantity;
}

/** Everything that the page claimed on the way: held against the engine's books at the end. */
function note(state, seen) {
  const operation = state.operations.get(seen.orderId);
  if (!operation) return;
  const { key, step } = operation;
  seen.keys.add(key);
  if (step === 'refused') seen.refused.set(key, operation.failure.code);
  if (step === 'not-received') seen.lost.add(key);
}

const finalStates = ['completed', 'partially-completed', 'declined', 'failed', 'retracted'];

/** The page shows the end of it: the request's, the money's and the order's own figures. */
export function isDone(state, orderId) {
  const order = state.orders.held.get(orderId)?.order;
  const operation = state.operations.get(orderId);
  if (operation?.step !== 'received' || state.orders.stale.has(orderId)) return false;
  const { cancellations = [] } = order ?? {};
  return (
    cancellations.length > 0 &&
    cancellations.every(
      ({ status, refund }) =>
        finalStates.includes(status) &&
        ['issued', 'none', 'failed', 'released'].includes(refund?.status),
    ) &&
    // The order's own figures come with a read of the whole.
    cancellations.every(({ lines }) =>
      lines.every(
        ({ lineId, quantity }) =>
          (order.lines.find(({ id }) => id === lineId)?.canceled ?? 0) >= quantity,
      ),
    )
  );
}

/** What a page shows of an order, as far as it can be held against the books. */
export function viewOf(order) {
  if (!order) return undefined;
  return {
    orderId: order.id,
    status: order.status,
    canceled: order.lines.map(({ id, canceled = 0 }) => [id, canceled]),
    cancellations: order.cancellations.map(({ id, idempotencyKey, status, lines, refund }) => ({
      ...{ id, key: idempotencyKey, status },
      lines: lines.map(({ lineId, quantity }) => [lineId, quantity]),
      refund: [refund?.status, refund?.amount?.amount],
    })),
  };
}
