import { adapterContract } from '../../../src/testing/index.js';
import type { ContractAbility, ContractOptions } from '../../../src/testing/index.js';
import { contractWorld } from './memory-world.js';

/** One shopper, no platform behind it that could break, and no switch. */
const embedded: readonly ContractAbility[] = [
  'foreign-orders',
  'generic-failures',
  'counted-writes',
  'switch-off',
];

/** Of a shop without these methods. */
const noForms: readonly ContractAbility[] = [
  'lookup',
  'resend',
  'support',
  'withdrawal',
  'challenged-orders',
];

function keepsTheContract(options: ContractOptions): void {
  for (const { name, run } of adapterContract(options)) it(name, run);
}

describe('the memory adapter keeps the contract: it', () => {
  keepsTheContract({ create: () => contractWorld(), cannot: [...embedded, 'immediate'] });
});

describe('the memory adapter with its three required methods only keeps the contract: it', () => {
  const without = [
    'describe',
    'listReasons',
    'previewCancellation',
    'getCancellations',
    'watchCancellations',
    'retractCancellation',
    'confirmCancellation',
    'resendChallenge',
    'contactSupport',
    'findOrder',
    'verifyLookup',
    'submitWithdrawal',
  ] as const;
  keepsTheContract({
    create: async () => {
      const { challengedOrderId: _challengedOrderId, ...world } = await contractWorld({ without });
      return world;
    },
    cannot: [
      ...noForms,
      ...embedded,
      'describe',
      'idempotent',
      'requests',
      'immediate',
      'preview',
      'retract',
      'push',
      'several-at-once',
    ],
  });
});

describe('the memory adapter that cancels at once keeps the contract: it', () => {
  keepsTheContract({
    create: () => contractWorld({ scenario: 'immediate', without: ['retractCancellation'] }),
    cannot: [...embedded, 'retract'],
  });
});
