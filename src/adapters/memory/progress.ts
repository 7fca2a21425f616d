import type { CancellationStatus, LineSelection } from '../../model/cancellation.js';
import type { MemoryRequest } from './shop-state.js';

export const challengeLifeMs = 15 * 60_000;
export const challengeResendMs = 60_000;

/** One step that a request has taken, or will take if nobody interferes. */
export interface Step {
  readonly at: number;
  readonly status: CancellationStatus;
}

/** The shop's decision, by script. */
const decided = {
  completes: 'completed',
  declines: 'declined',
  'partly-declines': 'partially-completed',
} as const;

/** All steps of a request, past and to come, oldest first. Pure: the same at every read and after each reload. */
export function stepsOf(request: MemoryRequest): readonly Step[] {
  const { challenge, confirmedAt, requestedAt, retractedAt, script } = request;
  const steps: Step[] = [];
  if (challenge) {
    steps.push({ at: requestedAt, status: 'awaiting-confirmation' });
    if (confirmedAt === undefined)
      steps.push({ at: challenge.sentAt + challengeLifeMs, status: 'failed' });
  }
  const start = startOf(request);
  if (start !== undefined) {
    if (script.processingAfterMs > 0) steps.push({ at: start, status: 'requested' });
    if (script.decidedAfterMs > script.processingAfterMs)
      steps.push({ at: start + script.processingAfterMs, status: 'processing' });
    steps.push({ at: start + script.decidedAfterMs, status: decided[script.outcome] });
  }
  if (retractedAt === undefined) return steps;
  return [
    ...steps.filter((step) => step.at <= retractedAt),
    { at: retractedAt, status: 'retracted' },
  ];
}

/** When the shop took the request up: after the code, where it asks for one. */
export function startOf(request: MemoryRequest): number | undefined {
  return request.challenge ? request.confirmedAt : request.requestedAt;
}

export function pastStepsOf(request: MemoryRequest, now: number): readonly Step[] {
  return stepsOf(request).filter((step) => step.at <= now);
}

export function statusOf(request: MemoryRequest, now: number): CancellationStatus {
  return pastStepsOf(request, now).at(-1)?.status ?? 'requested';
}

/** When the shop canceled, if it has; else undefined. */
export function canceledAt(request: MemoryRequest, now: number): number | undefined {
  const last = pastStepsOf(request, now).at(-1);
  return last?.status === 'completed' || last?.status === 'partially-completed'
    ? last.at
    : undefined;
}

export function isOpenStatus(status: CancellationStatus): boolean {
  return status === 'awaiting-confirmation' || status === 'requested' || status === 'processing';
}

/** Until when the request can be taken back: the shop has not begun with it. */
export function retractableUntil(request: MemoryRequest): number | undefined {
  const start = startOf(request);
  if (start === undefined) return request.challenge && request.challenge.sentAt + challengeLifeMs;
  return request.script.processingAfterMs > 0
    ? start + request.script.processingAfterMs
    : undefined;
}

/** The two points at which the money moves, once canceled. */
export function refundStepsOf(request: MemoryRequest): {
  readonly pendingAt: number;
  readonly settledAt: number;
} {
  const start = startOf(request) ?? request.requestedAt;
  return {
    pendingAt: start + request.script.refundPendingAfterMs,
    settledAt: start + request.script.refundSettledAfterMs,
  };
}

/** The next point in time at which a read would show something else. */
export function nextChangeAt(request: MemoryRequest, now: number): number | undefined {
  const next = stepsOf(request).find((step) => step.at > now);
  if (next) return next.at;
  if (canceledAt(request, now) === undefined) return undefined;
  const { pendingAt, settledAt } = refundStepsOf(request);
  return [pendingAt, settledAt].find((at) => at > now);
}

/** What of the request the shop has canceled, or would. */
export function acceptedLines(request: MemoryRequest): readonly LineSelection[] {
  return request.lines
    .map((line) => ({
      lineId: line.lineId,
      quantity: line.quantity - declinedOf(request, line.lineId),
    }))
    .filter((line) => line.quantity > 0);
}

export function declinedOf(request: MemoryRequest, lineId: string): number {
  if (request.script.outcome !== 'partly-declines') return 0;
  return request.declined.find((line) => line.lineId === lineId)?.quantity ?? 0;
}
