import type { Reason } from '../../model/cancellation.js';
import type { WithdrawalAcknowledgement } from '../../model/withdrawal.js';

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
  readonly tooManyTries: string;
  readonly tooManyLookups: string;
  readonly supportAnswers: string;
  /** Without a code to type: of a link only. */
  codeMail(code: string | undefined, link?: string): string;
  supportMail(reference: string): string;
  withdrawalMail(acknowledgement: WithdrawalAcknowledgement): string;
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
  tooManyTries: 'That was the wrong code too often. Ask for another one.',
  tooManyLookups: 'Too many orders were looked up from here. Please wait a little.',
  supportAnswers: 'within one working day',
  codeMail: (code, link) =>
    lines(
      code && `Your code: ${code}`,
      link && `Or open this page: ${link}`,
      'If you did not ask for it, there is nothing to do.',
    ),
  supportMail: (reference) => `We have your message. Its reference is ${reference}.`,
  withdrawalMail: ({ late, reference, statement, ...received }) =>
    lines(
      `We have received your withdrawal on ${momentOf(received, 'en-GB')}.`,
      late && 'It came after the period.',
      reference && `Reference: ${reference}`,
      `Contract: ${statement.contract}`,
      `Name: ${statement.name}`,
      `Statement: ${statement.statement}`,
    ),
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
  tooManyTries: 'Codul a fost greșit de prea multe ori. Cere altul.',
  tooManyLookups: 'Au fost căutate prea multe comenzi. Așteaptă puțin.',
  supportAnswers: 'în cel mult o zi lucrătoare',
  codeMail: (code, link) =>
    lines(
      code && `Codul tău: ${code}`,
      link && `Sau deschide această pagină: ${link}`,
      'Dacă nu l-ai cerut, nu trebuie să faci nimic.',
    ),
  supportMail: (reference) => `Am primit mesajul tău. Numărul de referință este ${reference}.`,
  withdrawalMail: ({ late, reference, statement, ...received }) =>
    lines(
      `Am primit retragerea ta la ${momentOf(received, 'ro')}.`,
      late && 'A sosit după termen.',
      reference && `Referință: ${reference}`,
      `Contract: ${statement.contract}`,
      `Nume: ${statement.name}`,
      `Declarație: ${statement.statement}`,
    ),
};

/** Date, time and the zone's own name, as a durable copy needs them. */
function momentOf(
  { receivedAt, timeZone }: Pick<WithdrawalAcknowledgement, 'receivedAt' | 'timeZone'>,
  locale: string,
): string {
  const format = { dateStyle: 'long', timeStyle: 'long', timeZone } as const;
  return `${new Intl.DateTimeFormat(locale, format).format(Date.parse(receivedAt))} (${timeZone})`;
}

function lines(...texts: readonly (string | false | undefined)[]): string {
  return texts.filter(Boolean).join('\n');
}

export function wordsOf(locale: string): Words {
  return /^ro\b/i.test(locale) ? ro : en;
}
