import type { Reason, ReasonChoice } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { readTrue } from './parse-cancellation.js';
import { needed, readAmount, readBoolean, readOpaque, readText, readWord, shownId, textLimits, unique } from './parse-value.js';
import { present } from './present.js';
import { noteRules } from './vocabulary.js';

/** The answer of `listReasons`. */
export function parseReasonChoice(value: unknown): Parsed<ReasonChoice> {
  return parseAnswer(value, (root) => {
    const fields = root.object('');
    if (fields === undefined) return undefined;
    const reasons = unique(fields, 'reasons', needed(fields, 'reasons', fields.list('reasons', readReason))?.items ?? [], reason => reason.code);
    const required = needed(fields, 'required', readBoolean(fields, 'required')) ?? false;
    // Nobody can choose from nothing.
    const contradiction = required && reasons.length === 0;
    if (contradiction) fields.report('required', 'contradiction');
    return present({
      reasons,
      required: required && !contradiction,
      note: needed(fields, 'note', readWord(fields, 'note', noteRules)) ?? 'none',
      noteMaxLength: readNoteLength(fields),
    });
  });
}

function readReason(fields: Fields): Reason | undefined {
  // Handed back to the shop: as it is or not at all.
  const code = needed(fields, 'code', readOpaque(fields, 'code', textLimits.label));
  if (code === undefined) return undefined;
  const label = needed(fields, 'label', readText(fields, 'label', textLimits.label)) ?? shownId(code);
  return label === '' ? undefined : present({ code, label, fallback: readTrue(fields, 'fallback') });
}

function readNoteLength(fields: Fields): number | undefined {
  const length = readAmount(fields, 'noteMaxLength', 'whole');
  if (length !== 0) return length;
  fields.report('noteMaxLength', 'malformed');
  return undefined;
}
