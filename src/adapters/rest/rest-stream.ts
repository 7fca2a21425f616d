import { AdapterError } from '../../flow/storefront-adapter.js';
import type { Call, CancellationUpdate, WatchHandlers } from '../../flow/storefront-adapter.js';
import { present } from '../../model/present.js';
import { createEventParser } from './event-parser.js';
import { parseJson } from './rest-answer.js';
import type { RestClient } from './rest-client.js';
import { thrown } from './rest-failure.js';
import type { RestRequest } from './rest-request.js';
import { whileWanted } from './while-wanted.js';

export interface StreamOptions {
  readonly client: RestClient;
  readonly request: RestRequest;
  readonly silenceMs: number;
  /** Where the next connect can go on. */
  readonly reached: (id: string) => void;
}

/** One stream, from its connect to its end. Resolves when the shop or the caller ends it. */
export async function readStream(
  { client, request, silenceMs, reached }: StreamOptions,
  on: WatchHandlers,
  call: Call,
): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = (): void => {
    controller.abort(call.signal.reason);
  };
  if (call.signal.aborted) stop();
  call.signal.addEventListener('abort', stop);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controller.abort(new DOMException('the stream is silent', 'TimeoutError'));
    }, silenceMs);
  };
  const parser = createEventParser(({ type, data, id }) => {
    // A header holds no other characters.
    if (/^[!-~]+$/.test(id)) reached(id);
    // What is not an update is told to the shop's developer by whoever parses it.
    if (type === 'message' && !signal.aborted) on.update(parseJson(data) as CancellationUpdate);
  });
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    alive();
    reader = readerOf(await client.exchange(request, { ...call, signal }));
    on.open();
    const decoder = new TextDecoder();
    for (;;) {
      alive();
      const { done, value } = await whileWanted(reader.read(), signal);
      if (done) break;
      parser.push(decoder.decode(value, { stream: true }));
    }
    if (parser.retryMs) throw new AdapterError('platform', { message: 'the stream ended' });
  } catch (error) {
    if (reader && call.signal.aborted) return;
    throw thrown(error, signal, 'network', present({ retryAfterMs: parser.retryMs }));
  } finally {
    clearTimeout(timer);
    call.signal.removeEventListener('abort', stop);
    // Closes the connection where it is not the shop that did.
    controller.abort();
    reader?.cancel().catch(() => undefined);
  }
}

function readerOf(response: Response): ReadableStreamDefaultReader<Uint8Array> {
  const { status, body, headers } = response;
  // 204 says so; without a body that can be read as it comes there is nothing to wait for.
  if (status === 204 || !body) throw new AdapterError('unsupported', { message: 'no stream' });
  if (!headers.get('content-type')?.toLowerCase().startsWith('text/event-stream'))
    throw new AdapterError('platform', { message: 'not a stream of events' });
  return body.getReader();
}
