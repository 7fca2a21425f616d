import type { CancellationPreview, PreviewRefund } from '../../model/preview.js';
import type { RefundDestination } from '../../model/cancellation.js';
import { present } from '../../model/present.js';
import type { VendureQuote } from './answers.js';
import type { ToMoney } from './map-money.js';

export function toPreview(quote: VendureQuote, toMoney: ToMoney): CancellationPreview {
  return {
    exact: quote.exact,
    processing: { minMinutes: quote.minMinutes, maxMinutes: quote.maxMinutes },
    refund: refundOf(quote, toMoney),
    benefits: quote.coupons.map(({ code, returned, message }) => ({
      kind: 'coupon',
      label: code,
      outcome: returned ? 'returned' : 'kept',
      message,
    })),
  };
}

/** Items with their tax, as the shopper saw them; the discount is what they paid less. */
function refundOf(quote: VendureQuote, toMoney: ToMoney): PreviewRefund {
  const { currencyCode, destinations, expectedText } = quote;
  const total = toMoney(quote.total, currencyCode);
  if (total === undefined) return 'unknown';
  if (destinations.length === 0) return { kind: 'none', why: 'not-paid' };
  const figures = [
    ['lines', quote.items],
    ['discount', quote.discount],
    ['shipping', quote.shipping],
    // What the order fell by and was never paid.
    ['adjustment', quote.total - quote.items - quote.discount - quote.shipping],
  ] as const;
  const parts = figures.flatMap(([kind, units]) => {
    const amount = units === 0 ? undefined : toMoney(units, currencyCode);
    return amount === undefined ? [] : [{ kind, amount }];
  });
  return {
    kind: 'amount',
    total,
    parts,
    destinations: destinations.map(({ kind, label, amount }) =>
      present({
        kind: kind as RefundDestination['kind'],
        label,
        amount: toMoney(amount, currencyCode),
        expected: kind === 'release' ? undefined : { text: expectedText },
      }),
    ),
  };
}
