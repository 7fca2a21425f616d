import { expect } from '@open-wc/testing';
import { loadMessages } from '../../src/ui/locales.js';
import { createFormatter } from '../../src/ui/format.js';

const now = Date.parse('2026-11-23T15:20:00Z');
const inTwoHours = '2026-11-23T17:30:00Z';
const minute = 60_000;
/** Engines differ in the space that does not break, and in which digits "ar" alone has. */
const plain = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll('٬', ',')
    .replaceAll('٫', '.');

/** By the data of the Unicode CLDR, as the engines have it. */
const written: readonly [
  locale: string,
  money: string,
  date: string,
  moment: string,
  duration: string,
][] = [
  ['en', '€12,345.50', '30 Nov 2026', '19:30 EET today', '2 hours 10 minutes'],
  ['ro', '12.345,50 EUR', '30 nov. 2026', 'azi, 19:30 EET', '2 ore, 10 minute'],
  ['bg', '12 345,50 €', '30.11.2026 г.', 'днес, 19:30 ч. Гринуич+2', '2 часа и 10 минути'],
  ['hu', '12 345,50 EUR', '2026. nov. 30.', 'ma, 19:30 EET', '2 óra és 10 perc'],
  ['de', '12.345,50 €', '30. Nov. 2026', 'heute, 19:30 OEZ', '2 Stunden, 10 Minuten'],
  ['fr', '12 345,50 €', '30 nov. 2026', 'aujourd’hui, 19:30 UTC+2', '2 heures 10 minutes'],
  ['es', '12.345,50 €', '30 nov 2026', 'hoy, 19:30 EET', '2 horas 10 minutos'],
  ['it', '12.345,50 €', '30 nov 2026', 'oggi, 19:30 EET', '2 ore 10 minuti'],
  ['pl', '12 345,50 €', '30 lis 2026', 'dzisiaj, 19:30 EET', '2 godziny i 10 minut'],
  ['el', '12.345,50 €', '30 Νοε 2026', 'σήμερα, 7:30 μ.μ. EET', '2 ώρες 10 λεπτά'],
  ['ar', '\u200f12,345.50 €', '30 نوفمبر 2026', 'اليوم، 7:30 م غرينتش+2', 'ساعتان و10 دقائق'],
];

/** One form for each rule of the language, at the smallest count that it is for. */
const counted: readonly [locale: string, forms: Readonly<Record<number, string>>][] = [
  ['en', { 1: '1 item', 2: '2 items' }],
  ['ro', { 1: '1 produs', 2: '2 produse', 20: '20 de produse' }],
  ['bg', { 1: '1 продукт', 2: '2 продукта', 21: '21 продукта' }],
  ['es', { 1: '1 artículo', 2: '2 artículos', 1000000: '1.000.000 de artículos' }],
  [
    'fr',
    { 0: '0 article', 1: '1 article', 2: '2 articles', 1000000: '1\u202f000\u202f000 d’articles' },
  ],
  ['hu', { 1: '1 termék', 2: '2 termék' }],
  ['de', { 1: '1 Artikel', 2: '2 Artikel' }],
  ['it', { 1: '1 articolo', 2: '2 articoli', 1000000: '1.000.000 di articoli' }],
  ['pl', { 1: '1 produkt', 2: '2 produkty', 5: '5 produktów', 22: '22 produkty' }],
  ['el', { 1: '1 προϊόν', 2: '2 προϊόντα' }],
  [
    'ar',
    {
      0: 'لا توجد منتجات',
      1: 'منتج واحد',
      2: 'منتجان',
      3: '3 منتجات',
      11: '11 منتجًا',
      100: '100 منتج',
    },
  ],
];

describe('amounts, dates and durations', () => {
  for (const [locale, money, date, moment, duration] of written) {
    it(`are written as ${locale} writes them`, () => {
      const format = createFormatter({ locale, timeZone: 'Europe/Bucharest' });
      expect(plain(format.money({ amount: '12345.5', currency: 'EUR' }))).to.equal(money);
      expect(plain(format.date('2026-11-30'))).to.equal(date);
      expect(plain(format.moment(inTwoHours, now))).to.equal(moment);
      expect(plain(format.duration(130 * minute))).to.equal(duration);
    });
  }
});

describe('counts', () => {
  for (const [locale, forms] of counted) {
    it(`take each form of ${locale}`, async () => {
      const { items } = await loadMessages(locale);
      for (const [count, text] of Object.entries(forms))
        expect(plain(items(Number(count)))).to.equal(plain(text));
    });
  }
});
