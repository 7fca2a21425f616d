import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CancellationProviderElement } from '../../src/components/cancellation-provider/cancellation-provider.js';
import '../../src/define/order-list.js';
import { createControllableAdapter } from '../../src/testing/index.js';

describe('<cancellation-provider> that is defined after its elements', () => {
  it('reaches those that asked before, with the adapter that the page had set', async () => {
    const adapter = createControllableAdapter();
    const provider = await fixture<CancellationProviderElement>(
      html`<cancellation-provider><order-list></order-list></cancellation-provider>`,
    );
    const list = provider.querySelector('order-list');
    provider.adapter = adapter;
    await list?.updateComplete;
    expect(customElements.get('cancellation-provider')).to.equal(undefined);
    expect(list).to.match(':state(loading)');
    await import('../../src/define/cancellation-provider.js');
    await adapter.called('listOrders');
    adapter.resolve('listOrders', { items: [] });
    await waitUntil(() => list?.matches(':state(empty)'));
  });
});
