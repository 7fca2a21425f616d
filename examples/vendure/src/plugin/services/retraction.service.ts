import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { MoreThan } from 'typeorm';
import { CancellationNotFoundError, RetractionRefusedError } from '../api/results';
import { CancellationRequest } from '../entities/cancellation-request.entity';
import { CancellationRequestEvent } from '../entities/cancellation-request-event.entity';
import { SnapshotService } from './snapshot.service';

/** A request is named by its id, or by its key where the answer that held the id was lost. */
export interface RetractionInput {
  readonly orderId: ID;
  readonly id?: ID | null;
  readonly idempotencyKey?: string | null;
}

@Injectable()
export class RetractionService {
  constructor(
    private connection: TransactionalConnection,
    private snapshots: SnapshotService,
  ) {}

  retract(
    ctx: RequestContext,
    input: RetractionInput,
  ): Promise<CancellationRequest | CancellationNotFoundError | RetractionRefusedError> {
    return this.connection.withTransaction(ctx, async (tx) => {
      const requests = this.connection.getRepository(tx, CancellationRequest);
      if ((await this.snapshots.ofOwner(tx, input.orderId)) === undefined)
        return new CancellationNotFoundError();
      const which = {
        orderId: input.orderId,
        ...(input.id ? { id: input.id } : { idempotencyKey: input.idempotencyKey ?? '' }),
      };
      const known = await requests.findOne({ where: which });
      if (known === null) return new CancellationNotFoundError();

      const now = new Date();
      // One statement decides between the customer and the worker: whoever changes the state first.
      const { affected } = await requests.update(
        { id: known.id, state: 'REQUESTED', retractableUntil: MoreThan(now) },
        { state: 'RETRACTED', changedAt: now, claim: null },
      );
      if (affected === 1) {
        await this.connection.getRepository(tx, CancellationRequestEvent).save(
          new CancellationRequestEvent({
            request: known,
            at: now,
            state: 'RETRACTED',
            refundState: null,
          }),
        );
      }
      const request = await requests.findOneOrFail({
        where: { id: known.id },
        relations: { lines: true, events: true },
      });
      return request.state === 'RETRACTED' ? request : new RetractionRefusedError();
    });
  }
}
