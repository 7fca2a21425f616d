import { type Faq, faqEn, faqRo } from './faq';
import type { BlockCode, RefundState } from './states';

/** The shop's own words, in the languages that it speaks. */
interface Texts {
  readonly blocks: Readonly<Record<BlockCode, string>>;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly refunds: Readonly<Partial<Record<RefundState, string>>>;
  readonly refundTime: string;
  readonly couponReturned: string;
  readonly couponKept: string;
  readonly faq: readonly Faq[];
  /** By the error's code, as Vendure looks them up. */
  readonly errors: Readonly<Record<string, string>>;
}

export const reasonCodes = [
  'changed-mind',
  'found-cheaper',
  'ordered-by-mistake',
  'too-slow',
  'wrong-item',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

const en: Texts = {
  blocks: {
    shipped: 'The parcel is on its way. You can refuse it at the door, or send it back.',
    delivered: 'It has been delivered. You can send it back.',
    'in-fulfillment': 'It is being packed and can no longer be stopped.',
    'already-canceled': 'It is canceled already.',
    'cancellation-pending': 'A cancellation of it is in hand.',
    'window-expired': 'The time to cancel is over. Write to us, and we see what can be done.',
    'final-sale': 'Sold as final sale: it cannot be canceled.',
    'custom-made': 'Made for you: work on it begins at once.',
    digital: 'Delivered digitally the moment it was paid.',
    'on-hold': 'We are changing this order right now. Try again in a few minutes.',
    'quantity-exceeded': 'That is more than can still be canceled.',
    'not-owner': 'Sign in as the customer who placed this order.',
    unknown: 'This order cannot be canceled.',
  },
  reasons: {
    'changed-mind': 'I changed my mind',
    'found-cheaper': 'I found it cheaper elsewhere',
    'ordered-by-mistake': 'I ordered it by mistake',
    'too-slow': 'Delivery takes too long',
    'wrong-item': 'I chose the wrong item',
    other: 'Another reason',
  },
  refunds: {
    PENDING: 'Refund handed to the bank',
    ISSUED: 'Refund sent',
    FAILED: 'The bank sent the refund back',
    RELEASED: 'Authorization released',
  },
  refundTime: '3 to 5 working days',
  couponReturned: 'You can use it again.',
  couponKept: 'It stays on the rest of the order.',
  faq: faqEn,
  errors: {
    CANCELLATION_NOT_ELIGIBLE_ERROR: 'This order, or a part of it, cannot be canceled.',
    CANCELLATION_INVALID_ERROR: 'Something in the request is missing or not valid.',
    CANCELLATION_ORDER_CHANGED_ERROR: 'This order has changed since you looked at it.',
    CANCELLATION_NOT_FOUND_ERROR: 'There is no such order.',
    RETRACTION_REFUSED_ERROR: 'It can no longer be taken back.',
  },
};

const ro: Texts = {
  blocks: {
    shipped: 'Coletul este pe drum. Îl poți refuza la livrare sau îl poți returna.',
    delivered: 'A fost livrat. Îl poți returna.',
    'in-fulfillment': 'Se împachetează și nu mai poate fi oprit.',
    'already-canceled': 'Este deja anulat.',
    'cancellation-pending': 'O anulare este deja în lucru.',
    'window-expired': 'Timpul pentru anulare a trecut. Scrie-ne și vedem ce se poate face.',
    'final-sale': 'Vândut ca lichidare: nu poate fi anulat.',
    'custom-made': 'Făcut pentru tine: lucrul începe imediat.',
    digital: 'Livrat digital în momentul plății.',
    'on-hold': 'Modificăm chiar acum această comandă. Încearcă din nou în câteva minute.',
    'quantity-exceeded': 'Este mai mult decât se mai poate anula.',
    'not-owner': 'Autentifică-te ca persoana care a plasat comanda.',
    unknown: 'Această comandă nu poate fi anulată.',
  },
  reasons: {
    'changed-mind': 'M-am răzgândit',
    'found-cheaper': 'Am găsit mai ieftin în altă parte',
    'ordered-by-mistake': 'Am comandat din greșeală',
    'too-slow': 'Livrarea durează prea mult',
    'wrong-item': 'Am ales produsul greșit',
    other: 'Alt motiv',
  },
  refunds: {
    PENDING: 'Rambursarea a fost predată băncii',
    ISSUED: 'Rambursarea a fost trimisă',
    FAILED: 'Banca a întors rambursarea',
    RELEASED: 'Autorizarea a fost eliberată',
  },
  refundTime: '3 până la 5 zile lucrătoare',
  couponReturned: 'Îl poți folosi din nou.',
  couponKept: 'Rămâne pe restul comenzii.',
  faq: faqRo,
  errors: {
    CANCELLATION_NOT_ELIGIBLE_ERROR: 'Această comandă, sau o parte din ea, nu poate fi anulată.',
    CANCELLATION_INVALID_ERROR: 'Ceva din cerere lipsește sau nu este valid.',
    CANCELLATION_ORDER_CHANGED_ERROR: 'Comanda s-a schimbat de când ai privit-o.',
    CANCELLATION_NOT_FOUND_ERROR: 'Nu există o astfel de comandă.',
    RETRACTION_REFUSED_ERROR: 'Nu mai poate fi retrasă.',
  },
};

export const textLanguages = ['en', 'ro'];

export function textsFor(languageCode: string): Texts {
  return languageCode === 'ro' ? ro : en;
}

/** For Vendure's own translation of error results. */
export const errorTranslations = [
  { languageCode: 'en', errorResult: en.errors },
  { languageCode: 'ro', errorResult: ro.errors },
] as const;
