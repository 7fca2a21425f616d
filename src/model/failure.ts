import type { Block } from './eligibility.js';

/** In the order of the port's table: the first nine are definite, the others leave a write unconfirmed. */
export type FailureCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'not-eligible'
  | 'invalid'
  | 'expired'
  | 'unsupported'
  | 'rate-limited'
  | 'stale'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'platform'
  | 'in-progress'
  | 'unknown-outcome';

/** What went wrong, as data: what state holds and elements show. */
export interface Failure {
  readonly code: FailureCode;
  /** The shop's own words for the shopper, in the language of the call. */
  readonly detail?: string;
  readonly blocks?: readonly Block[];
  /** The input at fault: 'lines', 'reason', 'note', 'code', 'email', 'number', … */
  readonly field?: string;
  readonly retryAfterMs?: number;
  readonly platformCode?: string;
  readonly url?: string;
}
