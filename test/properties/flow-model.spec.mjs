// A fixed share of `npm run test:model`: the whole of it takes minutes. Finds its own faults with a planted one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../scripts/run.mjs';

const play = (...more) =>
  run('node', ['scripts/test-model.mjs', '--share', '--seed', '1', '--workers', '2', ...more]);

describe('the flow against a simulated shop', () => {
  it('keeps what it promises in a fixed share of the sequences', async () => {
    const { code, output } = await play('--sequences', '120');
    assert.equal(code, 0, output);
    const figures = JSON.parse(output.split('\n').find((line) => line.startsWith('{"proof"')));
    assert.equal(figures.violations, 0);
    assert.ok(figures.median >= 12, `effective commands: ${figures.median}`);
    for (const [name, times] of Object.entries(figures.premises))
      assert.ok(times > 0, `nothing to check for ${name}`);
  });

  it('finds a rule that is off', async () => {
    const patch = 'test/mutations/model/not-received-at-once.patch';
    const { code, output } = await play('--sequences', '300', '--mutation', patch);
    assert.equal(code, 0, output);
    assert.match(output, /"by":"not-received-in-time"/);
  });
});
