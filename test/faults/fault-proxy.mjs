import { Agent, createServer, request as open } from 'node:http';
import { describeRequest } from './describe-request.mjs';
import { commit } from './fault-acts.mjs';
import { withoutHops } from './hop-headers.mjs';

/**
 * A proxy between a shopper and the engine that does to each request what `faultFor` says.
 *
 * - `target()`: the engine's origin at this moment.
 * - `faultFor(call)`: `{ kind, phase, chance }` or undefined.
 * - `serve(request, response)`: answers what is the page's own; true when it did.
 * - `timing`: `{ writeMs, settleAfterMs }` of the shoppers, which delays and late commits are measured against.
 *
 * `journal` holds every call to the engine's API; `inFlight` those whose whole request is with the engine and whose answer is not back.
 */
export async function startFaultProxy({ target, faultFor = () => undefined, serve, timing }) {
  const agent = new Agent({ keepAlive: true });
  const journal = [];
  const inFlight = new Set();
  const hung = new Set();
  const waiters = new Set();

  /** Passes the request on, once, and resolves to the whole answer; rejects when the engine does not give one. */
  function forward(call) {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(target());
      const delivery = { call, since: undefined };
      const upstream = open(
        {
          ...{ agent, hostname, port, method: call.method, path: call.url },
          headers: call.headers,
        },
        (answer) => {
          const chunks = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('error', fail);
          answer.on('end', () => {
            inFlight.delete(delivery);
            call.deliveries += 1;
            call.committedAt ??= performance.now();
            resolve({
              status: answer.statusCode,
              headers: answer.headers,
              body: Buffer.concat(chunks),
            });
          });
        },
      );
      upstream.on('error', fail);
      upstream.end(call.body, () => {
        delivery.since = performance.now();
        inFlight.add(delivery);
      });
      function fail(error) {
        inFlight.delete(delivery);
        reject(error);
      }
    });
  }

  /** A stream is passed on as it comes, and ends with whoever listens. */
  function stream(call, response) {
    const { hostname, port } = new URL(target());
    const upstream = open(
      { hostname, port, method: call.method, path: call.url, headers: call.headers },
      (answer) => {
        response.writeHead(answer.statusCode, withoutHops(answer.headers));
        answer.pipe(response);
        answer.on('error', () => response.destroy());
      },
    );
    upstream.on('error', () => response.destroy());
    response.on('close', () => upstream.destroy());
    upstream.end();
  }

  /** Resolves to true once another call about the same order, begun after this one, was answered; false when the time is over. */
  function overtaken(call, mostMs) {
    return new Promise((resolve) => {
      const waiter = { call, done: resolve };
      waiters.add(waiter);
      setTimeout(() => {
        waiters.delete(waiter);
        resolve(false);
      }, mostMs);
    });
  }

  function answered(call) {
    for (const waiter of [...waiters]) {
      const { orderId, number } = waiter.call;
      if (orderId === undefined || orderId !== call.orderId || number >= call.number) continue;
      waiters.delete(waiter);
      waiter.done(true);
    }
  }

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });

  // Where a connection that was used before breaks, Chromium sends the request once more by itself, and only the second answer reaches
  // the page: no page can tell. What is promised then stands in docs/reliability.md.
  server.maxRequestsPerSocket = 1;

  async function handle(request, response) {
    if (await serve?.(request, response)) return;
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { method, url } = request;
    const call = {
      ...{ method, url, body, number: journal.length, deliveries: 0, arrivedAt: performance.now() },
      headers: { ...withoutHops(request.headers), 'content-length': body.length },
      ...describeRequest({ method, url, headers: request.headers, body }),
    };
    journal.push(call);
    if (call.isStream) return stream(call, response);
    const fault = call.isApi ? faultFor(call) : undefined;
    call.fault = fault;
    const hands = {
      ...{ call, response, timing, overtaken: (mostMs) => overtaken(call, mostMs) },
      forward: () => forward(call),
      hang: () => hung.add(response),
      reply({ status, headers, body: content }) {
        if (response.destroyed) return;
        response.writeHead(status, { ...withoutHops(headers), 'content-length': content.length });
        response.end(content);
        call.status = status;
        answered(call);
      },
    };
    try {
      await commit(fault, hands);
    } catch (error) {
      call.broken = error.code ?? error.message;
      // Nobody there: the proxy knows that nothing was delivered, and says so. Broken in the middle: nobody knows.
      if (error.code === 'ECONNREFUSED')
        hands.reply({ status: 502, headers: {}, body: Buffer.from('Bad gateway') });
      else response.destroy();
    }
  }

  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    journal,
    inFlight,
    async close() {
      for (const response of hung) response.destroy();
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
      agent.destroy();
    },
  };
}
