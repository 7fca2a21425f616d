import {
  CancellationInvalidError,
  CancellationNotEligibleError,
  CancellationNotFoundError,
  CancellationOrderChangedError,
  RetractionRefusedError,
} from '../api/results';
import { textsFor } from '../texts';
import { Problem } from './problem';

type Refusal =
  | CancellationInvalidError
  | CancellationNotEligibleError
  | CancellationNotFoundError
  | CancellationOrderChangedError
  | RetractionRefusedError;

/** A service's "no" as a problem. */
export function problemOfRefusal(refusal: Refusal, languageCode: string): Problem {
  const { errorCode: platformCode } = refusal;
  const detail = textsFor(languageCode).errors[platformCode];
  // As where the id names nothing at all.
  if (refusal instanceof CancellationNotFoundError) return new Problem('not-found');
  if (refusal instanceof CancellationOrderChangedError)
    return new Problem('stale', { detail, platformCode });
  if (refusal instanceof CancellationInvalidError)
    return new Problem('invalid', { detail, platformCode, field: refusal.field });
  if (refusal instanceof CancellationNotEligibleError)
    return new Problem('not-eligible', { detail, platformCode, blocks: refusal.blocks });
  return new Problem('not-eligible', { detail, platformCode });
}
