import type { MemoryOrder } from '../../adapters/memory/index.js';
import { cancellation, euros, open } from './build.js';
import type { SampleShop } from './build.js';
import { products } from './catalogue.js';

/** The order of the pictures: whole order only, with a coupon, a gift card and points. */
export function openOrder({ line, order }: SampleShop): MemoryOrder {
  return order('1042', {
    placedHoursAgo: 5,
    lines: [line('1', products.shirt, { quantity: 2 }), line('2', products.mug)],
    terms: {
      shipping: '4.90',
      discount: { label: 'Coupon WELCOME5', amount: '5.00', coupon: true },
      giftCard: { label: 'Gift card ending 88K2', amount: '20.00' },
      points: { spent: 200, earned: 98 },
    },
  });
}

/** Quantities may be chosen; one line is made to order; a gift that ends when the rest falls below its minimum. */
export function promotionOrder({ at, line, order }: SampleShop): MemoryOrder {
  const madeToOrder = {
    code: 'custom-made',
    lineId: '3',
    remedy: 'contact-support',
    faqId: 'why-not',
  } as const;
  return order('1043', {
    placedHoursAgo: 4,
    lines: [
      line('1', products.shirt, { quantity: 2 }),
      line('2', products.mug),
      line('3', products.lamp, { name: 'Desk lamp, engraved', variant: 'Amber · “For Ida”' }),
      line('4', products.tote, {
        variant: 'Moss · Free with orders over €100',
        unitPrice: euros(0),
        total: euros(0),
      }),
    ],
    eligibility: {
      ...open(at(4.17), 'quantities'),
      lines: [
        { lineId: '1', max: 2, blocks: [] },
        { lineId: '2', max: 1, blocks: [] },
        { lineId: '3', max: 0, blocks: [madeToOrder] },
        { lineId: '4', max: 1, blocks: [] },
      ],
    },
    terms: {
      shipping: '4.90',
      discount: { label: 'AUTUMN10', amount: '14.73' },
      freeGift: { lineId: '4', minimum: '100.00', price: '9.00' },
      giftCard: { label: 'Gift card ending 88K2', amount: '20.00' },
      points: { earned: 133 },
      preview: 'estimate',
    },
  });
}

/** The list does not tell whether it can be canceled, nor what is in it. */
export function askOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1041', {
    placedHoursAgo: 6,
    lines: [line('1', products.kettle), line('2', products.towels, { quantity: 2 })],
    eligibility: 'ask',
    terms: {
      eligibility: open(at(20), 'quantities'),
      listedWithoutLines: true,
      preview: 'unknown',
    },
  });
}

export function unpaidOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1040', {
    placedHoursAgo: 7,
    status: 'pending',
    lines: [line('1', products.apron)],
    eligibility: open(at(40)),
    payment: { label: 'Invoice' },
    terms: { payment: 'not-paid' },
  });
}

/** The amount is only reserved: a cancellation lets go of it. */
export function authorizedOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1048', {
    placedHoursAgo: 1,
    lines: [line('1', products.thread), line('2', products.notebook)],
    eligibility: open(at(12), 'lines'),
    payment: { label: 'Mastercard •••• 1881' },
    terms: { payment: 'authorized' },
  });
}

/** Asks for the code from an e-mail before it goes on. */
export function challengeOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1044', {
    placedHoursAgo: 3,
    lines: [line('1', products.teapot)],
    eligibility: open(at(10)),
    terms: { challenge: true, shipping: '4.90' },
  });
}

const potter = { id: 'nordlicht', name: 'Nordlicht Keramik' };
const outdoor = {
  id: 'halden',
  name: 'Halden Outdoor AS',
  policyUrl: 'https://halden.example/returns',
};
const paper = { id: 'lindner', name: 'Papierhaus Lindner' };

/** Three sellers, three stories: open, on its way, requested. */
export function marketplaceOrder({ at, line, order }: SampleShop): MemoryOrder {
  const shipped = {
    code: 'shipped',
    lineId: '3',
    remedy: 'return',
    url: 'https://halden.example/returns',
    faqId: 'why-not',
  } as const;
  const asked = { code: 'cancellation-pending', lineId: '4', remedy: 'wait' } as const;
  const own = [
    { lineId: '1', max: 1, blocks: [] },
    { lineId: '2', max: 1, blocks: [] },
    { lineId: '3', max: 0, blocks: [shipped] },
  ];
  return order('1037', {
    placedHoursAgo: 26,
    status: 'partially-shipped',
    lines: [
      line('1', products.mug, { seller: potter }),
      line('2', products.bowl, { seller: potter }),
      line('3', products.shoe, { seller: outdoor, shipped: 1 }),
      line('4', products.notebook, { seller: paper }),
    ],
    eligibility: {
      ...open(at(5.67), 'lines'),
      lines: [...own, { lineId: '4', max: 0, blocks: [asked] }],
    },
    terms: { eligibility: { ...open(at(5.67), 'lines'), lines: own } },
    cancellations: [
      cancellation({
        number: '1037',
        at: at(-0.3),
        status: 'requested',
        seller: paper,
        lines: [{ lineId: '4', quantity: 1, outcome: 'pending' }],
        expected: { latest: at(4.17) },
        retractableUntil: at(3),
        refund: {
          status: 'expected',
          amount: euros(3490),
          destination: { kind: 'refund', label: 'Visa •••• 4242' },
        },
      }),
    ],
  });
}

/** Three sellers, all open: one confirmation becomes three requests. */
export function sellersOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1045', {
    placedHoursAgo: 2.5,
    lines: [
      line('1', products.bowl, { quantity: 2, seller: potter }),
      line('2', products.bottle, { seller: outdoor }),
      line('3', products.notebook, { seller: paper }),
    ],
    eligibility: open(at(9), 'quantities'),
  });
}

/** The teapot and its two mugs are one set: they go together. */
export function bundleOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1046', {
    placedHoursAgo: 2,
    lines: [
      line('1', products.teapot, { bundleId: 'tea-for-two' }),
      line('2', products.mug, { quantity: 2, bundleId: 'tea-for-two' }),
      line('3', products.book),
    ],
    eligibility: open(at(14), 'lines'),
    terms: { shipping: '4.90', fee: '1.50' },
  });
}

/** Sold by weight and by length. */
export function weightOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1047', {
    placedHoursAgo: 1.5,
    lines: [
      line(
        '1',
        { sku: 'coffee-beans', name: 'Coffee, whole beans', price: 2400 },
        { quantity: 1.35, unit: 'kg', step: 0.05 },
      ),
      line(
        '2',
        { sku: 'linen-cloth', name: 'Linen cloth, by the meter', variant: 'Oat', price: 1800 },
        { quantity: 2.5, unit: 'm', step: 0.1 },
      ),
    ],
    eligibility: open(at(30), 'quantities'),
    terms: { preview: 'estimate' },
  });
}
