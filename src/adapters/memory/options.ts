import type { ReasonChoice } from '../../model/cancellation.js';
import type { FaqEntry } from '../../model/support.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import type { MemoryClock } from './memory-clock.js';
import type { MemoryOrder } from './memory-order.js';
import type { Scenario, Script } from './scenarios.js';
import type { MemoryStorage } from './shop-state.js';

export interface MemoryAdapterOptions {
  /** The orders, or what makes them from the time at which the shop was first opened, so that a reload finds the same. */
  readonly orders?: readonly MemoryOrder[] | ((openedAt: number) => readonly MemoryOrder[]);
  /** Default: 'quick'. */
  readonly scenario?: Scenario;
  /** Figures of one's own for the requests made from now on. */
  readonly script?: Partial<Script>;
  readonly clock?: MemoryClock;
  /** Keeps the shop's state across reloads. Absent: a reload starts anew. */
  readonly storage?: MemoryStorage;
  /** Default: 'rescind-memory-shop'. */
  readonly storageKey?: string;
  /** A stored state that is older is not used. Absent: kept for ever. */
  readonly storageLifeMs?: number;
  /** There and back. Default: 0. */
  readonly latencyMs?: number;
  /** Whose orders these are, opaque. */
  readonly shopper?: string;
  /** Absent: six reasons of the shop's own, none required, and a note. */
  readonly reasons?: ReasonChoice;
  /** Absent: there is no `listFaq`. */
  readonly faq?: readonly FaqEntry[];
  /** Optional methods that this shop is to do without. */
  readonly without?: readonly OptionalMethod[];
}

/** The optional methods that the shop has. */
export type OptionalMethod =
  | 'describe'
  | 'listReasons'
  | 'previewCancellation'
  | 'getCancellations'
  | 'watchCancellations'
  | 'retractCancellation'
  | 'confirmCancellation'
  | 'resendChallenge'
  | 'contactSupport';

/** The port, and the shop's own controls. */
export interface MemoryAdapter extends StorefrontAdapter {
  readonly scenario: Scenario;
  /** From the next call on; the requests that are under way keep their script. */
  setScenario(scenario: Scenario): void;
  /** Moves the shop's clock on, and with it all requests. */
  advance(ms: number): void;
  /** As on the first day: all requests are forgotten, the orders are made anew. */
  reset(): void;
}
