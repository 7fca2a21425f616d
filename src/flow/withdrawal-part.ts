import type { Failure } from '../model/failure.js';
import { parseAcknowledgement } from '../model/parse-acknowledgement.js';
import { present } from '../model/present.js';
import { sameData } from '../model/same-data.js';
import type { WithdrawalAcknowledgement, WithdrawalStatement } from '../model/withdrawal.js';
import { refreshOrder } from './effects/refresh-order.js';
import { isDefinite, sendTime } from './effects/send-facts.js';
import type { FlowPart } from './flow-parts.js';
import type { Effect, Outcome, Runtime } from './runtime.js';
import { selectOrder } from './selectors.js';
import type { SentStatement, WithdrawalFactDetail } from './withdrawal-state.js';
import { withdrawalTransition } from './withdrawal-transition.js';

/** The statutory withdrawal: brought into a flow by `<contract-withdrawal>`, or by `flow.use(withdrawalPart)`. */
export const withdrawalPart: FlowPart = { transition: withdrawalTransition, effect: declare };

function declare(runtime: Runtime): Effect {
  function tell(acknowledgement: WithdrawalAcknowledgement): void {
    const { reference, receivedAt, late, statement } = acknowledgement;
    runtime.report({
      type: 'withdrawal-acknowledged',
      detail: present({ ...about(statement), reference, receivedAt, late }),
    });
  }

  function about({ orderId }: WithdrawalStatement): WithdrawalFactDetail {
    const orderNumber = orderId && selectOrder(runtime.state(), orderId)?.number;
    return present({ orderId, orderNumber: orderNumber || undefined });
  }

  function settle(
    outcome: Outcome<WithdrawalAcknowledgement>,
    { statement, key }: SentStatement,
    epoch: number,
  ): void {
    if (runtime.signal.aborted) return;
    const subject = statement.orderId ?? '';
    const send = { epoch, subject, key };
    const fail = (failure: Failure, definite: boolean): void =>
      runtime.dispatch({ type: 'withdrawal-failed', ...send, failure, definite });
    if (!outcome.ok) {
      const { sent: _sent, ...failure } = outcome.failure;
      return fail(failure, isDefinite(outcome.failure));
    }
    const acknowledgement = outcome.value;
    const answered = acknowledgement.statement.orderId;
    if (answered !== undefined && answered !== subject && subject !== '') {
      runtime.report({
        type: 'data-issue',
        issue: { path: 'statement.orderId', problem: 'foreign-order', orderId: subject },
      });
      return fail({ code: 'unknown-outcome' }, false);
    }
    const isNews =
      runtime.state().epoch === epoch &&
      !runtime.state().withdrawal?.received.some(({ id }) => id === acknowledgement.id);
    // What the shop leaves out of its answer is known from the question.
    const whole = {
      ...acknowledgement,
      statement: present({ orderId: statement.orderId, ...acknowledgement.statement }),
    };
    runtime.dispatch({ type: 'withdrawal-answered', ...send, acknowledgement: whole });
    if (isNews) tell(whole);
    const { epoch: now, orders } = runtime.state();
    if (now === epoch && orders.held.has(subject)) void refreshOrder(runtime, subject);
  }

  async function send(sent: SentStatement): Promise<void> {
    const { statement, key } = sent;
    const { adapter } = runtime;
    const { epoch } = runtime.state();
    runtime.dispatch({ type: 'withdrawal-sent', subject: statement.orderId ?? '', sent });
    if (!runtime.has('submitWithdrawal')) {
      const failure = { code: 'unsupported', sent: false } as const;
      const stamp = { epoch, startedAt: 0, at: 0, started: 0 };
      return settle({ ok: false, failure, stamp, aborted: false, timedOut: false }, sent, epoch);
    }
    const outcome = await runtime.call({
      method: 'submitWithdrawal',
      run: (call) => adapter.submitWithdrawal?.(statement, { ...call, idempotencyKey: key }),
      parse: parseAcknowledgement,
      limitMs: runtime.limits.writeMs,
      // Also when nobody waits any more: it is the receipt.
      late: (answer) => {
        if (answer.ok) settle(answer, sent, epoch);
      },
    });
    settle(outcome, sent, epoch);
  }

  return (event, before, state) => {
    if (event.type === 'declare-withdrawal') {
      const { statement } = event;
      const known = before.withdrawal?.declarations.get(statement.orderId ?? '');
      if (known?.step === 'sending' || known?.step === 'acknowledged') return;
      // The same words are the same statement, however often they are confirmed.
      const isSame = known?.sent && sameData(known.sent.statement, statement);
      const sent = isSame ? known.sent : statedNow(statement);
      void send(sent);
      if (!isSame) runtime.report({ type: 'withdrawal-submitted', detail: about(statement) });
    }
    if (event.type === 'resend-withdrawal') {
      const known = state.withdrawal?.declarations.get(event.orderId ?? '');
      if (known?.step === 'unconfirmed') void send(known.sent);
    }
  };

  function statedNow(statement: WithdrawalStatement): SentStatement {
    const { environment } = runtime;
    return { key: environment.newKey(), statement, at: sendTime(runtime), unanswered: false };
  }
}
