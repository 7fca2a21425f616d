import { randomUUID } from 'node:crypto';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import {
  type ID,
  Logger,
  type RequestContext,
  RequestContextService,
  TransactionalConnection,
} from '@vendure/core';
import { In, LessThanOrEqual } from 'typeorm';
import { CancellationRequest } from '../entities/cancellation-request.entity';
import { CancellationRequestEvent } from '../entities/cancellation-request-event.entity';
import { openStates, type RequestState } from '../states';
import { CancellationQueue } from './cancellation-queue';
import { CancellationStep } from './cancellation-step';
import type { Advance } from './claim';
import { PolicyService } from './policy.service';
import { RefundStep } from './refund-step';

const attemptsAllowed = 8;

/**
 * Carries a request through its states, one transaction each. A process may die anywhere: the transaction it was in is undone, the request
 * stays due, and the next attempt, here or in another process, goes on from the state that was reached.
 */
@Injectable()
export class WorkerService implements OnApplicationBootstrap {
  constructor(
    private connection: TransactionalConnection,
    private contexts: RequestContextService,
    private policies: PolicyService,
    private queue: CancellationQueue,
    private cancellation: CancellationStep,
    private refund: RefundStep,
  ) {}

  onApplicationBootstrap(): void {
    this.queue.handleWith((id) => this.work(id));
  }

  async work(id: ID): Promise<void> {
    const ctx = await this.contexts.create({ apiType: 'admin' });
    const claim = randomUUID();
    try {
      while (await this.claim(ctx, id, claim)) await this.step(ctx, id, claim);
    } catch (error) {
      Logger.error(`Cancellation ${id}: ${String(error)}`, WorkerService.name);
      await this.postpone(ctx, id, claim);
    }
  }

  /** Takes the request over, unless it is finished, was taken back, or is not due. */
  private async claim(ctx: RequestContext, id: ID, claim: string): Promise<boolean> {
    const due = { id, state: In([...openStates]), dueAt: LessThanOrEqual(new Date()) };
    const { affected } = await this.connection
      .getRepository(ctx, CancellationRequest)
      .update(due, { claim, attempts: () => 'attempts + 1' });
    return affected === 1;
  }

  private async step(ctx: RequestContext, id: ID, claim: string): Promise<void> {
    await this.connection.withTransaction(ctx, async (tx) => {
      const request = await this.connection
        .getRepository(tx, CancellationRequest)
        .findOneOrFail({ where: { id }, relations: { lines: true } });
      switch (request.state) {
        case 'REQUESTED':
          return this.advance(tx, request, claim, {
            state: 'PROCESSING',
            dueAt: new Date(Date.now() + this.policies.of(tx).handlingSeconds * 1000),
          });
        case 'PROCESSING':
          return this.advance(tx, request, claim, await this.cancellation.carryOut(tx, request));
        case 'REFUNDING':
          return this.advance(tx, request, claim, await this.refund.carryOut(tx, request));
        default:
          return undefined;
      }
    });
  }

  /** The last statement of each transaction: another attempt that has taken over in between undoes this one. */
  private async advance(
    tx: RequestContext,
    request: CancellationRequest,
    claim: string,
    { state, ...more }: Advance,
  ): Promise<void> {
    const now = new Date(Math.max(Date.now(), request.changedAt.getTime() + 1));
    const dueAt = more.dueAt ?? now;
    const changes = { ...more, dueAt, state, changedAt: now, attempts: 0 };
    const { affected } = await this.connection.getRepository(tx, CancellationRequest).update(
      { id: request.id, claim, state: request.state },
      // What waits belongs to nobody: whoever finds it due goes on with it at once.
      dueAt > now ? { ...changes, claim: null } : changes,
    );
    if (affected !== 1) throw new Error('Taken over by another attempt');
    await this.connection
      .getRepository(tx, CancellationRequestEvent)
      .save(new CancellationRequestEvent({ request, at: now, state, refundState: null }));
  }

  private async postpone(ctx: RequestContext, id: ID, claim: string): Promise<void> {
    const requests = this.connection.getRepository(ctx, CancellationRequest);
    const request = await requests.findOneBy({ id, claim });
    if (request === null) return;
    // After the engine has canceled, only the money is missing: that is never given up.
    const givenUp: RequestState | undefined =
      request.attempts >= attemptsAllowed && request.state !== 'REFUNDING' ? 'FAILED' : undefined;
    const pause = Math.min(60_000, 250 * 2 ** request.attempts);
    await requests.update(
      { id, claim },
      givenUp
        ? { state: givenUp, changedAt: new Date() }
        : { dueAt: new Date(Date.now() + pause), claim: null },
    );
  }
}
