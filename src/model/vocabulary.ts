import type {
  CancellationLine,
  CancellationStatus,
  Challenge,
  RefundDestination,
  RefundStatus,
} from './cancellation.js';
import type { Capabilities, LookupField } from './capabilities.js';
import type { BlockCode, Eligibility, Remedy } from './eligibility.js';
import type { FailureCode } from './failure.js';
import type { OrderStatus } from './order.js';
import type { WithdrawalRight, WithdrawalStatement } from './withdrawal.js';

/** The closed word lists of the model at run time. Each must name every word of its type and no other: else it does not compile. */
export type Vocabulary<Word extends string> = ReadonlySet<Word>;

type WordsOf<List extends string> = List extends `${infer First} ${infer Rest}`
  ? First | WordsOf<Rest>
  : List;
type Listed<Word extends string, List extends string> = [Word] extends [WordsOf<List>]
  ? [WordsOf<List>] extends [Word]
    ? List
    : never
  : never;

/** One text and not a list of them: quotes and commas are a quarter of the bytes. */
export function vocabulary<Word extends string>() {
  return <const List extends string>(words: Listed<Word, List>): Vocabulary<Word> =>
    new Set(words.split(' ') as Word[]);
}

export const orderStatuses = /* @__PURE__ */ vocabulary<OrderStatus>()(
  'pending processing on-hold partially-shipped shipped delivered partially-canceled canceled returned payment-failed closed unknown',
);
export const cancellationStatuses = /* @__PURE__ */ vocabulary<CancellationStatus>()(
  'awaiting-confirmation requested processing completed partially-completed declined retracted failed unknown',
);
export const refundStatuses = /* @__PURE__ */ vocabulary<RefundStatus>()(
  'none expected pending issued released failed unknown',
);
export const refundKinds = /* @__PURE__ */ vocabulary<RefundDestination['kind']>()(
  'refund release store-credit gift-card',
);
export const lineOutcomes = /* @__PURE__ */ vocabulary<NonNullable<CancellationLine['outcome']>>()(
  'pending canceled declined',
);
export const initiators = /* @__PURE__ */ vocabulary<'shopper' | 'shop' | 'system'>()(
  'shopper shop system',
);
export const blockCodes = /* @__PURE__ */ vocabulary<BlockCode>()(
  'shipped delivered in-fulfillment already-canceled cancellation-pending window-expired promotional final-sale custom-made digital payment-pending invoiced on-hold seller-policy quantity-exceeded disabled not-owner unknown',
);
export const remedies = /* @__PURE__ */ vocabulary<Remedy>()(
  'contact-support return refuse-delivery wait sign-in withdraw none',
);
export const scopes = /* @__PURE__ */ vocabulary<Eligibility['scope']>()('order lines quantities');
export const modes = /* @__PURE__ */ vocabulary<Eligibility['mode']>()('immediate request');
export const challengeKinds = /* @__PURE__ */ vocabulary<Challenge['kind']>()('code link');
export const challengeChannels =
  /* @__PURE__ */ vocabulary<Challenge['channel']>()('email sms other');
export const evidences = /* @__PURE__ */ vocabulary<Capabilities['evidence']>()('request order');
export const searches = /* @__PURE__ */ vocabulary<'number' | 'text'>()('number text');
export const lookupFields = /* @__PURE__ */ vocabulary<LookupField>()(
  'number email postcode last-name phone',
);
export const withdrawalAnswers =
  /* @__PURE__ */ vocabulary<WithdrawalRight['applies']>()('yes no unknown');
export const contactKinds =
  /* @__PURE__ */ vocabulary<WithdrawalStatement['contact']['kind']>()('email phone other');
export const failureCodes = /* @__PURE__ */ vocabulary<FailureCode>()(
  'unauthenticated forbidden not-found not-eligible invalid expired unsupported rate-limited stale network timeout aborted platform in-progress unknown-outcome',
);
