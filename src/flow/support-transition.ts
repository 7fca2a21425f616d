import { present } from '../model/present.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState } from './flow-state.js';
import type { SupportSlice, SupportView } from './support-state.js';

const nothing: SupportSlice = { draft: {}, view: { step: 'writing' } };

/** A message to the shop. What was typed is kept through every outcome but an answer. */
export function supportTransition(state: FlowState, event: FlowEvent): FlowState {
  const before = state.support ?? nothing;
  const support = nextSlice(before, event);
  return support === before ? state : { ...state, support };
}

function nextSlice(slice: SupportSlice, event: FlowEvent): SupportSlice {
  const { draft, view } = slice;
  switch (event.type) {
    case 'open-support': {
      const { type: _type, ...context } = event;
      // What is on its way, or may have arrived, is not rewritten; it comes into sight all the same.
      if (view.step === 'sending' || view.step === 'unconfirmed')
        return { ...slice, wanted: context };
      const { email, message } = draft;
      const typed = view.step === 'received' ? { email } : { email, message };
      return {
        draft: present({ ...typed, ...context }),
        wanted: context,
        view: writing(view),
      };
    }
    case 'edit-support':
      return view.step === 'sending' || view.step === 'received'
        ? slice
        : { ...slice, draft: { ...draft, ...event.change }, view: writing(view) };
    case 'support-sent':
      return { ...slice, view: { step: 'sending', sent: event.sent } };
    case 'support-answered':
      // The answer to an earlier message; the later one has an outcome of its own.
      if (sentOf(view)?.key !== event.key) return slice;
      return {
        ...slice,
        // What was written after it is for another message.
        draft: view.step === 'writing' ? draft : present({ email: draft.email }),
        view: { step: 'received', sent: sentOf(view)!, receipt: event.receipt },
      };
    case 'support-failed':
      if (view.step !== 'sending' || view.sent.key !== event.key) return slice;
      return { ...slice, view: afterFailure(view.sent, event) };
    case 'restart-support': {
      if (view.step !== 'received') return slice;
      const { wanted: _wanted, ...rest } = slice;
      return { ...rest, view: { step: 'writing' } };
    }
    default:
      return slice;
  }
}

/** A field that was found wrong is no longer what it was; which message was sent last is known on. */
function writing(view: SupportView): SupportView {
  return present({ step: 'writing', sent: sentOf(view) });
}

function sentOf(view: SupportView) {
  return view.step === 'received' ? undefined : view.sent;
}

function afterFailure(
  sent: NonNullable<ReturnType<typeof sentOf>>,
  { failure, definite, at }: Extract<FlowEvent, { type: 'support-failed' }>,
): SupportView {
  const { retryAfterMs } = failure;
  const retryAt = retryAfterMs === undefined ? undefined : at + retryAfterMs;
  return definite && !sent.unanswered
    ? present({ step: 'writing', sent, failure, retryAt })
    : present({ step: 'unconfirmed', sent: { ...sent, unanswered: true }, failure, retryAt });
}
