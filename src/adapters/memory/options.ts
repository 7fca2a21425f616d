import type { ReasonChoice } from '../../model/cancellation.js';
import type { LookupField, OrderLookup } from '../../model/capabilities.js';
import type { FaqEntry } from '../../model/support.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import type { MemoryMessage } from './mail.js';
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
  /**
   * Nobody is signed in: no order is told before a lookup was verified, and then only what was looked up. Without it the shopper has all
   * orders, and can look one up as well.
   */
  readonly guest?: boolean;
  /** What the guest's form asks. Default: number and e-mail. */
  readonly lookup?: readonly LookupField[];
  /** What the message to a guest carries: a code to type, or a link. Default: 'code'. */
  readonly lookupBy?: 'code' | 'link';
  /** What a guest must say beside the number, and where messages go, for all orders whose `terms` do not say. Default: `defaultCustomer`. */
  readonly customer?: OrderLookup;
  /** The page that links in messages lead to, with `?proof={challengeId}.{code}`. Absent: messages have no link. */
  readonly accountUrl?: string;
  /** Gets what the shop would mail: codes, and confirmations of support messages and withdrawals. */
  readonly onMessage?: (message: MemoryMessage) => void;
  /** IANA name, for acknowledgements of withdrawals and for where a day ends. Default: "Europe/Berlin". */
  readonly timeZone?: string;
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
  | 'findOrder'
  | 'verifyLookup'
  | 'submitWithdrawal'
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
