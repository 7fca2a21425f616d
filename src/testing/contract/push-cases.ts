import type { CancellationUpdate, WatchHandlers } from '../../flow/storefront-adapter.js';
import { ensure, outcomeOf } from './world.js';
import type { Outcome, Probe, Rules } from './world.js';

export const pushCases: Rules = {
  'opens a stream, and ends it with the signal': {
    needs: ['push'],
    check: async (probe) => {
      const stream = watch(probe);
      await probe.soon(stream.opened, 'open() after the connect');
      await stream.end();
      await probe.soon(stream.ended, 'the stream ends with its signal');
      const { length } = stream.updates;
      await probe.request();
      ensure(stream.updates.length === length, 'an update after the stream has ended');
    },
  },

  'pushes what becomes of a request': {
    needs: ['push'],
    check: async (probe) => {
      const stream = watch(probe);
      await probe.soon(stream.opened, 'open() after the connect');
      await probe.request(stream.key);
      await probe.soon(stream.updated, 'an update about the request that was just made');
      await stream.end();
      const orders = stream.updates.map((update) =>
        'order' in update ? update.order.id : update.cancellation.orderId,
      );
      const { openOrderId } = probe.world;
      ensure(
        orders.every((id) => id === openOrderId),
        `updates about ${openOrderId} only, not ${orders.join(', ')}`,
      );
    },
  },
};

interface Stream {
  /** What the request to look for is to be sent with: its answer may have been lost, so its id is not known. */
  readonly key: string;
  readonly updates: readonly CancellationUpdate[];
  readonly opened: Promise<void>;
  readonly updated: Promise<void>;
  readonly ended: Promise<Outcome<void>>;
  end(): Promise<void>;
}

function watch(probe: Probe): Stream {
  const controller = new AbortController();
  const key = probe.newKey();
  const updates: CancellationUpdate[] = [];
  let ended: Promise<Outcome<void>> | undefined;
  let tell: () => void = () => undefined;
  const updated = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const opened = new Promise<void>((resolve, reject) => {
    const on: WatchHandlers = {
      open: resolve,
      update: (update) => {
        updates.push(update);
        tell();
      },
    };
    const refs = [{ orderId: probe.world.openOrderId, idempotencyKey: key }];
    const call = probe.adapter.watchCancellations?.(refs, on, probe.read(controller.signal));
    ended = outcomeOf(call ?? Promise.resolve());
    void ended.then(() => {
      reject(new Error('the stream ended before it was open'));
    });
  });
  // Looked at where it matters.
  opened.catch(() => undefined);
  return {
    ...{ key, updates, opened, updated },
    ended: ended ?? Promise.reject(new Error('no stream')),
    end: async () => {
      controller.abort();
      await Promise.resolve();
    },
  };
}
