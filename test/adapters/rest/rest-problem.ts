import { AdapterError } from '../../../src/flow/storefront-adapter.js';
import type { FailureCode } from '../../../src/model/failure.js';
import { present } from '../../../src/model/present.js';

const headers = { 'Cache-Control': 'no-store' };

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

export function success(status: number, body: object): Response {
  return Response.json(body, { status, headers });
}

/** What the shop refused, or what went wrong in it. */
export function failed(error: unknown): Response {
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

export function problem(status: number, body: object, retryAfterMs?: number): Response {
  return new Response(JSON.stringify({ ...body, status }), {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      ...(retryAfterMs !== undefined && { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) }),
    },
  });
}
