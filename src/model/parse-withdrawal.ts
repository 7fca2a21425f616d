import type { LineSelection } from './cancellation.js';
import type { Fields } from './fields.js';
import {
  readAmount,
  readBoolean,
  readId,
  readInstant,
  readInstantOrDay,
  readLabel,
  readText,
  readTrue,
  readUrl,
  word,
} from './parse-value.js';
import { list, needed, object, or, record } from './read-record.js';
import { contactKinds, withdrawalAnswers } from './vocabulary.js';
import type {
  WithdrawalAcknowledgement,
  WithdrawalExemption,
  WithdrawalRight,
  WithdrawalStatement,
} from './withdrawal.js';

const readContact = /* @__PURE__ */ object(
  /* @__PURE__ */ record<WithdrawalStatement['contact'], 'value'>(
    { value: readText },
    { kind: /* @__PURE__ */ or(/* @__PURE__ */ word(contactKinds), 'other') },
  ),
);

const readSelection = /* @__PURE__ */ record<LineSelection, 'lineId' | 'quantity'>(
  { lineId: readId, quantity: readAmount },
  {},
);

/** The content as received: complete or not to be printed as a receipt. */
const readStatement = /* @__PURE__ */ object(
  /* @__PURE__ */ record<
    WithdrawalStatement,
    'contract' | 'name' | 'statement' | 'contact' | 'scope'
  >(
    {
      contract: readText,
      name: readText,
      statement: readText,
      contact: readContact,
      scope: readScope,
    },
    { orderId: readId },
  ),
);

export const readAcknowledgement = /* @__PURE__ */ record<
  WithdrawalAcknowledgement,
  'id' | 'receivedAt' | 'statement'
>(
  // A receipt is about when: without the shop's time it proves nothing.
  { id: readId, receivedAt: readInstant, statement: readStatement },
  {
    reference: readLabel,
    timeZone: /* @__PURE__ */ or(readZone, 'UTC'),
    late: readTrue,
    sentTo: readLabel,
    documentUrl: readUrl,
  },
);

const readExempt = /* @__PURE__ */ record<WithdrawalExemption, 'code'>(
  { code: readLabel },
  { lineId: readId, message: readText },
);

/** An exemption whose line cannot be read must not become one of the whole order. */
function readExemption(fields: Fields): WithdrawalExemption | undefined {
  const found = readExempt(fields);
  return fields.get('lineId') === undefined || found?.lineId !== undefined ? found : undefined;
}

export const readWithdrawal = /* @__PURE__ */ object(
  /* @__PURE__ */ record<WithdrawalRight>(
    {},
    {
      // Only a clear "no" hides the control.
      applies: /* @__PURE__ */ or(/* @__PURE__ */ word(withdrawalAnswers), 'unknown'),
      until: readInstantOrDay,
      partial: /* @__PURE__ */ or(readBoolean, false),
      message: readText,
      exemptions: /* @__PURE__ */ list(readExemption),
      acknowledgements: /* @__PURE__ */ list(readAcknowledgement),
    },
  ),
);

function readScope(fields: Fields, key: string): WithdrawalStatement['scope'] | undefined {
  if (fields.get(key) === 'all') return 'all';
  const scope = fields.object(key);
  if (scope === undefined) return undefined;
  const lines = scope.list('lines', readSelection);
  if (lines?.lost === false) return { lines: lines.items };
  const text = needed(scope, 'text', readText(scope, 'text'));
  return text === undefined ? undefined : { text };
}

function readZone(fields: Fields, key: string): string | undefined {
  const zone = readLabel(fields, key);
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }) && zone;
  } catch {
    fields.report(key, 'unknown-value', zone);
    return undefined;
  }
}
