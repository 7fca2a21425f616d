import type {
  Cancellation,
  CancellationStatus,
  LineSelection,
  RefundStatus,
} from '../model/cancellation.js';
import { present } from '../model/present.js';
import type { FlowEvent } from './flow-event.js';
import type { FlowState, Operation, OperationStep } from './flow-state.js';
import { selectOrder } from './selectors.js';
import { operationChanges, requestChanges } from './state-changes.js';

/** What has become of a cancellation, for the page's own scripts. Serializable; never a note, an e-mail or a label. */
export interface CancellationFact {
  readonly orderId: string;
  /** What the shopper reads: "#1001". Absent while the order is not in memory. */
  readonly orderNumber?: string;
  readonly cancellationId?: string;
  /** The request's status at the shop; the step of our own sending where the shop has not spoken. */
  readonly status: CancellationStatus | OperationStep;
  readonly lines: readonly LineSelection[] | 'all';
  /** The shop's code. Where a shop has only texts it is that text. */
  readonly reasonCode?: string;
  /** Only in `cancellation-refund-updated`. */
  readonly refundStatus?: RefundStatus;
  /** Who made it happen, as far as this page knows. 'other-tab': another tab counts it already. */
  readonly origin: 'action' | 'followed' | 'other-tab' | 'restored';
  /** Equal in every tab and after a reload: count by it. */
  readonly factId: string;
}

export type CancellationFactName =
  | 'cancellation-submitted'
  | 'cancellation-received'
  | 'cancellation-updated'
  | 'cancellation-completed'
  | 'cancellation-declined'
  | 'cancellation-failed'
  | 'cancellation-unconfirmed'
  | 'cancellation-retracted'
  | 'cancellation-refund-updated';

export interface Fact {
  readonly name: CancellationFactName;
  readonly detail: CancellationFact;
}

/** Facts are seen, not recalled: what this page has seen change, never the first sight of an order. */
export function factsOf(before: FlowState, state: FlowState, event: FlowEvent): readonly Fact[] {
  if (before.epoch !== state.epoch || before === state) return [];
  return [
    ...operationChanges(before, state).flatMap(({ operation, known }) =>
      known?.key === operation.key && known.step === operation.step
        ? []
        : operationFact(state, operation),
    ),
    ...requestChanges(before, state).flatMap(({ entry, known }) =>
      changes(state, known, entry, event),
    ),
  ];
}

function operationFact(state: FlowState, operation: Operation): readonly Fact[] {
  const { kind, step, orderId } = operation;
  const entries = selectOrder(state, orderId)?.cancellations ?? [];
  const ours = entries.filter(
    ({ id, idempotencyKey }) => operation.ids.includes(id) || idempotencyKey === operation.key,
  );
  const fact = (name: CancellationFactName, status: CancellationFact['status'] = step): Fact => ({
    name,
    detail: present({
      ...ofOrder(state, orderId),
      cancellationId: ours[0]?.id,
      status,
      lines: operation.whole ? 'all' : operation.lines,
      reasonCode: operation.reasonCode,
      origin: step === 'received' && operation.evidence === 'order' ? 'followed' : operation.origin,
      factId: `${ours[0]?.id ?? operation.key}:${name === 'cancellation-received' ? 'received' : status}`,
    }),
  });
  switch (step) {
    case 'sending':
      return kind === 'request' && operation.attempt === 1 ? [fact('cancellation-submitted')] : [];
    case 'unconfirmed':
      return [fact('cancellation-unconfirmed')];
    case 'refused':
      return [fact('cancellation-failed')];
    case 'received': {
      if (kind !== 'request') return [];
      const outcome = ours[0]?.status ?? 'requested';
      return [fact(factName(outcome) ?? 'cancellation-received', outcome)];
    }
    default:
      return [];
  }
}

function changes(
  state: FlowState,
  old: Cancellation,
  entry: Cancellation,
  event: FlowEvent,
): readonly Fact[] {
  const operation = state.operations.get(entry.orderId);
  const answered = event.type === 'answered' && operation !== undefined;
  const detail = present({
    ...ofOrder(state, entry.orderId),
    cancellationId: entry.id,
    status: entry.status,
    lines:
      entry.lines === 'all'
        ? entry.lines
        : entry.lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
    reasonCode: entry.reason?.code,
    origin: answered ? operation.origin : ('followed' as const),
  });
  const facts: Fact[] = [];
  if (old.status !== entry.status) {
    const name = factName(entry.status) ?? 'cancellation-updated';
    facts.push({ name, detail: { ...detail, factId: `${entry.id}:${entry.status}` } });
  }
  if (old.refund.status !== entry.refund.status) {
    const refundStatus = entry.refund.status;
    const factId = `${entry.id}:refund:${refundStatus}`;
    facts.push({
      name: 'cancellation-refund-updated',
      detail: { ...detail, refundStatus, factId },
    });
  }
  return facts;
}

function factName(status: CancellationStatus): CancellationFactName | undefined {
  switch (status) {
    case 'completed':
    case 'partially-completed':
      return 'cancellation-completed';
    case 'declined':
    case 'failed':
    case 'retracted':
      return `cancellation-${status}`;
    default:
      return undefined;
  }
}

function ofOrder(
  state: FlowState,
  orderId: string,
): { readonly orderId: string; readonly orderNumber?: string } {
  return present({ orderId, orderNumber: selectOrder(state, orderId)?.number });
}
