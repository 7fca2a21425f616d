import type { BlockCode } from './states';

/** A question with the shop's answer, and the blocks that it helps with. */
export interface Faq {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly about: readonly BlockCode[];
}

export const faqEn: readonly Faq[] = [
  {
    id: 'refuse-or-return',
    question: 'The parcel is on its way. What now?',
    answer: 'Refuse it at the door, or send it back within 30 days. Either way you get your money.',
    about: ['shipped', 'delivered', 'in-fulfillment'],
  },
  {
    id: 'time-to-cancel',
    question: 'How long can I cancel?',
    answer: 'Until we pack your order, and for three days at most.',
    about: ['window-expired'],
  },
  {
    id: 'never-canceled',
    question: 'Why can some items not be canceled?',
    answer: 'What is made for you, sold as final sale or delivered digitally is yours at once.',
    about: ['custom-made', 'final-sale', 'digital'],
  },
];

export const faqRo: readonly Faq[] = [
  {
    id: 'refuse-or-return',
    question: 'Coletul este pe drum. Ce pot face?',
    answer: 'Refuză-l la livrare sau returnează-l în 30 de zile. Oricum îți primești banii.',
    about: ['shipped', 'delivered', 'in-fulfillment'],
  },
  {
    id: 'time-to-cancel',
    question: 'Cât timp pot anula?',
    answer: 'Până când împachetăm comanda, cel mult trei zile.',
    about: ['window-expired'],
  },
  {
    id: 'never-canceled',
    question: 'De ce unele produse nu pot fi anulate?',
    answer:
      'Ce este făcut pentru tine, vândut ca lichidare sau livrat digital este al tău imediat.',
    about: ['custom-made', 'final-sale', 'digital'],
  },
];

export const faqDe: readonly Faq[] = [
  {
    id: 'refuse-or-return',
    question: 'Das Paket ist unterwegs. Was nun?',
    answer:
      'Verweigern Sie die Annahme, oder schicken Sie es innerhalb von 30 Tagen zurück. Ihr Geld bekommen Sie so oder so.',
    about: ['shipped', 'delivered', 'in-fulfillment'],
  },
  {
    id: 'time-to-cancel',
    question: 'Wie lange kann ich stornieren?',
    answer: 'Bis wir Ihre Bestellung verpacken, und höchstens drei Tage.',
    about: ['window-expired'],
  },
  {
    id: 'never-canceled',
    question: 'Warum lassen sich manche Artikel nicht stornieren?',
    answer:
      'Was für Sie angefertigt, als Restposten verkauft oder digital geliefert wird, gehört Ihnen sofort.',
    about: ['custom-made', 'final-sale', 'digital'],
  },
];
