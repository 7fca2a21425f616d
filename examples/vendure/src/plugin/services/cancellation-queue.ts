import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { type ID, type JobQueue, JobQueueService } from '@vendure/core';

/** Nothing but the id: a serialised RequestContext would put the customer's session token into the job. */
interface CancellationJob {
  readonly id: ID;
}

/** So long a job is taken to wait still: another process may have done it, and only that one knows. */
const waitMs = 10_000;
/** A queue that is away, as Redis may be, must not hold up a customer's answer. */
const addWithinMs = 2000;

/** The shop's queue of cancellations, on Vendure's job queue. */
@Injectable()
export class CancellationQueue implements OnModuleInit {
  #queue: JobQueue<{ id: ID }>;
  #handle: ((id: ID) => Promise<void>) | undefined;
  readonly #waiting = new Map<string, number>();

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
    this.#forgetOld();
    if (this.#waiting.has(String(id))) return;
    this.#waiting.set(String(id), Date.now());
    try {
      await inTime(this.#queue.add({ id }, { retries: 0 }));
    } catch (error) {
      this.#waiting.delete(String(id));
      throw error;
    }
  }

  #forgetOld(): void {
    const old = Date.now() - waitMs;
    // In the order in which they were added.
    for (const [id, since] of this.#waiting) {
      if (since > old) return;
      this.#waiting.delete(id);
    }
  }
}

function inTime<T>(adding: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`The queue took no job within ${addWithinMs} ms`));
    }, addWithinMs);
    adding.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
