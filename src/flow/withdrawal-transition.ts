import type { WithdrawalAcknowledgement, WithdrawalRight } from '../model/withdrawal.js';
import { present } from '../model/present.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState } from './flow-state.js';
import type { WithdrawalDeclaration, WithdrawalSlice } from './withdrawal-state.js';

const nothing: WithdrawalSlice = { declarations: new Map(), received: [] };

/**
 * The declaration under the statutory right. Never asks what an order's eligibility, its queue or the session say: the right does not
 * depend on them. What was stated is kept through every outcome.
 */
export function withdrawalTransition(state: FlowState, event: FlowEvent): FlowState {
  const before = state.withdrawal ?? nothing;
  const slice = nextSlice(before, event);
  return withReceived(slice === before ? state : { ...state, withdrawal: slice }, slice.received);
}

function nextSlice(slice: WithdrawalSlice, event: FlowEvent): WithdrawalSlice {
  switch (event.type) {
    case 'open-withdrawal': {
      const subject = event.orderId ?? '';
      const open = { ...slice, open: { subject } };
      return slice.declarations.has(subject) ? open : withOne(open, subject, fresh);
    }
    case 'close-withdrawal': {
      const { open, ...rest } = slice;
      return open ? rest : slice;
    }
    case 'restart-withdrawal': {
      const subject = event.orderId ?? '';
      const isOver = slice.declarations.get(subject)?.step === 'acknowledged';
      return isOver ? withOne({ ...slice, open: { subject } }, subject, fresh) : slice;
    }
    case 'edit-withdrawal':
      return change(slice, event.orderId ?? '', (one) => {
        if (one.step === 'sending' || one.step === 'acknowledged') return one;
        // A field that was found wrong is no longer what it was.
        const { failure: _failure, ...rest } = one;
        return { ...rest, step: 'stating', draft: present({ ...one.draft, ...event.change }) };
      });
    case 'withdrawal-sent':
      return change(slice, event.subject, ({ draft, firstAt }) => {
        const { sent } = event;
        return { step: 'sending', draft, sent, firstAt: firstAt ?? sent.at };
      });
    case 'withdrawal-answered': {
      const { acknowledgement, subject, key } = event;
      const received = [
        acknowledgement,
        ...slice.received.filter(({ id }) => id !== acknowledgement.id),
      ];
      return change({ ...slice, received }, subject, (one) => {
        // The answer to an earlier statement; the later one has an outcome of its own.
        if (one.sent?.key !== key) return one;
        // What is being changed by now is kept; what came is among what was received.
        if (one.step === 'stating') return one;
        const { draft, sent } = one;
        return present({
          step: 'acknowledged',
          draft,
          sent,
          firstAt: one.firstAt,
          acknowledgement,
        });
      });
    }
    case 'withdrawal-failed':
      return change(slice, event.subject, (one) => {
        if (one.sent?.key !== event.key || one.step !== 'sending') return one;
        const { draft, sent, firstAt } = one;
        const { failure } = event;
        const base = present({ draft, firstAt, failure });
        if (event.definite && !sent.unanswered) return { ...base, step: 'stating', sent };
        return { ...base, step: 'unconfirmed', sent: { ...sent, unanswered: true } };
      });
    default:
      return slice;
  }
}

const fresh: WithdrawalDeclaration = { step: 'stating', draft: {} };

function change(
  slice: WithdrawalSlice,
  subject: string,
  next: (one: WithdrawalDeclaration) => WithdrawalDeclaration,
): WithdrawalSlice {
  const one = slice.declarations.get(subject) ?? fresh;
  const changed = next(one);
  return changed === one ? slice : withOne(slice, subject, changed);
}

function withOne(
  slice: WithdrawalSlice,
  subject: string,
  one: WithdrawalDeclaration,
): WithdrawalSlice {
  return { ...slice, declarations: new Map(slice.declarations).set(subject, one) };
}

/** Each order tells what was declared of it, also where the shop's next answer does not say so yet. */
function withReceived(state: FlowState, received: readonly WithdrawalAcknowledgement[]): FlowState {
  return received.toReversed().reduce((next, acknowledgement) => {
    const id = acknowledgement.statement.orderId ?? '';
    const entry = next.orders.held.get(id);
    if (!entry) return next;
    const { order } = entry;
    const { acknowledgements = [], ...right } = order.withdrawal ?? unsaid;
    if (acknowledgements.some((known) => known.id === acknowledgement.id)) return next;
    const withdrawal = { ...right, acknowledgements: [acknowledgement, ...acknowledgements] };
    const held = new Map(next.orders.held).set(id, { ...entry, order: { ...order, withdrawal } });
    return { ...next, orders: { ...next.orders, held } };
  }, state);
}

const unsaid: WithdrawalRight = { applies: 'unknown', partial: false };
