import type { Failure, FailureCode } from './failure.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { readBlocks } from './parse-eligibility.js';
import { readAmount, readBoolean, readLabel, readText, readUrl, word } from './parse-value.js';
import { object, record } from './read-record.js';
import { failureCodes } from './vocabulary.js';

/** A failure and whether the call left the device: only a certain false says that nothing was asked. */
export interface CallFailure extends Failure {
  readonly sent?: boolean;
}

/**
 * Whatever an adapter threw, as data. It may be an `AdapterError` of another copy of this package, so it is known by its code.
 * Everything else is 'platform': of a write it then counts as unconfirmed.
 */
export function parseFailure(thrown: unknown): CallFailure {
  return parseAnswer(thrown, readThrown).value ?? { code: 'platform' };
}

const readThrown = /* @__PURE__ */ object(
  (fields): CallFailure => readFailure(fields) ?? { code: codeOfName(fields) },
);

const readFailure = /* @__PURE__ */ record<CallFailure, 'code'>(
  { code: /* @__PURE__ */ word(failureCodes) },
  {
    detail: readText,
    blocks: readBlocks,
    field: readLabel,
    retryAfterMs: readAmount,
    platformCode: readLabel,
    url: readUrl,
    sent: readBoolean,
  },
);

function codeOfName(fields: Fields): FailureCode {
  const name = fields.get('name');
  return name === 'AbortError' ? 'aborted' : name === 'TimeoutError' ? 'timeout' : 'platform';
}
