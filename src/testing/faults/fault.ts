import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';

/**
 * What can go wrong between a caller and a shop. After each kind: what the shop got, and what the caller is told.
 *
 * - `none`: once; its answer
 * - `delay`: once, `ms` later, unless the caller gives up before; its answer
 * - `drop-request`: nothing; 'network'
 * - `drop-answer`: once; 'network'
 * - `late-commit`: once, `ms` later, **also when the caller has given up meanwhile**; its answer, if anybody still waits
 * - `duplicate`: twice, one after the other; the answer to the first. A read the same
 * - `reorder`: once, but not before the next call has been delivered, or `ms` have passed; its answer
 * - `hang`: nothing, or once with `delivered`; nothing at all, until the caller gives up
 * - `truncate`: once; the first part of its answer
 * - `garbage`: once; something that is no answer
 * - `401`: nothing; 'unauthenticated'
 * - `409`: nothing, or once with `delivered`; 'unknown-outcome', as of a gateway's 409 without a code
 * - `422`: nothing; 'invalid'
 * - `429`: nothing; 'rate-limited' with `retryAfterMs`
 * - `5xx`: nothing, or once with `delivered`; 'platform'
 *
 * A stream (`watchCancellations`) that is connected breaks or misbehaves later: see `FaultyAdapter`.
 */
export type FaultKind =
  | 'none'
  | 'delay'
  | 'drop-request'
  | 'drop-answer'
  | 'late-commit'
  | 'duplicate'
  | 'reorder'
  | 'hang'
  | 'truncate'
  | 'garbage'
  | '401'
  | '409'
  | '422'
  | '429'
  | '5xx';

export const faultKinds = [
  'none',
  'delay',
  'drop-request',
  'drop-answer',
  'late-commit',
  'duplicate',
  'reorder',
  'hang',
  'truncate',
  'garbage',
  '401',
  '409',
  '422',
  '429',
  '5xx',
] as const satisfies readonly FaultKind[];

/** One fault, in full. What is absent is chosen by the seed. */
export interface Fault {
  readonly kind: FaultKind;
  /**
   * How long: `delay`, `late-commit`, `reorder`, and how long a stream lives before it breaks. Absent: up to 5 s; `late-commit`: 35 to
   * 90 s, past a caller's limit of 30 s.
   */
  readonly ms?: number;
  /** With `hang`, `409` and `5xx`: the shop got the call all the same. */
  readonly delivered?: boolean;
  /** With `429`. Absent: 1 to 30 s. */
  readonly retryAfterMs?: number;
}

/** What the shop got of a call. */
export type Delivery = 'never' | 'once' | 'twice';

export type FaultyMethod = keyof StorefrontAdapter;

/** A fault that was injected: enough to inject it again. */
export interface InjectedFault extends Fault {
  readonly method: FaultyMethod;
  /** Which call of this method it was, counted from 0. */
  readonly nth: number;
  /** Where the shop got it when: `at`, or later with `delay`, `late-commit` and `reorder`. Of a call that was given up before: 'never'. */
  readonly delivery: Delivery;
  /** By the clock, when the call came. */
  readonly at: number;
}

/** What happens to the first, second, … call of a method. Past its end the chances decide. */
export type FaultPlan = {
  readonly [Method in FaultyMethod]?: readonly (Fault | FaultKind)[];
};

/** How often each kind happens, each between 0 and 1; the rest goes well. */
export type FaultChances = { readonly [Kind in Exclude<FaultKind, 'none'>]?: number };
