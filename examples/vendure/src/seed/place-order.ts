import { checkOut, type PlacedOrder, type Shop } from './check-out';
import { orError } from './client';
import { moveClockTo, realNow } from './clock';
import type { Items, SeedOrder, Step } from './orders';

const minutes = 60_000;

/** Fills a cart, checks out, pays, and lets happen to the order what the seed says: all of it through the engine's two APIs. */
export async function placeOrder(client: Shop, seed: SeedOrder): Promise<void> {
  let now = realNow() - seed.hoursAgo * 60 * minutes;
  moveClockTo(now);
  const order = await checkOut(client, seed);
  const story = new OrderStory(client, order);
  for (const step of seed.then ?? []) {
    // The grace time of the seeds is a minute: what stands before a 'wait' happens within it. Never past the present.
    now = Math.min(now + (step.do === 'wait' ? 5 * minutes : minutes / 6), realNow());
    moveClockTo(now);
    await story.tell(step);
  }
}

class OrderStory {
  readonly #fulfillments: string[] = [];
  #requestId: string | undefined;

  constructor(
    readonly client: Shop,
    readonly order: PlacedOrder,
  ) {}

  async tell(step: Step): Promise<void> {
    switch (step.do) {
      case 'pack':
        await this.#pack(step.items);
        return;
      case 'ship':
        await this.#moveParcel(await this.#pack(step.items), 'Shipped');
        return;
      case 'deliver':
        for (const id of this.#fulfillments) await this.#moveParcel(id, 'Delivered');
        return;
      case 'modify':
        await this.client.admin(
          'mutation($id: ID!) { transitionOrderToState(id: $id, state: "Modifying") { __typename ... on OrderStateTransitionError { errorCode transitionError } } }',
          { id: this.order.id },
        );
        return;
      case 'request':
        return this.#request(step);
      case 'retract':
        await this.client.shop(
          `mutation($input: RetractCancellationInput!) { retractCancellation(input: $input) { __typename ${orError} } }`,
          { input: { orderId: this.order.id, id: this.#requestId } },
        );
        return;
      case 'wait':
        return this.#waitForWorker();
      case 'shop-cancels':
        return this.#cancelByShop(step.refund);
    }
  }

  #lines(
    items: Items | undefined,
  ): readonly { readonly orderLineId: string; readonly quantity: number }[] {
    if (items === undefined)
      return this.order.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity }));
    return items.flatMap(([sku, quantity]) =>
      this.order.lines
        .filter((line) => line.productVariant.sku === sku)
        .map(({ id }) => ({ orderLineId: id, quantity })),
    );
  }

  async #pack(items: Items | undefined): Promise<string> {
    const handler = {
      code: 'manual-fulfillment',
      arguments: [
        { name: 'method', value: 'Courier' },
        { name: 'trackingCode', value: `AWB-${this.order.id}` },
      ],
    };
    const { addFulfillmentToOrder } = await this.client.admin<{
      addFulfillmentToOrder: { id: string };
    }>(
      `mutation($input: FulfillOrderInput!) { addFulfillmentToOrder(input: $input) { __typename ${orError} ... on Fulfillment { id } } }`,
      { input: { lines: this.#lines(items), handler } },
    );
    this.#fulfillments.push(addFulfillmentToOrder.id);
    return addFulfillmentToOrder.id;
  }

  async #moveParcel(id: string, state: 'Shipped' | 'Delivered'): Promise<void> {
    await this.client.admin(
      'mutation($id: ID!, $state: String!) { transitionFulfillmentToState(id: $id, state: $state) { __typename ... on FulfillmentStateTransitionError { errorCode transitionError } } }',
      { id, state },
    );
  }

  async #request(step: Extract<Step, { do: 'request' }>): Promise<void> {
    const lines =
      step.items === undefined
        ? undefined
        : this.#lines(step.items).map(({ orderLineId, quantity }) => ({
            lineId: orderLineId,
            quantity,
          }));
    const { requestCancellation } = await this.client.shop<{ requestCancellation: { id: string } }>(
      `mutation($input: RequestCancellationInput!, $key: String!) { requestCancellation(input: $input, idempotencyKey: $key) { __typename ${orError} ... on CancellationRequest { id } } }`,
      {
        input: {
          orderId: this.order.id,
          lines,
          reasonCode: step.reason ?? 'changed-mind',
          note: step.note,
        },
        key: `seed-request-of-order-${this.order.id}`,
      },
    );
    this.#requestId = requestCancellation.id;
  }

  async #waitForWorker(): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      const { cancellationRequests } = await this.client.shop<{
        cancellationRequests: { pollAfterMs: number | null; state: string }[];
      }>(
        'query($refs: [CancellationRequestRef!]!) { cancellationRequests(refs: $refs) { state pollAfterMs } }',
        { refs: [{ orderId: this.order.id, id: this.#requestId }] },
      );
      if (
        cancellationRequests.every(
          ({ state }) => !['REQUESTED', 'PROCESSING', 'REFUNDING'].includes(state),
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`The worker did not carry out the request of order ${this.order.id}`);
  }

  async #cancelByShop(refund: boolean): Promise<void> {
    await this.client.admin(
      `mutation($id: ID!) { cancelOrder(input: { orderId: $id, reason: "out of stock", cancelShipping: true }) { __typename ${orError} } }`,
      { id: this.order.id },
    );
    if (!refund) return;
    for (const { id, amount } of this.order.payments) {
      await this.client.admin(
        `mutation($input: RefundOrderInput!) { refundOrder(input: $input) { __typename ${orError} } }`,
        {
          input: {
            paymentId: id,
            amount,
            lines: [],
            shipping: 0,
            adjustment: 0,
            reason: 'out of stock',
          },
        },
      );
    }
  }
}
