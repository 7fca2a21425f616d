import type { Challenge } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import { readAmount, readKey, readLabel, readWhole, word } from './parse-value.js';
import { object, or, record } from './read-record.js';
import { challengeChannels, challengeKinds } from './vocabulary.js';

/** The answer of `resendChallenge`. */
export function parseChallenge(value: unknown): Parsed<Challenge> {
  return parseAnswer(value, readChallenge);
}

export const readChallenge = /* @__PURE__ */ object(
  /* @__PURE__ */ record<Challenge, 'id' | 'kind'>(
    // Without the kind it is not known what the shopper can do.
    { id: readKey, kind: /* @__PURE__ */ word(challengeKinds) },
    {
      channel: /* @__PURE__ */ or(/* @__PURE__ */ word(challengeChannels), 'other'),
      sentTo: readLabel,
      codeLength: readWhole,
      validForMs: readAmount,
      resendAfterMs: readAmount,
    },
  ),
);
