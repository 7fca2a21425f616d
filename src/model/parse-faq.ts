import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { needed, readId, readText, readUrl, readWords, unique } from './parse-value.js';
import { present } from './present.js';
import type { FaqEntry } from './support.js';
import { blockCodes } from './vocabulary.js';

/** The answer of `listFaq`. */
export function parseFaq(value: unknown): Parsed<readonly FaqEntry[]> {
  return parseAnswer(value, (root) => {
    const entries = root.list('', readEntry)?.items;
    return entries && unique(root, '', entries, entry => entry.id);
  });
}

function readEntry(fields: Fields): FaqEntry | undefined {
  const id = needed(fields, 'id', readId(fields, 'id'));
  const question = needed(fields, 'question', readText(fields, 'question'));
  const answer = needed(fields, 'answer', readText(fields, 'answer'));
  if (id === undefined || question === undefined || answer === undefined) return undefined;
  return present({ id, question, answer, about: readWords(fields, 'about', blockCodes), url: readUrl(fields, 'url') });
}
