import type { FlowEvent } from '../../src/flow/flow-event.js';
import type { Dialog, FlowState, Operation } from '../../src/flow/flow-state.js';

/** A state of the table, in a word. */
export function operationView(operation: Operation | undefined): string {
  if (!operation) return 'none';
  const { kind, step } = operation;
  const more =
    operation.step === 'received' && operation.evidence === 'order'
      ? ' (order)'
      : operation.step === 'unconfirmed' && operation.cannotCheck
        ? ' (cannot check)'
        : operation.step === 'unconfirmed' && operation.likely !== undefined
          ? ' (likely)'
          : operation.step === 'awaiting-confirmation' && operation.notReceived
            ? ' (not received)'
            : operation.step === 'awaiting-confirmation' && operation.failure
              ? ' (failure)'
              : '';
  return `${kind === 'request' ? '' : `${kind} `}${step}${more}`;
}

export function dialogView(dialog: Dialog | null): string {
  if (!dialog) return 'closed';
  if (dialog.step === 'preparing' && dialog.failure) return 'preparing (failure)';
  if (dialog.step === 'reviewing' && dialog.notice) return `reviewing (${dialog.notice})`;
  return dialog.step;
}

/** Events by what they are to the table: how a failure ended, whether a read brought the order or not. */
function eventView(event: FlowEvent): string {
  switch (event.type) {
    case 'failed':
      return event.definite ? 'failed definite' : 'failed indefinite';
    case 'order-read':
      return event.kind === 'push' ? 'push' : 'read';
    case 'cancellations-read':
      return event.kind === 'push' ? 'push' : 'read';
    case 'orders-loaded':
      return 'read';
    case 'checked':
      return event.ok ? 'checked yes' : 'checked no';
    default:
      return event.type;
  }
}

export function countEdges(
  edges: Map<string, number>,
  event: FlowEvent,
  before: FlowState,
  state: FlowState,
): void {
  const add = (edge: string): void => void edges.set(edge, (edges.get(edge) ?? 0) + 1);
  const what = eventView(event);
  if (before.dialog !== state.dialog) {
    const from = dialogView(before.dialog);
    const to = dialogView(state.dialog);
    if (from !== to) add(`dialog: ${from} · ${what} → ${to}`);
  }
  if (before.operations === state.operations) return;
  for (const orderId of new Set([...before.operations.keys(), ...state.operations.keys()])) {
    const known = before.operations.get(orderId);
    const next = state.operations.get(orderId);
    if (known === next) continue;
    const from = operationView(known);
    const to = operationView(next);
    const again = known?.key !== next?.key && known && next && from === to;
    if (from !== to || again) add(`operation: ${from} · ${what} → ${to}`);
  }
}
