import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import { readExpectation, readInstant, readText, readUrl, textLimits } from './parse-value.js';
import { present } from './present.js';
import type { SupportReceipt } from './support.js';

/** The answer of `contactSupport`. */
export function parseSupportReceipt(value: unknown): Parsed<SupportReceipt> {
  return parseAnswer(value, (root) => {
    const fields = root.object('');
    return fields && present({
      reference: readText(fields, 'reference', textLimits.label),
      receivedAt: readInstant(fields, 'receivedAt'),
      expected: readExpectation(fields, 'expected'),
      url: readUrl(fields, 'url'),
    });
  });
}
