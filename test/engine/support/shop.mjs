import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../../examples/vendure/scripts/engine.mjs';
import { api, signIn } from './api.mjs';

/** An engine with a shop of its own, gone with its process unless it `keeps` its tables in a file, and its merchant. */
export async function openShop({ keeps = false } = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'rescind-shop-'));
  const engine = await startEngine({ dataDir, fresh: true, keeps });
  const { identifier, password } = engine.superadmin;
  return {
    engine,
    admin: await signIn(api(engine.adminApi), identifier, password),
    signIn: ({ email, password }) => signIn(api(engine.shopApi), email, password),
    async close() {
      const code = await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
      assert.equal(code, 0, 'the engine ends by itself');
    },
  };
}
