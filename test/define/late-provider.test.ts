import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import '../../src/define/cancellation-status.js';
import { createNamedOrders } from '../../src/testing/index.js';

const { requestedOrder } = createNamedOrders({ now: Date.now() });

// A whole provider is fetched and transformed while the test runs.
describe('a provider that is defined after its children', () => {
  it('is found by them', async function () {
    this.timeout(15_000);
    const provider = await fixture(
      html`<cancellation-provider
        ><cancellation-status order-id=${requestedOrder.id}></cancellation-status
      ></cancellation-provider>`,
    );
    const status = provider.querySelector('cancellation-status');
    expect(status?.matches(':state(loading)')).to.equal(true);
    expect(customElements.get('cancellation-provider')).to.equal(undefined);

    await import('../../src/define/cancellation-provider.js');
    Object.assign(provider, {
      ...{ adapter: createMemoryAdapter({ orders: [requestedOrder] }), persistence: 'none' },
    });
    await waitUntil(
      () => status?.shadowRoot?.querySelector('[part~="status"]'),
      'the order is told',
      { timeout: 8000 },
    );
  });
});
