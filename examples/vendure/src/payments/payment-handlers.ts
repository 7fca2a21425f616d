import type { CreateRefundFn } from '@vendure/core';
import { LanguageCode, PaymentMethodHandler } from '@vendure/core';
import { refundManner, type Tender } from './tender';

export const cardMethod = 'card';
export const giftCardMethod = 'gift-card';

/** What an idempotent provider needs: Vendure hands the refund's input on untouched. */
export interface RefundKey {
  readonly idempotencyKey?: string;
}

const args = { refundSeconds: { type: 'int', defaultValue: 8 } } as const;

const createRefund: CreateRefundFn<typeof args> = (_ctx, input, _amount, _order, payment) => {
  const transactionId = `re_${(input as RefundKey).idempotencyKey ?? payment.transactionId}`;
  switch (refundManner(payment)) {
    case 'instant':
      return { state: 'Settled', transactionId };
    case 'fails':
      return { state: 'Failed', transactionId, metadata: { errorMessage: 'The card was closed' } };
    default:
      // Nothing yet: Vendure keeps the refund 'Pending' until `settleRefund` (see RefundSettler).
      return undefined as unknown as ReturnType<typeof createRefund>;
  }
};

let payments = 0;
const transactionId = (): string => `pay_${Date.now().toString(36)}_${(payments += 1)}`;

/** A card, authorized or charged. Simulated: no money moves. */
export const cardPayment = new PaymentMethodHandler({
  code: 'simulated-card',
  description: [{ languageCode: LanguageCode.en, value: 'Simulated card' }],
  args,
  createPayment: (_ctx, _order, amount, _args, metadata) => {
    const tender: Tender = metadata as Tender;
    return {
      amount: Math.min(amount, tender.amount ?? amount),
      state: tender.authorizeOnly === true ? 'Authorized' : 'Settled',
      transactionId: transactionId(),
      metadata: { refund: tender.refund ?? 'instant', public: { label: tender.label ?? 'Card' } },
    };
  },
  settlePayment: () => ({ success: true }),
  cancelPayment: () => ({ success: true }),
  createRefund,
});

/** Store credit that pays a part or all of an order and gets it back. */
export const giftCardPayment = new PaymentMethodHandler({
  code: 'simulated-gift-card',
  description: [{ languageCode: LanguageCode.en, value: 'Simulated gift card' }],
  args,
  createPayment: (_ctx, _order, amount, _args, metadata) => {
    const tender: Tender = metadata as Tender;
    return {
      amount: Math.min(amount, tender.amount ?? amount),
      state: 'Settled',
      transactionId: transactionId(),
      metadata: {
        refund: tender.refund ?? 'instant',
        public: { label: tender.label ?? 'Gift card' },
      },
    };
  },
  settlePayment: () => ({ success: true }),
  createRefund,
});
