import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import { createRestHandler } from './rest-handler.js';

export interface RestWorld {
  readonly adapter: StorefrontAdapter;
  /** Ends the session. */
  signOut(): void;
  /** From now on the network loses every GET. */
  failReads(): void;
}

/** A shop behind HTTP and the REST adapter, without a network between them. */
export function restWorld(shop: StorefrontAdapter): RestWorld {
  let signedIn = true;
  let readsFail = false;
  const base = '/api/rescind';
  const serve = createRestHandler({ base, shopFor: () => (signedIn ? shop : undefined) });

  /** Ends with the signal, as a browser's own does. */
  function send(url: string, init: RequestInit): Promise<Response> {
    const request = new Request(url, init);
    if (readsFail && request.method === 'GET')
      return Promise.reject(new TypeError('Failed to fetch'));
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => {
        reject(new DOMException('aborted', 'AbortError'));
      });
      serve(request).then(resolve, reject);
    });
  }

  return {
    adapter: createRestAdapter({ endpoint: `${location.origin}${base}`, fetch: send }),
    signOut() {
      signedIn = false;
    },
    failReads() {
      readsFail = true;
    },
  };
}
