import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Order } from '../../../src/model/order.js';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { Scenario } from '../../../src/adapters/memory/index.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { createManualClock, createNamedOrders } from '../../../src/testing/index.js';
import { call, writeCall } from './memory-world.js';

const orderIds = ['order-1043', 'order-1045', 'order-1046', 'order-1047', 'order-1048'] as const;
const named = Object.values(createNamedOrders());

const lines = fc.uniqueArray(
  fc.record({
    lineId: fc.constantFrom('1', '2', '3', '4'),
    quantity: fc.constantFrom(0.1, 0.15, 0.5, 1, 1.05, 1.35, 2, 3),
  }),
  { minLength: 1, maxLength: 4, selector: (line) => line.lineId },
);
const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      lines: fc.oneof(lines, fc.constant('all' as const)),
      key: fc.integer({ min: 0, max: 30 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('retract' as const), which: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(1000, 9000, 20_000, 60_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('scenario' as const),
      scenario: fc.constantFrom<Scenario>(
        'quick',
        'declines',
        'partly-declines',
        'challenge',
        'immediate',
        'lost-answers',
      ),
    }),
  },
);

const open = new Set(['awaiting-confirmation', 'requested', 'processing']);

/** Of each line, what is canceled and what is asked for, as a shopper can read it. */
function taken(
  order: Order,
): readonly { readonly id: string; readonly taken: number; readonly quantity: number }[] {
  return order.lines.map(({ canceled = 0, id, quantity = 0 }) => {
    const held = order.cancellations
      .filter((cancellation) => open.has(cancellation.status))
      .flatMap((cancellation) => (cancellation.lines === 'all' ? [] : cancellation.lines))
      .filter((line) => line.lineId === id)
      .reduce((sum, line) => sum + line.quantity, 0);
    return { id, taken: canceled + held, quantity };
  });
}

function refunded(order: Order): number {
  return order.cancellations.reduce(
    (sum, { refund }) => sum + Number(refund.amount?.amount ?? 0),
    0,
  );
}

describe('the memory adapter, whatever it is asked and whenever', () => {
  it('never takes more of a line than there is, nor gives back more than was paid', async () => {
    let accepted = 0;
    let partial = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...orderIds),
        fc.array(command, { minLength: 3, maxLength: 20 }),
        async (orderId, commands) => {
          const shop = createMemoryAdapter({
            orders: named.filter((order) => order.id === orderId),
            clock: createManualClock(),
          });
          for (const step of commands) {
            if (step.kind === 'wait') shop.advance(step.ms);
            if (step.kind === 'scenario') shop.setScenario(step.scenario);
            if (step.kind === 'ask') {
              const key = `property-key-${String(step.key)}`;
              accepted += await settled(
                shop.requestCancellation({ orderId, lines: step.lines }, writeCall(key)),
              );
            }
            if (step.kind === 'retract') {
              const target = (await shop.getOrder(orderId, call)).cancellations[step.which];
              if (target)
                await settled(
                  shop.retractCancellation?.({ orderId, cancellationId: target.id }, writeCall()),
                );
            }
            const order = await shop.getOrder(orderId, call);
            for (const line of taken(order))
              expect(line.taken, `line ${line.id}`).to.be.at.most(line.quantity + 1e-9);
            expect(refunded(order)).to.be.at.most(Number(order.total?.amount) + 0.001);
            if (order.cancellations.length > 1) partial += 1;
          }
        },
      ),
      { numRuns: 300, seed: 1042 },
    );
    // The premise: requests were made, and several beside each other.
    expect(accepted).to.be.greaterThan(200);
    expect(partial).to.be.greaterThan(200);
  });
});

/** 1 when it was done; a refusal is a fine answer, a thrown bug is not. */
async function settled(write: Promise<unknown> | undefined): Promise<number> {
  try {
    await write;
    return 1;
  } catch (failure) {
    if (failure instanceof AdapterError) return 0;
    throw failure;
  }
}
