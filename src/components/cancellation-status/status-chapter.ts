import { refusalOf } from '../../flow/selectors.js';
import type { Operation } from '../../flow/flow-state.js';
import type { Cancellation } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import { cancellationStory, operationStory } from '../../ui/views/cancellation-story.js';
import type { Story } from '../../ui/views/story.js';
import type { ViewContext } from '../../ui/views/view-context.js';

/** One request of an order, or a write that the shop shows no request of. */
export interface Chapter {
  readonly cancellation?: Cancellation;
  /** The write that this chapter is about, or that is about its request. */
  readonly operation?: Operation;
}

/** The request whose receipt is unfolded. */
export interface OpenReceipt {
  of?: string | undefined;
}

/** All of an order's requests in the shop's order; first what is under way without one. */
export function chaptersOf(
  order: Order | undefined,
  operation: Operation | undefined,
  cancellationId?: string,
): readonly Chapter[] {
  const all = order?.cancellations ?? [];
  const chapters = all
    .filter(({ id }) => cancellationId === undefined || id === cancellationId)
    .map((cancellation) => ({
      cancellation,
      ...(operation && isAbout(operation, cancellation) && { operation }),
    }));
  const isTold = !operation || cancellationId !== undefined || isShown(operation, all);
  return isTold ? chapters : [{ operation }, ...chapters];
}

function isAbout({ kind, target, ids }: Operation, { id }: Cancellation): boolean {
  return kind === 'request' ? ids.includes(id) : target === id;
}

/** The requests say all of it themselves. */
function isShown(operation: Operation, requests: readonly Cancellation[]): boolean {
  const { kind, step, before, target } = operation;
  if (kind !== 'request') return requests.some(({ id }) => id === target);
  return (
    (step === 'received' || step === 'awaiting-confirmation') &&
    requests.some(({ id }) => !before.ids.includes(id))
  );
}

/** Headline and sentence. What is done says only that: its refund is a story of its own. */
export function chapterStory({ cancellation, operation }: Chapter, context: ViewContext): Story {
  const { messages } = context;
  if (cancellation) {
    const { status } = cancellation;
    const heading = messages.cancellation[status];
    if (status === 'completed') return { tone: 'success', icon: 'check-circle', heading };
    if (status === 'partially-completed') return { tone: 'success', icon: 'half-circle', heading };
    return cancellationStory(withoutTimes(cancellation), context);
  }
  if (!operation) return { tone: '', icon: 'question', heading: messages.cancellation.unknown };
  switch (operation.step) {
    case 'received':
      return { tone: 'pending', icon: 'hourglass', heading: messages.said.received };
    case 'awaiting-confirmation': {
      const heading = messages.cancellation['awaiting-confirmation'];
      return { tone: 'pending', icon: 'mail', heading };
    }
    case 'refused':
    case 'not-received': {
      const refusal = refusalOf(operation);
      if (!refusal) return operationStory('not-received', context);
      const text = refusal.detail ?? messages.failures[refusal.code];
      return { tone: 'danger', icon: 'alert', heading: messages.said.refused, text };
    }
    default:
      return operationStory(operation.step, context);
  }
}

/** One line, as the order's row has it: the refund where that is what goes on. */
export function compactStory(
  chapter: Chapter,
  order: Order | undefined,
  context: ViewContext,
): Story {
  const { cancellation } = chapter;
  return cancellation
    ? cancellationStory(withoutTimes(cancellation), context, order)
    : chapterStory(chapter, context);
}

export function isDone({ status }: Cancellation): boolean {
  return status === 'completed' || status === 'partially-completed';
}

/** They stand in the timeline and beside the button. */
function withoutTimes(cancellation: Cancellation): Cancellation {
  const { requestedAt: _requestedAt, retractableUntil: _until, ...rest } = cancellation;
  return rest;
}
