// Each rule of the house is shown to bite: a fault is planted in a copy, the exit code and the rule's id are asserted.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compareDom } from '../../scripts/docs-rules.mjs';
import { copyProject } from './copy.mjs';
import { clean, plantedLint } from './planted-lint.mjs';

let project;
before(async () => {
  project = await copyProject();
});
after(() => project.remove());

describe('lint', () => {
  let code;
  const found = new Map();

  before(async () => {
    const files = [...plantedLint.map(([, , path, text]) => [path, text]), ...clean];
    for (const [path, text] of files) await project.write(path, text);
    const result = await project.run('eslint', [
      '--format',
      'json',
      ...files.map(([path]) => path),
    ]);
    code = result.code;
    for (const { filePath, messages } of JSON.parse(result.output))
      found.set(filePath.slice(project.folder.length + 1), messages);
  });

  for (const [rule, what, path] of plantedLint)
    it(`${rule}: ${what}`, () => {
      assert.equal(code, 1);
      const hit = found.get(path).filter(({ ruleId }) => ruleId === rule);
      assert.ok(hit.length > 0, JSON.stringify(found.get(path)));
      assert.equal(hit[0].severity, 2);
    });

  for (const [path] of clean)
    it(`lets ${path} pass`, () => {
      const hit = found.get(path).filter(({ ruleId }) => ruleId?.startsWith('house/'));
      assert.deepEqual(hit, []);
    });

  it('tells where the code belongs', () => {
    const [{ message }] = found.get('src/flow/planted-3.ts');
    assert.match(message, /what needs the DOM or Lit in src\/ui/);
  });
});

describe('types', () => {
  const planted = [
    ['pure', 'config/tsconfig.pure.json', 'src/model/planted-timer.ts', 'setTimeout'],
    ['pure', 'config/tsconfig.pure.json', 'src/flow/planted-fetch.ts', 'fetch'],
    ['no-dom', 'config/tsconfig.worker.json', 'src/adapters/rest/planted-page.ts', 'document'],
    ['no-dom', 'config/tsconfig.worker.json', 'src/flow/effects/planted-page.ts', 'window'],
  ];
  const outputs = new Map();

  before(async () => {
    for (const [, , path, name] of planted)
      await project.write(path, `export const planted = () => ${name};\n`);
    for (const config of new Set(planted.map(([, config]) => config)))
      outputs.set(config, await project.run('tsc', ['--project', config]));
  });

  for (const [rule, config, path, name] of planted)
    it(`types/${rule}: ${name} in ${path}`, () => {
      const { code, output } = outputs.get(config);
      assert.notEqual(code, 0);
      assert.match(
        output,
        new RegExp(`${path}\\(1,\\d+\\): error TS(2304|2552|2584): .*'${name}'`),
      );
    });
});

describe('documentation = code', () => {
  const tag = 'cancellation-provider';
  const file = `src/components/${tag}/${tag}.ts`;
  const parts = `src/components/${tag}/${tag}.parts.ts`;
  const check = async () => {
    await project.run('node', ['scripts/manifest.mjs']);
    return project.run('node', ['scripts/check-docs.mjs', '--static']);
  };
  const planting = async (path, change, expected) => {
    const text = await readFile(join(project.folder, path), 'utf8');
    assert.notEqual(change(text), text, 'nothing was planted');
    await project.write(path, change(text));
    const { code, output } = await check();
    await project.write(path, text);
    assert.equal(code, 1);
    assert.match(output, expected);
  };

  it('docs/part: a part in a template that no table has', () =>
    planting(
      file,
      (text) => text.replace('<slot></slot>', '<slot></slot><i part="planted"></i>'),
      /docs\/part .*"planted" is in a template, not in the table/,
    ));

  it('docs/part: a part in the table that no JSDoc has', () =>
    planting(
      parts,
      (text) => text.replace('parts = {', "parts = {\n  planted: 'Planted.',"),
      /docs\/part <cancellation-provider>: "planted" is in the table, not in the JSDoc/,
    ));

  it('docs/event: an event that the map does not have', () =>
    planting(
      file,
      (text) => text.replace(' * @slot', ' * @fires {Event} planted-event - Planted.\n * @slot'),
      /docs\/event <cancellation-provider>: @fires planted-event is not in src\/events.ts/,
    ));

  it('docs/property: a custom property that nobody documents', () =>
    planting(
      'src/ui/styles/host-styles.ts',
      (text) => text.replace('css`', 'css`\n  :host { color: var(--planted-color); }'),
      /docs\/property .*--planted-color is read, and no element documents it/,
    ));

  it('docs/dom-part: a rendered part that nobody documents', () => {
    const elements = { 'a-b': { parts: ['row'], states: [], slots: [] } };
    const dom = (...rendered) => ({ 'a-b': { parts: rendered, states: [], slots: [] } });
    assert.deepEqual(compareDom(dom('row row-open'), elements), []);
    assert.match(compareDom(dom('row', 'planted'), elements)[0], /^docs\/dom-part .*"planted"/);
    assert.match(compareDom(dom('row', 'row-open'), elements)[0], /^docs\/dom-part .*"row-open"/);
    assert.match(compareDom(dom(), elements)[0], /^docs\/dom-part .*no story shows it/);
  });

  it('manifest: a stale custom-elements.json', async () => {
    await project.write('custom-elements.json', '{}\n');
    const { code, output } = await project.run('node', ['scripts/manifest.mjs', '--check']);
    assert.equal(code, 1);
    assert.match(output, /custom-elements.json is stale/);
  });
});

describe('size', () => {
  it('size/headless: over the budget', async () => {
    const path = 'src/flow/cancellation-flow.ts';
    const text = await readFile(join(project.folder, path), 'utf8');
    // Not compressible: a linear congruential sequence in base 36.
    let seed = 7;
    const noise = Array.from({ length: 12_000 }, () =>
      (seed = (seed * 1103515245 + 12345) % 2147483648).toString(36),
    ).join('');
    await project.write(path, `${text}\nexport const planted = '${noise}';\n`);
    const { code, output } = await project.run('node', ['scripts/size.mjs', 'headless']);
    await project.write(path, text);
    assert.equal(code, 1);
    const [, kib] = /size\/headless: ([\d.]+) KiB > /.exec(output);
    assert.ok(Number(kib) > 40, output);
  });
});

describe('skipped tests', () => {
  it('tests/skipped: web-test-runner fails on one', async () => {
    await project.write(
      'test/skipped/planted.test.js',
      "it('runs', () => undefined);\nit.skip('does not', () => undefined);\n",
    );
    const { code, output } = await project.run('wtr', ['test/skipped/*.test.js']);
    assert.equal(code, 1);
    assert.match(output, /skipped \(counts as failed\): does not/);
    assert.match(output, /1 passed, 1 failed\s*$/);
  });

  it('tests/skipped: a Node spec fails on one', async () => {
    await project.write(
      'test/skipped/planted.spec.mjs',
      "import { it } from 'node:test';\nit('runs', () => {});\nit('does not', { skip: true }, () => {});\n",
    );
    const { code, output } = await project.run('node', ['scripts/test-node.mjs', 'test/skipped']);
    assert.equal(code, 1);
    assert.match(output, /1 passed, 1 failed\s*$/);
  });
});

describe('the words', () => {
  it('are listed where a locale lacks one, and where nothing shows it', async () => {
    const read = (name) => readFile(join(project.folder, 'src/messages', name), 'utf8');
    const en = await read('en.ts');
    const ro = await read('ro.ts');
    const unused = en.replace(
      "  retry: 'Try again',",
      "  retry: 'Try again',\n  planted: 'Planted',",
    );
    await project.write('src/messages/en.ts', unused);
    await project.write('src/messages/ro.ts', ro.replace(/ {2}whyNot: .*\n/, ''));
    const { code, output } = await project.run('node', ['scripts/strings.mjs', 'ro']);
    await project.write('src/messages/en.ts', en);
    await project.write('src/messages/ro.ts', ro);
    assert.equal(code, 1);
    assert.match(output, /missing in ro: whyNot/);
    assert.match(output, /missing in ro: planted/);
    assert.match(output, /shown somewhere\n {4}en: planted\n/);
    assert.match(output, /^0 passed, 2 failed$/m);
  });
});
