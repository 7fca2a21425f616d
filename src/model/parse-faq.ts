import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import { readId, readText, readUrl, words } from './parse-value.js';
import { list, record } from './read-record.js';
import type { FaqEntry } from './support.js';
import { blockCodes } from './vocabulary.js';

/** The answer of `listFaq`. */
export function parseFaq(value: unknown): Parsed<readonly FaqEntry[]> {
  return parseAnswer(value, readEntries);
}

const readEntries = /* @__PURE__ */ list(
  /* @__PURE__ */ record<FaqEntry, 'id' | 'question' | 'answer'>(
    { id: readId, question: readText, answer: readText },
    { about: /* @__PURE__ */ words(blockCodes), url: readUrl },
  ),
  (entry) => entry.id,
);
