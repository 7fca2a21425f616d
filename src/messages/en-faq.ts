import type { FaqEntry } from '../model/support.js';
import { createPlural } from './plural.js';

const plural = createPlural('en');

/** The built-in questions and answers; fetched when they are shown. */
export const enFaq = {
  title: 'Questions about canceling',
  search: 'Search the answers',
  found: (count: number, query: string) =>
    plural(count, { one: `# answer for “${query}”`, other: `# answers for “${query}”` }),
  none: (query: string) => `No answer for “${query}”`,
  showAll: (count: number) =>
    plural(count, { one: 'Show the answer', other: 'Show all # answers' }),
  about: (number: string, why: string) => `About order ${number}: ${why}`,
  more: 'Read more',
  still: 'Still have questions?',
  stillText: 'We fill in the order number and what it is about.',
  contactAbout: (number: string) => `Contact support about order ${number}`,
  /** `processing` is the shop's own figure where it is known, a whole sentence: "Usually done within 2 hours." */
  entries: (processing?: string): readonly FaqEntry[] => [
    {
      id: 'why-not',
      question: 'Why can’t I cancel my order?',
      answer:
        'An order can be canceled until the shop starts to prepare it. When it is packed or on its way, it can only be refused at the door or sent back.\n\nSome things are left out from the start: what is made for you, downloads and codes that were sent, final sale, and items whose seller does not allow it. The order says which of these it is.\n\nIf a payment is open or the order is on hold, look again a little later.',
      about: [
        'shipped',
        'delivered',
        'in-fulfillment',
        'window-expired',
        'promotional',
        'final-sale',
        'custom-made',
        'digital',
        'payment-pending',
        'invoiced',
        'on-hold',
        'seller-policy',
        'disabled',
        'not-owner',
        'unknown',
      ],
    },
    {
      id: 'coupons-and-points',
      question: 'What happens to my coupon and points?',
      answer:
        'Before you confirm, the shop shows what it gives back: coupons, gift cards, points that you spent. Points for the order are not earned, because the order does not take place.\n\nIf you cancel only a part, a discount that needs a minimum may no longer apply to the rest. Where the shop tells, you see it before you confirm.',
    },
    {
      id: 'refund-when',
      question: 'When does my refund arrive?',
      answer:
        'The refund starts when the shop has canceled the order, and goes back the way you paid. “Issued” means that the shop has sent it; your bank may need some more days to show it.\n\nIf the amount was only reserved on your card, nothing was charged: the reservation ends, and there is no separate refund.',
    },
    {
      id: 'how-long',
      question: 'How long does a cancellation take?',
      answer: `${processing === undefined ? 'It depends on the shop. If it names a time, you see it before you confirm and beside the order.' : `At this shop: ${processing}`}\n\nIf it takes longer than expected, the order says so. There is no need to send the request again.`,
      about: ['cancellation-pending'],
    },
    {
      id: 'take-back',
      question: 'Can I take a cancellation back?',
      answer:
        'While the request is open, if the shop offers it: choose “Take back request” beside the order. The order then goes on as placed. Once it is canceled, please order again.',
      about: ['already-canceled', 'cancellation-pending'],
    },
    {
      id: 'some-items',
      question: 'Can I cancel only some of the items?',
      answer:
        'If the shop allows it for this order, you choose items and quantities before you confirm. Otherwise it can only be canceled as a whole. Items that were sold as a set go together.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: 'How do I stay safe from fake links?',
      answer:
        'Canceling never needs your password, card number or a payment to somebody. If a message asks for one of these, do not open its link.\n\nOpen the shop’s address yourself, sign in, and look at your orders: what is true stands there.',
    },
  ],
};

/** What a locale has to say about the questions. */
export type FaqMessages = typeof enFaq;
