import { AdapterError } from '../../flow/storefront-adapter.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import type { Challenge } from '../../model/cancellation.js';
import { isRefusal } from './answers.js';
import type {
  Named,
  VendureAcknowledgement,
  VendureChallenge,
  VendureOrder,
  VendureReceipt,
  VendureRefusal,
} from './answers.js';
import * as documents from './documents.js';
import type { ToMoney } from './map-money.js';
import { toOrder } from './map-order.js';
import { fromStatement, toAcknowledgement } from './map-withdrawal.js';
import type { Execute } from './vendure-client.js';
import { failureOfRefusal } from './vendure-failure.js';

type Letters = Required<
  Pick<
    StorefrontAdapter,
    'findOrder' | 'verifyLookup' | 'resendChallenge' | 'submitWithdrawal' | 'contactSupport'
  >
>;
type Asked = Named<'LookupChallenge', VendureChallenge> | VendureRefusal;

/** What needs no login: a guest's way in, a declaration, a message. */
export function vendureLetters(execute: Execute, toMoney: ToMoney): Letters {
  return {
    async findOrder({ number = '', email = '' }, call) {
      const { findOrder } = await execute<{ findOrder?: Asked | null }>(
        { document: documents.findDocument, variables: { input: { number, email } } },
        call,
      );
      return { challenge: toChallenge(accepted(findOrder)) };
    },

    async verifyLookup(variables, call) {
      const { verifyLookup } = await execute<{
        verifyLookup?:
          Named<'VerifiedLookup', { readonly order: VendureOrder }> | VendureRefusal | null;
      }>({ document: documents.verifyDocument, variables: { ...variables } }, call);
      const order = toOrder(accepted(verifyLookup).order, toMoney);
      if (order === undefined)
        throw new AdapterError('platform', { message: 'Shop API: the order is not shown' });
      return order;
    },

    async resendChallenge(challengeId, call) {
      const variables = { challengeId, key: call.idempotencyKey };
      const { resendLookup } = await execute<{ resendLookup?: Asked | null }>(
        { document: documents.resendDocument, variables },
        call,
      );
      return toChallenge(accepted(resendLookup));
    },

    async submitWithdrawal(statement, call) {
      const variables = { input: fromStatement(statement), key: call.idempotencyKey };
      const { submitWithdrawal } = await execute<{
        submitWithdrawal?:
          Named<'WithdrawalAcknowledgement', VendureAcknowledgement> | VendureRefusal | null;
      }>({ document: documents.withdrawDocument, variables }, call);
      return toAcknowledgement(accepted(submitWithdrawal));
    },

    async contactSupport(message, call) {
      const variables = { input: message, key: call.idempotencyKey };
      const { contactSupport } = await execute<{
        contactSupport?: Named<'SupportReceipt', VendureReceipt> | VendureRefusal | null;
      }>({ document: documents.supportDocument, variables }, call);
      const { reference, receivedAt, expectedText } = accepted(contactSupport);
      return { reference, receivedAt, expected: { text: expectedText } };
    },
  };
}

/** What a refusal stands in for. Nothing at all was neither refused nor shown. */
function accepted<T extends { readonly __typename: string }>(
  answer: T | VendureRefusal | null | undefined,
): T {
  if (!answer) throw new AdapterError('unknown-outcome', { message: 'Shop API: no result' });
  if (isRefusal(answer)) throw failureOfRefusal(answer);
  return answer;
}

function toChallenge(challenge: VendureChallenge): Challenge {
  const { id, kind, channel, sentTo, codeLength, validForMs, resendAfterMs } = challenge;
  return {
    id,
    // The model's own words; one that is not is left to the flow's parsers.
    kind: kind as Challenge['kind'],
    channel: channel as Challenge['channel'],
    sentTo,
    codeLength,
    validForMs,
    resendAfterMs,
  };
}
