import type { Cancellation, CancellationStatus, Refund } from '../../model/cancellation.js';
import type { Block, Eligibility } from '../../model/eligibility.js';
import { decimalFromMinor } from '../../model/money.js';
import type { Money } from '../../model/money.js';
import type { MemoryLine, MemoryOrder, MemoryTerms } from '../../adapters/memory/index.js';
import type { Product } from './catalogue.js';

export interface SampleOptions {
  /** Milliseconds since 1970: all dates are relative to it. Default: the moment of the manual clock. */
  readonly now?: number;
  /** Where the picture of a product is. Absent: the lines have none. */
  readonly imageUrl?: (sku: string) => string;
}

/** Makes orders of one shop at one moment. */
export interface SampleShop {
  readonly now: number;
  /** A time, `hours` from now. */
  at(hours: number): string;
  /** A day, `days` from now. */
  day(days: number): string;
  line(id: string, product: Product, changes?: Partial<MemoryLine>): MemoryLine;
  order(number: string, facts: OrderFacts): MemoryOrder;
}

export interface OrderFacts extends Partial<Omit<MemoryOrder, 'id' | 'number' | 'lines'>> {
  readonly lines: readonly MemoryLine[];
  readonly placedHoursAgo: number;
}

const hour = 3_600_000;

export function sampleShop({ imageUrl, now = 0 }: SampleOptions): SampleShop {
  const at = (hours: number): string =>
    new Date(now + hours * hour).toISOString().replace('.000Z', 'Z');
  return {
    now,
    at,
    day: (days) => at(days * 24).slice(0, 10),
    line(id, { name, price, sku, variant }, changes = {}) {
      const { quantity = 1 } = changes;
      const image = imageUrl?.(sku);
      return {
        id,
        name,
        sku,
        ...(variant === undefined ? {} : { variant }),
        quantity,
        unitPrice: euros(price),
        total: euros(Math.round(price * quantity)),
        ...(image === undefined ? {} : { imageUrl: image }),
        ...changes,
      };
    },
    order(number, { placedHoursAgo, ...facts }) {
      const id = `order-${number}`;
      return {
        id,
        number,
        placedAt: at(-placedHoursAgo),
        status: 'processing',
        total: totalOf(facts.lines, facts.terms),
        eligibility: open(at(4.17)),
        cancellations: [],
        processing: { maxMinutes: 240 },
        payment: { label: 'Visa •••• 4242' },
        links: {
          details: `https://kettle-and-thread.example/orders/${number}`,
          policy: 'https://kettle-and-thread.example/returns',
        },
        ...facts,
      };
    },
  };
}

export function euros(cents: number): Money {
  return { amount: decimalFromMinor(cents, 2) ?? '0.00', currency: 'EUR' };
}

/** What was charged: the lines, what comes on top, and what was taken off. */
function totalOf(lines: readonly MemoryLine[], terms: MemoryTerms = {}): Money {
  const cents = (amount: string | undefined): number => Math.round(Number(amount ?? 0) * 100);
  const goods = lines.reduce((sum, line) => sum + cents(line.total?.amount), 0);
  const currency = lines.find((line) => line.total)?.total?.currency ?? 'EUR';
  const sum = goods + cents(terms.shipping) + cents(terms.tax) - cents(terms.discount?.amount);
  return { amount: euros(sum).amount, currency };
}

export function open(
  until: string | undefined,
  scope: Eligibility['scope'] = 'order',
): Eligibility {
  return {
    allowed: true,
    scope,
    mode: 'request',
    blocks: [],
    ...(until === undefined ? {} : { until }),
  };
}

export function blocked(...blocks: readonly Block[]): Eligibility {
  return { allowed: false, scope: 'order', mode: 'request', blocks };
}

export const pending = blocked({ code: 'cancellation-pending', remedy: 'wait', faqId: 'how-long' });
export const alreadyCanceled = blocked({ code: 'already-canceled', remedy: 'none' });

export interface CancellationFacts extends Partial<Omit<Cancellation, 'id' | 'orderId'>> {
  readonly number: string;
  readonly at: string;
  readonly status: CancellationStatus;
  readonly refund: Refund;
}

/** The one cancellation that an order came with. */
export function cancellation({ at, number, ...facts }: CancellationFacts): Cancellation {
  return {
    id: `order-${number}:c1`,
    orderId: `order-${number}`,
    initiator: 'shopper',
    reference: `C-${number}-1`,
    lines: 'all',
    requestedAt: at,
    updatedAt: at,
    timeline: [{ at, status: 'requested' }],
    ...facts,
  };
}
