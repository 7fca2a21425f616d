// The whole flow without any element: in Node, a worker, or under a view of your own.
// Run it from the project's root after `npm run build`: node examples/headless/cancel-order.mjs
import { createCancellationFlow } from 'rescind';
import { createMemoryAdapter } from 'rescind/adapters/memory';
import { createSampleOrders } from 'rescind/testing';

const adapter = createMemoryAdapter({
  orders: (now) => createSampleOrders({ now }),
  script: { processingAfterMs: 200, decidedAfterMs: 400 },
});
const flow = createCancellationFlow({ adapter, scope: 'shopper-7' });

/** Resolves with what `select` finds, as soon as it finds something. */
function when(select) {
  return new Promise((resolve) => {
    const look = (state) => {
      const found = select(state);
      if (!found) return;
      stop();
      resolve(found);
    };
    const stop = flow.subscribe(look);
    queueMicrotask(() => look(flow.state));
  });
}

flow.listen((notice) => {
  if ('name' in notice) console.log(notice.name, notice.detail.orderNumber, notice.detail.status);
});

flow.send({ type: 'load-orders' });
const order = await when(({ orders }) =>
  orders.listed
    .map((id) => orders.held.get(id).order)
    .find(({ eligibility }) => eligibility !== 'ask' && eligibility.allowed),
);
console.log(`order ${order.number} can be canceled`);

flow.send({ type: 'open', orderId: order.id });
const review = await when(
  ({ dialog }) => dialog?.step === 'reviewing' && dialog.preview.step === 'ready' && dialog,
);
console.log(
  `refund ${review.preview.value.refund.total.amount} ${review.preview.value.refund.total.currency}`,
);

flow.send({ type: 'edit', change: { note: 'Ordered twice' } });
flow.send({ type: 'confirm' });
await when(({ orders }) =>
  orders.held.get(order.id).order.cancellations.some(({ status }) => status === 'completed'),
);
console.log(`order ${order.number} is canceled`);
flow.dispose();
