import type { Call, WatchHandlers } from '../../src/flow/storefront-adapter.js';
import type { CancellationRef } from '../../src/model/cancellation.js';
import type { Caller } from './network.js';
import type { Chance } from './random.js';
import type { Scheduler } from './scheduler.js';
import type { Shop } from './shop-port.js';

/** The shop's push: connects late, breaks, and its messages overtake each other. */
export interface Streams {
  open(
    caller: Caller,
    refs: readonly CancellationRef[],
    on: WatchHandlers,
    call: Call,
  ): Promise<void>;
  /** Every stream ends as if the network had gone. */
  breakAll(): void;
  refuseNext(): void;
  /** The next messages are this much late. */
  delay(ms: number): void;
  cut(caller: Caller): void;
  calm(): void;
  openOf(caller: Caller): number;
}

interface Stream {
  readonly caller: Caller;
  readonly refs: readonly CancellationRef[];
  readonly on: WatchHandlers;
  fail(): void;
}

export function createStreams(shop: Shop, scheduler: Scheduler, chance: Chance): Streams {
  const streams = new Set<Stream>();
  let refused = 0;
  let delayMs = 0;

  shop.onChange = (order, request) => {
    for (const stream of streams) {
      const named = stream.refs.some(
        ({ orderId, cancellationId, idempotencyKey }) =>
          orderId === order.id &&
          (cancellationId === undefined
            ? idempotencyKey === undefined || request?.key === idempotencyKey
            : cancellationId === request?.id),
      );
      if (!named) continue;
      const update =
        request && shop.kind.showsRequests
          ? { cancellation: shop.updateData(request) }
          : { order: shop.orderUpdate(order) };
      if (shop.kind.push === 'bare') undated(update);
      scheduler.after(delayMs + chance.between(5, 200), () =>
        stream.caller.receive(() => {
          if (streams.has(stream)) stream.on.update(update as never);
        }),
      );
    }
  };

  return {
    open: (caller, refs, on, call) =>
      new Promise((_resolve, reject) => {
        const connects = refused === 0 && caller.online;
        if (refused > 0) refused -= 1;
        let isOver = false;
        const stream: Stream = {
          ...{ caller, refs, on },
          fail() {
            isOver = true;
            streams.delete(stream);
            caller.receive(() => reject(new Error('the stream broke')));
          },
        };
        scheduler.after(chance.between(20, 3000), () => {
          if (isOver) return;
          if (!connects) return stream.fail();
          streams.add(stream);
          scheduler.after(chance.between(5, 50), () =>
            caller.receive(() => {
              if (streams.has(stream)) on.open();
            }),
          );
        });
        call.signal.addEventListener('abort', () => {
          isOver = true;
          streams.delete(stream);
        });
      }),
    breakAll() {
      for (const stream of [...streams]) stream.fail();
    },
    refuseNext() {
      refused += 1;
    },
    delay(ms) {
      delayMs = ms;
    },
    cut(caller) {
      for (const stream of [...streams]) if (stream.caller === caller) stream.fail();
    },
    calm() {
      refused = 0;
      delayMs = 0;
    },
    openOf: (caller) => [...streams].filter((stream) => stream.caller === caller).length,
  };
}

/** Such a message says that something has changed, and not when. */
function undated(update: Record<string, Record<string, unknown>>): void {
  for (const data of Object.values(update)) {
    delete data.updatedAt;
    delete (data.refund as Record<string, unknown> | undefined)?.updatedAt;
  }
}
