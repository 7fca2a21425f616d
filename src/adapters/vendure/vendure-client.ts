import type { Call } from '../../flow/storefront-adapter.js';
import { failureOfErrors, failureOfStatus, thrown } from './vendure-failure.js';
import type { GraphQlError } from './vendure-failure.js';

export interface VendureAdapterOptions {
  /** The Shop API: "/shop-api" on the page's own origin, or an absolute address. */
  readonly url: string;
  /** A bearer token; a function is asked before each call. Without it: the cookie of the session. */
  readonly token?: string | (() => string | undefined);
  /** Which of several channels of the shop. */
  readonly channelToken?: string;
  /** Further header fields, the same in each call. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether cookies go along. Default: 'same-origin'. */
  readonly credentials?: 'same-origin' | 'include' | 'omit';
  /** Default: the global `fetch`, looked up at each call. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Decimals that the shop's `MoneyStrategy` keeps. Default: 2, as Vendure's own. */
  readonly moneyPrecision?: number;
}

export interface Operation {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Sends one document and resolves to its data. `Data` is what the engine's schema promises of it. */
export type Execute = <Data>(operation: Operation, call: Call) => Promise<Data>;

export function createVendureClient(options: VendureAdapterOptions): Execute {
  return async <Data>(operation: Operation, call: Call): Promise<Data> => {
    let prepared: { readonly url: string; readonly init: RequestInit };
    try {
      call.signal.throwIfAborted();
      prepared = prepare(options, operation, call);
    } catch (error) {
      throw thrown(error, call.signal, 'platform', { sent: false });
    }
    let response: Response;
    let text: string;
    try {
      // Not called as a method of `options`: a browser's own fetch refuses that.
      const send = options.fetch ?? fetch;
      response = await send(prepared.url, prepared.init);
      text = await response.text();
    } catch (error) {
      throw thrown(error, call.signal, 'network');
    }
    const { data, errors = [] } = parseAnswer(text);
    const fatal = errors.filter(({ path }) => (data?.[path?.[0] ?? ''] ?? null) === null);
    if (fatal.length > 0) throw failureOfErrors(fatal, response);
    // Errors deeper down leave the rest: the shop has done what was asked, and could not show all of it.
    if (data) return data as Data;
    throw failureOfStatus(response);
  };
}

function prepare(
  options: VendureAdapterOptions,
  { document, variables = {} }: Operation,
  call: Call,
): { readonly url: string; readonly init: RequestInit } {
  const headers = new Headers(options.headers);
  headers.set('content-type', 'application/json');
  headers.set('accept', 'application/json');
  const token = typeof options.token === 'function' ? options.token() : options.token;
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (options.channelToken !== undefined) headers.set('vendure-token', options.channelToken);
  // Vendure's codes are languages, a few of them with a region that no cancellation text needs.
  const language = encodeURIComponent(call.locale.split('-')[0] ?? 'en');
  const url = `${options.url}${options.url.includes('?') ? '&' : '?'}languageCode=${language}`;
  const init: RequestInit = {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: document, variables }),
    credentials: options.credentials ?? 'same-origin',
    // Followed, it would carry the token to wherever it points.
    redirect: 'manual',
    cache: 'no-store',
    signal: call.signal,
  };
  return { url, init };
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQlError[];
}

function parseAnswer(text: string): Answer {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
