import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { readProcessing } from './parse-processing.js';
import { addingUp, readDestination } from './parse-refund.js';
import {
  readAmount,
  readBoolean,
  readExpectation,
  readLabel,
  readMoney,
  readText,
  word,
} from './parse-value.js';
import type { CancellationPreview, PreviewBenefit, PreviewRefund } from './preview.js';
import { list, needed, object, or, record } from './read-record.js';
import {
  benefitKinds,
  benefitOutcomes,
  previewNothings,
  previewParts,
} from './preview-vocabulary.js';

type AmountRefund = Extract<PreviewRefund, { kind: 'amount' }>;

/** The answer of `previewCancellation`. What does not add up is not shown beside the total. */
export function parsePreview(value: unknown): Parsed<CancellationPreview> {
  return parseAnswer(value, readPreview);
}

const readBenefit = /* @__PURE__ */ record<PreviewBenefit, 'label'>(
  { label: readLabel },
  {
    kind: /* @__PURE__ */ or(/* @__PURE__ */ word(benefitKinds), 'promotion'),
    points: readAmount,
    amount: readMoney,
    outcome: /* @__PURE__ */ or(/* @__PURE__ */ word(benefitOutcomes), 'unknown'),
    message: readText,
  },
);

const readPart = /* @__PURE__ */ record<AmountRefund['parts'][number], 'amount'>(
  { amount: readMoney },
  {
    kind: /* @__PURE__ */ or(/* @__PURE__ */ word(previewParts), 'other'),
    label: readLabel,
  },
);

const readShare = /* @__PURE__ */ record<
  Omit<AmountRefund['destinations'][number], 'kind' | 'label'>
>({}, { amount: readMoney, expected: readExpectation });

const readNothing = /* @__PURE__ */ or(/* @__PURE__ */ word(previewNothings), 'other' as const);

const readPreview = /* @__PURE__ */ object(
  /* @__PURE__ */ record<CancellationPreview>(
    {},
    {
      exact: /* @__PURE__ */ or(readBoolean, false),
      processing: readProcessing,
      refund: readRefund,
      benefits: /* @__PURE__ */ or(/* @__PURE__ */ list(readBenefit), []),
    },
  ),
);

function readRefund(parent: Fields, key: string): PreviewRefund {
  if (parent.get(key) === 'unknown') return 'unknown';
  const fields = needed(parent, key, parent.object(key));
  if (fields === undefined) return 'unknown';
  const kind = fields.get('kind');
  if (kind === 'none') return { kind, why: readNothing(fields, 'why', {}) };
  if (kind === 'amount') return readAmountRefund(fields);
  fields.report('kind', kind === undefined ? 'missing' : 'unknown-value', kind);
  return 'unknown';
}

function readAmountRefund(fields: Fields): PreviewRefund {
  const total = needed(fields, 'total', readMoney(fields, 'total'));
  if (total === undefined) return 'unknown';
  const sound = <Part extends { readonly amount?: AmountRefund['total'] }>(
    key: string,
    read: (part: Fields) => Part | undefined,
  ): readonly Part[] => {
    const parts = needed(fields, key, fields.list(key, read));
    return parts?.lost === false ? (addingUp(fields, key, parts.items, total) ?? []) : [];
  };
  return {
    kind: 'amount',
    total,
    parts: sound('parts', readPart),
    destinations: sound('destinations', readTarget),
  };
}

function readTarget(fields: Fields): AmountRefund['destinations'][number] | undefined {
  const destination = readDestination(fields);
  return destination && { ...destination, ...readShare(fields) };
}
