import { createMemoryAdapter, defaultCustomer } from '../../../src/adapters/memory/index.js';
import type { MemoryAdapter, MemoryAdapterOptions } from '../../../src/adapters/memory/index.js';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { Call, WriteCall } from '../../../src/flow/storefront-adapter.js';
import { createManualClock, createSampleOrders } from '../../../src/testing/index.js';
import type { ContractWorld, ManualClock } from '../../../src/testing/index.js';

export const call: Call = { signal: new AbortController().signal, locale: 'en' };

let keys = 0;

export function writeCall(key = `key-of-the-test-${String((keys += 1))}`): WriteCall {
  return { ...call, idempotencyKey: key };
}

/** What a call failed with. */
export async function failure(promise: Promise<unknown> | undefined): Promise<AdapterError> {
  const outcome: unknown = await promise?.catch((error: unknown) => error);
  if (!(outcome instanceof AdapterError))
    throw new Error(`it did not fail: ${JSON.stringify(outcome)}`);
  return outcome;
}

export interface MemoryWorld {
  readonly adapter: MemoryAdapter;
  readonly clock: ManualClock;
}

/** The sample shop at the moment of the samples, on a clock that stands still. */
export function memoryWorld(options: MemoryAdapterOptions = {}): MemoryWorld {
  const clock = createManualClock();
  return {
    clock,
    adapter: createMemoryAdapter({
      orders: (now) => createSampleOrders({ now }),
      clock,
      ...options,
    }),
  };
}

/** How a guest, and a request that waits for a code, go on. */
export function challengesOf(
  adapter: MemoryAdapter,
  codes: ReadonlyMap<string, string>,
): Required<Pick<ContractWorld, 'guest' | 'codeFor' | 'challengedOrderId' | 'passTime'>> {
  const { email = '' } = defaultCustomer;
  return {
    guest: { lookup: { number: '#1034', email }, orderId: 'order-1034' },
    codeFor: (challengeId) => codes.get(challengeId) ?? '',
    challengedOrderId: 'order-1044',
    passTime: (ms) => {
      adapter.advance(ms);
    },
  };
}

export function contractWorld(
  options: MemoryAdapterOptions = {},
): Promise<ContractWorld & { readonly adapter: MemoryAdapter }> {
  const codes = new Map<string, string>();
  const { adapter } = memoryWorld({
    onMessage: ({ challengeId = '', code = '' }) => codes.set(challengeId, code),
    ...options,
  });
  const { scenario } = adapter;
  return Promise.resolve({
    adapter,
    openOrderId: 'order-1042',
    blockedOrderId: 'order-1039',
    ...challengesOf(adapter, codes),
    signOut: () => {
      adapter.setScenario('signed-out');
    },
    failReads: () => {
      adapter.setScenario('lost-reads');
    },
    restoreReads: () => {
      adapter.setScenario(scenario);
    },
  });
}
