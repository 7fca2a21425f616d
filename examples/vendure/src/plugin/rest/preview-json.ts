import type { Preview } from '../services/preview.service';
import type { Codec } from './codec';

/** A quote as the contract's `CancellationPreview`: items with their tax, as the customer saw them. */
export function previewJson(quote: Preview, codec: Codec): object {
  const { exact, minMinutes, maxMinutes, coupons } = quote;
  return {
    exact,
    processing: { minMinutes, maxMinutes },
    refund: refundJson(quote, codec),
    benefits: coupons.map(({ code, returned, message }) => ({
      kind: 'coupon',
      label: code,
      outcome: returned ? 'returned' : 'kept',
      message,
    })),
  };
}

function refundJson(quote: Preview, codec: Codec): object {
  const { total, items, discount, shipping, currencyCode, destinations, expectedText } = quote;
  if (destinations.length === 0) return { kind: 'none', why: 'not-paid' };
  const figures = {
    lines: items,
    discount,
    shipping,
    // What the order fell by and was never paid.
    adjustment: total - items - discount - shipping,
  };
  return {
    kind: 'amount',
    total: codec.money(total, currencyCode),
    parts: Object.entries(figures)
      .filter(([, units]) => units !== 0)
      .map(([kind, units]) => ({ kind, amount: codec.money(units, currencyCode) })),
    destinations: destinations.map(({ kind, label, amount }) => ({
      kind,
      label,
      amount: codec.money(amount, currencyCode),
      expected: kind === 'release' ? undefined : { text: expectedText },
    })),
  };
}
