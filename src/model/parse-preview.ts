import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { readProcessing } from './parse-order.js';
import { addingUp, readDestination } from './parse-refund.js';
import { needed, readAmount, readBoolean, readExpectation, readMoney, readText, readWord, textLimits } from './parse-value.js';
import { present } from './present.js';
import type { CancellationPreview, PreviewBenefit, PreviewRefund } from './preview.js';
import { benefitKinds, benefitOutcomes, previewNothings, previewParts } from './vocabulary.js';

type AmountRefund = Extract<PreviewRefund, { kind: 'amount' }>;

/** The answer of `previewCancellation`. What does not add up is not shown beside the total. */
export function parsePreview(value: unknown): Parsed<CancellationPreview> {
  return parseAnswer(value, (root) => {
    const fields = root.object('');
    if (fields === undefined) return undefined;
    return present({
      exact: needed(fields, 'exact', readBoolean(fields, 'exact')) ?? false,
      processing: readProcessing(fields, 'processing'),
      refund: readPreviewRefund(fields),
      benefits: needed(fields, 'benefits', fields.list('benefits', readBenefit))?.items ?? [],
    });
  });
}

function readPreviewRefund(parent: Fields): PreviewRefund {
  if (parent.get('refund') === 'unknown') return 'unknown';
  const fields = needed(parent, 'refund', parent.object('refund'));
  if (fields === undefined) return 'unknown';
  const kind = fields.get('kind');
  if (kind === 'none') return { kind, why: needed(fields, 'why', readWord(fields, 'why', previewNothings)) ?? 'other' };
  if (kind === 'amount') return readAmountRefund(fields);
  fields.report('kind', kind === undefined ? 'missing' : 'unknown-value', kind);
  return 'unknown';
}

function readAmountRefund(fields: Fields): PreviewRefund {
  const total = needed(fields, 'total', readMoney(fields, 'total'));
  if (total === undefined) return 'unknown';
  const parts = needed(fields, 'parts', fields.list('parts', readPart));
  const destinations = needed(fields, 'destinations', fields.list('destinations', readTarget));
  return {
    kind: 'amount', total,
    parts: parts?.lost === false ? addingUp(fields, 'parts', parts.items, total) ?? [] : [],
    destinations: destinations?.lost === false ? addingUp(fields, 'destinations', destinations.items, total) ?? [] : [],
  };
}

function readPart(fields: Fields): AmountRefund['parts'][number] | undefined {
  const amount = needed(fields, 'amount', readMoney(fields, 'amount'));
  if (amount === undefined) return undefined;
  const kind = needed(fields, 'kind', readWord(fields, 'kind', previewParts)) ?? 'other';
  return present({ kind, label: readText(fields, 'label', textLimits.label), amount });
}

function readTarget(fields: Fields): AmountRefund['destinations'][number] | undefined {
  const destination = readDestination(fields);
  return destination && present({ ...destination, amount: readMoney(fields, 'amount'), expected: readExpectation(fields, 'expected') });
}

function readBenefit(fields: Fields): PreviewBenefit | undefined {
  const label = needed(fields, 'label', readText(fields, 'label', textLimits.label));
  if (label === undefined) return undefined;
  return present({
    kind: needed(fields, 'kind', readWord(fields, 'kind', benefitKinds)) ?? 'promotion',
    label,
    points: readAmount(fields, 'points'),
    amount: readMoney(fields, 'amount'),
    outcome: needed(fields, 'outcome', readWord(fields, 'outcome', benefitOutcomes)) ?? 'unknown',
    message: readText(fields, 'message'),
  });
}
