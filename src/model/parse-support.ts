import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import { readExpectation, readInstant, readLabel, readUrl } from './parse-value.js';
import { object, record } from './read-record.js';
import type { SupportReceipt } from './support.js';

/** The answer of `contactSupport`. */
export function parseSupportReceipt(value: unknown): Parsed<SupportReceipt> {
  return parseAnswer(value, readReceipt);
}

const readReceipt = /* @__PURE__ */ object(
  /* @__PURE__ */ record<SupportReceipt>(
    {},
    {
      reference: readLabel,
      receivedAt: readInstant,
      expected: readExpectation,
      url: readUrl,
    },
  ),
);
