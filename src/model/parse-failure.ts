import type { Failure, FailureCode } from './failure.js';
import { parseAnswer } from './fields.js';
import { readBlocks } from './parse-eligibility.js';
import { readAmount, readBoolean, readText, readUrl, readWord, textLimits } from './parse-value.js';
import { present } from './present.js';
import { failureCodes } from './vocabulary.js';

/** A failure and whether the call left the device: only a certain false says that nothing was asked. */
export interface CallFailure extends Failure { readonly sent?: boolean }

/**
 * Whatever an adapter threw, as data. It may be an `AdapterError` of another copy of this package, so it is known by its code.
 * Everything else is 'platform': of a write it then counts as unconfirmed.
 */
export function parseFailure(thrown: unknown): CallFailure {
  const { value } = parseAnswer<CallFailure>(thrown, (root) => {
    const fields = root.object('');
    if (fields === undefined) return undefined;
    const code = readWord(fields, 'code', failureCodes);
    if (code === undefined) return { code: byName(fields.get('name')) };
    return present({
      code,
      detail: readText(fields, 'detail'),
      blocks: readBlocks(fields, 'blocks'),
      field: readText(fields, 'field', textLimits.label),
      retryAfterMs: readAmount(fields, 'retryAfterMs'),
      platformCode: readText(fields, 'platformCode', textLimits.label),
      url: readUrl(fields, 'url'),
      sent: readBoolean(fields, 'sent'),
    });
  });
  return value ?? { code: 'platform' };
}

function byName(name: unknown): FailureCode {
  return name === 'AbortError' ? 'aborted' : name === 'TimeoutError' ? 'timeout' : 'platform';
}
