import { AdapterError } from '../../flow/storefront-adapter.js';
import type { Call } from '../../flow/storefront-adapter.js';
import { valueOf } from './rest-options.js';
import type { RestAdapterOptions } from './rest-options.js';

export interface RestRequest {
  readonly method?: 'GET' | 'POST';
  /** Segments, not encoded yet. An id that is missing is one that the shop does not know. */
  readonly path: readonly (string | undefined)[];
  readonly query?: readonly (readonly [name: string, value: string | number | undefined])[];
  readonly body?: object;
  /** What only this request says; the contract's own fields are set elsewhere. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PreparedRequest {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Headers };
}

/** All that comes before the send. What throws here has not left the device. */
export async function prepareRequest(
  options: RestAdapterOptions,
  request: RestRequest,
  call: Call,
  more: { readonly key?: string | undefined; readonly refresh: boolean },
): Promise<PreparedRequest> {
  const { method = 'GET', body } = request;
  const url = addressOf(options.endpoint, request);
  const headers = await ownHeaders(options, { method, refresh: more.refresh });
  const contract = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': call.locale,
    ...(body && { 'Content-Type': 'application/json' }),
    ...(more.key && { 'Idempotency-Key': more.key }),
    ...request.headers,
  };
  for (const [name, value] of Object.entries(contract)) headers.set(name, value);
  const init = {
    method,
    headers,
    body: body ? JSON.stringify(body) : null,
    credentials: options.credentials ?? 'same-origin',
    // What a cache remembers of an order would count as fresh evidence.
    cache: 'no-store',
    // Followed, it would carry tokens to wherever it points.
    redirect: 'manual',
    signal: call.signal,
  } as const;
  return { url, init };
}

/** For logs: without the query, which may hold what a shopper typed. */
export function nameOf({ method = 'GET', path }: RestRequest): string {
  return `${method} /${path.join('/')}`;
}

/** What the shop adds, by its own hooks. */
async function ownHeaders(
  { headers: own, token, csrf }: RestAdapterOptions,
  asked: { readonly method: 'GET' | 'POST'; readonly refresh: boolean },
): Promise<Headers> {
  const headers = new Headers(await valueOf(own, asked));
  const bearer = await valueOf(token, asked);
  if (bearer) headers.set('Authorization', `Bearer ${bearer}`);
  if (csrf && asked.method === 'POST') {
    const proof = 'cookie' in csrf ? cookieOf(csrf.cookie) : await valueOf(csrf.token, asked);
    if (proof) headers.set(csrf.header ?? 'X-CSRF-Token', proof);
  }
  return headers;
}

/** Undefined also where there is no page. */
function cookieOf(name: string): string | undefined {
  const { document: page } = globalThis as { readonly document?: { readonly cookie: string } };
  const start = `${name}=`;
  const found = page?.cookie.split('; ').find((cookie) => cookie.startsWith(start));
  return found && decodeURIComponent(found.slice(start.length));
}

/** Throws for ids that an address cannot hold, and for an endpoint that is none. */
function addressOf(endpoint: string, { path, query = [] }: RestRequest): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of query) {
    if (value !== undefined) parameters.append(name, String(value));
  }
  const address = [endpoint.replace(/\/+$/, ''), ...path.map(segmentOf)].join('/');
  // `fetch` would refuse it too, but not say that nothing was sent. The base counts only for a path of the page's own origin.
  new URL(address, 'https://shop.invalid');
  return parameters.size ? `${address}?${parameters}` : address;
}

function segmentOf(segment = ''): string {
  // "." and ".." would be resolved away, encoded or not, and an empty one would name the list instead of an order.
  if (/^\.{0,2}$/.test(segment)) {
    throw new AdapterError('not-found', { message: `"${segment}" cannot stand in an address` });
  }
  return encodeURIComponent(segment);
}
