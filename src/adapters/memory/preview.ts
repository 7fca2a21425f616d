import type { RefundDestination } from '../../model/cancellation.js';
import type { Money } from '../../model/money.js';
import type { CancellationPreview, PreviewBenefit, PreviewRefund } from '../../model/preview.js';
import { present } from '../../model/present.js';
import type { Expectation } from '../../model/time.js';
import { moneyOf } from './amounts.js';
import type { Quote } from './ledger.js';
import { dayAfter, instantOf } from './memory-clock.js';
import type { MemoryOrder } from './memory-order.js';
import { currencyOf } from './settlement.js';
import type { Words } from './words.js';

const cardDays = 7;

type Destination = RefundDestination & { readonly amount: Money; readonly expected: Expectation };
type Part = Extract<PreviewRefund, { readonly kind: 'amount' }>['parts'][number];

/** What would come back, by the shop's own rules. */
export function previewOf(
  order: MemoryOrder,
  quote: Quote | undefined,
  now: number,
  words: Words,
): CancellationPreview {
  const terms = order.terms ?? {};
  return present({
    exact: terms.preview !== 'estimate',
    processing: order.processing,
    refund: refundOf(order, quote, now, words),
    benefits: quote ? benefitsOf(order, quote, words) : [],
  });
}

function refundOf(
  order: MemoryOrder,
  quote: Quote | undefined,
  now: number,
  words: Words,
): PreviewRefund {
  const { payment, preview } = order.terms ?? {};
  if (payment === 'not-paid' || payment === 'pay-on-delivery')
    return { kind: 'none', why: payment };
  if (preview === 'unknown' || !quote) return 'unknown';
  return {
    kind: 'amount',
    total: moneyOf(quote.net, currencyOf(order)),
    parts: partsOf(order, quote, words),
    destinations: destinationsOf(order, quote, now),
  };
}

function partsOf(
  order: MemoryOrder,
  { after, before, correction, fee }: Quote,
  words: Words,
): readonly Part[] {
  const currency = currencyOf(order);
  const { discount, freeGift } = order.terms ?? {};
  const gift = order.lines.find((line) => line.id === freeGift?.lineId)?.name ?? '';
  const rows: readonly (readonly [Part['kind'], string, number])[] = [
    ['lines', words.items, after.lines - before.lines],
    ['discount', discount?.label ?? '', after.discount - before.discount],
    ['tax', words.tax, after.tax - before.tax],
    ['shipping', words.shipping, after.shipping - before.shipping],
    [
      'adjustment',
      words.noLongerEarned(discount?.label ?? ''),
      after.lostDiscount - before.lostDiscount,
    ],
    ['adjustment', words.giftPrice(gift), after.lostGift - before.lostGift],
    ['adjustment', words.notCharged, correction],
    ['fee', words.fee, -fee],
  ];
  return rows
    .filter(([kind, , units]) => kind === 'lines' || units !== 0)
    .map(([kind, label, units]) => ({ kind, label, amount: moneyOf(units, currency) }));
}

/** Where the money goes: first to the gift card it came from, the rest to the way of payment. */
export function destinationsOf(
  order: MemoryOrder,
  { net, toGiftCard }: Quote,
  now: number,
): readonly Destination[] {
  const currency = currencyOf(order);
  const released = order.terms?.payment === 'authorized';
  const destinations: Destination[] = [];
  if (toGiftCard > 0) {
    const label = order.terms?.giftCard?.label;
    destinations.push(
      present({
        kind: 'gift-card' as const,
        label,
        amount: moneyOf(toGiftCard, currency),
        expected: { latest: instantOf(now) },
      }),
    );
  }
  if (net > toGiftCard) {
    const kind: RefundDestination['kind'] = released ? 'release' : 'refund';
    const expected = { latest: dayAfter(now, cardDays) };
    destinations.push(
      present({
        kind,
        label: order.payment?.label,
        amount: moneyOf(net - toGiftCard, currency),
        expected,
      }),
    );
  }
  return destinations;
}

function benefitsOf(
  order: MemoryOrder,
  { after, before }: Quote,
  words: Words,
): readonly PreviewBenefit[] {
  const { discount, freeGift, points } = order.terms ?? {};
  const currency = currencyOf(order);
  const benefits: PreviewBenefit[] = [];
  if (discount) {
    const whole = discount.coupon ? 'returned' : 'lost';
    const outcome = after.nothingLeft ? whole : after.lostDiscount < 0 ? 'lost' : 'kept';
    benefits.push({
      kind: discount.coupon ? 'coupon' : 'promotion',
      label: discount.label,
      outcome,
    });
  }
  if (freeGift && after.lostGift < before.lostGift) {
    const name = order.lines.find((line) => line.id === freeGift.lineId)?.name ?? '';
    const price = { amount: freeGift.price, currency };
    const message = words.giftEnds(
      name,
      `${freeGift.minimum} ${currency}`,
      `${freeGift.price} ${currency}`,
    );
    benefits.push({ kind: 'free-gift', label: name, amount: price, outcome: 'lost', message });
  }
  if (points?.spent !== undefined) {
    const outcome = after.nothingLeft ? 'returned' : 'kept';
    benefits.push({
      kind: 'points',
      label: words.pointsSpent,
      points: points.spent,
      outcome,
    });
  }
  const notEarned = earnedBy(order, after.lines) - earnedBy(order, before.lines);
  if (notEarned > 0)
    benefits.push({
      kind: 'points',
      label: words.pointsEarned,
      points: notEarned,
      outcome: 'lost',
    });
  return benefits;
}

/** Points are earned by value; of these, what the canceled lines would have earned. */
function earnedBy(order: MemoryOrder, canceledUnits: number): number {
  const all = order.lines.reduce((sum, line) => sum + Number(line.total?.amount ?? 0), 0);
  const canceled = Number(moneyOf(canceledUnits, currencyOf(order)).amount);
  return all === 0 ? 0 : Math.round(((order.terms?.points?.earned ?? 0) * canceled) / all);
}
