import type { FlowEvent } from '../../../src/flow/flow-event.js';
import type { FlowState } from '../../../src/flow/flow-state.js';
import type { FlowNotice } from '../../../src/flow/core-flow.js';
import type { Device } from '../device.js';
import type { Network } from '../network.js';
import type { Scheduler } from '../scheduler.js';
import type { Shop } from '../shop-port.js';
import type { Tab } from '../tab.js';
import type { Ledger } from './ledger.js';
import type { Tally } from './tally.js';

/** What a check can look at. */
export interface CheckWorld {
  readonly scheduler: Scheduler;
  readonly device: Device;
  readonly network: Network;
  readonly shop: Shop;
  readonly tabs: readonly (Tab | undefined)[];
  readonly ledger: Ledger;
  readonly tally: Tally;
  /** How far the wall clock has been moved, in total, whatever the direction. */
  readonly jumpedMs: () => number;
  /** Tokens of confirmations whose check has said yes. */
  readonly passed: (tab: Tab, token: number) => boolean;
}

/** A check that looks at each event of each tab. */
export type Watch = (tab: Tab, event: FlowEvent, before: FlowState, state: FlowState) => void;
export type Hear = (tab: Tab, notice: FlowNotice) => void;
