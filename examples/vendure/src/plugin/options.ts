import type { Payment } from '@vendure/core';

export type PaymentKind = 'refund' | 'gift-card' | 'store-credit';

export interface CancellationPluginOptions {
  /** Where a payment's money goes back to, as the customer knows it. Default: its method's code. */
  readonly describePayment: (payment: Payment) => {
    readonly kind: PaymentKind;
    readonly label: string;
  };
  /** Server and worker are one process, as sql.js asks for. */
  readonly singleProcess: boolean;
  /** Milliseconds between two looks for requests that are due. */
  readonly sweepEveryMs: number;
  /** How long a claim is respected that another process made. 0 where there is only one process. */
  readonly claimLifeMs: number;
  /**
   * The database holds each key once per customer. Off only to prove what that is worth: repeated requests then have effects of their own.
   */
  readonly uniqueKeys: boolean;
}

export const optionsToken = Symbol('CancellationPluginOptions');

export const defaultOptions: CancellationPluginOptions = {
  describePayment: (payment) => ({ kind: 'refund', label: payment.method }),
  singleProcess: false,
  sweepEveryMs: 5000,
  claimLifeMs: 60_000,
  uniqueKeys: true,
};
