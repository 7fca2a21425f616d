import { expect } from '@open-wc/testing';
import type { CancellationUpdate } from '../../../src/flow/storefront-adapter.js';
import { call, memoryWorld, writeCall } from './memory-world.js';
import type { MemoryWorld } from './memory-world.js';

interface Watching {
  readonly heard: readonly string[];
  readonly ended: Promise<unknown>;
  readonly stop: () => void;
}

async function watch({ adapter, clock }: MemoryWorld, orderId = 'order-1042'): Promise<Watching> {
  const heard: string[] = [];
  const controller = new AbortController();
  const update = (news: CancellationUpdate): void => {
    if ('cancellation' in news)
      heard.push(`${news.cancellation.status}/${news.cancellation.refund.status}`);
  };
  const on = { open: () => heard.push('open'), update };
  const ended =
    adapter.watchCancellations?.([{ orderId }], on, { ...call, signal: controller.signal }) ??
    Promise.reject(new Error('no push'));
  const outcome = ended.then(
    () => 'ended',
    (failure: unknown) => failure,
  );
  await clock.settle();
  return {
    heard,
    ended: outcome,
    stop: () => {
      controller.abort();
    },
  };
}

describe('the push of the memory adapter', () => {
  it('tells each step as it comes, and ends with the signal', async () => {
    const world = memoryWorld();
    await world.adapter.requestCancellation({ orderId: 'order-1042', lines: 'all' }, writeCall());
    const { ended, heard, stop } = await watch(world);
    await world.clock.advance(60_000);
    expect(heard).to.deep.equal([
      'open',
      'processing/expected',
      'completed/expected',
      'completed/pending',
      'completed/issued',
    ]);
    stop();
    expect(await ended).to.equal('ended');
    expect(world.clock.waiting).to.equal(0);
  });

  it('tells what another page does, and what comes when the clock is moved', async () => {
    const world = memoryWorld();
    const { heard, stop } = await watch(world);
    const { cancellations } = await world.adapter.requestCancellation(
      { orderId: 'order-1042', lines: 'all' },
      writeCall(),
    );
    await world.adapter.retractCancellation?.(
      { orderId: 'order-1042', cancellationId: cancellations[0]?.id ?? '' },
      writeCall(),
    );
    world.adapter.advance(60_000);
    expect(heard).to.deep.equal(['open', 'requested/expected', 'retracted/none']);
    stop();
  });

  it('tells nothing of other orders', async () => {
    const world = memoryWorld();
    const { heard, stop } = await watch(world, 'order-1043');
    await world.adapter.requestCancellation({ orderId: 'order-1042', lines: 'all' }, writeCall());
    world.adapter.advance(60_000);
    expect(heard).to.deep.equal(['open']);
    stop();
  });

  it('breaks when the network does, and when the session ends', async () => {
    for (const [scenario, code] of [
      ['offline', 'network'],
      ['signed-out', 'unauthenticated'],
    ] as const) {
      const world = memoryWorld();
      const { ended } = await watch(world);
      world.adapter.setScenario(scenario);
      expect(await ended).to.include({ code });
    }
  });
});
