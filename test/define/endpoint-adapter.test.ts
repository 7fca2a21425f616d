import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapters/rest/index.js';
import { createEndpointAdapter } from '../../src/define/endpoint-adapter.js';

const call = { signal: new AbortController().signal, locale: 'en' };

describe('the adapter of an endpoint', () => {
  const { fetch } = window;
  afterEach(() => {
    window.fetch = fetch;
  });

  it('has every method of the REST adapter before that is fetched', () => {
    const adapter = createEndpointAdapter('/api');
    const rest = createRestAdapter({ endpoint: '/api' });
    for (const name of Object.keys(rest) as (keyof typeof rest)[])
      expect(adapter[name], name).to.be.a('function');
  });

  it('hands a call on, with what it was called with', async () => {
    const asked: string[] = [];
    window.fetch = (input) => {
      asked.push(input as string);
      return Promise.resolve(Response.json({ id: 'order-1042' }));
    };
    const order = await createEndpointAdapter('/api').getOrder('order-1042', call);
    expect(order.id).to.equal('order-1042');
    expect(asked).to.deep.equal(['/api/orders/order-1042']);
  });

  it('rejects as the REST adapter rejects', async () => {
    window.fetch = () => Promise.resolve(new Response(null, { status: 404 }));
    const failure = await createEndpointAdapter('/api')
      .getOrder('order-1042', call)
      .catch((error: unknown) => error);
    expect(failure).to.include({ name: 'AdapterError', code: 'not-found' });
  });
});
