import { type Faq, faqDe, faqEn, faqRo } from './faq';
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

const de: Texts = {
  blocks: {
    shipped: 'Das Paket ist unterwegs. Sie können die Annahme verweigern oder es zurückschicken.',
    delivered: 'Es wurde geliefert. Sie können es zurückschicken.',
    'in-fulfillment': 'Es wird gerade verpackt und lässt sich nicht mehr aufhalten.',
    'already-canceled': 'Es ist bereits storniert.',
    'cancellation-pending': 'Eine Stornierung ist schon in Arbeit.',
    'window-expired': 'Die Zeit zum Stornieren ist vorbei. Schreiben Sie uns, wir sehen nach.',
    'final-sale': 'Als Restposten verkauft: Es kann nicht storniert werden.',
    'custom-made': 'Für Sie angefertigt: Die Arbeit beginnt sofort.',
    digital: 'Digital geliefert, sobald bezahlt war.',
    'on-hold':
      'Wir ändern diese Bestellung gerade. Versuchen Sie es in einigen Minuten noch einmal.',
    'quantity-exceeded': 'Das ist mehr, als noch storniert werden kann.',
    'not-owner': 'Melden Sie sich als die Person an, die bestellt hat.',
    unknown: 'Diese Bestellung kann nicht storniert werden.',
  },
  reasons: {
    'changed-mind': 'Ich habe es mir anders überlegt',
    'found-cheaper': 'Ich habe es anderswo günstiger gefunden',
    'ordered-by-mistake': 'Ich habe versehentlich bestellt',
    'too-slow': 'Die Lieferung dauert zu lange',
    'wrong-item': 'Ich habe den falschen Artikel gewählt',
    other: 'Ein anderer Grund',
  },
  refunds: {
    PENDING: 'Erstattung an die Bank übergeben',
    ISSUED: 'Erstattung gesendet',
    FAILED: 'Die Bank hat die Erstattung zurückgeschickt',
    RELEASED: 'Reservierung aufgehoben',
  },
  refundTime: '3 bis 5 Werktage',
  couponReturned: 'Sie können ihn wieder verwenden.',
  couponKept: 'Er bleibt beim Rest der Bestellung.',
  faq: faqDe,
  errors: {
    CANCELLATION_NOT_ELIGIBLE_ERROR:
      'Diese Bestellung, oder ein Teil davon, kann nicht storniert werden.',
    CANCELLATION_INVALID_ERROR: 'Etwas in der Anfrage fehlt oder ist nicht gültig.',
    CANCELLATION_ORDER_CHANGED_ERROR: 'Diese Bestellung hat sich inzwischen geändert.',
    CANCELLATION_NOT_FOUND_ERROR: 'Es gibt keine solche Bestellung.',
    RETRACTION_REFUSED_ERROR: 'Es kann nicht mehr zurückgenommen werden.',
  },
};

export const textLanguages = ['en', 'ro', 'de'];

const spoken: Readonly<Record<string, Texts>> = { de, en, ro };

export function textsFor(languageCode: string): Texts {
  return spoken[languageCode] ?? en;
}

/** For Vendure's own translation of error results. */
export const errorTranslations = [
  { languageCode: 'en', errorResult: en.errors },
  { languageCode: 'ro', errorResult: ro.errors },
  { languageCode: 'de', errorResult: de.errors },
] as const;
