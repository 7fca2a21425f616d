import { AdapterError } from '../../flow/storefront-adapter.js';
import type { FailureCode } from '../../model/failure.js';
import { present } from '../../model/present.js';
import type { VendureRefusal } from './answers.js';
import { toBlock } from './map-eligibility.js';

export interface GraphQlError {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** Thrown errors, by Vendure's own codes. None of them is 'not-eligible': that is for the unions to say. */
const codeByExtension: Readonly<Record<string, FailureCode>> = {
  // Also what Vendure says to somebody who is not signed in.
  FORBIDDEN: 'unauthenticated',
  UNAUTHORIZED: 'unauthenticated',
  ENTITY_NOT_FOUND: 'not-found',
  // Found before anything ran: another release, or the plugin is missing.
  GRAPHQL_VALIDATION_FAILED: 'unsupported',
  BAD_USER_INPUT: 'invalid',
};

const codeByResult: Readonly<Record<string, FailureCode>> = {
  CANCELLATION_NOT_ELIGIBLE_ERROR: 'not-eligible',
  CANCELLATION_INVALID_ERROR: 'invalid',
  CANCELLATION_ORDER_CHANGED_ERROR: 'stale',
  CANCELLATION_NOT_FOUND_ERROR: 'not-found',
  RETRACTION_REFUSED_ERROR: 'not-eligible',
  SHOPPER_INPUT_ERROR: 'invalid',
  PROOF_EXPIRED_ERROR: 'expired',
  TOO_MANY_ATTEMPTS_ERROR: 'rate-limited',
};

const codeByStatus: Readonly<Record<number, FailureCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  413: 'invalid',
  429: 'rate-limited',
};

/** The `errors` of an answer, where they took the result with them. */
export function failureOfErrors(errors: readonly GraphQlError[], response: Response): AdapterError {
  const [error] = errors;
  const platformCode = error?.extensions?.code;
  const code = codeByExtension[platformCode ?? ''] ?? codeByStatus[response.status] ?? 'platform';
  return new AdapterError(code, {
    message: `Shop API: ${error?.message ?? 'an error without a message'}`,
    ...present({ platformCode, retryAfterMs: retryAfterOf(response) }),
  });
}

/** An answer without data or errors: a proxy's, a firewall's, a sign-in page's. */
export function failureOfStatus(response: Response): AdapterError {
  return new AdapterError(codeByStatus[response.status] ?? 'platform', {
    message: `Shop API: HTTP ${String(response.status)} without an answer`,
    ...present({ retryAfterMs: retryAfterOf(response) }),
  });
}

/** The engine's own "no", as a member of a union. */
export function failureOfRefusal(refusal: VendureRefusal): AdapterError {
  const { errorCode, message, field, blocks, retryAfterSeconds } = refusal;
  return new AdapterError(codeByResult[errorCode] ?? 'platform', {
    message: `${refusal.__typename}: ${message}`,
    detail: message,
    platformCode: errorCode,
    ...present({
      field,
      blocks: blocks?.map(toBlock),
      retryAfterMs: retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000,
    }),
  });
}

/** Something thrown on the way: by the network, or because the caller gave up. */
export function thrown(
  error: unknown,
  signal: AbortSignal,
  code: FailureCode,
  facts: { readonly sent?: false } = {},
): AdapterError {
  const reason: unknown = signal.reason;
  const timedOut = reason instanceof DOMException && reason.name === 'TimeoutError';
  return new AdapterError(signal.aborted ? (timedOut ? 'timeout' : 'aborted') : code, {
    message: String(error),
    cause: error,
    ...facts,
  });
}

function retryAfterOf({ headers }: Response): number | undefined {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d+$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}
