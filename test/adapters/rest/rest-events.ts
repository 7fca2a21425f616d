import type {
  CancellationUpdate,
  StorefrontAdapter,
} from '../../../src/flow/storefront-adapter.js';
import { failed, problem } from './rest-problem.js';
import type { Input } from './rest-routes.js';

const aliveMs = 20_000;

/** The stream of events over `watchCancellations`. It is answered once the shop is listened to, so that a refusal is an answer. */
export function eventStream(shop: StorefrontAdapter, { query, call }: Input): Promise<Response> {
  const refs = query.getAll('order').map((orderId) => ({ orderId }));
  const listener = new AbortController();
  const own = { signal: listener.signal, locale: call.locale };
  const pipe = createPipe(() => {
    listener.abort();
  });
  call.signal.addEventListener('abort', pipe.end);

  return new Promise((resolve) => {
    let id = 0;
    const tell = (update: CancellationUpdate): void => {
      id += 1;
      pipe.write(`id: ${String(id)}\ndata: ${JSON.stringify(update)}\n\n`);
    };
    /** What is now comes before what changes. */
    let ready: Promise<unknown> = Promise.resolve();
    const open = (): void => {
      pipe.write('retry: 0\n\n');
      ready = Promise.resolve(shop.getCancellations?.(refs, own)).then(
        (cancellations) => {
          for (const cancellation of cancellations ?? []) tell({ cancellation });
        },
        () => {
          pipe.end();
        },
      );
      resolve(new Response(pipe.readable, { headers }));
    };
    const update = (news: CancellationUpdate): void => {
      void ready.then(() => {
        tell(news);
      });
    };
    const watching = shop.watchCancellations?.(refs, { open, update }, own);
    watching?.then(
      () => ready.then(pipe.end),
      (error: unknown) => {
        pipe.end();
        resolve(failed(error));
      },
    );
    if (!watching) resolve(problem(404, {}));
  });
}

const headers = {
  'Cache-Control': 'no-store',
  'Content-Type': 'text/event-stream',
  'X-Accel-Buffering': 'no',
};

/** What is written at one end and read at the other, with a sign of life now and then, until one of them ends it. */
function createPipe(ended: () => void) {
  const encoder = new TextEncoder();
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  const readable = new ReadableStream<Uint8Array>({
    start(controller) {
      sink = controller;
    },
    cancel() {
      sink = undefined;
      end();
    },
  });
  const write = (text: string): void => {
    sink?.enqueue(encoder.encode(text));
  };
  const timer = setInterval(() => {
    write(': alive\n\n');
  }, aliveMs);
  function end(): void {
    clearInterval(timer);
    sink?.close();
    sink = undefined;
    ended();
  }
  return { readable, write, end };
}
