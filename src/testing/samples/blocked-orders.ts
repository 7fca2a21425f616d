import type { MemoryOrder } from '../../adapters/memory/index.js';
import { blocked, euros } from './build.js';
import type { SampleShop } from './build.js';
import { products } from './catalogue.js';

export function shippedOrder({ line, order }: SampleShop): MemoryOrder {
  return order('1039', {
    placedHoursAgo: 70,
    status: 'shipped',
    lines: [line('1', products.shoe, { shipped: 1 })],
    eligibility: blocked({ code: 'shipped', remedy: 'refuse-delivery', faqId: 'why-not' }),
    payment: { label: 'PayPal' },
    links: {
      details: 'https://kettle-and-thread.example/orders/1039',
      tracking: 'https://parcels.example/track/1039',
      return: 'https://kettle-and-thread.example/returns/1039',
    },
  });
}

export function deliveredOrder({ line, order }: SampleShop): MemoryOrder {
  const url = 'https://kettle-and-thread.example/returns/1028';
  return order('1028', {
    placedHoursAgo: 240,
    status: 'delivered',
    lines: [
      line('1', products.towels, { quantity: 2, shipped: 2 }),
      line('2', products.apron, { shipped: 1 }),
    ],
    eligibility: blocked({ code: 'delivered', remedy: 'return', url, faqId: 'why-not' }),
    links: { details: 'https://kettle-and-thread.example/orders/1028', return: url },
  });
}

export function customMadeOrder({ line, order }: SampleShop): MemoryOrder {
  return order('1033', {
    placedHoursAgo: 100,
    lines: [
      line('1', products.shirt, {
        name: 'Linen shirt, made to measure',
        variant: 'Sand · your measurements',
      }),
    ],
    eligibility: blocked({
      code: 'custom-made',
      lineId: '1',
      remedy: 'contact-support',
      faqId: 'why-not',
    }),
  });
}

export function digitalOrder({ line, order }: SampleShop): MemoryOrder {
  return order('1030', {
    placedHoursAgo: 130,
    status: 'delivered',
    lines: [line('1', products.course)],
    eligibility: blocked({
      code: 'digital',
      lineId: '1',
      remedy: 'contact-support',
      faqId: 'why-not',
    }),
  });
}

export function packedOrder({ line, order }: SampleShop): MemoryOrder {
  return order('1034', {
    placedHoursAgo: 50,
    lines: [line('1', products.chair)],
    eligibility: blocked({ code: 'window-expired', remedy: 'contact-support', faqId: 'why-not' }),
  });
}

export function onHoldOrder({ line, order }: SampleShop): MemoryOrder {
  return order('1032', {
    placedHoursAgo: 110,
    status: 'on-hold',
    lines: [line('1', products.headphones)],
    eligibility: blocked({ code: 'payment-pending', remedy: 'wait', faqId: 'why-not' }),
    payment: { label: 'Bank transfer' },
  });
}

/** Long names in another language, no pictures, no total, a line without a price, a status that nobody knows. */
export function longNamesOrder({ line, order }: SampleShop): MemoryOrder {
  const { total: _total, ...facts } = order('WEB-2026-11-EU-000000417739', {
    placedHoursAgo: 148,
    status: 'unknown',
    statusLabel: 'Awaiting allocation',
    lines: [
      line(
        '1',
        {
          sku: 'conference-headphones',
          name: 'Konferenzraum-Geräuschunterdrückungskopfhörer mit austauschbaren Ohrpolstern, Ladeschale und Reiseetui',
          variant: 'Plum',
          price: 124_900,
        },
        { lang: 'de' },
      ),
      unpriced(
        line('2', {
          sku: 'protection-plan',
          name: 'Extended protection plan',
          variant: 'Digital',
          price: 0,
        }),
      ),
      line('3', products.bottle),
      line('4', products.thread),
      line('5', products.notebook),
      line(
        '6',
        {
          sku: 'cushion',
          name: 'Donaudampfschifffahrtsgesellschaftskapitänskajütenkissen',
          price: 3200,
        },
        { lang: 'de', total: euros(3200) },
      ),
    ],
    eligibility: blocked({
      code: 'unknown',
      remedy: 'contact-support',
      message: 'Please ask us: this order is put together by hand.',
    }),
    payment: { label: 'Invoice' },
  });
  return facts;
}

function unpriced({
  total: _total,
  unitPrice: _unitPrice,
  ...line
}: MemoryOrder['lines'][number]): MemoryOrder['lines'][number] {
  return line;
}
