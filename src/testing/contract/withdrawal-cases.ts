import type { Order } from '../../model/order.js';
import { parseAcknowledgement } from '../../model/parse-acknowledgement.js';
import type { WithdrawalAcknowledgement, WithdrawalStatement } from '../../model/withdrawal.js';
import { clean } from './form-cases.js';
import { ensure, equal, failureOf, show } from './world.js';
import type { Probe, Rules } from './world.js';

/** The statutory withdrawal: it is received and acknowledged, never weighed. */
export const withdrawalCases: Rules = {
  'acknowledges a withdrawal with time, time zone and its content as it was sent': {
    needs: ['withdrawal'],
    check: async (probe) => {
      const statement = statementOf(await probe.order());
      const acknowledgement = await declare(probe, statement);
      // An unknown zone and a time without one are data issues.
      clean(parseAcknowledgement(acknowledgement), 'submitWithdrawal');
      equal(content(acknowledgement.statement), content(statement), 'the content');
      const { orderId } = acknowledgement.statement;
      ensure(orderId === undefined || orderId === statement.orderId, `about ${show(orderId)}`);
    },
  },

  'acknowledges a withdrawal that is sent twice with the same key once': {
    needs: ['withdrawal', 'idempotent'],
    check: async (probe) => {
      const statement = statementOf(await probe.order());
      const key = probe.newKey();
      const first = await declare(probe, statement, key);
      const again = await declare(probe, statement, key);
      equal(identity(again), identity(first), 'the acknowledgement of the second send');
      const told = (await probe.order()).withdrawal?.acknowledgements;
      if (told)
        equal(
          told.filter(({ id }) => id === first.id).length,
          1,
          'how often it stands in the order at the next read',
        );
      const other = await declare(probe, statement);
      ensure(other.id !== first.id, 'a statement with another key has the id of the first one');
    },
  },

  'receives a withdrawal whatever has become of the order': {
    needs: ['withdrawal'],
    check: async (probe) => {
      const { blockedOrderId } = probe.world;
      await declare(probe, statementOf(await probe.order(blockedOrderId)));
      await probe.request();
      await declare(probe, statementOf(await probe.order()));
      const { orderId: _orderId, ...unlisted } = statementOf(await probe.order());
      await declare(probe, { ...unlisted, contract: 'No. 98765432, bought in November' });
    },
  },

  'receives a withdrawal from somebody who is not signed in': {
    needs: ['withdrawal'],
    check: async (probe) => {
      const { orderId: _orderId, ...statement } = statementOf(await probe.order());
      await probe.world.signOut();
      await declare(probe, statement);
    },
  },

  'calls a general failure of the shop "platform" when a withdrawal was sent': {
    needs: ['withdrawal', 'generic-failures'],
    check: async (probe) => {
      const statement = statementOf(await probe.order());
      await probe.world.breakWrites?.();
      const failure = await failureOf(declare(probe, statement), 'platform', 'submitWithdrawal');
      ensure(failure.sent !== false, 'sent: false, though the shop may have it');
    },
  },
};

/** Of a part where the shop takes one. */
function statementOf({ id, lines, number, withdrawal }: Order): WithdrawalStatement {
  const [line] = lines;
  return {
    ...{ orderId: id, contract: number, name: 'Zoë Ștefan-李' },
    contact: { kind: 'email', value: 'contract-suite@example.com' },
    scope:
      withdrawal?.partial && line
        ? { lines: [{ lineId: line.id, quantity: line.step ?? 1 }] }
        : 'all',
    statement: `I withdraw from the contract ${number} – as written above.`,
  };
}

async function declare(
  probe: Probe,
  statement: WithdrawalStatement,
  key?: string,
): Promise<WithdrawalAcknowledgement> {
  const answer = await probe.adapter.submitWithdrawal?.(statement, probe.write(key));
  ensure(
    typeof answer?.statement === 'object',
    `submitWithdrawal answers an acknowledgement, not ${show(answer)}`,
  );
  return answer;
}

function content(statement: WithdrawalStatement): unknown {
  const { contact, contract, name, scope, statement: words } = statement;
  const { kind, value } = contact;
  const part =
    scope === 'all' || 'text' in scope
      ? scope
      : scope.lines.map(({ lineId, quantity }) => [lineId, quantity]);
  return [contract, name, kind, value, part, words];
}

function identity({ id, receivedAt, reference }: WithdrawalAcknowledgement): unknown {
  return [id, reference, receivedAt];
}
