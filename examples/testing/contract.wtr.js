// npx wtr contract.wtr.js --node-resolve
/* global describe, it */
import { adapterContract } from 'rescind/testing';
import { cannot, create } from './shop-world.mjs';

describe('my adapter keeps the contract: it', () => {
  for (const { name, run } of adapterContract({ create, cannot })) it(name, () => run());
});
