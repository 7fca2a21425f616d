import type { Capabilities } from '../../model/capabilities.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import { ensure, equal, failureOf, substance } from './world.js';
import type { Check } from './world.js';

export const sessionCases: Readonly<Record<string, Check>> = {
  'rejects an aborted call at once': async (probe) => {
    const gone = AbortSignal.abort();
    await failureOf(
      within(probe.adapter.listOrders({ first: 2 }, probe.read(gone))),
      'aborted',
      'listOrders, aborted before',
    );
    await failureOf(
      within(probe.adapter.getOrder(probe.world.openOrderId, probe.read(gone))),
      'aborted',
      'getOrder, aborted before',
    );
    const controller = new AbortController();
    const call = within(
      probe.adapter.getOrder(probe.world.openOrderId, probe.read(controller.signal)),
    );
    controller.abort();
    await failureOf(call, 'aborted', 'getOrder, aborted on the way');
  },

  'sends nothing when a write is aborted before it begins': async (probe) => {
    const before = await probe.order();
    const call = probe.adapter.requestCancellation(
      await probe.wholeOrder(),
      probe.write(undefined, AbortSignal.abort()),
    );
    await failureOf(within(call), 'aborted', 'requestCancellation');
    equal(substance(await probe.order()), substance(before), 'the order afterwards');
  },

  'answers unauthenticated when nobody is signed in': async (probe) => {
    const request = await probe.wholeOrder();
    await probe.world.signOut();
    await failureOf(
      probe.adapter.listOrders({ first: 2 }, probe.read()),
      'unauthenticated',
      'listOrders',
    );
    await failureOf(probe.order(), 'unauthenticated', 'getOrder');
    await failureOf(
      probe.adapter.requestCancellation(request, probe.write()),
      'unauthenticated',
      'requestCancellation',
    );
  },

  'describes what its methods can do': async (probe) => {
    const capabilities = await probe.capabilities();
    if (!capabilities) {
      equal(typeof probe.adapter.describe, 'undefined', 'describe without an answer');
      return;
    }
    for (const [feature, method] of features) {
      const said = isOn(capabilities[feature]);
      ensure(
        !said || typeof probe.adapter[method] === 'function',
        `describe says ${feature}, and ${method} is missing`,
      );
    }
    ensure(
      capabilities.evidence === 'request' || capabilities.evidence === 'order',
      `evidence is ${String(capabilities.evidence)}`,
    );
  },
};

const features: readonly (readonly [keyof Capabilities, keyof StorefrontAdapter])[] = [
  ['reasons', 'listReasons'],
  ['preview', 'previewCancellation'],
  ['retract', 'retractCancellation'],
  ['push', 'watchCancellations'],
  ['lookup', 'findOrder'],
  ['support', 'contactSupport'],
  ['withdrawal', 'submitWithdrawal'],
];

function isOn(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value === true;
}

/** An aborted call that goes on waiting for the network counts as not rejected. */
async function within<T>(call: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('it did not settle within a second'));
    }, 1000);
    stop = () => {
      clearTimeout(timer);
    };
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    stop();
  }
}
