import { cancellationsOf } from '../../flow/selectors.js';
import type { Operation } from '../../flow/flow-state.js';
import type { Cancellation } from '../../model/cancellation.js';
import { blockedView, preparingView } from './before-view.js';
import { challengeView } from './challenge-view.js';
import type { DialogContext, DialogFrame } from './dialog-context.js';
import { notReceivedView, refusedView, sendingView, unconfirmedView } from './outcome-view.js';
import { resultView } from './result-view.js';
import { reviewView } from './review-view.js';

/** What the dialog shows in its present step. */
export function stepView(context: DialogContext): DialogFrame | undefined {
  const { state, order } = context;
  const { dialog } = state;
  switch (dialog?.step) {
    case undefined:
      return undefined;
    case 'preparing':
      return preparingView(dialog.failure, context);
    case 'blocked':
      return blockedView(dialog.blocks, context);
    case 'reviewing':
    case 'checking':
      return order ? reviewView(dialog, order, context) : preparingView(undefined, context);
    case 'following':
      return followingView(context.operation, context);
  }
}

/** Equal as long as the same thing is shown, so that its controls stay the same nodes. */
export function viewKey({ state: { dialog }, operation }: DialogContext): string {
  const step = dialog?.step === 'checking' ? 'reviewing' : (dialog?.step ?? '');
  if (step !== 'following') return step;
  const outcome = operation?.step === 'settling' ? 'unconfirmed' : operation?.step;
  return `${step} ${outcome}`;
}

/** While it asks, it has the height of a question, whatever is still on its way. */
export function dialogLook(context: DialogContext | undefined, isWide: boolean): string {
  const asks = !context || /^(preparing|reviewing)/.test(viewKey(context));
  return `scope dialog${isWide ? ' dialog-wide' : ''}${asks ? ' dialog-asks' : ''}`;
}

function followingView(operation: Operation | undefined, context: DialogContext): DialogFrame {
  switch (operation?.step) {
    case 'sending':
      return sendingView(operation, context);
    case 'settling':
    case 'unconfirmed':
      return unconfirmedView(operation, context);
    case 'awaiting-confirmation':
      return challengeView(challenged(context)?.challenge, operation, context);
    case 'not-received':
      return notReceivedView(operation, context);
    case 'refused':
      return refusedView(operation, context);
    case 'received':
    case undefined:
      return resultView(followed(context), operation, context);
  }
}

/** The request that waits for a proof. */
export function challenged({ order }: Pick<DialogContext, 'order'>): Cancellation | undefined {
  return order?.cancellations.find(({ status }) => status === 'awaiting-confirmation');
}

function followed({ state, order, operation }: DialogContext): readonly Cancellation[] {
  if (!order) return [];
  const { dialog } = state;
  const named = dialog?.step === 'following' ? dialog.cancellationId : undefined;
  const asked = operation?.kind === 'retract' ? operation.target : named;
  const one = order.cancellations.find(({ id }) => id === asked);
  return one ? [one] : cancellationsOf(order, operation);
}
