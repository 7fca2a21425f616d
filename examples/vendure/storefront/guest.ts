import '../../../src/define/all.js';
import type { CancellationProviderElement } from '../../../src/components/cancellation-provider/cancellation-provider.js';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import { find } from './find.js';

const provider = find<CancellationProviderElement>('cancellation-provider');

/** The shop gives a guest a session once the code was right: a cookie of this origin. */
provider.adapter = createRestAdapter({ endpoint: '/api/rescind', csrf: { cookie: 'shop-csrf' } });

/** What the link in the shop's mail carries. Following it does nothing; the button that it leads to does. */
const [challengeId, token] = new URLSearchParams(location.search).get('proof')?.split('.') ?? [];
if (challengeId && token) {
  provider.proof = { challengeId, token };
  // Whoever looks over a shoulder, or at the history, finds no key to the order.
  history.replaceState(null, '', location.pathname);
}

/** The order has a place on the page once it is open. */
provider.addEventListener('orders-loaded', (event) => {
  const { count } = (event as CustomEvent<{ readonly count: number }>).detail;
  for (const id of ['#orders', '#cancellation']) find<HTMLElement>(id).hidden = count === 0;
});
