import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import type { HookRequest, RestAdapterOptions } from '../../../src/adapters/rest/index.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import { call, key, recordingFetch, rejection, writeCall } from './exchange.js';
import { restWorld } from './rest-world.js';
import { createSmallShop } from './small-shop.js';

const unauthenticated = (): Response => new Response(null, { status: 401 });
const anything = (): Response => Response.json({ items: [], cancellations: [] });

function ask(adapter: StorefrontAdapter): Promise<unknown> {
  return adapter.requestCancellation({ orderId: '1042', lines: 'all' }, writeCall());
}

/** Answers 401 to the first requests, then takes them. */
function refusing(times: number, options: Omit<RestAdapterOptions, 'endpoint' | 'fetch'>) {
  let left = times;
  const log = recordingFetch(() => (left-- > 0 ? unauthenticated() : anything()));
  return { ...log, adapter: createRestAdapter({ ...options, endpoint: '/api', fetch: log.fetch }) };
}

describe('a token of the shop', () => {
  it('goes along with each request, asked for anew', async () => {
    let count = 0;
    const asked: HookRequest[] = [];
    const { adapter, requests } = refusing(0, {
      token(request) {
        asked.push(request);
        return `t${String((count += 1))}`;
      },
    });
    await adapter.listOrders({ first: 1 }, call());
    await ask(adapter);
    expect(requests.map(({ headers }) => headers.get('authorization'))).to.deep.equal([
      'Bearer t1',
      'Bearer t2',
    ]);
    expect(asked).to.deep.equal([
      { method: 'GET', refresh: false },
      { method: 'POST', refresh: false },
    ]);
  });

  it('may be missing, and stands before what the other headers say', async () => {
    const headers = { Authorization: 'Basic x' };
    const none = refusing(0, { headers, token: () => Promise.resolve(undefined) });
    await none.adapter.getOrder('1', call());
    expect(none.requests[0]?.headers.get('authorization')).to.equal('Basic x');
    const one = refusing(0, { headers, token: 'fixed' });
    await one.adapter.getOrder('1', call());
    expect(one.requests[0]?.headers.get('authorization')).to.equal('Bearer fixed');
  });

  const hooks: Readonly<Record<string, Pick<RestAdapterOptions, 'token' | 'headers'>>> = {
    token: { token: ({ refresh }) => (refresh ? 'fresh' : 'old') },
    headers: {
      headers: ({ refresh }) =>
        Promise.resolve({ Authorization: `Bearer ${refresh ? 'fresh' : 'old'}` }),
    },
  };
  for (const [name, options] of Object.entries(hooks)) {
    it(`is refreshed once by the hook ${name} after a 401, and a write keeps its key`, async () => {
      const { adapter, requests } = refusing(1, options);
      expect(await ask(adapter)).to.have.property('cancellations');
      const sent = await Promise.all(
        requests.map(async (request) => [
          request.headers.get('authorization'),
          request.headers.get('idempotency-key'),
          await request.text(),
        ]),
      );
      expect(sent).to.deep.equal([
        ['Bearer old', key, '{"lines":"all"}'],
        ['Bearer fresh', key, '{"lines":"all"}'],
      ]);
    });
  }

  it('is not refreshed a second time', async () => {
    let count = 0;
    const { adapter, requests } = refusing(9, { token: () => String((count += 1)) });
    for (const promise of [adapter.getOrder('1', call()), ask(adapter)]) {
      expect(await rejection(promise)).to.include({ code: 'unauthenticated' });
    }
    expect(requests).to.have.length(4);
  });

  it('is not sent again where nothing has changed', async () => {
    const { adapter, requests } = refusing(1, { token: () => 'same' });
    expect(await rejection(ask(adapter))).to.include({ code: 'unauthenticated' });
    expect(requests).to.have.length(1);
  });

  it('leaves a definite refusal where it cannot be had any more', async () => {
    const { adapter, requests } = refusing(1, {
      token: ({ refresh }) => (refresh ? Promise.reject(new TypeError('offline')) : 'old'),
    });
    const error = await rejection(ask(adapter));
    expect(error).to.include({ code: 'unauthenticated' });
    expect(requests).to.have.length(1);
  });

  it('is not refreshed for a write that may have been done', async () => {
    for (const answer of [
      () => new Response(null, { status: 403 }),
      () => new Response(null, { status: 500 }),
      () => new Response('{"code":"unknown-outcome"}', { status: 401 }),
      () => Promise.reject(new TypeError('Failed to fetch')),
    ]) {
      const log = recordingFetch(answer);
      let count = 0;
      const token = (): string => String((count += 1));
      const adapter = createRestAdapter({ endpoint: '/api', fetch: log.fetch, token });
      await rejection(ask(adapter));
      expect(log.requests).to.have.length(1);
    }
  });

  it('says that the outcome is open where the second send is lost', async () => {
    let sends = 0;
    const log = recordingFetch(() => {
      sends += 1;
      return sends === 1 ? unauthenticated() : Promise.reject(new TypeError('reset'));
    });
    const token = ({ refresh }: HookRequest): string => String(refresh);
    const adapter = createRestAdapter({ endpoint: '/api', fetch: log.fetch, token });
    const error = await rejection(ask(adapter));
    expect(error).to.include({ code: 'network' }).and.to.not.have.property('sent');
  });

  it('opens a shop that demands it, by the contract', async () => {
    const { adapter, exchanges } = restWorld(createSmallShop(), {
      token: ({ refresh }) => (refresh ? 'new' : 'expired'),
      authorized: ({ headers }) => headers.get('authorization') === 'Bearer new',
    });
    expect((await adapter.getOrder('1042', call())).id).to.equal('1042');
    await ask(adapter);
    expect(exchanges.map(({ status }) => status)).to.deep.equal([401, 200, 401, 201]);
  });
});

describe('a token against forged requests', () => {
  it('goes along with every POST and with no GET', async () => {
    const { adapter, requests } = refusing(0, { csrf: { token: 'c1' } });
    await adapter.getOrder('1', call());
    await adapter.previewCancellation?.({ orderId: '1', lines: 'all' }, call());
    await ask(adapter);
    expect(requests.map(({ headers }) => headers.get('x-csrf-token'))).to.deep.equal([
      null,
      'c1',
      'c1',
    ]);
  });

  it('is asked for anew, under the name that the shop wants', async () => {
    let count = 0;
    const { adapter, requests } = refusing(0, {
      csrf: { header: 'X-Own', token: () => Promise.resolve(String((count += 1))) },
    });
    await ask(adapter);
    await ask(adapter);
    expect(requests.map(({ headers }) => headers.get('x-own'))).to.deep.equal(['1', '2']);
  });

  it('is read from a cookie, as it is at the time', async () => {
    const { adapter, requests } = refusing(0, {
      csrf: { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' },
    });
    document.cookie = 'OTHER-XSRF-TOKEN=no';
    try {
      await ask(adapter);
      document.cookie = 'XSRF-TOKEN=a%3Db%3D%3D';
      await ask(adapter);
    } finally {
      for (const name of ['XSRF-TOKEN', 'OTHER-XSRF-TOKEN'])
        document.cookie = `${name}=; Max-Age=0`;
    }
    expect(requests.map(({ headers }) => headers.get('x-xsrf-token'))).to.deep.equal([
      null,
      'a=b==',
    ]);
  });

  it('sends nothing where it cannot be had', async () => {
    const { adapter, requests } = refusing(0, {
      csrf: { token: () => Promise.reject(new Error('no token')) },
    });
    expect(await rejection(ask(adapter))).to.include({ code: 'platform', sent: false });
    expect(requests).to.have.length(0);
  });

  it('opens a shop that demands it; without it a write is refused for certain', async () => {
    const demanded = (): string => 'right';
    const right = restWorld(createSmallShop(), { demanded, csrf: { token: 'right' } });
    expect(await ask(right.adapter))
      .to.have.property('cancellations')
      .with.length(1);
    const wrong = restWorld(createSmallShop(), { demanded });
    expect((await wrong.adapter.getOrder('1042', call())).id).to.equal('1042');
    expect(await rejection(ask(wrong.adapter))).to.include({ code: 'forbidden' });
  });
});
