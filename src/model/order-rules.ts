import type { CancellationStatus, RefundStatus } from './cancellation.js';
import type { OrderLine } from './order.js';

/** What of a line is not canceled yet; undefined where its quantity is not known. */
export function openQuantity(line: OrderLine): number | undefined {
  return line.quantity === undefined
    ? undefined
    : Math.max(0, steadyQuantity(line.quantity - (line.canceled ?? 0)));
}

/** Cuts what floats add: 1.35 − 0.35 is 1, not 1.0000000000000002. Quantities have no more than six decimals. */
export function steadyQuantity(quantity: number): number {
  return Number(quantity.toFixed(6));
}

/** The shop will not change it any more. 'unknown' is not final: it says nothing. */
export function isFinalCancellation(status: CancellationStatus): boolean {
  return (
    status === 'completed' ||
    status === 'partially-completed' ||
    status === 'declined' ||
    status === 'retracted' ||
    status === 'failed'
  );
}

/** The shop will not change it any more. 'unknown' is not final: it says nothing. */
export function isFinalRefund(status: RefundStatus): boolean {
  return status === 'none' || status === 'issued' || status === 'released' || status === 'failed';
}
