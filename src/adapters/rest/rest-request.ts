import { AdapterError } from '../../flow/storefront-adapter.js';
import type { Call } from '../../flow/storefront-adapter.js';

/** Header fields to add to a request. Those of the contract cannot be replaced. */
export type HeaderFields = Readonly<Record<string, string>>;

export interface RestAdapterOptions {
  /** Where the shop serves the contract: "/api/rescind" on the page's own origin, or an absolute address. */
  readonly endpoint: string;
  /**
   * A session token, a CSRF token. A function is asked before each request; where it throws, nothing is sent, and an `AdapterError`
   * of its own is what the caller gets.
   */
  readonly headers?: HeaderFields | HeaderHook;
  /** Whether cookies go along. Default: 'same-origin'. */
  readonly credentials?: 'same-origin' | 'include' | 'omit';
  /** Default: the global `fetch`, looked up at each request. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export type HeaderHook = (request: {
  readonly method: 'GET' | 'POST';
}) => HeaderFields | Promise<HeaderFields>;

export interface RestRequest {
  readonly method?: 'GET' | 'POST';
  /** Segments, not encoded yet. An id that is missing is one that the shop does not know. */
  readonly path: readonly (string | undefined)[];
  readonly query?: readonly (readonly [name: string, value: string | number | undefined])[];
  readonly body?: object;
}

export interface PreparedRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** All that comes before the send. What throws here has not left the device. */
export async function prepareRequest(
  options: RestAdapterOptions,
  request: RestRequest,
  call: Call,
  idempotencyKey?: string,
): Promise<PreparedRequest> {
  const { method = 'GET', body } = request;
  const url = addressOf(options.endpoint, request);
  const own = options.headers;
  const headers = new Headers(typeof own === 'function' ? await own({ method }) : own);
  headers.set('Accept', 'application/json, application/problem+json');
  headers.set('Accept-Language', call.locale);
  if (body) headers.set('Content-Type', 'application/json');
  if (idempotencyKey) headers.set('Idempotency-Key', idempotencyKey);
  const init: RequestInit = {
    method,
    headers,
    body: body ? JSON.stringify(body) : null,
    credentials: options.credentials ?? 'same-origin',
    // What a cache remembers of an order would count as fresh evidence.
    cache: 'no-store',
    // Followed, it would carry tokens to wherever it points.
    redirect: 'manual',
    signal: call.signal,
  };
  return { url, init };
}

/** For logs: without the query, which may hold what a shopper typed. */
export function nameOf({ method = 'GET', path }: RestRequest): string {
  return `${method} /${path.join('/')}`;
}

/** Throws for ids that an address cannot hold. */
function addressOf(endpoint: string, { path, query = [] }: RestRequest): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of query) {
    if (value !== undefined) parameters.append(name, String(value));
  }
  const address = [endpoint.replace(/\/+$/, ''), ...path.map(segmentOf)].join('/');
  return parameters.size ? `${address}?${parameters}` : address;
}

function segmentOf(segment = ''): string {
  // "." and ".." would be resolved away, encoded or not, and an empty one would name the list instead of an order.
  if (/^\.{0,2}$/.test(segment)) {
    throw new AdapterError('not-found', { message: `"${segment}" cannot stand in an address` });
  }
  return encodeURIComponent(segment);
}
