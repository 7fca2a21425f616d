export { adapterContract } from './adapter-contract.js';
export type {
  ContractAbility,
  ContractCase,
  ContractOptions,
  ContractWorld,
} from './adapter-contract.js';
export { createControllableAdapter } from './controllable-adapter.js';
export type {
  AdapterMethod,
  AnswerOf,
  ArgumentsOf,
  ControllableAdapter,
  ControllableAdapterOptions,
  RecordedCall,
} from './controllable-adapter.js';
export { createManualClock, sampleNow } from './manual-clock.js';
export type { ManualClock } from './manual-clock.js';
export * from './sample-orders.js';
