import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Logger, ProcessContext, TransactionalConnection } from '@vendure/core';
import { In, LessThanOrEqual } from 'typeorm';
import { CancellationRequest } from '../entities/cancellation-request.entity';
import { type CancellationPluginOptions, optionsToken } from '../options';
import { openStates } from '../states';
import { CancellationQueue } from './cancellation-queue';

/**
 * Puts what is due on the queue: requests whose grace time is over (Vendure's queue knows no delay), and those that a killed process has
 * left in the middle. Adding one twice is harmless, so it looks at the rows and at nothing else.
 */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private connection: TransactionalConnection,
    private processContext: ProcessContext,
    private queue: CancellationQueue,
    @Inject(optionsToken) private options: CancellationPluginOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.processContext.isWorker || this.options.singleProcess) this.#schedule();
  }

  onApplicationShutdown(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async sweep(): Promise<void> {
    const due = await this.connection.rawConnection.getRepository(CancellationRequest).find({
      select: { id: true, claim: true, dueAt: true },
      where: { state: In([...openStates]), dueAt: LessThanOrEqual(new Date()) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: 100,
    });
    const young = Date.now() - this.options.claimLifeMs;
    for (const { id } of due.filter(
      ({ claim, dueAt }) => claim === null || dueAt.getTime() <= young,
    ))
      await this.queue.add(id);
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      void this.sweep()
        .catch((error: unknown) => Logger.error(String(error), Sweeper.name))
        .finally(() => this.#schedule());
    }, this.options.sweepEveryMs);
    this.#timer.unref();
  }
}
