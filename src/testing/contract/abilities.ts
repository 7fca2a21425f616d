import type { Capabilities } from '../../model/capabilities.js';
import type { StorefrontAdapter } from '../../flow/storefront-adapter.js';
import type { Probe } from './world.js';

/**
 * What not every shop can do, or not every test can arrange. A case that needs one is kept by shops that have it; the others say so in
 * `ContractOptions.cannot`, and the case then checks that this is true.
 *
 * - `describe`: the adapter describes what the shop can do
 * - `idempotent`: `describe().idempotent`
 * - `requests`: `describe().evidence` is 'request'
 * - `immediate`: the open order's `eligibility.mode` is 'immediate'
 * - `preview`, `retract`, `push`, `lookup`, `support`, `withdrawal`: as `describe()` says; without it, as the methods tell
 * - `several-at-once`, `resend`: there is `getCancellations`, `resendChallenge`
 * - `foreign-orders`, `generic-failures`, `counted-writes`, `switch-off`: the world has `foreignOrderId`, `breakWrites`, `writes`, `switchOff`
 * - `guests`, `codes`, `challenged-orders`: the world has `guest`, `codeFor`, `challengedOrderId`
 */
export type ContractAbility =
  | 'describe'
  | 'idempotent'
  | 'requests'
  | 'immediate'
  | 'preview'
  | 'retract'
  | 'push'
  | 'lookup'
  | 'resend'
  | 'support'
  | 'withdrawal'
  | 'several-at-once'
  | 'foreign-orders'
  | 'generic-failures'
  | 'counted-writes'
  | 'switch-off'
  | 'guests'
  | 'codes'
  | 'challenged-orders';

type Look = (probe: Probe) => boolean | Promise<boolean>;

const looks: Readonly<Record<ContractAbility, Look>> = {
  describe: ({ adapter }) => typeof adapter.describe === 'function',
  idempotent: async (probe) => (await probe.capabilities())?.idempotent === true,
  requests: async (probe) => (await probe.capabilities())?.evidence === 'request',
  immediate: async (probe) => {
    const { eligibility } = await probe.order();
    return eligibility !== 'ask' && eligibility.mode === 'immediate';
  },
  preview: said('preview', 'previewCancellation'),
  retract: said('retract', 'retractCancellation'),
  push: said('push', 'watchCancellations'),
  lookup: said('lookup', 'findOrder'),
  resend: ({ adapter }) => typeof adapter.resendChallenge === 'function',
  support: said('support', 'contactSupport'),
  withdrawal: said('withdrawal', 'submitWithdrawal'),
  'several-at-once': ({ adapter }) => typeof adapter.getCancellations === 'function',
  'foreign-orders': ({ world }) => world.foreignOrderId !== undefined,
  'generic-failures': ({ world }) => world.breakWrites !== undefined,
  'counted-writes': ({ world }) => world.writes !== undefined,
  'switch-off': ({ world }) => world.switchOff !== undefined,
  guests: ({ world }) => world.guest !== undefined,
  codes: ({ world }) => world.codeFor !== undefined,
  'challenged-orders': ({ world }) => world.challengedOrderId !== undefined,
};

export function has(ability: ContractAbility, probe: Probe): boolean | Promise<boolean> {
  return looks[ability](probe);
}

/** A method may be there and the shop not: what the shop says counts. */
function said(feature: keyof Capabilities, method: keyof StorefrontAdapter): Look {
  return async (probe) => {
    const capabilities: Capabilities | undefined = await probe.capabilities();
    return capabilities
      ? isOffered(capabilities[feature])
      : typeof probe.adapter[method] === 'function';
  };
}

/** A flag, or a list of what is asked for. */
export function isOffered(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value === true;
}
