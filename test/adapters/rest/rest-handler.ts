import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type {
  CancellationProof,
  StorefrontAdapter,
  WriteCall,
} from '../../../src/flow/storefront-adapter.js';
import type { CancellationDraft } from '../../../src/model/cancellation.js';
import type { FailureCode } from '../../../src/model/failure.js';
import type { OrderStatus } from '../../../src/model/order.js';
import type { SupportMessage } from '../../../src/model/support.js';
import { present } from '../../../src/model/present.js';

/** What a route is given. The body is as it came: a shop checks it against the contract first. */
interface Input {
  readonly ids: readonly [string, string];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly call: WriteCall;
}

type Route = readonly [
  request: string,
  status: 200 | 201,
  serve: (shop: StorefrontAdapter, input: Input) => Promise<object> | undefined,
];

const routes: readonly Route[] = [
  ['GET capabilities', 200, (shop, { call }) => shop.describe?.(call)],
  ['GET orders', 200, (shop, { query, call }) => shop.listOrders(orderQuery(query), call)],
  ['GET orders/*', 200, (shop, { ids: [id], call }) => shop.getOrder(id, call)],
  [
    'GET orders/*/cancellation-reasons',
    200,
    (shop, { ids: [id], call }) => shop.listReasons?.(id, call),
  ],
  [
    'POST orders/*/cancellation-preview',
    200,
    (shop, { ids: [orderId], body, call }) =>
      shop.previewCancellation?.({ ...(body as CancellationDraft), orderId }, call),
  ],
  [
    'POST orders/*/cancellations',
    201,
    (shop, { ids: [orderId], body, call }) =>
      shop.requestCancellation({ ...(body as CancellationDraft), orderId }, call),
  ],
  [
    'POST orders/*/cancellations/*/retraction',
    200,
    (shop, { ids: [orderId, cancellationId], call }) =>
      shop.retractCancellation?.({ orderId, cancellationId }, call),
  ],
  [
    'GET cancellations',
    200,
    (shop, { query, call }) =>
      shop
        .getCancellations?.(
          query.getAll('order').map((orderId) => ({ orderId })),
          call,
        )
        .then((cancellations) => ({ cancellations })),
  ],
  [
    'POST cancellation-confirmations',
    200,
    (shop, { body, call }) => shop.confirmCancellation?.(body as CancellationProof, call),
  ],
  [
    'POST challenges/*/resend',
    200,
    (shop, { ids: [id], call }) => shop.resendChallenge?.(id, call),
  ],
  [
    'POST support-messages',
    201,
    (shop, { body, call }) => shop.contactSupport?.(body as SupportMessage, call),
  ],
  ['GET faq', 200, (shop, { call }) => shop.listFaq?.(call).then((entries) => ({ entries }))],
];

/**
 * Serves the REST contract with whatever implements the port. `shopFor` finds the shop as the signed-in shopper sees it, so that an
 * order of somebody else's is simply not there; undefined: nobody is signed in.
 */
export function createRestHandler(options: {
  readonly base: string;
  readonly shopFor: (request: Request) => StorefrontAdapter | undefined;
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, searchParams: query } = new URL(request.url);
    const path = pathname.slice(options.base.length + 1).split('/');
    const found = routes
      .map((route) => ({ route, ids: idsIn(route, request.method, path) }))
      .find(({ ids }) => ids);
    if (!found?.ids) return problem(404, {});
    const [, status, serve] = found.route;
    const shop = options.shopFor(request);
    if (!shop) return problem(401, { code: 'unauthenticated' });
    try {
      const [first = '', second = ''] = found.ids;
      const text = await request.text();
      const answer = serve(shop, {
        ids: [first, second],
        query,
        body: text ? JSON.parse(text) : undefined,
        call: {
          signal: request.signal,
          locale: request.headers.get('accept-language') ?? 'en',
          idempotencyKey: request.headers.get('idempotency-key') ?? '',
        },
      });
      return answer ? Response.json(await answer, { status, headers }) : problem(404, {});
    } catch (error) {
      return failed(error);
    }
  };
}

const headers = { 'Cache-Control': 'no-store' };

/** The ids in a path that a route's pattern matches. */
function idsIn([request]: Route, method: string, path: readonly string[]): string[] | undefined {
  const [routeMethod, pattern = ''] = request.split(' ');
  const segments = pattern.split('/');
  if (routeMethod !== method || segments.length !== path.length) return undefined;
  if (!segments.every((segment, index) => segment === '*' || segment === path[index]))
    return undefined;
  return path.filter((_, index) => segments[index] === '*').map(decodeURIComponent);
}

function orderQuery(query: URLSearchParams): Parameters<StorefrontAdapter['listOrders']>[0] {
  return present({
    first: Number(query.get('first')),
    after: query.get('after'),
    search: query.get('search'),
    status: query.get('status') as OrderStatus | null,
  });
}

const statusByCode: Readonly<Partial<Record<FailureCode, number>>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'not-eligible': 409,
  invalid: 422,
  expired: 410,
  unsupported: 501,
  'rate-limited': 429,
  stale: 412,
  'in-progress': 409,
  'unknown-outcome': 409,
};

function failed(error: unknown): Response {
  if (!(error instanceof AdapterError)) return problem(500, { code: 'platform' });
  const { code, detail, blocks, field, platformCode, url, retryAfterMs } = error;
  const status = statusByCode[code];
  return problem(
    status ?? 502,
    present({
      code: status ? code : 'platform',
      title: error.message,
      detail,
      blocks,
      field,
      platformCode,
      url,
    }),
    retryAfterMs,
  );
}

function problem(status: number, body: object, retryAfterMs?: number): Response {
  return new Response(JSON.stringify({ ...body, status }), {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      ...(retryAfterMs !== undefined && { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) }),
    },
  });
}
