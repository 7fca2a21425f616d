import type { OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type ID, Logger, TransactionalConnection } from '@vendure/core';
import { MoreThanOrEqual } from 'typeorm';
import { CancellationRequest } from '../entities/cancellation-request.entity';

export interface Follower {
  /** Orders as the database names them. */
  readonly orders: ReadonlySet<string>;
  changed(orders: readonly ID[]): void;
  /** The process ends. */
  end(): void;
}

const everyMs = 1000;
/** A change is dated when it is written and seen when it is committed; clocks of several processes differ as well. */
const overlapMs = 15_000;

/**
 * Tells followers of orders that a request has changed, whichever process has changed it. The rows are the only thing that all processes
 * share on every database, so this asks them, once a second for all streams of the process together and not at all while there are none.
 * An event of this process would not be heard in another, and a message on a bus may be lost, sent before the commit, or for nothing.
 */
@Injectable()
export class ChangeFeed implements OnModuleDestroy {
  readonly #followers = new Set<Follower>();
  /** When each request was last told of. */
  #told = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(
    private connection: TransactionalConnection,
    private server: HttpAdapterHost,
  ) {}

  /** From now on; what was before is for the follower to read, after this. */
  follow(follower: Follower): () => void {
    if (this.#ended) follower.end();
    else this.#followers.add(follower);
    if (this.#followers.size > 0 && this.#timer === undefined) this.#schedule();
    return () => {
      this.#followers.delete(follower);
    };
  }

  onModuleDestroy(): void {
    this.#end();
  }

  #end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    for (const follower of [...this.#followers]) follower.end();
    this.#followers.clear();
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      void this.#look()
        .catch((error: unknown) => {
          Logger.error(String(error), ChangeFeed.name);
          // What was missed meanwhile is read when the pages connect again.
          for (const follower of [...this.#followers]) follower.end();
        })
        .finally(() => {
          this.#timer = undefined;
          if (this.#followers.size > 0 && !this.#ended) this.#schedule();
        });
    }, everyMs);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    // Apollo's part of the shutdown comes first, and waits for open streams: nobody else says that the process ends.
    if (!this.server.httpAdapter.getHttpServer().listening) return this.#end();
    const recent = await this.connection.rawConnection.getRepository(CancellationRequest).find({
      select: { id: true, orderId: true, changedAt: true },
      where: { changedAt: MoreThanOrEqual(new Date(Date.now() - overlapMs)) },
    });
    const news = recent.filter(
      ({ id, changedAt }) => this.#told.get(String(id)) !== changedAt.getTime(),
    );
    this.#told = new Map(recent.map(({ id, changedAt }) => [String(id), changedAt.getTime()]));
    for (const follower of this.#followers) {
      const orders = news
        .map(({ orderId }) => orderId)
        .filter((orderId) => follower.orders.has(String(orderId)));
      if (orders.length > 0) follower.changed([...new Set(orders)]);
    }
  }
}
