// A fresh shop for each case of the contract. Here it is the embedded one; yours starts a test server, or answers `fetch` itself.
import { createMemoryAdapter, defaultCustomer } from 'rescind/adapters/memory';
import { createManualClock, createSampleOrders } from 'rescind/testing';

export function create() {
  const codes = new Map();
  const adapter = createMemoryAdapter({
    orders: (now) => createSampleOrders({ now }),
    clock: createManualClock(),
    // Yours are read from the mailbox of a test server.
    onMessage: ({ challengeId, code }) => codes.set(challengeId, code),
  });
  return Promise.resolve({
    adapter,
    openOrderId: 'order-1042',
    blockedOrderId: 'order-1039',
    signOut: () => adapter.setScenario('signed-out'),
    failReads: () => adapter.setScenario('lost-reads'),
    restoreReads: () => adapter.setScenario('quick'),
    guest: { lookup: { number: '1034', email: defaultCustomer.email }, orderId: 'order-1034' },
    codeFor: (challengeId) => codes.get(challengeId),
    challengedOrderId: 'order-1044',
    passTime: (ms) => adapter.advance(ms),
  });
}

/** What this shop cannot do, or this world cannot arrange: these cases are named "not applicable". */
export const cannot = [
  'immediate',
  'foreign-orders',
  'generic-failures',
  'counted-writes',
  'switch-off',
];
