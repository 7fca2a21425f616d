// What every page here does: a shop in memory for the elements, and one switch between light and dark.
import 'rescind/define';
import { createMemoryAdapter } from 'rescind/adapters/memory';
import { createNamedOrders } from 'rescind/testing';

const orders = [
  ...['openOrder', 'requestedOrder', 'promotionOrder', 'shippedOrder'],
  ...['overdueOrder', 'refundPendingOrder', 'declinedOrder', 'partlyCanceledOrder'],
];

const imageUrl = (sku) => new URL(`pictures/${sku}.svg`, document.baseURI).href;

/** `setDark`: how this page's system is told. */
export function startAccount(setDark) {
  for (const provider of document.querySelectorAll('cancellation-provider'))
    provider.adapter = createMemoryAdapter({
      orders: (now) => {
        const named = createNamedOrders({ now, imageUrl });
        return orders.map((name) => named[name]);
      },
    });
  let isDark = new URLSearchParams(location.search).has('dark');
  setDark(isDark);
  document.querySelector('#scheme').addEventListener('click', () => {
    isDark = !isDark;
    setDark(isDark);
  });
}
