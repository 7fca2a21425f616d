export { createMemoryAdapter } from './memory-adapter.js';
export type { MemoryAdapter, MemoryAdapterOptions, OptionalMethod } from './options.js';
export { challengeCode, codeAfter } from './challenge.js';
export { defaultCustomer } from './mail.js';
export type { MemoryMessage } from './mail.js';
export type { MemoryClock } from './memory-clock.js';
export type {
  MemoryDiscount,
  MemoryFreeGift,
  MemoryLine,
  MemoryOrder,
  MemoryTerms,
} from './memory-order.js';
export { scenarioNames } from './scenarios.js';
export type { Scenario, Script } from './scenarios.js';
export type { MemoryStorage } from './shop-state.js';
