import { expect, nextFrame } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import type { RestAdapterOptions } from '../../../src/adapters/rest/index.js';
import type {
  CancellationUpdate,
  StorefrontAdapter,
} from '../../../src/flow/storefront-adapter.js';
import { createManualClock, createSampleOrders } from '../../../src/testing/index.js';
import { call, recordingFetch, rejection, writeCall } from './exchange.js';
import { restWorld } from './rest-world.js';

const refs = [{ orderId: '1042' }, { orderId: 'a/b' }, { orderId: '1042', cancellationId: 'c' }];
const type = { 'Content-Type': 'text/event-stream' };

/** A shop's end of a stream: what is written arrives when it is written. */
function tap(headers: Record<string, string> = type, status = 200) {
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isClosed = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      sink = controller;
    },
    cancel() {
      isClosed = true;
    },
  });
  return {
    response: () => new Response(body, { status, headers }),
    write: (text: string | Uint8Array) =>
      sink?.enqueue(typeof text === 'string' ? new TextEncoder().encode(text) : text),
    end: () => sink?.close(),
    breakOff: () => sink?.error(new TypeError('network error')),
    isClosed: () => isClosed,
  };
}

/** Timers that a test fires by hand. */
function holdTimers() {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const held = new Map<number, { readonly run: () => void; readonly ms: number | undefined }>();
  let count = 0;
  globalThis.setTimeout = ((run: () => void, ms?: number) => {
    held.set((count += 1), { run, ms });
    return count;
  }) as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => held.delete(id)) as typeof clearTimeout;
  return {
    running: () => [...held.keys()],
    fire: () => {
      for (const { run } of held.values()) run();
    },
    /** Resolves when one of that length runs. */
    until: async (ms: number) => {
      while (![...held.values()].some((timer) => timer.ms === ms)) await nextFrame();
    },
    release: () => {
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    },
  };
}

/** Watches, and hands out what arrives one after the other. */
function watch(adapter: StorefrontAdapter, signal = new AbortController().signal) {
  const arrived: ('open' | CancellationUpdate)[] = [];
  let look: () => void = () => undefined;
  const add = (news: 'open' | CancellationUpdate): void => {
    arrived.push(news);
    look();
  };
  const over = adapter.watchCancellations?.(
    refs,
    {
      open: () => {
        add('open');
      },
      update: add,
    },
    call({ signal }),
  );
  return {
    arrived,
    over: over ?? Promise.reject(new Error('no watchCancellations')),
    /** Resolves when that many have arrived. */
    until: (count: number) =>
      new Promise<void>((resolve) => {
        look = () => {
          if (arrived.length >= count) resolve();
        };
        look();
      }),
  };
}

function over(
  answer: () => Response | Promise<Response>,
  options: Partial<RestAdapterOptions> = {},
) {
  const log = recordingFetch(answer);
  return { ...log, adapter: createRestAdapter({ endpoint: '/api', fetch: log.fetch, ...options }) };
}

const update = { order: { id: '1042', number: 'ț' } } as unknown as CancellationUpdate;
const event = `data: ${JSON.stringify(update)}\n\n`;

describe('the stream of the REST adapter', () => {
  it('is one request for all orders, with the headers that any request has', async () => {
    const stream = tap();
    const { adapter, requests } = over(() => stream.response(), {
      token: 't',
      csrf: { token: 'c' },
    });
    const watching = watch(adapter);
    await watching.until(1);
    stream.end();
    await watching.over;
    const [request] = requests;
    expect(requests).to.have.length(1);
    expect(request?.url).to.equal(
      `${location.origin}/api/cancellation-events?order=1042&order=a%2Fb`,
    );
    expect(Object.fromEntries(request?.headers ?? [])).to.include({
      accept: 'text/event-stream, application/problem+json',
      'accept-language': 'ro-RO',
      authorization: 'Bearer t',
    });
    expect(request?.headers.has('x-csrf-token')).to.equal(false);
    expect(watching.arrived).to.deep.equal(['open']);
  });

  it('opens once it is answered, hands on each update as it comes, and ends with the shop', async () => {
    const stream = tap();
    const { adapter } = over(() => stream.response());
    const watching = watch(adapter);
    await watching.until(1);
    const bytes = new TextEncoder().encode(`: alive\r\n\r\n${event}`);
    // In the middle of the "ț", and of a line.
    const cut = bytes.indexOf(0xc8) + 1;
    stream.write(bytes.slice(0, cut));
    stream.write(bytes.slice(cut));
    await watching.until(2);
    stream.write(`event: ping\ndata: {}\n\nevent: message\n${event}data: unfinished`);
    await watching.until(3);
    stream.end();
    await watching.over;
    expect(watching.arrived).to.deep.equal(['open', update, update]);
  });

  it('hands on what is not JSON as nothing, and goes on', async () => {
    const stream = tap();
    const { adapter } = over(() => stream.response());
    const watching = watch(adapter);
    stream.write(`data: ping\n\n${event}`);
    await watching.until(3);
    stream.end();
    await watching.over;
    expect(watching.arrived).to.deep.equal(['open', undefined, update]);
  });

  it('ends with the caller, and closes the connection', async () => {
    const stream = tap();
    const { adapter } = over(() => stream.response());
    const controller = new AbortController();
    const watching = watch(adapter, controller.signal);
    await watching.until(1);
    controller.abort();
    await watching.over;
    expect(stream.isClosed()).to.equal(true);
    expect(watching.arrived).to.deep.equal(['open']);
  });

  it('is not opened for a caller that has gone', async () => {
    const { adapter, requests } = over(() => tap().response());
    expect(await rejection(watch(adapter, AbortSignal.abort()).over)).to.include({
      code: 'aborted',
    });
    expect(requests).to.have.length(0);
  });

  it('says that the network failed where it breaks off', async () => {
    const stream = tap();
    const { adapter } = over(() => stream.response());
    const watching = watch(adapter);
    stream.write(event);
    await watching.until(2);
    stream.breakOff();
    expect(await rejection(watching.over)).to.include({ code: 'network' });
  });

  it('says when the shop wants it back, whether it ended or broke', async () => {
    for (const finish of ['end', 'breakOff'] as const) {
      const stream = tap();
      const { adapter } = over(() => stream.response());
      const watching = watch(adapter);
      stream.write(`retry: 7000\n\n${event}`);
      await watching.until(2);
      stream[finish]();
      expect(await rejection(watching.over)).to.include({ retryAfterMs: 7000 });
    }
  });

  it('is given up where it is silent, before its answer as well as after', async () => {
    const timers = holdTimers();
    try {
      const never = over(() => new Promise<Response>(() => undefined), { silenceMs: 7000 });
      const waiting = watch(never.adapter);
      await timers.until(7000);
      timers.fire();
      expect(await rejection(waiting.over)).to.include({ code: 'timeout' });
      const stream = tap();
      const { adapter } = over(() => stream.response());
      const watching = watch(adapter);
      await watching.until(1);
      await timers.until(45_000);
      timers.fire();
      expect(await rejection(watching.over)).to.include({ code: 'timeout' });
      expect(watching.arrived).to.deep.equal(['open']);
      expect(stream.isClosed()).to.equal(true);
    } finally {
      timers.release();
    }
  });

  it('is not given up as long as it shows that it is alive, and leaves no timer', async () => {
    const timers = holdTimers();
    try {
      const stream = tap();
      const { adapter } = over(() => stream.response());
      const watching = watch(adapter);
      await watching.until(1);
      for (const count of [2, 3, 4]) {
        const [before] = timers.running();
        stream.write(`: alive\n\n${event}`);
        await watching.until(count);
        await timers.until(45_000);
        const after = timers.running();
        expect(after).to.have.length(1);
        expect(after[0]).to.be.above(before ?? Infinity);
      }
      stream.end();
      await watching.over;
      expect(timers.running()).to.deep.equal([]);
    } finally {
      timers.release();
    }
  });

  it('is given up where an event has no end', async () => {
    const stream = tap();
    const { adapter } = over(() => stream.response());
    const watching = watch(adapter);
    stream.write(`data: ${'x'.repeat(1_100_000)}`);
    expect(await rejection(watching.over)).to.include({ code: 'platform' });
    expect(stream.isClosed()).to.equal(true);
  });

  const refusals: readonly (readonly [what: string, answer: () => Response, facts: object])[] = [
    ['has none', () => new Response(null, { status: 204 }), { code: 'unsupported' }],
    ['does not serve it', () => new Response(null, { status: 404 }), { code: 'unsupported' }],
    ['does not offer it', () => new Response(null, { status: 501 }), { code: 'unsupported' }],
    ['has no session', () => new Response(null, { status: 401 }), { code: 'unauthenticated' }],
    [
      'has no room',
      () => new Response(null, { status: 503, headers: { 'Retry-After': '60' } }),
      { code: 'platform', retryAfterMs: 60_000 },
    ],
    [
      'shows a page',
      () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
      { code: 'platform' },
    ],
  ];
  for (const [what, answer, facts] of refusals) {
    it(`never opens where the shop ${what}`, async () => {
      const watching = watch(over(answer).adapter);
      expect(await rejection(watching.over)).to.include(facts);
      expect(watching.arrived).to.deep.equal([]);
    });
  }

  it('goes on after the last event of the same orders, and of no others', async () => {
    const answers = [`id: 41\n${event}`, `id: ț\n${event}`, event, event];
    const { adapter, requests } = over(
      () => new Response(answers.shift() ?? '', { headers: type }),
    );
    await watch(adapter).over;
    await watch(adapter).over;
    const handlers = { open: () => undefined, update: () => undefined };
    await adapter.watchCancellations?.([{ orderId: '7' }], handlers, call());
    await watch(adapter).over;
    expect(requests.map(({ headers }) => headers.get('last-event-id'))).to.deep.equal([
      null,
      '41',
      null,
      '41',
    ]);
  });

  it('asks for fifty orders at most, and nothing about none', async () => {
    const { adapter, requests } = over(() => new Response('', { headers: type }));
    const handlers = { open: () => undefined, update: () => undefined };
    const many = Array.from({ length: 70 }, (_, index) => ({ orderId: String(index) }));
    await adapter.watchCancellations?.(many, handlers, call());
    await adapter.watchCancellations?.([], handlers, call());
    expect(
      requests.map(({ url }) => new URL(url).searchParams.getAll('order').length),
    ).to.deep.equal([50]);
  });
});

describe('a shop that pushes, behind the REST adapter', () => {
  it('tells what is, then what becomes of it, by the contract', async () => {
    const clock = createManualClock();
    const shop = createMemoryAdapter({ orders: (now) => createSampleOrders({ now }), clock });
    const { adapter, exchanges } = restWorld(shop);
    const request = { orderId: 'order-1042', lines: 'all' } as const;
    const { cancellations } = await adapter.requestCancellation(request, writeCall());
    const controller = new AbortController();
    const statuses: string[] = [];
    let look: () => void = () => undefined;
    const told = (count: number) =>
      new Promise<void>((resolve) => {
        look = () => {
          if (statuses.length >= count) resolve();
        };
        look();
      });
    const watching = adapter.watchCancellations?.(
      [{ orderId: 'order-1042' }],
      {
        open: () => undefined,
        update: (news) => {
          if ('cancellation' in news) statuses.push(news.cancellation.status);
          look();
        },
      },
      call({ signal: controller.signal }),
    );
    await told(1);
    expect(statuses[0]).to.equal(cancellations[0]?.status);
    shop.advance(600_000);
    await told(2);
    expect(statuses.at(-1)).to.not.equal(statuses[0]);
    controller.abort();
    await watching;
    expect(exchanges.map(({ operationId }) => operationId)).to.deep.equal([
      'requestCancellation',
      'watchCancellations',
    ]);
  });

  it('refuses a stream to somebody who is not signed in', async () => {
    const { adapter, signOut } = restWorld(createMemoryAdapter());
    signOut();
    expect(await rejection(watch(adapter).over)).to.include({ code: 'unauthenticated' });
  });
});
