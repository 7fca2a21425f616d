import type { StorefrontAdapter } from '../../../src/flow/storefront-adapter.js';
import { failed, problem, success } from './rest-problem.js';
import { routes } from './rest-routes.js';
import type { Route } from './rest-routes.js';
import { eventStream } from './rest-events.js';

export interface RestHandlerOptions {
  readonly base: string;
  /**
   * Finds the shop as the signed-in shopper sees it, so that an order of somebody else's is simply not there; undefined: nobody is
   * signed in.
   */
  readonly shopFor: (request: Request) => StorefrontAdapter | undefined;
  /** What every POST must bring in `X-CSRF-Token`. */
  readonly csrf?: () => string;
}

/** Serves the REST contract with whatever implements the port. */
export function createRestHandler(
  options: RestHandlerOptions,
): (request: Request) => Promise<Response> {
  const seen = new Set<string>();

  /** What the request lacks before a shop has to look at it. */
  function refusal({ method, headers }: Request, route: Route): Response | undefined {
    if (method !== 'POST') return undefined;
    if (options.csrf && headers.get('x-csrf-token') !== options.csrf())
      return problem(403, { code: 'forbidden', title: 'no token' });
    const key = headers.get('idempotency-key');
    if (route.keyed && !/^[\w-]{16,64}$/.test(key ?? '')) return problem(400, { code: 'invalid' });
    return undefined;
  }

  async function answer(request: Request, route: Route, ids: readonly string[]): Promise<Response> {
    const shop = options.shopFor(request);
    if (!shop) return problem(401, { code: 'unauthenticated' });
    const { headers, signal } = request;
    const text = await request.text();
    if (text && headers.get('content-type') !== 'application/json')
      return problem(400, { code: 'invalid', title: 'not JSON' });
    const key = headers.get('idempotency-key') ?? '';
    const input = {
      ids: [ids[0] ?? '', ids[1] ?? ''] as const,
      query: new URL(request.url).searchParams,
      body: text ? (JSON.parse(text) as unknown) : undefined,
      call: { signal, locale: headers.get('accept-language') ?? 'en', idempotencyKey: key },
    };
    if (route.stream) return eventStream(shop, input);
    const body = await route.serve(shop, input);
    if (!body) return problem(404, {});
    const again = route.status === 201 && seen.has(`${key} ${request.url}`);
    seen.add(`${key} ${request.url}`);
    return success(again ? 200 : route.status, body);
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    const path = pathname.slice(options.base.length + 1).split('/');
    for (const route of routes) {
      const ids = idsIn(route, request.method, path);
      if (!ids) continue;
      try {
        return refusal(request, route) ?? (await answer(request, route, ids));
      } catch (error) {
        return failed(error);
      }
    }
    return problem(404, {});
  };
}

/** The ids in a path that a route's pattern matches. */
function idsIn(route: Route, method: string, path: readonly string[]): string[] | undefined {
  const [routeMethod, pattern = ''] = route.request.split(' ');
  const segments = pattern.split('/');
  if (routeMethod !== method || segments.length !== path.length) return undefined;
  if (!segments.every((segment, index) => segment === '*' || segment === path[index]))
    return undefined;
  return path.filter((_, index) => segments[index] === '*').map(decodeURIComponent);
}
