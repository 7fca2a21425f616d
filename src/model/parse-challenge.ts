import type { Challenge } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { needed, readAmount, readOpaque, readText, readWord, textLimits } from './parse-value.js';
import { present } from './present.js';
import { challengeChannels, challengeKinds } from './vocabulary.js';

/** The answer of `resendChallenge`. */
export function parseChallenge(value: unknown): Parsed<Challenge> {
  return parseAnswer(value, root => readChallengeAt(root, ''));
}

export function readChallengeAt(parent: Fields, key: string): Challenge | undefined {
  const fields = parent.object(key);
  if (fields === undefined) return undefined;
  const id = needed(fields, 'id', readOpaque(fields, 'id', textLimits.id));
  // Without the kind it is not known what the shopper can do.
  const kind = needed(fields, 'kind', readWord(fields, 'kind', challengeKinds));
  if (id === undefined || kind === undefined) return undefined;
  return present({
    id, kind,
    channel: needed(fields, 'channel', readWord(fields, 'channel', challengeChannels)) ?? 'other',
    sentTo: readText(fields, 'sentTo', textLimits.label),
    codeLength: readAmount(fields, 'codeLength', 'whole'),
    validForMs: readAmount(fields, 'validForMs'),
    resendAfterMs: readAmount(fields, 'resendAfterMs'),
  });
}
