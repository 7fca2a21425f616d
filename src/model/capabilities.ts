import type { OrderStatus } from './order.js';

/** What this shop can do in this session. Asked once, and again after a change of scope. */
export interface Capabilities {
  /** A repeated `requestCancellation` with the same key never makes a second request. */
  readonly idempotent: boolean;
  /**
   * What a later read shows of a request that the shop has accepted.
   * 'request': the request itself. 'order': only what has become of the order; a pending request is invisible.
   */
  readonly evidence: 'request' | 'order';
  /** Milliseconds after a send within which the shop can still commit it and a read shows it. Absent: 120000 where idempotent, else 600000. */
  readonly settleAfterMs?: number;
  /** How long the shop remembers a key. Absent: 24 hours. Older keys are never re-sent. */
  readonly keyLifeMs?: number;
  /** Whose session this is, opaque, where the shop says. */
  readonly shopper?: string;
  /** What the search field searches: order numbers only, or free text. */
  readonly search: false | 'number' | 'text';
  readonly statusFilter: readonly OrderStatus[];
  readonly reasons: boolean;
  readonly preview: boolean;
  readonly retract: boolean;
  readonly push: boolean;
  /** What the guest's form asks, all of them. Empty: no guest lookup. */
  readonly lookup: readonly LookupField[];
  readonly support: boolean;
  readonly withdrawal: boolean;
}
export type LookupField = 'number' | 'email' | 'postcode' | 'last-name' | 'phone';
/** What a guest typed, trimmed. Never stored. */
export type OrderLookup = { readonly [Field in LookupField]?: string };
