// The flow without any element, in Node: the documented example as it is, and nothing left behind.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { root, run } from '../../scripts/run.mjs';
import { fromSources } from './docs/published.mjs';

let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'rescind-headless-'))));
after(() => rm(folder, { recursive: true }));

/** Runs a script as it stands, with the sources in place of the built package. */
async function runScript({ name, contents, entry }) {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    ...(entry ? { entryPoints: [join(root, entry)] } : { stdin: { contents, resolveDir: root } }),
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', outfile },
    ...{ plugins: [fromSources], logLevel: 'silent', tsconfig: join(root, 'tsconfig.json') },
  });
  return run('node', [outfile], { cwd: folder });
}

const quickShop = `
  import { createCancellationFlow } from 'rescind';
  import { createMemoryAdapter } from 'rescind/adapters/memory';
  import { createSampleOrders } from 'rescind/testing';

  const adapter = createMemoryAdapter({ orders: (now) => createSampleOrders({ now }) });
  const flow = createCancellationFlow({ adapter });
  const until = (done) => new Promise((resolve) => {
    const stop = flow.subscribe((state) => { if (done(state)) { stop(); resolve(); } });
  });
  flow.send({ type: 'load-orders' });
  await until(({ orders }) => orders.step === 'ready');
  flow.send({ type: 'open', orderId: 'order-1042' });
  await until(({ dialog }) => dialog?.step === 'reviewing');
  flow.send({ type: 'confirm' });
  await until(({ operations }) => operations.get('order-1042')?.step === 'received');
`;

describe('the flow in Node', () => {
  it('cancels an order in examples/headless/cancel-order.mjs, and the process ends by itself', async () => {
    const { code, output } = await runScript({
      name: 'cancel-order',
      entry: 'examples/headless/cancel-order.mjs',
    });
    assert.equal(code, 0, output);
    const lines = output.trim().split('\n');
    const number = /^order (\S+) can be canceled$/.exec(lines[0])?.[1];
    assert.ok(number, output);
    assert.match(lines[1], /^refund \d+\.\d\d [A-Z]{3}$/);
    assert.deepEqual(lines.slice(2), [
      `cancellation-submitted ${number} sending`,
      `cancellation-received ${number} requested`,
      `cancellation-updated ${number} processing`,
      `cancellation-completed ${number} completed`,
      `order ${number} is canceled`,
    ]);
  });

  it('keeps no handle open after dispose, with a request that is followed', async () => {
    const timers = `console.log(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length);`;
    const { code, output } = await runScript({
      name: 'dispose',
      contents: `${quickShop}
        await new Promise(setImmediate);
        ${timers}
        flow.dispose();
        ${timers}
      `,
    });
    assert.equal(code, 0, output);
    const [followed, disposed] = output.trim().split('\n').map(Number);
    assert.ok(followed > 0, `timers while a request is followed: ${output}`);
    assert.equal(disposed, 0);
  });

  it('has no element in what a headless page loads: nothing is defined, no document is needed', async () => {
    const { code, output } = await runScript({
      name: 'globals',
      contents: `import * as rescind from 'rescind';
        console.log(typeof rescind.createCancellationFlow, typeof globalThis.document);`,
    });
    assert.equal(code, 0, output);
    assert.equal(output.trim(), 'function undefined');
  });
});
