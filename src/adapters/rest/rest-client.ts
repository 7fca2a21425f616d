import { AdapterError } from '../../flow/storefront-adapter.js';
import type { Call, WriteCall } from '../../flow/storefront-adapter.js';
import type { Instant } from '../../model/time.js';
import { present } from '../../model/present.js';
import { instantOf, isObject, parseJson, retryAfterOf } from './rest-answer.js';
import type { JsonObject } from './rest-answer.js';
import { failureFrom, thrown } from './rest-failure.js';
import type { RestAdapterOptions } from './rest-options.js';
import { nameOf, prepareRequest } from './rest-request.js';
import type { PreparedRequest, RestRequest } from './rest-request.js';
import { whileWanted } from './while-wanted.js';

export interface RestClient {
  /** Resolves to a 2xx answer, its body unread. */
  exchange(request: RestRequest, call: Call, key?: string): Promise<Response>;
  /** Resolves to a JSON object. `Body` is what the contract promises of it, not what was checked. */
  read<Body>(request: RestRequest, call: Call): Promise<RestAnswer<Body>>;
  /** Without a body: the shop has it, and its answer had none or broke off. */
  write(request: RestRequest, call: WriteCall): Promise<Partial<RestAnswer<JsonObject>>>;
}

export interface RestAnswer<Body> {
  readonly body: Body;
  /** The shop's clock, where its `Date` can be seen. */
  readonly serverTime?: Instant;
  /** When asking again is worth it. */
  readonly retryAfterMs?: number;
}

/** Sends one request, and says what became of it. */
export function createRestClient(options: RestAdapterOptions): RestClient {
  async function exchange(
    request: RestRequest,
    call: Call,
    key?: string,
    refused?: { readonly prepared: PreparedRequest; readonly failure: AdapterError },
  ): Promise<Response> {
    const { signal } = call;
    let prepared: PreparedRequest;
    try {
      const refresh = refused !== undefined;
      prepared = await whileWanted(
        prepareRequest(options, request, call, { key, refresh }),
        signal,
      );
      signal.throwIfAborted();
    } catch (error) {
      // That the shop has refused is certain, whatever became of the attempt to ask again.
      throw refused?.failure ?? thrown(error, signal, 'platform', { sent: false });
    }
    if (
      refused &&
      String([...prepared.init.headers]) === String([...refused.prepared.init.headers])
    )
      throw refused.failure;
    // Not called as a method of `options`: a browser's own fetch refuses that.
    const send = options.fetch ?? fetch;
    let response: Response;
    try {
      response = await whileWanted(send(prepared.url, prepared.init), signal);
      if (response.ok) return response;
    } catch (error) {
      throw thrown(error, signal, 'network');
    }
    const failure = await failureFrom(response, request, signal);
    // It is definite: nothing was done, so that the same may be sent again.
    if (failure.code !== 'unauthenticated' || refused) throw failure;
    return exchange(request, call, key, { prepared, failure });
  }

  return {
    exchange,

    async read<Body>(request: RestRequest, call: Call): Promise<RestAnswer<Body>> {
      const response = await exchange(request, call);
      let text: string;
      try {
        text = await whileWanted(response.text(), call.signal);
      } catch (error) {
        throw thrown(error, call.signal, 'network');
      }
      const body = parseJson(text);
      if (!isObject(body)) {
        throw new AdapterError('platform', { message: `${nameOf(request)}: not a JSON object` });
      }
      return { body: body as Body, ...hintsOf(response) };
    },

    async write(request, call) {
      const response = await exchange(request, call, call.idempotencyKey);
      const type = response.headers.get('content-type') ?? '';
      // One that broke off was JSON as far as it goes, unless it says that it is not.
      const brokenOff = type ? '?' : '';
      const text = await whileWanted(response.text(), call.signal).catch(() => brokenOff);
      const body = parseJson(text);
      // A sign-in page or a proxy's greeting is 200 as well, and neither has taken the request.
      if (body === undefined ? text && !/json/i.test(type) : !isObject(body)) {
        throw new AdapterError('unknown-outcome', {
          message: `${nameOf(request)}: not the answer`,
        });
      }
      return { ...present({ body: body as JsonObject | undefined }), ...hintsOf(response) };
    },
  };
}

function hintsOf({ headers }: Response): Omit<RestAnswer<unknown>, 'body'> {
  const serverTime = instantOf(headers.get('date'));
  return present({ serverTime, retryAfterMs: retryAfterOf(headers) });
}
