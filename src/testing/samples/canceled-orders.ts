import type { MemoryOrder } from '../../adapters/memory/index.js';
import type { Refund } from '../../model/cancellation.js';
import { alreadyCanceled, blocked, cancellation, euros, open, pending } from './build.js';
import type { SampleShop } from './build.js';
import { products } from './catalogue.js';

const visa = { kind: 'refund', label: 'Visa •••• 4242' } as const;
const mastercard = { kind: 'refund', label: 'Mastercard •••• 1881' } as const;

export function requestedOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1038', {
    placedHoursAgo: 8,
    lines: [line('1', products.olive), line('2', products.mug)],
    eligibility: pending,
    terms: { eligibility: open(at(4.17)) },
    cancellations: [
      cancellation({
        number: '1038',
        at: at(-0.3),
        status: 'requested',
        expected: { latest: at(4.17) },
        retractableUntil: at(1.67),
        refund: { status: 'expected', amount: euros(6450), destination: visa },
      }),
    ],
  });
}

export function processingOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1036', {
    placedHoursAgo: 28,
    lines: [line('1', products.lamp)],
    eligibility: pending,
    terms: { eligibility: open(at(1)) },
    payment: { label: mastercard.label },
    cancellations: [
      cancellation({
        number: '1036',
        at: at(-0.5),
        status: 'processing',
        updatedAt: at(-0.1),
        expected: { latest: at(0.9) },
        refund: { status: 'expected', amount: euros(4900), destination: mastercard },
        timeline: [
          { at: at(-0.5), status: 'requested' },
          { at: at(-0.1), status: 'processing' },
        ],
      }),
    ],
  });
}

export function overdueOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1035', {
    placedHoursAgo: 48,
    lines: [line('1', products.headphones)],
    eligibility: pending,
    terms: { eligibility: open(at(20)) },
    cancellations: [
      cancellation({
        number: '1035',
        at: at(-30),
        status: 'requested',
        expected: { latest: at(-20) },
        retractableUntil: at(12),
        refund: { status: 'expected', amount: euros(21_000), destination: visa },
      }),
    ],
  });
}

export function refundPendingOrder(shop: SampleShop): MemoryOrder {
  return canceled(shop, '1031', 'blanket', 120, {
    status: 'pending',
    amount: euros(6400),
    destination: visa,
    expected: { latest: shop.day(8) },
  });
}

/** The refund is issued. */
export function canceledOrder(shop: SampleShop): MemoryOrder {
  const destination = { kind: 'refund', label: 'PayPal' } as const;
  return canceled(shop, '1029', 'book', 260, {
    status: 'issued',
    amount: euros(2400),
    destination,
    at: shop.day(-7),
  });
}

export function refundFailedOrder(shop: SampleShop): MemoryOrder {
  return canceled(shop, '1027', 'chair', 310, {
    status: 'failed',
    amount: euros(8900),
    destination: mastercard,
    updatedAt: shop.at(-216),
  });
}

export function refundReleasedOrder(shop: SampleShop): MemoryOrder {
  const destination = { kind: 'release', label: visa.label } as const;
  return canceled(shop, '1026', 'apron', 290, {
    status: 'released',
    amount: euros(3700),
    destination,
    at: shop.day(-10),
  });
}

function canceled(
  { at, line, order }: SampleShop,
  number: string,
  product: keyof typeof products,
  placedHoursAgo: number,
  refund: Refund,
): MemoryOrder {
  const decided = at(3 - placedHoursAgo);
  return order(number, {
    placedHoursAgo,
    status: 'canceled',
    currentTotal: euros(0),
    lines: [line('1', products[product], { canceled: 1 })],
    eligibility: alreadyCanceled,
    payment: { label: refund.destination?.label ?? visa.label },
    links: {
      details: `https://kettle-and-thread.example/orders/${number}`,
      reorder: `https://kettle-and-thread.example/reorder/${number}`,
    },
    cancellations: [
      cancellation({
        number,
        at: at(1 - placedHoursAgo),
        status: 'completed',
        updatedAt: decided,
        lines: [{ lineId: '1', quantity: 1, outcome: 'canceled' }],
        reason: { code: 'changed-mind', label: 'I no longer need it' },
        refund,
        timeline: [
          { at: at(1 - placedHoursAgo), status: 'requested' },
          { at: decided, status: 'completed' },
        ],
      }),
    ],
  });
}

/** A mixed result: some canceled, one line refused. */
export function partlyCanceledOrder({ at, day, line, order }: SampleShop): MemoryOrder {
  return order('1024', {
    placedHoursAgo: 96,
    status: 'partially-canceled',
    currentTotal: euros(7900),
    lines: [
      line('1', products.bottle, { quantity: 2, canceled: 1, shipped: 1 }),
      line('2', products.tote, { canceled: 1 }),
      line('3', products.watch, { canceled: 0, shipped: 1 }),
    ],
    eligibility: blocked({ code: 'shipped', remedy: 'return', faqId: 'why-not' }),
    links: {
      details: 'https://kettle-and-thread.example/orders/1024',
      tracking: 'https://parcels.example/track/1024',
    },
    cancellations: [
      cancellation({
        number: '1024',
        at: at(-90),
        status: 'partially-completed',
        updatedAt: at(-88),
        lines: [
          { lineId: '1', quantity: 1, outcome: 'canceled' },
          { lineId: '2', quantity: 1, outcome: 'canceled' },
          {
            lineId: '3',
            quantity: 1,
            outcome: 'declined',
            message:
              'It was already packed and arrives on Thursday; you can return it free of charge.',
          },
        ],
        refund: {
          status: 'pending',
          amount: euros(5890),
          destination: visa,
          expected: { latest: day(8) },
        },
        timeline: [
          { at: at(-90), status: 'requested' },
          { at: at(-88), status: 'partially-completed' },
        ],
      }),
    ],
  });
}

export function declinedOrder({ at, line, order }: SampleShop): MemoryOrder {
  return order('1022', {
    placedHoursAgo: 98,
    status: 'shipped',
    lines: [line('1', products.olive, { shipped: 1 })],
    eligibility: blocked({ code: 'shipped', remedy: 'refuse-delivery', faqId: 'why-not' }),
    links: {
      details: 'https://kettle-and-thread.example/orders/1022',
      tracking: 'https://parcels.example/track/1022',
    },
    cancellations: [
      cancellation({
        number: '1022',
        at: at(-92),
        status: 'declined',
        updatedAt: at(-91),
        lines: [{ lineId: '1', quantity: 1, outcome: 'declined' }],
        decline: {
          code: 'shipped',
          message: 'The parcel had already left when we looked at your request.',
          remedy: 'refuse-delivery',
        },
        refund: { status: 'none' },
        timeline: [
          { at: at(-92), status: 'requested' },
          { at: at(-91), status: 'declined' },
        ],
      }),
    ],
  });
}
