import { ErrorResult } from '@vendure/core';
import type { Block } from '../states';

/**
 * What our unions may hold beside a request or a quote. The GraphQL name of each is its class's; Vendure translates `message` by the key
 * that it finds there: see `errorTranslations`.
 */

export class CancellationNotEligibleError extends ErrorResult {
  override readonly __typename = 'CancellationNotEligibleError';
  override readonly errorCode = 'CANCELLATION_NOT_ELIGIBLE_ERROR';
  override readonly message = 'CANCELLATION_NOT_ELIGIBLE_ERROR';
  constructor(readonly blocks: readonly Block[]) {
    super();
  }
}

export class CancellationInvalidError extends ErrorResult {
  override readonly __typename = 'CancellationInvalidError';
  override readonly errorCode = 'CANCELLATION_INVALID_ERROR';
  override readonly message = 'CANCELLATION_INVALID_ERROR';
  constructor(readonly field: 'lines' | 'reason' | 'note' | 'idempotencyKey') {
    super();
  }
}

export class CancellationOrderChangedError extends ErrorResult {
  override readonly __typename = 'CancellationOrderChangedError';
  override readonly errorCode = 'CANCELLATION_ORDER_CHANGED_ERROR';
  override readonly message = 'CANCELLATION_ORDER_CHANGED_ERROR';
}

/** Of somebody else and not there alike. */
export class CancellationNotFoundError extends ErrorResult {
  override readonly __typename = 'CancellationNotFoundError';
  override readonly errorCode = 'CANCELLATION_NOT_FOUND_ERROR';
  override readonly message = 'CANCELLATION_NOT_FOUND_ERROR';
}

export class RetractionRefusedError extends ErrorResult {
  override readonly __typename = 'RetractionRefusedError';
  override readonly errorCode = 'RETRACTION_REFUSED_ERROR';
  override readonly message = 'RETRACTION_REFUSED_ERROR';
}

/** What was typed is missing, too long or not valid. */
export class ShopperInputError extends ErrorResult {
  override readonly __typename = 'ShopperInputError';
  override readonly errorCode = 'SHOPPER_INPUT_ERROR';
  override readonly message = 'SHOPPER_INPUT_ERROR';
  constructor(readonly field: string) {
    super();
  }
}

/** A code or link that is over, was used, or never was. */
export class ProofExpiredError extends ErrorResult {
  override readonly __typename = 'ProofExpiredError';
  override readonly errorCode = 'PROOF_EXPIRED_ERROR';
  override readonly message = 'PROOF_EXPIRED_ERROR';
}

export class TooManyAttemptsError extends ErrorResult {
  override readonly __typename = 'TooManyAttemptsError';
  override readonly errorCode = 'TOO_MANY_ATTEMPTS_ERROR';
  override readonly message = 'TOO_MANY_ATTEMPTS_ERROR';
  constructor(readonly retryAfterSeconds: number) {
    super();
  }
}
