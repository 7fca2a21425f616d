import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { type ID, type JobQueue, JobQueueService } from '@vendure/core';

/** Nothing but the id: a serialised RequestContext would put the customer's session token into the job. */
interface CancellationJob {
  readonly id: ID;
}

/** The shop's queue of cancellations, on Vendure's job queue. */
@Injectable()
export class CancellationQueue implements OnModuleInit {
  #queue: JobQueue<{ id: ID }>;
  #handle: ((id: ID) => Promise<void>) | undefined;
  readonly #waiting = new Set<string>();

  constructor(private jobs: JobQueueService) {}

  async onModuleInit(): Promise<void> {
    this.#queue = await this.jobs.createQueue({
      name: 'order-cancellation',
      process: async (job) => {
        const { id }: CancellationJob = job.data;
        this.#waiting.delete(String(id));
        await this.#handle?.(id);
      },
    });
  }

  handleWith(handle: (id: ID) => Promise<void>): void {
    this.#handle = handle;
  }

  /** A request that waits here already is not added again: repeating it is harmless, and a waste. */
  async add(id: ID): Promise<void> {
    if (this.#waiting.has(String(id))) return;
    this.#waiting.add(String(id));
    try {
      await this.#queue.add({ id }, { retries: 0 });
    } catch (error) {
      this.#waiting.delete(String(id));
      throw error;
    }
  }
}
