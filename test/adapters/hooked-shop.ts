import type { MemoryAdapter } from '../../src/adapters/memory/index.js';
import type { Call, StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { AdapterError } from '../../src/flow/storefront-adapter.js';
import type { ContractWorld } from '../../src/testing/index.js';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import type { MemoryAdapterOptions } from '../../src/adapters/memory/index.js';
import { createManualClock, createSampleOrders } from '../../src/testing/index.js';
import { challengesOf } from './memory/memory-world.js';

export type Hooks = Required<
  Pick<
    ContractWorld,
    | 'failReads'
    | 'restoreReads'
    | 'foreignOrderId'
    | 'breakWrites'
    | 'writes'
    | 'switchOff'
    | 'guest'
    | 'codeFor'
    | 'challengedOrderId'
    | 'passTime'
    | 'signOut'
  >
>;

const reads = [
  'listOrders',
  'getOrder',
  'listReasons',
  'previewCancellation',
  'getCancellations',
] as const satisfies readonly (keyof StorefrontAdapter)[];
const writes = [
  'requestCancellation',
  'retractCancellation',
  'confirmCancellation',
  'contactSupport',
  'submitWithdrawal',
] as const satisfies readonly (keyof StorefrontAdapter)[];

type AnyMethod = (...parameters: unknown[]) => Promise<unknown>;

/** The embedded shop with everything that a contract world can arrange: a network, general failures, a switch. */
export function hookedShop(options: MemoryAdapterOptions = {}): {
  readonly shop: StorefrontAdapter;
  readonly memory: MemoryAdapter;
  readonly hooks: Hooks;
} {
  const codes = new Map<string, string>();
  const memory = createMemoryAdapter({
    orders: (now) => createSampleOrders({ now }),
    clock: createManualClock(),
    onMessage: ({ challengeId = '', code = '' }) => codes.set(challengeId, code),
    ...options,
  });
  let lost: 'no' | 'now' | 'after-next-write' = 'no';
  let broken = false;
  let off = false;
  let sent = 0;
  const wrapped = (
    method: keyof StorefrontAdapter,
    wrap: (sound: AnyMethod) => AnyMethod,
  ): Partial<StorefrontAdapter> => {
    const sound = memory[method] as AnyMethod | undefined;
    return sound ? { [method]: wrap(sound) } : {};
  };
  const read = (sound: AnyMethod): AnyMethod => {
    return (...parameters) =>
      lost === 'now' ? Promise.reject(new AdapterError('network')) : sound(...parameters);
  };
  const write = (sound: AnyMethod): AnyMethod => {
    return async (...parameters) => {
      sent += 1;
      if (broken) throw new AdapterError('platform', { message: 'Internal Server Error' });
      const answer = await sound(...parameters);
      if (lost === 'after-next-write') lost = 'now';
      return answer;
    };
  };
  const shop: StorefrontAdapter = Object.assign(
    { ...memory },
    ...reads.map((method) => wrapped(method, read)),
    ...writes.map((method) => wrapped(method, write)),
  ) as StorefrontAdapter;
  const { getOrder } = shop;
  shop.getOrder = async (orderId: string, call: Call) => {
    const order = await getOrder(orderId, call);
    if (!off || order.eligibility === 'ask') return order;
    return {
      ...order,
      eligibility: { ...order.eligibility, allowed: false, blocks: [{ code: 'disabled' }] },
    };
  };
  return {
    shop,
    memory,
    hooks: {
      ...challengesOf(memory, codes),
      signOut: () => memory.setScenario('signed-out'),
      foreignOrderId: 'order-of-somebody-else',
      failReads: (from) => void (lost = from),
      restoreReads: () => void (lost = 'no'),
      breakWrites: () => void (broken = true),
      writes: () => sent,
      switchOff: () => void (off = true),
    },
  };
}
