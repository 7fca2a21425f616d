import type { Payment } from '@vendure/core';

/**
 * What the (simulated) provider does with this payment's money, chosen when it is paid:
 * at once, after a while, never by itself, or not at all because the bank sends it back.
 */
export type RefundManner = 'instant' | 'slow' | 'stuck' | 'fails';

/** What checkout hands to our payment methods as `metadata`. */
export interface Tender {
  readonly authorizeOnly?: boolean;
  readonly refund?: RefundManner;
  /** What the shopper reads: "Visa •••• 4242". */
  readonly label?: string;
  /** Less than the order's total where two methods share it. */
  readonly amount?: number;
}

export function refundManner(payment: Payment): RefundManner {
  const manner: unknown = payment.metadata?.['refund'];
  return manner === 'slow' || manner === 'stuck' || manner === 'fails' ? manner : 'instant';
}

export function tenderLabel(payment: Payment): string {
  const label: unknown = payment.metadata?.['public']?.label;
  return typeof label === 'string' ? label : payment.method;
}
