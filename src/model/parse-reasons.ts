import type { Reason, ReasonChoice } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import {
  readBoolean,
  readCode,
  readLabel,
  readTrue,
  readWhole,
  shownId,
  word,
} from './parse-value.js';
import { list, object, or, record } from './read-record.js';
import { noteRules } from './preview-vocabulary.js';

/** The answer of `listReasons`. */
export function parseReasonChoice(value: unknown): Parsed<ReasonChoice> {
  return parseAnswer(value, readChoice);
}

const readReasonParts = /* @__PURE__ */ record<Reason, 'code'>(
  // Handed back to the shop: as it is or not at all.
  { code: readCode },
  {
    label: (fields, key, { code = '' }) => readReasonLabel(fields, key, {}) ?? shownId(code),
    fallback: readTrue,
  },
);
const readReasonLabel = /* @__PURE__ */ or(readLabel, undefined);

function readReason(fields: Fields): Reason | undefined {
  const reason = readReasonParts(fields);
  return reason?.label === '' ? undefined : reason;
}

const readChoice = /* @__PURE__ */ object(
  /* @__PURE__ */ record<ReasonChoice>(
    {},
    {
      reasons: /* @__PURE__ */ or(
        /* @__PURE__ */ list(readReason, (reason) => reason.code),
        [],
      ),
      required(fields, key, { reasons }) {
        const required = readRequired(fields, key, {});
        // Nobody can choose from nothing.
        if (!required || reasons?.length) return required;
        fields.report(key, 'contradiction');
        return false;
      },
      note: /* @__PURE__ */ or(/* @__PURE__ */ word(noteRules), 'none'),
      noteMaxLength: readNoteLength,
    },
  ),
);
const readRequired = /* @__PURE__ */ or(readBoolean, false);

function readNoteLength(fields: Fields, key: string): number | undefined {
  const length = readWhole(fields, key);
  if (length !== 0) return length;
  fields.report(key, 'malformed');
  return undefined;
}
