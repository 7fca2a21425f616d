import {
  CancellationInvalidError,
  CancellationNotEligibleError,
  CancellationNotFoundError,
  CancellationOrderChangedError,
  ProofExpiredError,
  RetractionRefusedError,
  ShopperInputError,
  TooManyAttemptsError,
} from '../api/results';
import { textsFor } from '../texts';
import { wordsFor } from '../words';
import { Problem } from './problem';

type Refusal =
  | CancellationInvalidError
  | CancellationNotEligibleError
  | CancellationNotFoundError
  | CancellationOrderChangedError
  | ProofExpiredError
  | RetractionRefusedError
  | ShopperInputError
  | TooManyAttemptsError;

/** A service's "no" as a problem. */
export function problemOfRefusal(refusal: Refusal, languageCode: string): Problem {
  const { errorCode: platformCode } = refusal;
  const detail =
    textsFor(languageCode).errors[platformCode] ?? wordsFor(languageCode).errors[platformCode];
  // As where the id names nothing at all.
  if (refusal instanceof CancellationNotFoundError) return new Problem('not-found');
  if (refusal instanceof CancellationOrderChangedError)
    return new Problem('stale', { detail, platformCode });
  if (refusal instanceof ProofExpiredError) return new Problem('expired', { detail, platformCode });
  if (refusal instanceof TooManyAttemptsError) {
    const { retryAfterSeconds } = refusal;
    return new Problem('rate-limited', { detail, platformCode, retryAfterSeconds });
  }
  if (refusal instanceof CancellationInvalidError || refusal instanceof ShopperInputError)
    return new Problem('invalid', { detail, platformCode, field: refusal.field });
  if (refusal instanceof CancellationNotEligibleError)
    return new Problem('not-eligible', { detail, platformCode, blocks: refusal.blocks });
  return new Problem('not-eligible', { detail, platformCode });
}
