import type { Block, Eligibility } from '../model/eligibility.js';
import type { Order } from '../model/order.js';
import { sameData } from '../model/same-data.js';
import { clampSelection, selectableLines, wholeSelection } from '../model/selection-rules.js';
import { present } from '../model/present.js';
import type { DraftChange, FlowEvent } from './flow-event.js';
import { isUnsettled, type Dialog, type Draft, type FlowState } from './flow-state.js';
import { openingTransition, withDialog, withDraft } from './opening-transition.js';

type Review = Extract<Dialog, { step: 'preparing' | 'reviewing' | 'checking' }>;

/** What is on screen: the specification's dialog table. `before` is the state in which the event arrived. */
export function dialogTransition(state: FlowState, event: FlowEvent, before: FlowState): FlowState {
  const { dialog } = state;
  if (!dialog || event.type === 'open' || event.type === 'dismiss')
    return openingTransition(state, event);
  if (isReview(dialog)) return review(state, dialog, event, before);
  // An order that can be canceled after all is worth another look.
  if (dialog.step === 'blocked' && isNewlyUnsettled(state, before, dialog.orderId))
    return withDialog(state, { step: 'following', orderId: dialog.orderId });
  return state;
}

function review(state: FlowState, dialog: Review, event: FlowEvent, before: FlowState): FlowState {
  if (isNewlyUnsettled(state, before, dialog.orderId)) {
    return withDialog(state, { step: 'following', orderId: dialog.orderId });
  }
  const checked = dialog.step === 'preparing' ? state : afterNews(state, dialog, before);
  if (checked !== state) return checked;
  const draft = state.drafts.get(dialog.orderId);
  if (!draft) return state;
  if ('draftId' in event && event.draftId !== dialog.draftId) return state;
  switch (event.type) {
    case 'prepared':
      if (dialog.step === 'preparing') return prepared(state, dialog, draft, event.signature);
      // The look that a changed entry asked for: the next click is held against this one.
      return dialog.step === 'reviewing' && dialog.notice === 'order-changed'
        ? withDialog(state, { ...dialog, signature: event.signature })
        : state;
    case 'reasons-loading':
      return withDialog(state, { ...dialog, reasons: { step: 'loading' } });
    case 'reasons-loaded':
      return withDialog(state, { ...dialog, reasons: { step: 'ready', value: event.reasons } });
    case 'reasons-failed':
      return withDialog(state, { ...dialog, reasons: { step: 'failed', failure: event.failure } });
    case 'preview-loading': {
      const { preview } = dialog;
      const last =
        preview.step === 'ready'
          ? preview.value
          : preview.step === 'loading'
            ? preview.last
            : undefined;
      return withDialog(state, { ...dialog, preview: present({ step: 'loading', last }) });
    }
    case 'previewed':
      return withDialog(state, { ...dialog, preview: { step: 'ready', value: event.preview } });
    case 'preview-failed':
      return withDialog(state, { ...dialog, preview: { step: 'failed', failure: event.failure } });
    case 'edit':
      if (dialog.step !== 'reviewing') return state;
      return withDraft(
        dialog.notice ? withDialog(state, reviewing(dialog)) : state,
        fitted(edited(draft, event.change), state),
      );
    case 'confirm':
      return dialog.step === 'reviewing' ? confirm(state, dialog, draft) : state;
    case 'checked':
      return isChecking(dialog, event.token) && !event.ok
        ? withDialog(state, reviewing(dialog, 'stopped'))
        : state;
    case 'lock-busy':
      return isChecking(dialog, event.token)
        ? withDialog(state, { step: 'following', orderId: dialog.orderId })
        : state;
    case 'outdated':
      return isChecking(dialog, event.token)
        ? withDialog(state, reviewing(dialog, 'order-changed'))
        : state;
    default:
      return openingTransition(state, event);
  }
}

function prepared(state: FlowState, dialog: Review, draft: Draft, signature: string): FlowState {
  const { orderId } = dialog;
  const operation = state.operations.get(orderId);
  if (isUnsettled(operation)) return withDialog(state, { step: 'following', orderId });
  const order = state.orders.held.get(orderId)?.order;
  if (!order) return state;
  const blocks = blocksOf(order);
  if (blocks) return withDialog(state, { step: 'blocked', orderId, blocks });
  return withDraft(
    withDialog(state, { ...reviewing(dialog), signature }),
    fitted(
      { ...draft, lines: draft.lines === 'all' ? everythingAllowed(order) : draft.lines },
      state,
    ),
  );
}

/** While the shopper looks, the order may move on: then the selection is cut and they are asked to look again. */
function afterNews(state: FlowState, dialog: Review, before: FlowState): FlowState {
  const order = state.orders.held.get(dialog.orderId)?.order;
  const known = before.orders.held.get(dialog.orderId)?.order;
  if (!order || order === known) return state;
  const blocks = blocksOf(order);
  if (blocks) return withDialog(state, { step: 'blocked', orderId: dialog.orderId, blocks });
  if (known && sameData(choicesOf(known), choicesOf(order))) return state;
  const draft = state.drafts.get(dialog.orderId);
  const changed = withDialog(state, reviewing(dialog, 'order-changed'));
  return draft ? withDraft(changed, fitted(draft, state)) : changed;
}

/** The whole order, or as much of it as may be chosen where a line is held back. */
function everythingAllowed(order: Order): Draft['lines'] {
  const choices = selectableLines(order);
  if (choices.length === 0) return 'all';
  return wholeSelection(
    choices.map(({ line, max }) => ({ lineId: line.id, quantity: max })),
    order,
  );
}

/** The draft with its selection cut to what the order allows now. */
function fitted(draft: Draft, state: FlowState): Draft {
  const order = state.orders.held.get(draft.orderId)?.order;
  return order ? { ...draft, lines: clampSelection(draft.lines, order) } : draft;
}

function confirm(state: FlowState, dialog: Review, draft: Draft): FlowState {
  if (state.connection === 'offline') return withDialog(state, reviewing(dialog, 'offline'));
  if (state.session === 'signed-out') return withDialog(state, reviewing(dialog, 'signed-out'));
  if (draft.lines !== 'all' && draft.lines.length === 0) return state;
  const { draftId, ...rest } = reviewing(dialog);
  const token = state.lastDraftId + 1;
  return withDialog(withDraft({ ...state, lastDraftId: token }, { ...draft, id: token }), {
    ...rest,
    draftId: token,
    step: 'checking',
    token,
  });
}

/** Why it cannot be canceled; undefined when it can, or when this read does not tell. */
function blocksOf(order: Order): readonly Block[] | undefined {
  const { eligibility } = order;
  return eligibility === 'ask' || eligibility.allowed ? undefined : eligibility.blocks;
}

function choicesOf(order: Order): readonly [Eligibility | 'ask', Order['lines']] {
  return [order.eligibility, order.lines];
}

function edited(draft: Draft, { lines, reasonCode, note }: DraftChange): Draft {
  return present({
    ...draft,
    lines: lines ?? draft.lines,
    reasonCode: reasonCode === undefined ? draft.reasonCode : reasonCode,
    note: note === undefined ? draft.note : note,
  });
}

function reviewing(
  { orderId, draftId, reasons, preview, signature }: Review,
  notice?: Extract<Dialog, { step: 'reviewing' }>['notice'],
): Extract<Dialog, { step: 'reviewing' }> {
  return present({ step: 'reviewing', orderId, draftId, reasons, preview, signature, notice });
}

function isReview(dialog: Dialog): dialog is Review {
  return dialog.step !== 'blocked' && dialog.step !== 'following';
}

function isChecking(dialog: Review, token: number): boolean {
  return dialog.step === 'checking' && dialog.token === token;
}

function isNewlyUnsettled(state: FlowState, before: FlowState, orderId: string): boolean {
  const operation = state.operations.get(orderId);
  return isUnsettled(operation) && operation !== before.operations.get(orderId);
}
