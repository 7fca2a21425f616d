import type { Reason } from '../../model/cancellation.js';

/** What the shop itself says, in the language of the call. */
export interface Words {
  readonly items: string;
  readonly shipping: string;
  readonly tax: string;
  readonly fee: string;
  readonly notCharged: string;
  noLongerEarned(label: string): string;
  giftPrice(name: string): string;
  readonly pointsSpent: string;
  readonly pointsEarned: string;
  giftEnds(name: string, minimum: string, price: string): string;
  readonly reasons: readonly Reason[];
  readonly declined: string;
  readonly lineDeclined: string;
  readonly wrongCode: string;
  readonly tooMany: string;
  readonly supportAnswers: string;
}

const en: Words = {
  items: 'Items',
  shipping: 'Shipping',
  tax: 'Tax',
  fee: 'Cancellation fee',
  notCharged: 'Not charged to you',
  noLongerEarned: (label) => `${label}, no longer earned`,
  giftPrice: (name) => `${name}, no longer free`,
  pointsSpent: 'Points that you spent',
  pointsEarned: 'Points for this order',
  giftEnds: (name, minimum, price) =>
    `The rest of the order falls below ${minimum}. You can keep ${name} for ${price}, or cancel it as well.`,
  reasons: [
    { code: 'changed-mind', label: 'I no longer need it' },
    { code: 'wrong-item', label: 'I chose the wrong item, size or color' },
    { code: 'better-price', label: 'Found a better price' },
    { code: 'too-slow', label: 'It would arrive too late' },
    { code: 'address', label: 'The address or payment is wrong' },
    { code: 'other', label: 'Another reason' },
  ],
  declined: 'The parcel had already left when your request was looked at.',
  lineDeclined: 'It was already packed.',
  wrongCode: 'This is not the code that was sent.',
  tooMany: 'The shop takes no more requests for the moment.',
  supportAnswers: 'within one working day',
};

const ro: Words = {
  items: 'Produse',
  shipping: 'Livrare',
  tax: 'Taxe',
  fee: 'Taxă de anulare',
  notCharged: 'Nu ți se percepe',
  noLongerEarned: (label) => `${label}, nu se mai aplică`,
  giftPrice: (name) => `${name}, nu mai este gratuit`,
  pointsSpent: 'Puncte folosite',
  pointsEarned: 'Puncte pentru această comandă',
  giftEnds: (name, minimum, price) =>
    `Restul comenzii scade sub ${minimum}. Poți păstra ${name} pentru ${price} sau îl poți anula și pe acesta.`,
  reasons: [
    { code: 'changed-mind', label: 'Nu mai am nevoie de produs' },
    { code: 'wrong-item', label: 'Am ales greșit produsul, mărimea sau culoarea' },
    { code: 'better-price', label: 'Am găsit un preț mai bun' },
    { code: 'too-slow', label: 'Ar ajunge prea târziu' },
    { code: 'address', label: 'Adresa sau plata este greșită' },
    { code: 'other', label: 'Alt motiv' },
  ],
  declined: 'Coletul plecase deja când a fost analizată cererea.',
  lineDeclined: 'Era deja ambalat.',
  wrongCode: 'Acesta nu este codul trimis.',
  tooMany: 'Magazinul nu mai primește cereri pentru moment.',
  supportAnswers: 'în cel mult o zi lucrătoare',
};

export function wordsOf(locale: string): Words {
  return /^ro\b/i.test(locale) ? ro : en;
}
