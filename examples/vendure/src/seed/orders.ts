import type { Tender } from '../payments/tender';
import { elena, type Guest, soren } from './people';

export type Items = readonly (readonly [sku: string, quantity: number])[];

/** What happens to an order after it was placed, in order. */
export type Step =
  | { readonly do: 'pack' | 'ship' | 'deliver'; readonly items?: Items }
  | { readonly do: 'modify' | 'retract' | 'wait' }
  | {
      readonly do: 'request';
      readonly items?: Items;
      readonly reason?: string;
      readonly note?: string;
    }
  | { readonly do: 'shop-cancels'; readonly refund: boolean };

export interface SeedOrder {
  readonly hoursAgo: number;
  readonly items: Items;
  readonly pay: readonly (Tender & { readonly method?: 'card' | 'gift-card' })[];
  readonly coupon?: string;
  readonly then?: readonly Step[];
  /** Who orders without signing in. */
  readonly guest?: Guest;
}

const visa = { label: 'Visa •••• 4242' } as const;
const mastercard = { label: 'Mastercard •••• 1881' } as const;
const giftCard = { method: 'gift-card', label: 'Gift card •••• 7QX2' } as const;
const days = (count: number): number => count * 24;

/** Oldest first; the number of the n-th is 1000 + n. */
export const orders: readonly SeedOrder[] = [
  {
    hoursAgo: days(58),
    items: [['SHOE', 1]],
    pay: [visa],
    then: [{ do: 'ship' }, { do: 'deliver' }],
  },
  {
    hoursAgo: days(52),
    items: [['BOOK', 2]],
    pay: [mastercard],
    then: [{ do: 'ship' }, { do: 'deliver' }],
  },
  {
    hoursAgo: days(47),
    items: [['HEADPHONES', 1]],
    pay: [visa],
    coupon: 'WELCOME10',
    then: [{ do: 'request', reason: 'found-cheaper' }, { do: 'wait' }],
  },
  {
    hoursAgo: days(41),
    items: [
      ['MUG', 4],
      ['PLANT', 1],
    ],
    pay: [visa],
    then: [
      { do: 'ship', items: [['MUG', 4]] },
      { do: 'ship', items: [['PLANT', 1]] },
      { do: 'deliver' },
    ],
  },
  {
    hoursAgo: days(36),
    items: [['CHAIR', 2]],
    pay: [{ ...mastercard, refund: 'fails' }],
    then: [{ do: 'request', reason: 'ordered-by-mistake' }, { do: 'wait' }],
  },
  {
    hoursAgo: days(33),
    items: [['BLANKET', 1]],
    pay: [visa],
    then: [{ do: 'shop-cancels', refund: true }],
  },
  {
    hoursAgo: days(30),
    items: [['LAMP', 1]],
    pay: [visa],
    then: [{ do: 'ship' }, { do: 'deliver' }],
  },
  {
    hoursAgo: days(27),
    items: [
      ['TOTE', 2],
      ['BOTTLE', 1],
    ],
    pay: [visa],
    coupon: 'WELCOME10',
    then: [
      { do: 'request', items: [['TOTE', 1]] },
      { do: 'wait' },
      {
        do: 'ship',
        items: [
          ['TOTE', 1],
          ['BOTTLE', 1],
        ],
      },
      { do: 'deliver' },
    ],
  },
  {
    hoursAgo: days(24),
    items: [['WATCH', 1]],
    pay: [{ ...visa, refund: 'stuck' }],
    then: [{ do: 'request', reason: 'too-slow' }, { do: 'wait' }],
  },
  {
    hoursAgo: days(21),
    items: [['NOTEBOOK', 3]],
    pay: [
      { ...giftCard, amount: 5000 },
      { ...visa, refund: 'stuck' },
    ],
    then: [{ do: 'request' }, { do: 'wait' }],
  },
  {
    hoursAgo: days(18),
    items: [['SCARF', 1]],
    pay: [visa],
    then: [{ do: 'ship' }, { do: 'deliver' }],
  },
  {
    hoursAgo: days(16),
    items: [['PEN', 1]],
    pay: [mastercard],
    then: [{ do: 'ship' }, { do: 'deliver' }],
  },
  { hoursAgo: days(14), items: [['SHIRT-M', 2]], pay: [visa], then: [{ do: 'ship' }] },
  {
    hoursAgo: days(12),
    items: [
      ['HEADPHONES', 1],
      ['BOOK', 1],
    ],
    pay: [visa],
    then: [
      { do: 'request', note: 'My brother already has one.' },
      { do: 'ship' },
      { do: 'wait' },
      { do: 'deliver' },
    ],
  },
  {
    hoursAgo: days(10),
    items: [
      ['MUG', 2],
      ['BOTTLE', 2],
    ],
    pay: [visa],
    then: [{ do: 'request' }, { do: 'ship', items: [['BOTTLE', 2]] }, { do: 'wait' }],
  },
  {
    hoursAgo: days(9),
    items: [['LAMP', 1]],
    pay: [visa],
    then: [{ do: 'request' }, { do: 'retract' }, { do: 'ship' }, { do: 'deliver' }],
  },
  { hoursAgo: days(8), items: [['MUG', 6]], pay: [mastercard] },
  {
    hoursAgo: days(6),
    items: [['CHAIR', 1]],
    pay: [{ ...visa, authorizeOnly: true }],
    then: [{ do: 'request', reason: 'wrong-item' }, { do: 'wait' }],
  },
  { hoursAgo: days(5), items: [['BLANKET', 1]], pay: [{ ...visa, authorizeOnly: true }] },
  { hoursAgo: days(4), items: [['SHOE', 1]], pay: [mastercard], then: [{ do: 'ship' }] },
  { hoursAgo: 62, items: [['TOTE', 3]], pay: [visa], then: [{ do: 'ship', items: [['TOTE', 1]] }] },
  {
    hoursAgo: 60,
    items: [
      ['WATCH', 1],
      ['NOTEBOOK', 1],
    ],
    pay: [visa],
    then: [{ do: 'pack' }],
  },
  {
    hoursAgo: 50,
    items: [
      ['PEN', 1],
      ['BOOK', 1],
    ],
    pay: [visa],
  },
  { hoursAgo: 44, items: [['SCARF', 1]], pay: [visa] },
  { hoursAgo: 38, items: [['BOTTLE', 5]], pay: [visa], coupon: 'WELCOME10' },
  { hoursAgo: 30, items: [['HEADPHONES', 1]], pay: [{ ...mastercard, authorizeOnly: true }] },
  {
    hoursAgo: 26,
    items: [
      ['SHIRT-L', 3],
      ['MUG', 2],
    ],
    pay: [visa],
    coupon: 'WELCOME10',
  },
  {
    hoursAgo: 20,
    items: [
      ['LAMP', 1],
      ['BLANKET', 1],
    ],
    pay: [mastercard],
    coupon: 'MINUS5',
  },
  { hoursAgo: 16, items: [['AUDIOBOOK', 1]], pay: [visa] },
  { hoursAgo: 14, items: [['CHAIR', 4]], pay: [{ ...visa, refund: 'slow' }], coupon: 'WELCOME10' },
  {
    hoursAgo: 9,
    items: [
      ['SHOE', 1],
      ['TOTE', 1],
    ],
    pay: [visa],
    then: [{ do: 'ship', items: [['SHOE', 1]] }],
  },
  { hoursAgo: 6, items: [['MUG', 3]], pay: [{ ...giftCard, amount: 2000 }, visa] },
  { hoursAgo: 5, items: [['NOTEBOOK', 2]], pay: [visa], then: [{ do: 'modify' }] },
  { hoursAgo: 4, items: [['BOOK', 1]], pay: [{ ...mastercard, refund: 'fails' }] },
  {
    hoursAgo: 2,
    items: [
      ['PLANT', 2],
      ['BOTTLE', 1],
    ],
    pay: [{ ...visa, refund: 'slow' }],
  },
  {
    hoursAgo: 1,
    items: [
      ['SHIRT-M', 2],
      ['MUG', 1],
    ],
    pay: [visa],
  },
];

export const otherOrders: readonly SeedOrder[] = [
  {
    hoursAgo: days(20),
    items: [['BLANKET', 1]],
    pay: [visa],
    then: [{ do: 'ship' }, { do: 'deliver' }],
  },
  { hoursAgo: 0.5, items: [['HEADPHONES', 1]], pay: [mastercard] },
  { hoursAgo: 0.4, items: [['BOOK', 3]], pay: [visa] },
];

/** After all others, so that no number of theirs changes. */
export const guestOrders: readonly SeedOrder[] = [
  {
    guest: elena,
    hoursAgo: days(5),
    items: [
      ['MUG', 2],
      ['PEN', 1],
    ],
    pay: [visa],
    then: [{ do: 'ship' }, { do: 'deliver' }],
  },
  { guest: elena, hoursAgo: 28, items: [['LAMP', 1]], pay: [mastercard], then: [{ do: 'ship' }] },
  {
    guest: elena,
    hoursAgo: 3,
    items: [
      ['MUG', 2],
      ['BOOK', 1],
    ],
    pay: [visa],
  },
  { guest: soren, hoursAgo: 2, items: [['TOTE', 2]], pay: [visa] },
];
