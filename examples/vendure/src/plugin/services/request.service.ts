import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type ID, Logger, type RequestContext, TransactionalConnection } from '@vendure/core';
import {
  CancellationInvalidError,
  CancellationNotEligibleError,
  CancellationNotFoundError,
  CancellationOrderChangedError,
} from '../api/results';
import { CancellationRequest } from '../entities/cancellation-request.entity';
import { CancellationRequestEvent } from '../entities/cancellation-request-event.entity';
import { CancellationRequestLine } from '../entities/cancellation-request-line.entity';
import { reasonCodes } from '../texts';
import { CancellationQueue } from './cancellation-queue';
import { eligibilityOf } from './eligibility';
import { PolicyService } from './policy.service';
import { QuoteService, type Taken } from './quote.service';
import { RequestKeys } from './request-keys';
import { type LineInput, selectLines } from './selection';
import { type OrderSnapshot, revisionOf, SnapshotService } from './snapshot.service';

export interface RequestInput {
  readonly orderId: ID;
  readonly lines?: readonly LineInput[] | null;
  readonly reasonCode?: string | null;
  readonly note?: string | null;
  readonly revision?: string | null;
  readonly idempotencyKey: string;
}

export type RequestOutcome =
  | CancellationRequest
  | CancellationNotEligibleError
  | CancellationInvalidError
  | CancellationOrderChangedError
  | CancellationNotFoundError;

export interface Taking {
  readonly outcome: RequestOutcome;
  readonly isNew: boolean;
}

export const noteMaxLength = 500;

/** Takes requests. Whether one is granted is the worker's to say. */
@Injectable()
export class RequestService {
  constructor(
    private connection: TransactionalConnection,
    private snapshots: SnapshotService,
    private policies: PolicyService,
    private quotes: QuoteService,
    private keys: RequestKeys,
    private queue: CancellationQueue,
  ) {}

  async request(ctx: RequestContext, input: RequestInput): Promise<RequestOutcome> {
    return (await this.take(ctx, input)).outcome;
  }

  /** With whether it is this call that has made the request: one of several with the same key. */
  async take(ctx: RequestContext, input: RequestInput): Promise<Taking> {
    if (!isKey(input.idempotencyKey))
      return { outcome: new CancellationInvalidError('idempotencyKey'), isNew: false };
    const taking = await this.connection.withTransaction(ctx, (tx) => this.once(tx, input));
    const { outcome } = taking;
    // After the commit: a job must not start before its request can be seen.
    if (outcome instanceof CancellationRequest && outcome.dueAt <= new Date()) {
      // The sweeper adds what could not be added here; the request is made, and its customer is told so.
      await this.queue.add(outcome.id).catch((error: unknown) => {
        Logger.error(`Cancellation ${outcome.id}: ${String(error)}`, RequestService.name);
      });
    }
    return taking;
  }

  /** Key and request are of one transaction: a process that dies leaves both or neither. */
  private async once(tx: RequestContext, input: RequestInput): Promise<Taking> {
    const owner = ownerOf(tx, input.orderId);
    const claim = await this.keys.claim(tx, owner, input.idempotencyKey);
    // Before any refusal: it may be this very request that has changed the order.
    if (claim === undefined) return { outcome: await this.replay(tx, input), isNew: false };
    const outcome = await this.accept(tx, input);
    if (outcome instanceof CancellationRequest) return { outcome, isNew: true };
    await this.keys.giveBack(tx, claim);
    return { outcome, isNew: false };
  }

  private async accept(tx: RequestContext, input: RequestInput): Promise<RequestOutcome> {
    await this.snapshots.lock(tx, input.orderId);
    const snapshot = await this.snapshots.ofOwner(tx, input.orderId);
    if (snapshot === undefined) return new CancellationNotFoundError();
    if (typeof input.revision === 'string' && input.revision !== revisionOf(snapshot))
      return new CancellationOrderChangedError();
    const field = fault(input);
    if (field !== undefined) return new CancellationInvalidError(field);

    const policy = this.policies.of(tx);
    const eligibility = eligibilityOf({
      snapshot,
      policy,
      now: new Date(),
      languageCode: tx.languageCode,
    });
    const selection = selectLines(eligibility, input.lines, tx.languageCode);
    if ('blocks' in selection) return new CancellationNotEligibleError(selection.blocks);
    if ('invalid' in selection) return new CancellationInvalidError(selection.invalid);
    return this.store(tx, input, snapshot, selection.taken);
  }

  private async store(
    tx: RequestContext,
    input: RequestInput,
    snapshot: OrderSnapshot,
    taken: readonly Taken[],
  ): Promise<CancellationRequest> {
    const { graceSeconds, handlingSeconds } = this.policies.of(tx);
    const quote = this.quotes.quote(snapshot, taken);
    const now = new Date();
    const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
    const request = await this.connection.getRepository(tx, CancellationRequest).save(
      new CancellationRequest({
        orderId: snapshot.order.id,
        owner: ownerOf(tx, snapshot.order.id),
        idempotencyKey: input.idempotencyKey,
        contentHash: contentHash(input),
        code: `C-${snapshot.order.code}-${snapshot.requests.length + 1}`,
        state: 'REQUESTED',
        everything: quote.everything,
        reasonCode: input.reasonCode ?? null,
        note: input.note ?? null,
        requestedAt: now,
        changedAt: now,
        retractableUntil: after(graceSeconds),
        dueAt: after(graceSeconds),
        expectedBy: after(graceSeconds + handlingSeconds + 60),
        claim: null,
        refundTotal: quote.total,
        refundIds: [],
        releasedPaymentIds: [],
        declineCode: null,
        lines: taken.map(
          (line) => new CancellationRequestLine({ ...line, outcome: 'PENDING', declineCode: null }),
        ),
      }),
    );
    const event = new CancellationRequestEvent({
      request,
      at: now,
      state: 'REQUESTED',
      refundState: null,
    });
    request.events = [
      await this.connection.getRepository(tx, CancellationRequestEvent).save(event),
    ];
    return request;
  }

  /** What an earlier call under this customer's key has made. The same key for something else is a mistake of the caller. */
  private async replay(
    tx: RequestContext,
    input: RequestInput,
  ): Promise<CancellationRequest | CancellationInvalidError | CancellationNotFoundError> {
    // A guest's key is no proof: their access may be over.
    if ((await this.snapshots.ofOwner(tx, input.orderId)) === undefined)
      return new CancellationNotFoundError();
    const earlier = await this.connection.getRepository(tx, CancellationRequest).findOneOrFail({
      where: { owner: ownerOf(tx, input.orderId), idempotencyKey: input.idempotencyKey },
      relations: { lines: true, events: true },
    });
    return earlier.contentHash === contentHash(input)
      ? earlier
      : new CancellationInvalidError('idempotencyKey');
  }
}

export function isKey(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{16,64}$/.test(text);
}

/** Whose key it is: a customer's for all their orders, a guest's for the one that they see. */
function ownerOf({ activeUserId }: RequestContext, orderId: ID): string {
  return activeUserId === undefined ? `order:${orderId}` : `user:${activeUserId}`;
}

function fault({ reasonCode, note }: RequestInput): CancellationInvalidError['field'] | undefined {
  if (!reasonCodes.some((code) => code === reasonCode)) return 'reason';
  return (note?.length ?? 0) > noteMaxLength ? 'note' : undefined;
}

/** `revision` is left out: a repeated send of one intent may carry a newer one. */
function contentHash({ orderId, lines, reasonCode, note }: RequestInput): string {
  const sorted = lines
    ?.map(({ lineId, quantity }) => [lineId, quantity])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));
  return createHash('sha256')
    .update(JSON.stringify([String(orderId), sorted ?? 'all', reasonCode ?? null, note ?? null]))
    .digest('base64url');
}
