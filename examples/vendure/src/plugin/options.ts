import { randomBytes } from 'node:crypto';
import type { Payment } from '@vendure/core';
import type { SendMail } from './mail/mail';

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
  /** Hands a mail to whoever delivers it. Default: rejects, so that mails wait until there is somebody. */
  readonly sendMail: SendMail;
  /** The page with `<order-lookup>`: what a guest's link opens, with `?proof=…`. */
  readonly orderPage: string;
  /** How often guests may ask for an order in the time of a window: from one address, and for one number with one e-mail address. */
  readonly lookupLimits: {
    readonly windowMs: number;
    readonly perAddress: number;
    readonly perQuestion: number;
    /** In a day, whatever the window is. */
    readonly perQuestionDaily: number;
  };
  /**
   * What addresses are hashed with where attempts are counted. Default: random at each start, so that several servers, or one started again,
   * count each for themselves.
   */
  readonly hashSecret: string;
  /** Where the shop reads its mail. */
  readonly supportMailbox: string;
  /** Of the shop, where its channel has no `shopTimeZone`: what acknowledgements are dated in. */
  readonly timeZone: string;
  /** How many declarations and messages are taken from one address in an hour. */
  readonly lettersPerHour: number;
  /**
   * How many mails of a kind go to one address in an hour. What more of them would be about is done all the same, and an acknowledgement that
   * was not mailed says so.
   */
  readonly mailsPerHour: {
    readonly code: number;
    readonly ticket: number;
    readonly acknowledgement: number;
  };
}

export const optionsToken = Symbol('CancellationPluginOptions');

export const defaultOptions: CancellationPluginOptions = {
  describePayment: (payment) => ({ kind: 'refund', label: payment.method }),
  singleProcess: false,
  sweepEveryMs: 5000,
  claimLifeMs: 60_000,
  uniqueKeys: true,
  sendMail: () => Promise.reject(new Error('The shop has nobody to send its mail: see sendMail')),
  orderPage: 'http://127.0.0.1:4310/',
  lookupLimits: { windowMs: 10 * 60_000, perAddress: 20, perQuestion: 5, perQuestionDaily: 20 },
  hashSecret: randomBytes(32).toString('base64url'),
  supportMailbox: 'support@example.test',
  timeZone: 'Europe/Bucharest',
  lettersPerHour: 60,
  mailsPerHour: { code: 30, ticket: 10, acknowledgement: 50 },
};
