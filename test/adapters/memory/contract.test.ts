import { adapterContract } from '../../../src/testing/index.js';
import { contractWorld } from './memory-world.js';

describe('the memory adapter keeps the contract: it', () => {
  for (const { name, run } of adapterContract({ create: () => contractWorld() })) it(name, run);
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
  ] as const;
  for (const { name, run } of adapterContract({ create: () => contractWorld({ without }) }))
    it(name, run);
});

describe('the memory adapter that cancels at once keeps the contract: it', () => {
  const options = { scenario: 'immediate', without: ['retractCancellation'] } as const;
  for (const { name, run } of adapterContract({ create: () => contractWorld(options) }))
    it(name, run);
});
