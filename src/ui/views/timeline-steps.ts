import type { Cancellation, CancellationStatus } from '../../model/cancellation.js';
import type { CalendarDate, Instant } from '../../model/time.js';
import { isOverdue } from './cancellation-story.js';
import type { DetailContext } from './view-context.js';
import { expectationText, isolate } from './words.js';

export interface TimelineStep {
  readonly state: 'done' | 'current' | 'ahead' | 'problem';
  /** Absent: still ahead. */
  readonly status?: CancellationStatus;
  readonly name: string;
  readonly at?: Instant | CalendarDate;
  /** Said instead of a time: "by 18:30 today". */
  readonly when?: string;
  readonly text?: string;
}

type StepName = keyof DetailContext['more']['status']['steps'];
const NAMES: Record<CancellationStatus, StepName> = {
  'awaiting-confirmation': 'waiting',
  requested: 'requested',
  processing: 'processing',
  completed: 'completed',
  'partially-completed': 'partly',
  declined: 'declined',
  retracted: 'retracted',
  failed: 'failed',
  unknown: 'unknown',
};
/** What is still to come, as far as it goes well. */
const AHEAD: { readonly [Status in CancellationStatus]?: readonly StepName[] } = {
  'awaiting-confirmation': ['requested'],
  requested: ['processing', 'completed'],
  processing: ['completed'],
};

/** What the shop recorded, the state of now, and what is still ahead. Times only where the shop tells them. */
export function timelineSteps(
  cancellation: Cancellation,
  context: DetailContext,
): readonly TimelineStep[] {
  const { status, inferred, requestedAt, timeline, expected } = cancellation;
  const names = context.more.status.steps;
  const steps: TimelineStep[] = timeline.map(({ at, status: then, message }) => ({
    ...(then && { status: then }),
    state: then === 'declined' || then === 'failed' ? 'problem' : 'done',
    name: then ? names[NAMES[then]] : message ? isolate(message) : names.unknown,
    at,
    ...(then && message && { text: isolate(message) }),
  }));
  const recorded = new Set(timeline.map((entry) => entry.status));
  if (
    !inferred &&
    requestedAt &&
    !recorded.has('requested') &&
    status !== 'awaiting-confirmation'
  ) {
    steps.unshift({ status: 'requested', state: 'done', name: names.requested, at: requestedAt });
    recorded.add('requested');
  }
  const isProblem = status === 'declined' || status === 'failed';
  if (!recorded.has(status)) {
    steps.push({ status, state: isProblem ? 'problem' : 'done', name: names[NAMES[status]] });
  }
  const ahead = AHEAD[status] ?? [];
  const last = steps.at(-1);
  // The present is where something is still awaited.
  if (ahead.length && last) steps.splice(-1, 1, { ...last, state: 'current' });
  const when = isOverdue(cancellation, context.now)
    ? undefined
    : expectationText(expected, context);
  ahead.forEach((name, index) => {
    const isGoal = index === ahead.length - 1 && when;
    steps.push({ state: 'ahead', name: names[name], ...(isGoal && { when }) });
  });
  return steps;
}
