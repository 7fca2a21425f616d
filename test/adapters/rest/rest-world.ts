import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import type { RestAdapterOptions } from '../../../src/adapters/rest/index.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import { servedFetch } from './exchange.js';
import { createRestHandler } from './rest-handler.js';

export interface RestWorld {
  readonly adapter: StorefrontAdapter;
  /** What was asked, by the names in the contract. */
  readonly exchanges: ReturnType<typeof servedFetch>['exchanges'];
  /** Ends the session. */
  signOut(): void;
}

export interface RestWorldOptions extends Omit<RestAdapterOptions, 'endpoint' | 'fetch'> {
  /** What the shop wants in `X-CSRF-Token`. */
  readonly demanded?: () => string;
  /** What the shop wants in `Authorization`. */
  readonly authorized?: (request: Request) => boolean;
}

/** A shop behind HTTP and the REST adapter, without a network between them. Each exchange is held against the contract. */
export function restWorld(
  shop: StorefrontAdapter,
  { demanded, authorized = () => true, ...options }: RestWorldOptions = {},
): RestWorld {
  let signedIn = true;
  const base = '/api/rescind';
  const serve = createRestHandler({
    base,
    shopFor: (request) => (signedIn && authorized(request) ? shop : undefined),
    ...(demanded && { csrf: demanded }),
  });

  /** Ends with the signal, as a browser's own does. */
  function send(request: Request, { signal }: RequestInit): Promise<Response> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => {
        reject(new DOMException('aborted', 'AbortError'));
      });
      serve(request).then(resolve, reject);
    });
  }

  const { exchanges, fetch } = servedFetch(base, send);
  return {
    adapter: createRestAdapter({ ...options, endpoint: `${location.origin}${base}`, fetch }),
    exchanges,
    signOut() {
      signedIn = false;
    },
  };
}
