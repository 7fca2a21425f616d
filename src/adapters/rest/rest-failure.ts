import { AdapterError } from '../../flow/storefront-adapter.js';
import type { AdapterErrorOptions } from '../../flow/storefront-adapter.js';
import type { Block } from '../../model/eligibility.js';
import type { FailureCode } from '../../model/failure.js';
import { present } from '../../model/present.js';
import { isObject, parseJson, retryAfterOf } from './rest-answer.js';
import { nameOf } from './rest-request.js';
import type { RestRequest } from './rest-request.js';
import { whileWanted } from './while-wanted.js';

/** What a status means that came without a code of ours. Everything else is 'platform'. */
const codeByStatus: Readonly<Record<number, FailureCode>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  // A gateway, a lock, a duplicate: for a write that may just as well be our own earlier send.
  409: 'unknown-outcome',
  410: 'expired',
  412: 'stale',
  422: 'invalid',
  428: 'stale',
  429: 'rate-limited',
  501: 'unsupported',
};

/** The codes that a shop may send. 'network', 'timeout' and 'aborted' are this side's to say. */
const shopCodes: readonly unknown[] = [
  ...Object.values(codeByStatus),
  'not-eligible',
  'in-progress',
  'platform',
] satisfies readonly FailureCode[];

/** An answer that is not 2xx. */
export async function failureFrom(
  response: Response,
  request: RestRequest,
  signal: AbortSignal,
): Promise<AdapterError> {
  const body = parseJson(await whileWanted(response.text(), signal).catch(() => ''));
  const problem = isObject(body) ? body : {};
  const text = (name: string): string | undefined => {
    const value = problem[name];
    return typeof value === 'string' ? value : undefined;
  };
  const blocks = problem['blocks'];
  return new AdapterError(
    codeOf(response, problem['code'], request),
    present({
      message: `${nameOf(request)}: ${response.status || 'redirected'} ${text('title') ?? ''}`,
      detail: text('detail'),
      field: text('field'),
      platformCode: text('platformCode'),
      url: text('url'),
      // Each block is checked where every answer is: in the model's parsers.
      blocks: Array.isArray(blocks) ? (blocks as readonly Block[]) : undefined,
      retryAfterMs: retryAfterOf(response.headers),
    }),
  );
}

function codeOf({ status, headers }: Response, code: unknown, { path }: RestRequest): FailureCode {
  // A gateway's own 5xx says nothing about what the shop did, whatever words it uses.
  const fromShop = status < 500 || headers.get('content-type')?.includes('problem+json');
  if (fromShop && shopCodes.includes(code)) return code as FailureCode;
  // Nothing is named that could be missing: the shop does not serve this address.
  if (status === 404 && path.length === 1) return 'unsupported';
  return codeByStatus[status] ?? 'platform';
}

/** Something thrown on the way: by the shop's own hook or fetch, by the network, or because the caller gave up. */
export function thrown(
  error: unknown,
  signal: AbortSignal,
  code: FailureCode,
  facts: Pick<AdapterErrorOptions, 'sent' | 'retryAfterMs'> = {},
): AdapterError {
  if (error instanceof AdapterError) {
    return new AdapterError(error.code, {
      ...error,
      message: error.message,
      cause: error,
      ...facts,
    });
  }
  const reason: unknown = signal.reason;
  const timedOut = reason instanceof DOMException && reason.name === 'TimeoutError';
  return new AdapterError(signal.aborted ? (timedOut ? 'timeout' : 'aborted') : code, {
    message: String(error),
    cause: error,
    ...facts,
  });
}
