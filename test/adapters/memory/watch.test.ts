import { expect } from '@open-wc/testing';
import { Streams } from '../../../src/adapters/memory/watch.js';
import type { CancellationUpdate } from '../../../src/flow/storefront-adapter.js';
import type { Cancellation } from '../../../src/model/cancellation.js';
import { requestedOrder } from '../../../src/testing/index.js';

describe('the push streams of the memory shop', () => {
  it('misses no change that comes between a reading and the plan for the next one', () => {
    const changeAt = 100;
    let time = 99;
    let run: (() => void) | undefined;
    const clock = {
      now: () => time,
      after(_ms: number, callback: () => void) {
        run = callback;
        return () => (run = undefined);
      },
    };
    const [requested] = requestedOrder.cancellations as readonly [Cancellation];
    const updates: CancellationUpdate[] = [];
    // The clock moves on while the shop reads.
    const read = (): readonly Cancellation[] => {
      const isChanged = time >= changeAt;
      time = changeAt + 1;
      return [isChanged ? { ...requested, status: 'processing' } : requested];
    };
    const next = (): number | undefined => (time < changeAt ? changeAt - time : undefined);
    const handlers = {
      open: () => undefined,
      update: (update: CancellationUpdate) => updates.push(update),
    };
    const { signal } = new AbortController();
    void new Streams(clock).watch(read, next, handlers, { signal, locale: 'en' });
    run?.();
    expect(updates.length).to.equal(1);
  });
});
