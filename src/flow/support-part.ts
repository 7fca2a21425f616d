import type { Failure } from '../model/failure.js';
import { parseSupportReceipt } from '../model/parse-support.js';
import { sameData } from '../model/same-data.js';
import type { SupportReceipt } from '../model/support.js';
import { isDefinite } from './effects/send-facts.js';
import type { FlowPart } from './flow-parts.js';
import type { Effect, Outcome, Runtime } from './runtime.js';
import type { SentMessage } from './support-state.js';
import { supportTransition } from './support-transition.js';

/** Messages to the shop: brought into a flow by `<support-request>`, or by `flow.use(supportPart)`. */
export const supportPart: FlowPart = { transition: supportTransition, effect: write };

function write(runtime: Runtime): Effect {
  const { adapter, environment } = runtime;

  async function send(sent: SentMessage): Promise<void> {
    const { message, key } = sent;
    const { epoch } = runtime.state();
    const fail = (failure: Failure, definite: boolean): void =>
      runtime.dispatch({
        ...{ type: 'support-failed', epoch, key, failure, definite },
        at: environment.clock.wall(),
      });
    const settle = (outcome: Outcome<SupportReceipt>): void => {
      if (outcome.ok)
        return runtime.dispatch({ type: 'support-answered', epoch, key, receipt: outcome.value });
      const { sent: _sent, ...failure } = outcome.failure;
      fail(failure, isDefinite(outcome.failure));
    };
    runtime.dispatch({ type: 'support-sent', sent });
    if (!runtime.has('contactSupport')) return fail({ code: 'unsupported' }, true);
    settle(
      await runtime.call({
        method: 'contactSupport',
        run: (call) => adapter.contactSupport?.(message, { ...call, idempotencyKey: key }),
        parse: parseSupportReceipt,
        limitMs: runtime.limits.writeMs,
        // Also when nobody waits any more: it is the answer.
        late: (answer) => {
          if (answer.ok) settle(answer);
        },
      }),
    );
  }

  return (event, { support }, state) => {
    const view = support?.view;
    if (view?.step === 'sending') return;
    if (event.type === 'send-support') {
      const { message } = event;
      const known = view && view.step !== 'received' ? view.sent : undefined;
      // The same words are the same message, however often they are sent.
      void send(
        known && sameData(known.message, message)
          ? known
          : { key: environment.newKey(), message, unanswered: false },
      );
    }
    if (event.type === 'resend-support' && state.support?.view.step === 'unconfirmed')
      void send(state.support.view.sent);
  };
}
