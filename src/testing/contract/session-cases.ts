import type { Capabilities } from '../../model/capabilities.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import { isOffered } from './abilities.js';
import { ensure, equal, failureOf, substance } from './world.js';
import type { Rules } from './world.js';

export const sessionCases: Rules = {
  'rejects an aborted call at once': {
    check: async (probe) => {
      const gone = AbortSignal.abort();
      await failureOf(
        probe.soon(probe.adapter.listOrders({ first: 2 }, probe.read(gone)), 'listOrders'),
        'aborted',
        'listOrders, aborted before',
      );
      await failureOf(
        probe.soon(probe.adapter.getOrder(probe.world.openOrderId, probe.read(gone)), 'getOrder'),
        'aborted',
        'getOrder, aborted before',
      );
      const controller = new AbortController();
      const call = probe.soon(
        probe.adapter.getOrder(probe.world.openOrderId, probe.read(controller.signal)),
        'getOrder',
      );
      controller.abort();
      await failureOf(call, 'aborted', 'getOrder, aborted on the way');
    },
  },

  'sends nothing when a write is aborted before it begins': {
    check: async (probe) => {
      const before = await probe.order();
      const call = probe.adapter.requestCancellation(
        await probe.wholeOrder(),
        probe.write(undefined, AbortSignal.abort()),
      );
      await failureOf(probe.soon(call, 'requestCancellation'), 'aborted', 'requestCancellation');
      equal(substance(await probe.order()), substance(before), 'the order afterwards');
    },
  },

  'answers unauthenticated when nobody is signed in': {
    check: async (probe) => {
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
  },

  'describes what its methods can do': {
    needs: ['describe'],
    check: async (probe) => {
      const capabilities = await probe.capabilities();
      ensure(capabilities, 'describe answers');
      for (const [feature, method] of features) {
        const said = isOffered(capabilities[feature]);
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
