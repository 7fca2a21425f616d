import type { Capabilities, LookupField } from '../../model/capabilities.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import type { OptionalMethod } from './options.js';

export interface Described {
  readonly methods: Pick<StorefrontAdapter, OptionalMethod>;
  readonly lookup: readonly LookupField[];
  readonly shopper: string | undefined;
  readonly latencyMs: number;
}

/** Told from the methods that are there. */
export function capabilitiesOf({ latencyMs, lookup, methods, shopper }: Described): Capabilities {
  return {
    idempotent: true,
    evidence: 'request',
    // Nothing is carried out later than half the latency; the rest is for a page that is slow itself.
    settleAfterMs: latencyMs + 10_000,
    search: 'text',
    statusFilter: ['processing', 'shipped', 'delivered', 'partially-canceled', 'canceled'],
    reasons: methods.listReasons !== undefined,
    preview: methods.previewCancellation !== undefined,
    retract: methods.retractCancellation !== undefined,
    push: methods.watchCancellations !== undefined,
    lookup: methods.findOrder ? lookup : [],
    support: methods.contactSupport !== undefined,
    withdrawal: methods.submitWithdrawal !== undefined,
    ...(shopper === undefined ? {} : { shopper }),
  };
}
