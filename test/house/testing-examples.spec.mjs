// examples/testing as it stands: the contract suite under node:test, Vitest and web-test-runner, each with every case.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { root, run } from '../../scripts/run.mjs';
import { bundle } from '../node/bundle.mjs';

const folder = join(root, 'examples/testing');
const { adapterContract } = await bundle(
  `export { adapterContract } from './src/testing/index.js';`,
);
const cases = adapterContract({ create: () => assert.fail('no case is run here') }).length;

/** The package as it would be installed, made from the sources at hand. */
async function installPackage() {
  const home = join(folder, 'node_modules/rescind');
  await rm(home, { recursive: true, force: true });
  await build({
    entryPoints: {
      'adapters/memory': join(root, 'src/adapters/memory/index.ts'),
      testing: join(root, 'src/testing/index.ts'),
    },
    ...{ outdir: home, bundle: true, splitting: true, format: 'esm', target: 'es2022' },
    logLevel: 'error',
  });
  const exports = { './adapters/memory': './adapters/memory.js', './testing': './testing.js' };
  await writeFile(
    join(home, 'package.json'),
    JSON.stringify({ name: 'rescind', type: 'module', exports }),
  );
}

const control = join(folder, 'node_modules/control.mjs');

before(async () => {
  if (!existsSync(join(folder, 'node_modules/vitest'))) {
    const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
    assert.equal(code, 0, output);
  }
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  await installPackage();
});
after(() => rm(control, { force: true }));

const passed = (output, pattern) => Number(pattern.exec(output)?.[1]);

describe('the contract suite runs with all its cases', () => {
  it('under node:test', async () => {
    const args = ['--test', '--test-reporter=tap', 'contract.node.mjs'];
    const { code, output } = await run('node', args, { cwd: folder });
    assert.equal(code, 0, output);
    assert.equal(passed(output, /^# pass (\d+)/m), cases, output);
  });

  it('under Vitest', async () => {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json'];
    const { code, output } = await run('node', args, { cwd: folder });
    assert.equal(code, 0, output);
    assert.equal(passed(output, /"numPassedTests":(\d+)/), cases, output);
  });

  it('under web-test-runner', async () => {
    const args = ['contract.wtr.js', '--config', join(root, 'test/node/support/example-wtr.mjs')];
    const { code, output } = await run(join(root, 'node_modules/.bin/wtr'), args, { cwd: folder });
    assert.equal(code, 0, output);
    assert.equal(passed(output, /(\d+) passed, 0 failed/), cases, output);
  });

  it('and would fail for a shop that cannot what it does not say', async () => {
    const text = await readFile(join(folder, 'contract.node.mjs'), 'utf8');
    const lacking = text
      .replace('create, cannot }))', 'create }))')
      .replace('./shop-world.mjs', '../shop-world.mjs');
    assert.notEqual(lacking, text);
    await writeFile(control, lacking);
    const { code, output } = await run('node', ['--test', '--test-reporter=tap', control], {
      cwd: folder,
    });
    assert.equal(code, 1, output);
    assert.match(output, /'switch-off' is not there: name it in `cannot`/);
  });
});
