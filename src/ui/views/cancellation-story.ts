import type { Cancellation } from '../../model/cancellation.js';
import type { Order } from '../../model/order.js';
import { refundOf, refundSentence, refundStory } from './refund-story.js';
import type { Segment, Story } from './story.js';
import type { ViewContext } from './view-context.js';
import { expectationText, isolate, isPast, joined, processingText } from './words.js';

const FIRST: readonly Segment[] = ['current', 'ahead', 'ahead'];
const SECOND: readonly Segment[] = ['done', 'current', 'ahead'];

type OrderFacts = Pick<Order, 'refunds' | 'processing'>;

/** Past the time that the shop gave, and not decided. */
export function isOverdue({ status, expected }: Cancellation, now: number): boolean {
  return (status === 'requested' || status === 'processing') && isPast(expected?.latest, now);
}

/**
 * One cancellation as the row tells it. When it is done, its refund is the story that goes on.
 * An inferred one says nothing of a request, who made it, or when.
 */
export function cancellationStory(
  cancellation: Cancellation,
  context: ViewContext,
  order: OrderFacts = {},
): Story {
  const { status, inferred, decline } = cancellation;
  const { messages } = context;
  const words = messages.progress;
  const heading = messages.cancellation[status];

  switch (status) {
    case 'requested':
    case 'processing':
      return openStory(cancellation, context, order);
    case 'awaiting-confirmation':
      return { tone: 'pending', icon: 'mail', heading };
    case 'completed':
      return completedStory(cancellation, context, order);
    case 'partially-completed':
      return {
        tone: 'pending',
        icon: 'half-circle',
        heading,
        ...refundSentence(refundOf(cancellation, order), context),
      };
    case 'declined':
      return {
        tone: 'warning',
        icon: 'cross-circle',
        heading,
        text: joined(
          decline?.message
            ? messages.quoted(isolate(decline.message))
            : decline?.code && `${messages.blocks[decline.code]}.`,
          (decline?.remedy && messages.remedyTexts[decline.remedy]) ?? words.unchanged,
        ),
      };
    case 'retracted': {
      const byShopper = !inferred && cancellation.initiator === 'shopper';
      return {
        tone: '',
        icon: 'return',
        heading: byShopper ? words.retractedByYou : heading,
        text: words.unchanged,
      };
    }
    case 'failed':
      return {
        tone: 'danger',
        icon: 'alert',
        heading,
        text: joined(messages.failures.platform, words.unchanged),
      };
    case 'unknown':
      return { tone: '', icon: 'question', heading };
  }
}

/** Requests that are not decided. */
function openStory(cancellation: Cancellation, context: ViewContext, order: OrderFacts): Story {
  const { status, inferred, expected, retractableUntil, requestedAt } = cancellation;
  const { messages, format, now } = context;
  const words = messages.progress;
  const segments = status === 'processing' ? SECOND : FIRST;
  const fine =
    retractableUntil &&
    (isPast(retractableUntil, now)
      ? words.takeBackOver
      : words.takeBackUntil(format.moment(retractableUntil, now)));

  if (isOverdue(cancellation, now)) {
    return {
      tone: 'warning',
      icon: 'warning',
      heading: words.overdue,
      text: joined(
        words.overdueSince(format.moment(expected?.latest, now)),
        inferred ? undefined : words.stillOpen,
      ),
      segments,
    };
  }
  const text = joined(
    requestedAt && !inferred ? words.sent(format.moment(requestedAt, now)) : undefined,
    expected?.latest && !expected.text && !expected.earliest
      ? messages.answerBy(format.moment(expected.latest, now))
      : (sentence(expectationText(expected, context), messages.expected) ??
          processingText(order.processing, context)),
  );
  return {
    tone: 'pending',
    icon: 'hourglass',
    heading: messages.cancellation[status],
    ...(text && { text }),
    ...(fine && { fine }),
    segments,
  };
}

function sentence(text: string | undefined, words: (text: string) => string): string | undefined {
  return text && `${words(text)}.`;
}

function completedStory(
  cancellation: Cancellation,
  context: ViewContext,
  order: OrderFacts,
): Story {
  const refund = refundOf(cancellation, order);
  if (refund.status === 'unknown' || refund.status === 'none') {
    return {
      tone: 'success',
      icon: 'check-circle',
      heading: context.messages.cancellation.completed,
      ...(refund.status === 'none' || refund.amount !== undefined
        ? refundSentence(refund, context)
        : undefined),
    };
  }
  return refundStory(refund, context);
}

/** A write that the shop has not answered yet, or has no request of. Nothing here claims what the shop did not say. */
export function operationStory(
  step: 'sending' | 'settling' | 'unconfirmed' | 'not-received',
  { messages }: Pick<ViewContext, 'messages'>,
): Story {
  const words = messages.progress;
  if (step === 'sending') {
    return { tone: 'pending', icon: 'hourglass', heading: words.sending, segments: FIRST };
  }
  return step === 'not-received'
    ? { tone: 'warning', icon: 'warning', heading: words.notReceived, text: words.unchanged }
    : {
        tone: 'pending',
        icon: 'hourglass',
        heading: words.unconfirmed,
        text: words.unconfirmedText,
      };
}
