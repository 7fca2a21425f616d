import { once } from 'node:events';
import { createServer } from 'node:http';

/** A server on this machine. `answer(request, response)` are Node's own, so that a test can break what it likes. */
export async function serveHttp(answer) {
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response)).catch((error) => response.destroy(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Serves what a handler of `Request` and `Response` answers, streams included. */
export function overHttp(handle, headersFor = () => ({})) {
  return async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await handle(
      new Request(`http://${request.headers.host}${request.url}`, {
        method: request.method,
        headers: request.headers,
        body: chunks.length > 0 ? Buffer.concat(chunks) : null,
        signal: gone.signal,
      }),
    );
    response.writeHead(answer.status, {
      ...Object.fromEntries(answer.headers),
      ...headersFor(request),
    });
    response.flushHeaders();
    for await (const chunk of answer.body ?? []) response.write(chunk);
    response.end();
  };
}
