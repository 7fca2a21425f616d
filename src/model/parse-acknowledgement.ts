import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import { readAcknowledgement } from './parse-withdrawal.js';
import { object } from './read-record.js';
import type { WithdrawalAcknowledgement } from './withdrawal.js';

/** The answer of `submitWithdrawal`. */
export function parseAcknowledgement(value: unknown): Parsed<WithdrawalAcknowledgement> {
  return parseAnswer(value, object(readAcknowledgement));
}
