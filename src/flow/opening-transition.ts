import type { FlowEvent } from './flow-event.js';
import { isUnsettled, type Dialog, type Draft, type FlowState } from './flow-state.js';

/** How the dialog opens, waits for its order, may fail at that, and closes: what is on screen at once, before the other rules are needed. */
export function openingTransition(state: FlowState, event: FlowEvent): FlowState {
  if (event.type === 'open') return open(state, event.orderId, event.lines);
  const { dialog } = state;
  if (dialog && event.type === 'dismiss') return { ...state, dialog: null };
  if (dialog?.step !== 'preparing') return state;
  const { failure, ...waiting } = dialog;
  if (event.type === 'prepare-failed' && event.draftId === dialog.draftId)
    return withDialog(state, { ...waiting, failure: event.failure });
  return event.type === 'retry-prepare' && failure ? withDialog(state, waiting) : state;
}

function open(state: FlowState, orderId: string, lines: Draft['lines'] | undefined): FlowState {
  const operation = state.operations.get(orderId);
  if (isUnsettled(operation) || operation?.step === 'not-received') {
    return withDialog(state, { step: 'following', orderId });
  }
  const known = state.drafts.get(orderId);
  const id = state.lastDraftId + 1;
  const draft: Draft = { ...(known ?? { orderId, lines: 'all' }), ...(lines && { lines }), id };
  return withDialog(withDraft({ ...state, lastDraftId: id }, draft), {
    step: 'preparing',
    orderId,
    draftId: id,
    reasons: { step: 'off' },
    preview: { step: 'off' },
    signature: '',
  });
}

export function withDraft(state: FlowState, draft: Draft): FlowState {
  return { ...state, drafts: new Map(state.drafts).set(draft.orderId, draft) };
}

export function withDialog(state: FlowState, dialog: Dialog): FlowState {
  return { ...state, dialog };
}
