import { present } from '../../model/present.js';
import type {
  WithdrawalAcknowledgement,
  WithdrawalRight,
  WithdrawalStatement,
} from '../../model/withdrawal.js';
import type { VendureAcknowledgement, VendureRight } from './answers.js';

/** The plugin's words are the model's own; one that is not is left to the flow's parsers. */
export function toRight(right: VendureRight): WithdrawalRight {
  const { applies, until, partial, message, exemptions, acknowledgements } = right;
  return present({
    applies: applies as WithdrawalRight['applies'],
    until,
    partial,
    message,
    exemptions: exemptions.length > 0 ? exemptions : undefined,
    acknowledgements: acknowledgements.map(toAcknowledgement),
  });
}

export function toAcknowledgement(
  acknowledgement: VendureAcknowledgement,
): WithdrawalAcknowledgement {
  const { reference, receivedAt, timeZone, late, sentTo, statement } = acknowledgement;
  return present({
    id: reference,
    reference,
    receivedAt,
    timeZone,
    late: late || undefined,
    sentTo,
    statement: toStatement(statement),
  });
}

/** As the Shop API takes it: it has one field for each kind of scope. */
export function fromStatement({ scope, ...statement }: WithdrawalStatement): object {
  if (scope === 'all') return statement;
  return 'text' in scope
    ? { ...statement, scopeText: scope.text }
    : { ...statement, lines: scope.lines };
}

function toStatement(from: VendureAcknowledgement['statement']): WithdrawalStatement {
  const { orderId, contract, name, contact, lines, scopeText, statement } = from;
  return present({
    orderId,
    contract,
    name,
    contact: contact as WithdrawalStatement['contact'],
    scope: lines ? { lines } : scopeText === null ? 'all' : { text: scopeText },
    statement,
  } as const);
}
