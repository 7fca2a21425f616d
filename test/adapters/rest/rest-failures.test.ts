import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import { call, recordingFetch, rejection, writeCall } from './exchange.js';

function answering(answer: () => Response | Promise<Response>): StorefrontAdapter {
  return createRestAdapter({ endpoint: '/api', fetch: recordingFetch(answer).fetch });
}

function problem(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}

/** What a read and a write of an order say to the same answer. */
async function failures(answer: () => Response | Promise<Response>): Promise<AdapterError[]> {
  const adapter = answering(answer);
  const found = [
    await rejection(adapter.getOrder('1', call())),
    await rejection(adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall())),
  ];
  return found.map((error) => {
    if (!(error instanceof AdapterError)) throw error;
    return error;
  });
}

const byStatus: readonly (readonly [status: number, code: string])[] = [
  [303, 'platform'],
  [400, 'invalid'],
  [401, 'unauthenticated'],
  [402, 'platform'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'unsupported'],
  [408, 'platform'],
  [409, 'unknown-outcome'],
  [410, 'expired'],
  [412, 'stale'],
  [418, 'platform'],
  [422, 'invalid'],
  [425, 'platform'],
  [428, 'stale'],
  [429, 'rate-limited'],
  [500, 'platform'],
  [501, 'unsupported'],
  [502, 'platform'],
  [503, 'platform'],
  [504, 'platform'],
];

const bodies: Readonly<Record<string, () => BodyInit | null>> = {
  'no body': () => null,
  'a page': () => '<!doctype html><title>Bad gateway</title>',
  'half an object': () => '{"code":"not-elig',
  'a list': () => '[{"code":"not-eligible"}]',
  'a code of its own': () => '{"code":"E_1234","title":7,"detail":{"text":"x"},"blocks":"none"}',
  'the name of an inherited property': () => '{"code":"constructor"}',
  'a code that is ours to say': () => '{"code":"network"}',
  'a body that breaks off': () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"code":"not-eligible"'));
        controller.error(new TypeError('reset'));
      },
    }),
};

describe('what a status means to the REST adapter', () => {
  for (const [status, code] of byStatus) {
    it(`takes ${String(status)} without a code of ours for ${code}`, async () => {
      for (const body of Object.values(bodies)) {
        for (const error of await failures(() => new Response(body(), { status }))) {
          expect(error).to.include({ code });
          expect(error).to.not.have.any.keys('sent', 'detail', 'blocks');
        }
      }
    });
  }

  it('takes a 404 where nothing is named for a thing that the shop does not serve', async () => {
    const adapter = answering(() => new Response(null, { status: 404 }));
    for (const promise of [
      adapter.describe?.(call()),
      adapter.getCancellations?.([{ orderId: '1' }], call()),
      adapter.listFaq?.(call()),
      adapter.contactSupport?.({ message: 'm' }, writeCall()),
    ]) {
      expect(await rejection(promise ?? Promise.resolve())).to.include({ code: 'unsupported' });
    }
  });

  it('does not follow a redirect, and does not know what it means', async () => {
    // What a browser makes of one under `redirect: 'manual'`.
    const opaque = {
      ok: false,
      status: 0,
      headers: new Headers(),
      text: () => Promise.resolve(''),
    };
    for (const error of await failures(() => opaque as Response)) {
      expect(error).to.include({ code: 'platform' });
      expect(error.message).to.contain('redirected');
    }
  });
});

describe('what a problem document means to the REST adapter', () => {
  const codes =
    'unauthenticated forbidden not-found not-eligible invalid expired unsupported rate-limited stale platform in-progress unknown-outcome';
  for (const code of codes.split(' ')) {
    it(`believes the code ${code} whatever the status`, async () => {
      for (const status of [400, 409, 422, 503]) {
        for (const error of await failures(() => problem(status, { code }))) {
          expect(error).to.include({ code });
        }
      }
    });
  }

  it('believes a code in plain JSON, but not beside a 5xx, where a gateway may speak', async () => {
    const plain = { 'Content-Type': 'application/json' };
    for (const error of await failures(() => problem(409, { code: 'not-eligible' }, plain))) {
      expect(error).to.include({ code: 'not-eligible' });
    }
    for (const error of await failures(() => problem(502, { code: 'invalid' }, plain))) {
      expect(error).to.include({ code: 'platform' });
    }
  });

  it('hands on what is for the shopper, and keeps the title for logs', async () => {
    const facts = {
      detail: 'Coletul a plecat.',
      blocks: [{ code: 'shipped', lineId: 'l1', remedy: 'return' }],
      field: 'lines',
      platformCode: 'E42',
      url: 'https://shop.example/help',
    };
    for (const error of await failures(() =>
      problem(409, { ...facts, code: 'not-eligible', title: 'Left the house' }),
    )) {
      expect(error).to.deep.include(facts);
      expect(error.message).to.match(/^(GET|POST) \/orders\/1\S*: 409 Left the house$/);
    }
  });

  it('keeps what a shopper searched for out of the log', async () => {
    const adapter = answering(() => problem(500, {}));
    const error = await rejection(adapter.listOrders({ first: 1, search: 'Ana Pop' }, call()));
    expect(String(error)).to.contain('/orders').and.not.to.contain('Ana');
  });
});

describe('how long the REST adapter is told to wait', () => {
  const date = 'Mon, 23 Nov 2026 07:40:00 GMT';
  const cases: readonly (readonly [header: string, expected: number | undefined])[] = [
    ['120', 120_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 07:42:00 GMT', 120_000],
    ['Mon, 23 Nov 2026 07:39:00 GMT', 0],
    ['Sunday, 23-Nov-26 07:42:00 GMT', 120_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400_000],
    ['9'.repeat(400), 86_400_000],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['', undefined],
    ['NaN', undefined],
    ['1e3', undefined],
    ['not a date GMT', undefined],
  ];
  for (const [header, expected] of cases) {
    it(`reads "${header}" as ${String(expected)}`, async () => {
      for (const error of await failures(() =>
        problem(429, {}, { 'Retry-After': header, Date: date }),
      )) {
        expect(error.retryAfterMs).to.equal(expected);
      }
    });
  }

  it('compares with the device’s clock where the shop’s cannot be seen', async () => {
    const later = new Date(Date.now() + 60_000).toUTCString();
    for (const error of await failures(() => problem(503, {}, { 'Retry-After': later }))) {
      expect(error.retryAfterMs).to.be.within(50_000, 60_000);
    }
  });

  it('knows no time where none is said', async () => {
    for (const error of await failures(() => problem(503, {}))) {
      expect(error).to.not.have.property('retryAfterMs');
    }
  });
});

describe('what the REST adapter knows when no answer comes', () => {
  it('cannot tell whether a request left the device', async () => {
    for (const error of await failures(() => Promise.reject(new TypeError('Failed to fetch')))) {
      expect(error).to.include({ code: 'network' });
      expect(error).to.not.have.property('sent');
      expect(error.cause).to.be.instanceOf(TypeError);
    }
  });

  for (const endpoint of ['http://[bad', 'https://shop.example:port/api']) {
    it(`knows that nothing was sent to ${endpoint}, which is no address`, async () => {
      const log = recordingFetch(() => Response.json({}));
      const adapter = createRestAdapter({ endpoint, fetch: log.fetch });
      for (const promise of [
        adapter.getOrder('1', call()),
        adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall()),
      ]) {
        expect(await rejection(promise)).to.include({ code: 'platform', sent: false });
      }
      expect(log.requests).to.have.length(0);
    });
  }

  it('cannot tell what a fetch did that throws at once or gives nothing', async () => {
    const fetches = [
      () => {
        throw new Error('no');
      },
      () => Promise.resolve(undefined as unknown as Response),
    ];
    for (const fetch of fetches) {
      const adapter = createRestAdapter({ endpoint: '/api', fetch });
      const error = await rejection(
        adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall()),
      );
      expect(error).to.be.instanceOf(AdapterError).and.to.include({ code: 'network' });
      expect(error).to.not.have.property('sent');
    }
  });

  it('cannot read an answer that the browser hides', async () => {
    const opaque = {
      ok: false,
      status: 0,
      type: 'opaque',
      headers: new Headers(),
      text: () => Promise.resolve(''),
    };
    for (const error of await failures(() => opaque as unknown as Response)) {
      expect(error).to.include({ code: 'platform' }).and.to.not.have.property('sent');
    }
  });

  it('ends with the caller where a hook or a fetch of the shop’s own does not listen', async () => {
    const never = (abort: () => void) => (): Promise<never> => {
      abort();
      return new Promise(() => undefined);
    };
    const silent = (abort: () => void) => (): Promise<Response> => {
      const body = new ReadableStream({ pull: abort }, { highWaterMark: 0 });
      return Promise.resolve(new Response(body));
    };
    const cases = [
      { options: (abort: () => void) => ({ headers: never(abort) }), sent: false },
      { options: (abort: () => void) => ({ fetch: never(abort) }), sent: undefined },
      { options: (abort: () => void) => ({ fetch: silent(abort) }), sent: undefined },
    ];
    for (const { options, sent } of cases) {
      const controller = new AbortController();
      const { signal } = controller;
      const own = options(() => {
        controller.abort();
      });
      const adapter = createRestAdapter({ endpoint: '/api', ...own });
      const error = await rejection(adapter.getOrder('1', call({ signal })));
      expect(error).to.include({ code: 'aborted' });
      expect((error as AdapterError).sent).to.equal(sent);
    }
  });

  it('passes on what a fetch of the shop’s own has to say', async () => {
    for (const error of await failures(() =>
      Promise.reject(new AdapterError('network', { sent: false })),
    )) {
      expect(error).to.include({ code: 'network', sent: false });
    }
  });

  it('sends nothing once the caller has given up', async () => {
    const log = recordingFetch(() => Response.json({}));
    const adapter = createRestAdapter({ endpoint: '/api', fetch: log.fetch });
    const signal = AbortSignal.abort();
    const error = await rejection(
      adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall({ signal })),
    );
    expect(error).to.include({ code: 'aborted', sent: false });
    expect(log.requests).to.have.length(0);
  });

  it('sends nothing where the caller gives up while a token is fetched', async () => {
    const log = recordingFetch(() => Response.json({}));
    const controller = new AbortController();
    const headers = () => {
      controller.abort();
      return {};
    };
    const adapter = createRestAdapter({ endpoint: '/api', fetch: log.fetch, headers });
    const { signal } = controller;
    const error = await rejection(
      adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall({ signal })),
    );
    expect(error).to.include({ code: 'aborted', sent: false });
    expect(log.requests).to.have.length(0);
  });

  const reasons = [
    ['aborted', undefined],
    ['aborted', 'closed'],
    ['timeout', new DOMException('30 s', 'TimeoutError')],
  ] as const;
  for (const [code, reason] of reasons) {
    it(`says ${code} where a request under way is given up for ${String(reason)}`, async () => {
      const controller = new AbortController();
      const adapter = createRestAdapter({
        endpoint: '/api',
        fetch: (url, { signal }) => {
          controller.abort(reason);
          return fetch(url, { signal: signal ?? null });
        },
      });
      const { signal } = controller;
      const error = await rejection(
        adapter.requestCancellation({ orderId: '1', lines: 'all' }, writeCall({ signal })),
      );
      expect(error).to.be.instanceOf(AdapterError).and.to.include({ code });
      expect(error).to.not.have.property('sent');
    });
  }
});
