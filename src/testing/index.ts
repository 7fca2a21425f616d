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
export type { FaultClock } from './faults/carry.js';
export { faultKinds } from './faults/fault.js';
export type {
  Delivery,
  Fault,
  FaultChances,
  FaultKind,
  FaultPlan,
  FaultyMethod,
  InjectedFault,
} from './faults/fault.js';
export { createFaultyAdapter, faultPlan } from './faults/faulty-adapter.js';
export type { FaultyAdapter, FaultyAdapterOptions } from './faults/faulty-adapter.js';
export { createManualClock, sampleNow } from './manual-clock.js';
export type { ManualClock } from './manual-clock.js';
export * from './sample-orders.js';
