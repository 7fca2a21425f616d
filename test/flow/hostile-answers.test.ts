import { expect } from '@open-wc/testing';
import { createCancellationFlow } from '../../src/flow/cancellation-flow.js';
import { createHeadlessEnvironment } from '../../src/flow/headless-environment.js';
import type { StorefrontAdapter } from '../../src/flow/storefront-adapter.js';
import { createManualClock } from '../../src/testing/index.js';

/** What becomes of the list when the adapter does this. */
async function listAfter(listOrders: StorefrontAdapter['listOrders']): Promise<string> {
  const clock = createManualClock();
  const flow = createCancellationFlow({
    adapter: {
      listOrders,
      getOrder: listOrders as never,
      requestCancellation: listOrders as never,
    },
    environment: { ...createHeadlessEnvironment(), clock },
    persistence: 'none',
  });
  flow.send({ type: 'load-orders', first: 20 });
  await clock.advance(120_000);
  const { step } = flow.state.orders;
  flow.dispose();
  return step;
}

describe('an answer that cannot be touched', () => {
  const revoked = (): object => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const throwing = (key: string, value: object): object =>
    Object.defineProperty(value, key, {
      get: () => {
        throw new Error('touched');
      },
    });

  it('fails the call, and does not leave it open, when it was thrown', async () => {
    for (const thrown of [revoked(), throwing('message', new Error('x'))]) {
      // Whatever an adapter throws.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      expect(await listAfter(() => Promise.reject(thrown))).to.equal('failed');
      expect(
        await listAfter(() => {
          // eslint-disable-next-line @typescript-eslint/only-throw-error
          throw thrown;
        }),
      ).to.equal('failed');
    }
  });

  it('is taken without the part that throws', async () => {
    const page = throwing('serverTime', { items: [] });
    expect(await listAfter(() => Promise.resolve(page as never))).to.equal('ready');
  });

  it('fails the call when nothing of it can be read', async () => {
    expect(await listAfter(() => Promise.resolve(revoked() as never))).to.equal('failed');
  });
});
