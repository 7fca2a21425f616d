import type { ReasonChoice } from './cancellation.js';
import type { PreviewBenefit, PreviewRefund } from './preview.js';
import { vocabulary } from './vocabulary.js';

// The word lists of what is asked for only when a shopper wants to cancel: the first view does not carry them.

type Part = Extract<PreviewRefund, { kind: 'amount' }>['parts'][number]['kind'];
type Nothing = Extract<PreviewRefund, { kind: 'none' }>['why'];

export const noteRules =
  /* @__PURE__ */ vocabulary<ReasonChoice['note']>()('none optional required');
export const previewParts = /* @__PURE__ */ vocabulary<Part>()(
  'lines shipping tax discount fee adjustment other',
);
export const previewNothings = /* @__PURE__ */ vocabulary<Nothing>()(
  'not-paid pay-on-delivery other',
);
export const benefitKinds = /* @__PURE__ */ vocabulary<PreviewBenefit['kind']>()(
  'coupon points gift-card free-gift promotion',
);
export const benefitOutcomes = /* @__PURE__ */ vocabulary<PreviewBenefit['outcome']>()(
  'returned lost kept reduced unknown',
);
