import { Injectable } from '@nestjs/common';
import { type ID, Logger, type RequestContext, SessionService } from '@vendure/core';
import { GuestAccesses, sessionOf } from '../guests/guest-access';
import { ChangeFeed } from './change-feed';
import { OrderReader } from './order-reader';
import { Problem } from './problem';

/** What of Express is needed to hold a stream open. */
export interface StreamAnswer {
  readonly writableEnded: boolean;
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  write(text: string): unknown;
  end(): void;
  on(event: 'close', listener: () => void): unknown;
}

const aliveEveryMs = 15_000;
/** Beside pages that are open, what a customer's devices may have left behind. */
const mostPerCustomer = 30;
const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  // Nothing comes after a stream: a connection kept for that would hold up the end of the process.
  Connection: 'close',
};

/** One stream of server-sent events for all orders that a page follows. */
@Injectable()
export class EventStreams {
  readonly #open = new Map<string, number>();

  constructor(
    private feed: ChangeFeed,
    private reader: OrderReader,
    private sessions: SessionService,
    private guests: GuestAccesses,
  ) {}

  open(ctx: RequestContext, orders: readonly ID[], answer: StreamAnswer): void {
    const customer =
      ctx.activeUserId === undefined ? `guest:${sessionOf(ctx)}` : `user:${ctx.activeUserId}`;
    const open = this.#open.get(customer) ?? 0;
    if (open >= mostPerCustomer)
      throw new Problem('platform', { status: 503, retryAfterSeconds: 60 });
    this.#open.set(customer, open + 1);

    let last = Promise.resolve();
    const told = new Map<string, string>();
    const tell = async (which: readonly ID[]): Promise<void> => {
      for (const { cancellations } of await this.reader.cancellations(ctx, which)) {
        for (const cancellation of cancellations) {
          const data = JSON.stringify({ cancellation });
          // What `pollAfterMs` says differs with each look, and is not news.
          const news = data.replace(/"pollAfterMs":\d+/, '');
          if (answer.writableEnded || told.get(cancellation.id) === news) continue;
          told.set(cancellation.id, news);
          answer.write(`data: ${data}\n\n`);
        }
      }
    };
    /** One after the other: an answer that was overtaken would tell the older state last. */
    const queue = (which: readonly ID[]): void => {
      last = last
        .then(() => tell(which))
        .catch((error: unknown) => {
          Logger.error(String(error), EventStreams.name);
          // The page connects again, and reads.
          answer.end();
        });
    };

    answer.writeHead(200, headers);
    answer.write('retry: 2000\n: open\n\n');
    const leave = this.feed.follow({
      orders: new Set(orders.map(String)),
      changed: queue,
      end: () => answer.end(),
    });
    const alive = setInterval(() => {
      answer.write(': alive\n\n');
      void this.isStillThere(ctx).then((isSo) => {
        if (!isSo) answer.end();
      });
    }, aliveEveryMs);
    answer.on('close', () => {
      leave();
      clearInterval(alive);
      const rest = (this.#open.get(customer) ?? 1) - 1;
      if (rest > 0) this.#open.set(customer, rest);
      else this.#open.delete(customer);
    });
    queue(orders);
  }

  /** The session that opened it, with what it could see then. */
  private async isStillThere(ctx: RequestContext): Promise<boolean> {
    try {
      const now = await this.sessions.getSessionFromToken(ctx.session?.token ?? '');
      return now !== undefined && now.user?.id === ctx.activeUserId && this.guests.isSomebody(ctx);
    } catch (error) {
      Logger.error(String(error), EventStreams.name);
      return false;
    }
  }
}
