import type { MemoryOrder } from '../../adapters/memory/index.js';
import { blocked } from './build.js';
import type { SampleShop } from './build.js';
import { products } from './catalogue.js';

const payments = [
  'Visa •••• 4242',
  'PayPal',
  'Mastercard •••• 1881',
  'Visa •••• 4242',
  'Invoice',
] as const;

/** One from the shop's stall in London, which charged pounds. */
export function poundsOrder({ line, order }: SampleShop): MemoryOrder {
  const pounds = { amount: '27.00', currency: 'GBP' };
  return order('1025', {
    placedHoursAgo: 400,
    status: 'delivered',
    lines: [
      line('1', products.thread, { quantity: 1, unitPrice: pounds, total: pounds, shipped: 1 }),
    ],
    eligibility: blocked({ code: 'delivered', remedy: 'return', faqId: 'why-not' }),
    payment: { label: 'Apple Pay' },
  });
}

/** What was delivered long ago: numbers downwards from 1015, the same at each call. */
export function olderOrders({ line, order }: SampleShop, count: number): readonly MemoryOrder[] {
  const shelf = Object.values(products);
  return Array.from({ length: count }, (_, index) => {
    const number = 1015 - index;
    const size = 1 + (number % 3);
    const lines = Array.from({ length: size }, (_unused, place) => {
      const product = shelf[(number * 7 + place * 5) % shelf.length] ?? products.mug;
      const quantity = 1 + ((number + place) % 4 === 0 ? 1 : 0);
      return line(String(place + 1), product, { quantity, shipped: quantity });
    });
    const returned = index % 9 === 5;
    return order(String(number), {
      placedHoursAgo: 420 + index * 71,
      status: returned ? 'returned' : 'delivered',
      lines,
      eligibility: blocked({
        code: 'delivered',
        remedy: returned || index > 12 ? 'none' : 'return',
        faqId: 'why-not',
      }),
      payment: { label: payments[number % payments.length] ?? 'PayPal' },
      links: {
        details: `https://kettle-and-thread.example/orders/${String(number)}`,
        reorder: `https://kettle-and-thread.example/reorder/${String(number)}`,
      },
      terms: { shipping: '4.90' },
    });
  });
}
