// npx vitest run
import { describe, it } from 'vitest';
import { adapterContract } from 'rescind/testing';
import { cannot, create } from './shop-world.mjs';

describe('my adapter keeps the contract: it', () => {
  for (const { name, run } of adapterContract({ create, cannot })) it(name, () => run());
});
