import type {
  Cancellation,
  CancellationLine,
  Refund,
  RefundStatus,
} from '../../model/cancellation.js';
import { present } from '../../model/present.js';
import { moneyOf } from './amounts.js';
import { challengeOf } from './challenge.js';
import type { Quote } from './ledger.js';
import { instantOf } from './memory-clock.js';
import { destinationsOf } from './preview.js';
import {
  canceledAt,
  declinedOf,
  isOpenStatus,
  nextChangeAt,
  pastStepsOf,
  refundStepsOf,
  retractableUntil,
  startOf,
  statusOf,
} from './progress.js';
import { currencyOf } from './settlement.js';
import type { MemoryRequest, OrderFile } from './shop-state.js';
import type { MemoryOrder } from './memory-order.js';
import type { Words } from './words.js';

export interface CancellationContext {
  readonly order: MemoryOrder;
  readonly quote: Quote | undefined;
  readonly now: number;
  readonly words: Words;
  /** Where codes go, masked. */
  readonly sentTo: string;
}

/** A request as the shop tells of it at this moment. */
export function cancellationOf(request: MemoryRequest, context: CancellationContext): Cancellation {
  const { now, sentTo, words } = context;
  const status = statusOf(request, now);
  const open = isOpenStatus(status);
  const start = startOf(request);
  const until = retractableUntil(request);
  const next = nextChangeAt(request, now);
  const changed = lastChangeAt(request, now);
  return present({
    id: request.id,
    orderId: request.orderId,
    initiator: 'shopper' as const,
    reference: request.reference,
    idempotencyKey: request.key,
    seller: request.seller,
    status,
    lines: request.lines.map((line) => lineOf(request, line, now, words)),
    reason: reasonOf(request, words),
    note: request.note,
    requestedAt: instantOf(request.requestedAt),
    updatedAt: instantOf(changed),
    expected:
      open && start !== undefined
        ? { latest: instantOf(start + request.script.expectedAfterMs) }
        : undefined,
    retractableUntil:
      until !== undefined && (status === 'requested' || status === 'awaiting-confirmation')
        ? instantOf(until)
        : undefined,
    challenge:
      request.challenge && status === 'awaiting-confirmation'
        ? challengeOf(request.challenge, now, sentTo)
        : undefined,
    decline:
      status === 'declined'
        ? { code: 'shipped' as const, message: words.declined, remedy: 'return' as const }
        : undefined,
    refund: refundOf(request, context),
    timeline: pastStepsOf(request, now).map((step) => ({
      at: instantOf(step.at),
      status: step.status,
    })),
    pollAfterMs: next === undefined ? undefined : Math.min(30_000, Math.max(2000, next - now)),
  });
}

function lineOf(
  request: MemoryRequest,
  { lineId, quantity }: CancellationLine,
  now: number,
  words: Words,
): CancellationLine {
  const status = statusOf(request, now);
  if (isOpenStatus(status)) return { lineId, quantity, outcome: 'pending' };
  if (canceledAt(request, now) === undefined)
    return status === 'declined' ? { lineId, quantity, outcome: 'declined' } : { lineId, quantity };
  if (declinedOf(request, lineId) === 0) return { lineId, quantity, outcome: 'canceled' };
  return { lineId, quantity, outcome: 'declined', message: words.lineDeclined };
}

function reasonOf(
  { reasonCode }: MemoryRequest,
  words: Words,
): { code: string; label?: string } | undefined {
  if (reasonCode === undefined) return undefined;
  return present({
    code: reasonCode,
    label: words.reasons.find((reason) => reason.code === reasonCode)?.label,
  });
}

function lastChangeAt(request: MemoryRequest, now: number): number {
  const step = pastStepsOf(request, now).at(-1)?.at ?? request.requestedAt;
  const { pendingAt, settledAt } = refundStepsOf(request);
  const moved =
    canceledAt(request, now) === undefined ? [] : [pendingAt, settledAt].filter((at) => at <= now);
  return Math.max(step, ...moved, request.challenge?.sentAt ?? 0);
}

/** The money's own story: it begins when the shop has canceled, and is never ahead of what the provider confirmed. */
function refundOf(request: MemoryRequest, { now, order, quote }: CancellationContext): Refund {
  const status = statusOf(request, now);
  const payment = order.terms?.payment;
  const decided = canceledAt(request, now);
  if (payment === 'not-paid' || payment === 'pay-on-delivery') return { status: 'none' };
  if (decided === undefined && !isOpenStatus(status)) return { status: 'none' };
  if (!quote) return { status: decided === undefined ? 'expected' : 'unknown' };
  if (quote.net === 0) return { status: 'none', amount: moneyOf(0, currencyOf(order)) };
  const { pendingAt, settledAt } = refundStepsOf(request);
  const step: RefundStatus =
    decided === undefined || now < pendingAt
      ? 'expected'
      : now < settledAt
        ? 'pending'
        : settledStatus(request, order);
  const parts = destinationsOf(order, quote, startOf(request) ?? request.requestedAt).map(
    ({ amount, expected, ...destination }) => {
      const issued = destination.kind === 'gift-card' && decided !== undefined && now >= pendingAt;
      return present({
        status: issued ? ('issued' as const) : step,
        amount,
        destination,
        expected,
        at: issued ? instantOf(pendingAt) : undefined,
      });
    },
  );
  const [only] = parts;
  const open = step === 'expected' || step === 'pending';
  const single = parts.length === 1 && only !== undefined;
  return present({
    id: `${request.id}-refund`,
    status: single ? only.status : step,
    amount: moneyOf(quote.net, currencyOf(order)),
    destination: single ? only.destination : undefined,
    parts: single ? undefined : parts.map(({ expected: _expected, ...part }) => part),
    expected: open ? parts.at(-1)?.expected : undefined,
    at:
      single && only.at !== undefined
        ? only.at
        : step === 'issued' || step === 'released'
          ? instantOf(settledAt)
          : undefined,
    updatedAt: instantOf(
      decided !== undefined && now >= settledAt
        ? settledAt
        : decided !== undefined && now >= pendingAt
          ? pendingAt
          : request.requestedAt,
    ),
  });
}

function settledStatus(request: MemoryRequest, order: MemoryOrder): RefundStatus {
  if (request.script.refund === 'fails') return 'failed';
  return order.terms?.payment === 'authorized' ? 'released' : 'issued';
}

/** All cancellations of an order, newest first: those made here, then those that it came with. */
export function cancellationsOf(
  file: OrderFile,
  quotes: ReadonlyMap<string, Quote>,
  { now, sentTo, words }: Omit<CancellationContext, 'order' | 'quote'>,
): readonly Cancellation[] {
  const made = file.requests.map((request) =>
    cancellationOf(request, {
      ...{ order: file.order, quote: quotes.get(request.id) },
      ...{ now, sentTo, words },
    }),
  );
  return [
    ...made.reverse(),
    ...file.order.cancellations.map((seed) => seedOf(seed, file.takenBack.get(seed.id))),
  ];
}

function seedOf(seed: Cancellation, takenBackAt: number | undefined): Cancellation {
  if (takenBackAt === undefined) return seed;
  const {
    challenge: _challenge,
    expected: _expected,
    pollAfterMs: _poll,
    retractableUntil: _until,
    ...rest
  } = seed;
  const at = instantOf(takenBackAt);
  return {
    ...rest,
    status: 'retracted',
    updatedAt: at,
    refund: { status: 'none' },
    timeline: [...seed.timeline, { at, status: 'retracted' }],
  };
}
