import { createMemoryAdapter } from '../src/adapters/memory/index.js';
import type {
  MemoryAdapter,
  MemoryMessage,
  MemoryStorage,
  Scenario,
  Script,
} from '../src/adapters/memory/index.js';
import { createSampleOrders } from '../src/testing/index.js';

const day = 86_400_000;

export interface ShopOptions {
  readonly scenario: Scenario;
  readonly speed: number;
  /** Nobody is signed in. */
  readonly isGuest: boolean;
  /** The page that links in messages lead to. */
  readonly accountUrl: string;
  readonly onMessage: (message: MemoryMessage) => void;
}

/** The shop behind the page: some forty orders in the browser, kept across reloads. */
export function createShop({
  scenario,
  speed,
  isGuest,
  accountUrl,
  onMessage,
}: ShopOptions): MemoryAdapter {
  const storage = localStorageIfAllowed();
  const imageUrl = (sku: string): string => new URL(`pictures/${sku}.svg`, document.baseURI).href;
  return createMemoryAdapter({
    orders: (now) => createSampleOrders({ now, imageUrl }),
    scenario,
    ...(speed > 1 && { script: fasterBy(speed) }),
    ...(storage && { storage }),
    storageKey: 'kettle-and-thread',
    // Deadlines are hours away; next week's visitor gets a fresh shop.
    storageLifeMs: day,
    latencyMs: 300,
    ...(isGuest ? { guest: true } : { shopper: 'mira' }),
    ...{ accountUrl, onMessage },
  });
}

function fasterBy(speed: number): Partial<Script> {
  return {
    processingAfterMs: 10_000 / speed,
    decidedAfterMs: 20_000 / speed,
    refundPendingAfterMs: 25_000 / speed,
    refundSettledAfterMs: 40_000 / speed,
  };
}

/** Where cookies are blocked, the access itself throws; the shop then starts anew at each visit. */
function localStorageIfAllowed(): MemoryStorage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
