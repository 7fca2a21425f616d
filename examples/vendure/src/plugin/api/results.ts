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
