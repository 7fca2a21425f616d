import { nothing } from 'lit';
import { cancellationsOf, refusalOf } from '../../flow/selectors.js';
import type { Operation } from '../../flow/flow-state.js';
import type { Cancellation } from '../../model/cancellation.js';
import type { Failure } from '../../model/failure.js';
import { cancellationStory, isOverdue, operationStory } from '../../ui/views/cancellation-story.js';
import { eligibilityStory } from '../../ui/views/eligibility-story.js';
import { refundOf } from '../../ui/views/refund-story.js';
import { storyPanel } from '../../ui/views/request-progress.js';
import type { Story } from '../../ui/views/story.js';
import {
  both,
  cancelAction,
  checkAction,
  confirmAction,
  contactAction,
  detailsLink,
  isCancelable,
  remedyAction,
  resendAction,
  retractAction,
} from './order-actions.js';
import type { Drawn, OrderView } from './order-view.js';

type Told = readonly [story: Story, actions: Drawn];

/** The story of the cancellation, or of whether there can be one, and what can be done. */
export function orderPanel(view: OrderView): Drawn {
  const [story, actions] = tell(view);
  return storyPanel(story, actions);
}

function tell(view: OrderView): Told {
  const { order, operation } = view;
  const [current] = cancellationsOf(order, operation);
  const own = (): Told => (current ? tellCancellation(current, view) : tellEligibility(view));
  if (!operation) return own();
  const refusal = refusalOf(operation);
  switch (operation.step) {
    case 'sending':
      return [operationStory('sending', view), nothing];
    case 'settling':
    case 'unconfirmed':
      return [operationStory(operation.step, view), checkAction(view)];
    case 'not-received':
      return refusal
        ? tellRefusal(refusal, view, own())
        : [operationStory('not-received', view), resendAction(view)];
    case 'awaiting-confirmation':
      return [confirmationStory(view), confirmAction(view)];
    case 'received':
      if (isUnseen(operation, order.cancellations) && isOpenStill(view))
        return [receivedStory(operation, view), nothing];
      return own();
    case 'refused':
      return operation.kind === 'request' && !isCancelable(view)
        ? // What the order itself says of why not is newer than the refusal.
          own()
        : tellRefusal(operation.failure, view, own(), operation.kind);
  }
}

function tellRefusal(
  { code, detail }: Failure,
  { messages }: OrderView,
  [story, actions]: Told,
  kind: Operation['kind'] = 'request',
): Told {
  const isTooLate = kind === 'retract' && code === 'not-eligible';
  const fine = detail ?? (isTooLate ? messages.progress.takeBackOver : messages.failures[code]);
  return [{ ...story, fine }, actions];
}

export function tellEligibility(view: OrderView): Told {
  const { eligibility } = view.order;
  const story = eligibilityStory(eligibility, view);
  if (eligibility !== 'ask' && !eligibility.allowed)
    return [story, remedyAction(eligibility.blocks[0] ?? {}, view)];
  const { isOffline, messages } = view;
  return [isOffline ? { ...story, text: messages.list.offlineAction } : story, cancelAction(view)];
}

export function tellCancellation(cancellation: Cancellation, view: OrderView): Told {
  const { order, now } = view;
  const { id: cancellationId, status } = cancellation;
  const story = cancellationStory(cancellation, view, order);
  const again = cancelAction(view);
  switch (status) {
    case 'requested':
    case 'processing':
      return [
        story,
        isOverdue(cancellation, now)
          ? both(
              contactAction(view, { about: 'cancellation', cancellationId }),
              retractAction(cancellation, view, 'button-quiet'),
            )
          : retractAction(cancellation, view),
      ];
    case 'awaiting-confirmation':
      return [story, confirmAction(view)];
    case 'completed':
    case 'partially-completed':
      return [
        story,
        both(
          refundOf(cancellation, order).status === 'failed'
            ? contactAction(view, { about: 'refund', cancellationId })
            : again,
          detailsLink(view),
        ),
      ];
    case 'declined':
      return [story, again === nothing ? remedyAction(cancellation.decline ?? {}, view) : again];
    case 'retracted':
    case 'failed':
      // Of an order that can no longer be canceled, the reason is the newer story.
      return again === nothing && status === 'retracted'
        ? tellEligibility(view)
        : [
            withDeadline(story, view),
            again === nothing
              ? contactAction(view, { about: 'cancellation', cancellationId })
              : again,
          ];
    case 'unknown':
      return [story, contactAction(view, { about: 'cancellation', cancellationId })];
  }
}

function withDeadline(story: Story, view: OrderView): Story {
  return isCancelable(view)
    ? { ...story, fine: eligibilityStory(view.order.eligibility, view).heading }
    : story;
}

function confirmationStory({ messages }: OrderView): Story {
  return {
    tone: 'pending',
    icon: 'mail',
    heading: messages.cancellation['awaiting-confirmation'],
  };
}

/** The shop took the request and has no object for it: nothing newer than what was there before. */
export function isUnseen({ kind, before }: Operation, entries: readonly Cancellation[]): boolean {
  return kind === 'request' && entries.every(({ id }) => before.ids.includes(id));
}

function isOpenStill({ order: { eligibility } }: OrderView): boolean {
  return (
    eligibility === 'ask' ||
    eligibility.allowed ||
    eligibility.blocks[0]?.code === 'cancellation-pending'
  );
}

function receivedStory({ sentAt }: Operation, { messages, format, now }: OrderView): Story {
  const at = new Date(sentAt.wall).toISOString();
  return {
    tone: 'pending',
    icon: 'hourglass',
    heading: messages.cancellation.requested,
    text: messages.progress.sent(format.moment(at, now)),
    segments: ['current', 'ahead', 'ahead'],
  };
}
