import type { LineSelection } from './cancellation.js';
import type { Parsed } from './data-issue.js';
import { parseAnswer } from './fields.js';
import type { Fields } from './fields.js';
import { needed, readAmount, readBoolean, readId, readInstant, readInstantOrDay, readText, readUrl, readWord, textLimits } from './parse-value.js';
import { present } from './present.js';
import { contactKinds, withdrawalAnswers } from './vocabulary.js';
import type { WithdrawalAcknowledgement, WithdrawalRight, WithdrawalStatement } from './withdrawal.js';

/** The answer of `submitWithdrawal`. */
export function parseAcknowledgement(value: unknown): Parsed<WithdrawalAcknowledgement> {
  return parseAnswer(value, (root) => {
    const fields = root.object('');
    return fields && readAcknowledgement(fields);
  });
}

export function readWithdrawal(parent: Fields, key: string): WithdrawalRight | undefined {
  const fields = parent.object(key);
  if (fields === undefined) return undefined;
  return present({
    // Only a clear "no" hides the control.
    applies: needed(fields, 'applies', readWord(fields, 'applies', withdrawalAnswers)) ?? 'unknown',
    until: readInstantOrDay(fields, 'until'),
    partial: needed(fields, 'partial', readBoolean(fields, 'partial')) ?? false,
    message: readText(fields, 'message'),
    acknowledgements: fields.list('acknowledgements', readAcknowledgement)?.items,
  });
}

function readAcknowledgement(fields: Fields): WithdrawalAcknowledgement | undefined {
  const id = needed(fields, 'id', readId(fields, 'id'));
  // A receipt is about when: without the shop's time it proves nothing.
  const receivedAt = needed(fields, 'receivedAt', readInstant(fields, 'receivedAt'));
  const statement = needed(fields, 'statement', fields.object('statement'));
  const content = statement && readStatement(statement);
  if (id === undefined || receivedAt === undefined || content === undefined) return undefined;
  return present({
    id, receivedAt,
    reference: readText(fields, 'reference', textLimits.label),
    timeZone: needed(fields, 'timeZone', readZone(fields, 'timeZone')) ?? 'UTC',
    statement: content,
    sentTo: readText(fields, 'sentTo', textLimits.label),
    documentUrl: readUrl(fields, 'documentUrl'),
  });
}

/** The content as received: complete or not to be printed as a receipt. */
function readStatement(fields: Fields): WithdrawalStatement | undefined {
  const contract = needed(fields, 'contract', readText(fields, 'contract'));
  const name = needed(fields, 'name', readText(fields, 'name'));
  const statement = needed(fields, 'statement', readText(fields, 'statement'));
  const contact = needed(fields, 'contact', fields.object('contact'));
  const value = contact && needed(contact, 'value', readText(contact, 'value'));
  const scope = needed(fields, 'scope', readScope(fields));
  if (contract === undefined || name === undefined || statement === undefined || contact === undefined || value === undefined || scope === undefined) {
    return undefined;
  }
  const kind = needed(contact, 'kind', readWord(contact, 'kind', contactKinds)) ?? 'other';
  return present({ orderId: readId(fields, 'orderId'), contract, name, contact: { kind, value }, scope, statement });
}

function readScope(fields: Fields): WithdrawalStatement['scope'] | undefined {
  if (fields.get('scope') === 'all') return 'all';
  const scope = fields.object('scope');
  if (scope === undefined) return undefined;
  const lines = scope.list('lines', readSelection);
  if (lines !== undefined && !lines.lost) return { lines: lines.items };
  const text = needed(scope, 'text', readText(scope, 'text'));
  return text === undefined ? undefined : { text };
}

function readSelection(fields: Fields): LineSelection | undefined {
  const lineId = needed(fields, 'lineId', readId(fields, 'lineId'));
  const quantity = needed(fields, 'quantity', readAmount(fields, 'quantity'));
  return lineId === undefined || quantity === undefined ? undefined : { lineId, quantity };
}

function readZone(fields: Fields, key: string): string | undefined {
  const zone = readText(fields, key, textLimits.label);
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }) && zone;
  } catch {
    fields.report(key, 'unknown-value', zone);
    return undefined;
  }
}
