import { AdapterError } from '../../flow/storefront-adapter.js';
import type { Call, WriteCall } from '../../flow/storefront-adapter.js';
import type { Instant } from '../../model/time.js';
import { present } from '../../model/present.js';
import { instantOf, isObject, parseJson } from './rest-answer.js';
import type { JsonObject } from './rest-answer.js';
import { failureFrom, thrown } from './rest-failure.js';
import { nameOf, prepareRequest } from './rest-request.js';
import type { PreparedRequest, RestAdapterOptions, RestRequest } from './rest-request.js';

export interface RestClient {
  /** Resolves to a JSON object. `Body` is what the contract promises of it, not what was checked. */
  read<Body>(request: RestRequest, call: Call): Promise<RestAnswer<Body>>;
  /** Undefined: the shop has it, and its answer had no body or broke off. */
  write(request: RestRequest, call: WriteCall): Promise<JsonObject | undefined>;
}

export interface RestAnswer<Body> {
  readonly body: Body;
  /** The shop's clock, where its `Date` can be seen. */
  readonly serverTime?: Instant;
}

/** Sends one request, and says what became of it. */
export function createRestClient(options: RestAdapterOptions): RestClient {
  /** Resolves to a 2xx answer, its body unread. */
  async function exchange(request: RestRequest, call: Call, key?: string): Promise<Response> {
    let prepared: PreparedRequest;
    try {
      prepared = await prepareRequest(options, request, call, key);
      call.signal.throwIfAborted();
    } catch (error) {
      throw thrown(error, call.signal, 'platform', { sent: false });
    }
    // Not called as a method of `options`: a browser's own fetch refuses that.
    const send = options.fetch ?? fetch;
    let response: Response;
    try {
      response = await send(prepared.url, prepared.init);
    } catch (error) {
      throw thrown(error, call.signal, 'network');
    }
    if (response.ok) return response;
    throw await failureFrom(response, request);
  }

  return {
    async read<Body>(request: RestRequest, call: Call): Promise<RestAnswer<Body>> {
      const response = await exchange(request, call);
      let text: string;
      try {
        text = await response.text();
      } catch (error) {
        throw thrown(error, call.signal, 'network');
      }
      const body = parseJson(text);
      if (!isObject(body)) {
        throw new AdapterError('platform', { message: `${nameOf(request)}: not a JSON object` });
      }
      const serverTime = instantOf(response.headers.get('date'));
      return { body: body as Body, ...present({ serverTime }) };
    },

    async write(request, call) {
      const response = await exchange(request, call, call.idempotencyKey);
      const text = await response.text().catch(() => '');
      const body = parseJson(text);
      const isJson = response.headers.get('content-type')?.includes('json');
      // A sign-in page or a proxy's greeting is 200 as well, and neither has taken the request.
      if (body === undefined ? text && !isJson : !isObject(body)) {
        throw new AdapterError('unknown-outcome', {
          message: `${nameOf(request)}: not the answer`,
        });
      }
      return body as JsonObject | undefined;
    },
  };
}
