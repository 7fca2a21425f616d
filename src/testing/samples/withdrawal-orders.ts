import type { MemoryOrder } from '../../adapters/memory/index.js';
import type { WithdrawalRight } from '../../model/withdrawal.js';
import { blocked } from './build.js';
import type { OrderFacts, SampleShop } from './build.js';
import { products } from './catalogue.js';

const delivered = blocked({ code: 'delivered', remedy: 'withdraw', faqId: 'why-not' });

/** The right of withdrawal runs for some more days, for single items too. */
export function withdrawalOpenOrder(shop: SampleShop): MemoryOrder {
  const { day, line } = shop;
  return deliveredOrder(shop, '1021', 404, {
    lines: [
      line('1', products.teapot, { quantity: 2, shipped: 2 }),
      line('2', products.towels, { shipped: 1 }),
    ],
    withdrawal: { applies: 'yes', until: day(6), partial: true },
  });
}

/** The period is over. A statement is received all the same, and marked. */
export function withdrawalExpiredOrder(shop: SampleShop): MemoryOrder {
  const { day, line } = shop;
  return deliveredOrder(shop, '1020', 407, {
    lines: [line('1', products.kettle, { shipped: 1 })],
    withdrawal: { applies: 'yes', until: day(-2), partial: false },
  });
}

/** The shop says that there is no such right: the only answer that hides the control. */
export function withdrawalNotOwedOrder(shop: SampleShop): MemoryOrder {
  const { line } = shop;
  return deliveredOrder(shop, '1019', 410, {
    lines: [line('1', products.notebook, { quantity: 2, shipped: 2 })],
    eligibility: blocked({ code: 'delivered', remedy: 'return', faqId: 'why-not' }),
    payment: { label: 'Invoice' },
    withdrawal: { applies: 'no', partial: false, message: 'This order was placed by a business.' },
  });
}

/** The shop cannot tell. The control is there. */
export function withdrawalUnknownOrder(shop: SampleShop): MemoryOrder {
  const { line } = shop;
  return deliveredOrder(shop, '1018', 413, {
    lines: [line('1', products.headphones, { shipped: 1 })],
    withdrawal: { applies: 'unknown', partial: false },
  });
}

/** One item was made to order, and the shop says that the right does not cover it. */
export function withdrawalExemptOrder(shop: SampleShop): MemoryOrder {
  const { day, line } = shop;
  return deliveredOrder(shop, '1017', 416, {
    lines: [
      line('1', products.apron, {
        ...{ name: 'Linen apron with your initials', variant: 'Ink · M. S.' },
        shipped: 1,
      }),
      line('2', products.towels, { shipped: 1 }),
    ],
    withdrawal: {
      ...{ applies: 'yes', until: day(5), partial: true },
      exemptions: [
        { lineId: '1', code: 'custom-made', message: 'Your initials were sewn on for you.' },
      ],
    },
  });
}

/** Declared some days ago, and acknowledged. */
export function withdrawnOrder(shop: SampleShop): MemoryOrder {
  const { at, day, line } = shop;
  return deliveredOrder(shop, '1016', 419, {
    lines: [line('1', products.bowl, { quantity: 3, shipped: 3 })],
    withdrawal: {
      ...{ applies: 'yes', until: day(4), partial: true },
      acknowledgements: [
        {
          ...{ id: 'withdrawal-1016', reference: 'W-1016', receivedAt: at(-52) },
          ...{ timeZone: 'Europe/Berlin', sentTo: 'm•••@example.com' },
          statement: {
            ...{ orderId: 'order-1016', contract: '1016', name: 'Mira Sommer', scope: 'all' },
            contact: { kind: 'email', value: 'mira@example.com' },
            statement: 'I hereby withdraw from the contract for order 1016.',
          },
        },
      ],
    },
  });
}

interface DeliveredFacts extends Omit<OrderFacts, 'placedHoursAgo'> {
  readonly withdrawal: WithdrawalRight;
}

function deliveredOrder(
  { order }: SampleShop,
  number: string,
  placedHoursAgo: number,
  facts: DeliveredFacts,
): MemoryOrder {
  const url = `https://kettle-and-thread.example/returns/${number}`;
  return order(number, {
    ...{ placedHoursAgo, status: 'delivered', eligibility: delivered },
    links: { details: `https://kettle-and-thread.example/orders/${number}`, return: url },
    ...facts,
  });
}
