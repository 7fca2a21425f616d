import type { CancellationFlow } from '../../flow/core-flow.js';
import type { ShopperEvent } from '../../flow/flow-event.js';
import type { LineSelection } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import { contact } from '../../ui/contact.js';
import { ask, emit } from '../../ui/emit.js';
import type { OrderHandlers } from './order-view.js';

interface Ways {
  readonly host: EventTarget;
  readonly flow: () => CancellationFlow | undefined;
  readonly send: (event: ShopperEvent) => void;
  readonly open: (order: Order, trigger: Event, lines?: readonly LineSelection[]) => void;
}

/** Asks the page first, then tells the flow. */
export function createOrderHandlers({ host, flow, send, open }: Ways): OrderHandlers {
  return {
    send,
    warm: () => send({ type: 'warm' }),
    review(order, trigger, lines) {
      if (ask(host, 'cancellation-review-request', detailOf(order))) open(order, trigger, lines);
    },
    open: (order, trigger) => open(order, trigger),
    retract(order, { id: cancellationId }) {
      if (ask(host, 'retraction-request', { ...detailOf(order), cancellationId }))
        send({ type: 'retract', orderId: order.id, cancellationId });
    },
    select(order) {
      send({ type: 'select-order', orderId: order.id });
      emit(host, 'order-selected', detailOf(order));
    },
    contact(order, press, more) {
      contact({ host, flow: flow(), detail: { ...detailOf(order), ...more }, press });
    },
    signIn(order, trigger) {
      if (!ask(host, 'sign-in-request', detailOf(order))) trigger.preventDefault();
    },
  };
}

function detailOf({ id, number }: Order): {
  readonly orderId: string;
  readonly orderNumber: string;
} {
  return { orderId: id, orderNumber: number };
}
