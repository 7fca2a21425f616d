import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import type { RestAdapterOptions } from '../../../src/adapters/rest/index.js';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import { call, key, recordingFetch, rejection, writeCall } from './exchange.js';
import { difficultIds } from './small-shop.js';

function record(options: Partial<RestAdapterOptions> = {}) {
  const log = recordingFetch(() => Response.json({ items: [], cancellations: [], entries: [] }));
  const adapter = createRestAdapter({ endpoint: '/api/rescind', fetch: log.fetch, ...options });
  return { ...log, adapter };
}

describe('what the REST adapter asks', () => {
  it('asks the page’s own origin where the endpoint is a path', async () => {
    const { adapter, requests } = record();
    await adapter.listOrders({ first: 20 }, call());
    expect(requests[0]?.url).to.equal(`${location.origin}/api/rescind/orders?first=20`);
  });

  for (const endpoint of ['https://shop.example/api', 'https://shop.example/api///']) {
    it(`joins ${endpoint} and a path with one slash`, async () => {
      const { adapter, requests } = record({ endpoint });
      await adapter.listOrders({ first: 20 }, call());
      expect(requests[0]?.url).to.equal('https://shop.example/api/orders?first=20');
    });
  }

  it('pages, searches and filters with what it is given, and only that', async () => {
    const { adapter, requests } = record();
    const query = { first: 5, after: 'c=1&d', search: 'măr 1+1', status: 'shipped' } as const;
    await adapter.listOrders(query, call());
    const { searchParams } = new URL(requests[0]?.url ?? '');
    expect(Object.fromEntries(searchParams)).to.deep.equal({ ...query, first: '5' });
  });

  it('reads without a body, from no cache, and follows no redirect', async () => {
    const { adapter, inits, requests } = record();
    await adapter.getOrder('1', call());
    expect(inits[0]).to.include({ method: 'GET', cache: 'no-store', redirect: 'manual' });
    expect(requests[0]?.headers.has('content-type')).to.equal(false);
    expect(requests[0]?.headers.has('idempotency-key')).to.equal(false);
    expect(requests[0]?.headers.get('accept-language')).to.equal('ro-RO');
  });

  it('sends a request as JSON with its key, and the order in the address only', async () => {
    const { adapter, requests } = record();
    const lines = [{ lineId: 'l1', quantity: 2 }];
    const policyAcceptedAt = '2026-11-23T07:40:00Z';
    await adapter.requestCancellation(
      { orderId: '1', lines, reasonCode: 'mind', note: 'ț', revision: 'v1', policyAcceptedAt },
      writeCall(),
    );
    const [request] = requests;
    expect(request?.method).to.equal('POST');
    expect(request?.headers.get('content-type')).to.equal('application/json');
    expect(request?.headers.get('idempotency-key')).to.equal(key);
    expect(await request?.json()).to.deep.equal({
      lines,
      reasonCode: 'mind',
      note: 'ț',
      revision: 'v1',
      policyAcceptedAt,
    });
  });

  it('gives each write its key, and a preview none', async () => {
    const { adapter, requests } = record();
    const { retractCancellation, confirmCancellation, resendChallenge, contactSupport } = adapter;
    await retractCancellation?.({ orderId: '1', cancellationId: 'c' }, writeCall());
    await confirmCancellation?.({ token: 't' }, writeCall());
    await resendChallenge?.('ch', writeCall());
    await contactSupport?.({ message: 'm' }, writeCall());
    await adapter.previewCancellation?.({ orderId: '1', lines: 'all' }, call());
    const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).to.deep.equal([key, key, key, key, null]);
  });

  for (const id of difficultIds) {
    it(`keeps the id ${id} one segment of the address`, async () => {
      const { adapter, requests } = record();
      await adapter.getOrder(id, call());
      const segments = new URL(requests[0]?.url ?? '').pathname.split('/');
      expect(segments.slice(0, -1)).to.deep.equal(['', 'api', 'rescind', 'orders']);
      expect(decodeURIComponent(segments.at(-1) ?? '')).to.equal(id);
    });
  }

  for (const id of ['', '.', '..']) {
    it(`sends nothing for the id "${id}", which an address cannot hold`, async () => {
      const { adapter, requests } = record();
      for (const promise of [
        adapter.getOrder(id, call()),
        adapter.requestCancellation({ orderId: id, lines: 'all' }, writeCall()),
      ]) {
        const error = await rejection(promise);
        expect(error)
          .to.be.instanceOf(AdapterError)
          .and.to.include({ code: 'not-found', sent: false });
      }
      expect(requests).to.have.length(0);
    });
  }

  it('sends nothing for an id that is not well-formed text', async () => {
    const { adapter, requests } = record();
    const error = await rejection(adapter.getOrder('\ud800', call()));
    expect(error).to.be.instanceOf(AdapterError).and.to.include({ sent: false });
    expect(requests).to.have.length(0);
  });

  it('cannot retract what has no id yet', async () => {
    const { adapter, requests } = record();
    const error = await rejection(
      adapter.retractCancellation?.({ orderId: '1' }, writeCall()) ?? Promise.resolve(),
    );
    expect(error).to.include({ code: 'not-found', sent: false });
    expect(requests).to.have.length(0);
  });

  it('asks for several orders’ cancellations at once, each order once, at most fifty', async () => {
    const { adapter, requests } = record();
    const orderIds = Array.from({ length: 120 }, (_, index) => `o&${String(index)}`);
    const refs = [...orderIds, 'o&0'].map((orderId) => ({ orderId }));
    await adapter.getCancellations?.(refs, call());
    const asked = requests.map(({ url }) => new URL(url).searchParams.getAll('order'));
    expect(asked.map(({ length }) => length)).to.deep.equal([50, 50, 20]);
    expect(asked.flat()).to.deep.equal(orderIds);
  });

  it('asks nothing about no orders', async () => {
    const { adapter, requests } = record();
    expect(await adapter.getCancellations?.([], call())).to.deep.equal([]);
    expect(requests).to.have.length(0);
  });
});

describe('whom the REST adapter asks as', () => {
  it('sends cookies to its own origin only, unless told otherwise', async () => {
    const usual = record();
    await usual.adapter.getOrder('1', call());
    expect(usual.inits[0]?.credentials).to.equal('same-origin');
    const told = record({ credentials: 'include' });
    await told.adapter.getOrder('1', call());
    expect(told.inits[0]?.credentials).to.equal('include');
  });

  it('adds the shop’s headers, asked anew before each request', async () => {
    let token = 0;
    const { adapter, requests } = record({
      headers: ({ method }) => {
        token += 1;
        return Promise.resolve({
          Authorization: `Bearer ${String(token)}`,
          ...(method === 'POST' && { 'X-CSRF-Token': 'c' }),
        });
      },
    });
    await adapter.getOrder('1', call());
    await adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall());
    const sent = requests.map(({ headers }) => [
      headers.get('authorization'),
      headers.get('x-csrf-token'),
    ]);
    expect(sent).to.deep.equal([
      ['Bearer 1', null],
      ['Bearer 2', 'c'],
    ]);
  });

  it('does not let the shop’s headers replace those of the contract', async () => {
    const { adapter, requests } = record({
      headers: { 'idempotency-key': 'mine', 'accept-language': 'xx', 'X-Own': '1' },
    });
    await adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall());
    expect(requests[0]?.headers.get('idempotency-key')).to.equal(key);
    expect(requests[0]?.headers.get('accept-language')).to.equal('ro-RO');
    expect(requests[0]?.headers.get('x-own')).to.equal('1');
  });

  it('sends nothing where the shop’s headers cannot be had, and says so', async () => {
    const broken = record({ headers: () => Promise.reject(new Error('no token')) });
    const error = await rejection(
      broken.adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall()),
    );
    expect(error).to.include({ code: 'platform', sent: false });
    expect(broken.requests).to.have.length(0);
  });

  it('passes on what the shop’s headers hook has to say', async () => {
    const cause = new AdapterError('unauthenticated', { detail: 'Sign in again.' });
    const signedOut = record({
      headers: () => {
        throw cause;
      },
    });
    const error = await rejection(signedOut.adapter.getOrder('1', call()));
    expect(error).to.include({ code: 'unauthenticated', detail: 'Sign in again.', sent: false });
  });

  it('uses the global fetch of the moment where it is given none', async () => {
    const own = globalThis.fetch;
    const log = recordingFetch(() => Response.json({ items: [] }));
    const adapter = createRestAdapter({ endpoint: '/api' });
    globalThis.fetch = log.fetch as typeof fetch;
    try {
      await adapter.listOrders({ first: 1 }, call());
    } finally {
      globalThis.fetch = own;
    }
    expect(log.requests).to.have.length(1);
  });

  it('can be given the browser’s own fetch', async () => {
    // The path lands in the fragment, so that no server is needed.
    const endpoint = 'data:application/json,{"entries":[]}#';
    const adapter = createRestAdapter({ endpoint, fetch: globalThis.fetch });
    expect(await adapter.listFaq?.(call())).to.deep.equal([]);
  });
});
